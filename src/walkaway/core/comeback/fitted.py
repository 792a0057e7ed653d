"""The fitted numbers of the forecasts, written by `python -m studies.comeback.fit`; change them there.

What private messages, wall posts and two work mails have in common; the data is not part of this
project (studies/comeback/README.md says what it is).
"""

import numpy as np

from walkaway.core.comeback.hawkes import Hawkes
from walkaway.core.comeback.hazard import Hazard

# fmt: off
HAWKES = Hawkes(0.05604, (3.26, 0.06249, 0.01689), (3.928, 0.1144, 0.001476))

COMEBACK = Hazard(
    edges=np.array(
        [0, 3, 7, 14, 30, 60, 90],
        np.float64,
    ),
    names=(
        "silence", "typical", "last_mine", "run_mine", "run_theirs", "run_talks_mine", "run_talks_theirs", "n_in",
        "n_out", "talks", "they_open", "share_in", "longer", "broken_longer", "broken", "broken_lately", "longest",
        "mean_gap", "spread_gap", "tenure", "trend", "trend_mine", "they_answer", "i_answer", "they_quick",
        "i_quick", "their_wait", "they_again", "i_again", "since_in", "since_out", "my_rate", "my_rate_in",
        "my_trend", "my_trend_in", "my_people", "rate_in", "rate_out", "they_open_lately", "i_open_lately",
        "they_opened_last", "hawkes",
    ),
    mean=np.array(
        [2.058, 1.091, 0.5, 0.2482, 0.2482, 0.1929, 0.1929, 2.726, 2.726, 2.731, -0, 0, 1.39, -0, 0, 0, 1.132,
        1.146, 1.069, 4.639, -0.4735, -0.4735, 2.196, 2.196, 0.182, 0.182, -0.7651, -1.932, -1.932, 2.331, 2.331,
        0.021, 0.0174, -0.3715, -0.3076, 2.509, -1.971, -1.971, -2.771, -2.771, 0.5, -0.7519],
        np.float64,
    ),
    spread=np.array(
        [0.917, 0.902, 0.5, 0.6478, 0.6478, 0.5497, 0.5497, 1.119, 1.119, 1.053, 1.188, 0.8817, 0.9926, 1.017,
        1.196, 0.9613, 1.133, 0.723, 0.3974, 1.182, 0.7252, 0.7252, 1.01, 1.01, 1.157, 1.157, 1.607, 1.089, 1.089,
        1.089, 1.089, 1.376, 1.262, 0.6598, 0.6065, 0.954, 1.216, 1.216, 1.155, 1.155, 0.5, 1.23],
        np.float64,
    ),
    level=np.array(
        [-2.205, -2.124, -1.921, -1.548, -1.45, -2.2],
        np.float64,
    ),
    weight=np.array(
        [-0.1022, -0.03362, 0.02073, -0.02471, 0.03757, 0.01032, 0.02418, 0.005099, 0.00652, 0.09001, 0.05437,
        0.001174, 0.02778, 0.04094, -0.06037, 0.03148, -0.02505, 0.02983, -0.05435, -0.04747, -0.002462, -0.00235,
        -0.02203, 0.04678, -0.06771, -0.005141, 0.05308, 0.1058, -0.03651, -0.01647, -0.0546, -0.004579, 0.04919,
        -0.009391, 0.08227, -0.09457, 0.07972, 0.002721, 0.1219, 0.01652, -0.006378, 0.3885],
        np.float64,
    ),
    late=np.array(
        [0.05253, 0, -0.05108, 0, 0, 0, 0, 0.1033, 0, -0.02286, 0, 0, 0, 0, -0.03651, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0.0128, 0, 0, 0, 0, 0, 0, -0.1601],
        np.float64,
    ),
    habit=np.array(
        [-0.0158, 0.03751, 0, 0, 0, 0, 0, 0.04007, 0.03592, 0.08194, 0, 0, 0.01162, 0, 0, 0, 0.00302, 0.08631,
        0.01603, 0.01826, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.08013, -0.02774, -0.0007915, 0.02948, 0, 0, 0, 0.03518,
        -0.01566, 0.01379, 0.001036, 0, 0.01577],
        np.float64,
    ),
)
COMEBACK_SHIFT = {"private": -1.113, "wall": 0.054, "mail": 0.277}
"""Log of the hazard in a domain over the common one."""

REPLY = Hazard(
    edges=np.array(
        [0, 0.04167, 0.125, 0.25, 0.5, 1, 2, 4, 7],
        np.float64,
    ),
    names=(
        "typical", "run_mine", "run_talks_mine", "n_in", "n_out", "talks", "they_open", "share_in", "longer",
        "broken_longer", "broken", "broken_lately", "longest", "mean_gap", "spread_gap", "tenure", "trend",
        "trend_mine", "they_answer", "i_answer", "they_quick", "i_quick", "their_wait", "they_again", "i_again",
        "since_in", "my_rate", "my_rate_in", "my_trend", "my_trend_in", "my_people", "rate_in", "rate_out",
        "they_open_lately", "i_open_lately", "they_opened_last", "hawkes_hours", "hawkes_week", "never",
        "never_run_mine", "never_run_talks_mine", "never_tenure", "never_hawkes_week", "never_my_rate",
        "never_my_rate_in", "never_my_trend", "never_my_trend_in", "never_my_people",
    ),
    mean=np.array(
        [1.577, 0.5854, 0.4301, 1.774, 2.347, 1.906, -0.5062, -0.5725, 1.906, 0.1449, -0.4143, -0.3596, 7.776,
        1.053, 0.6697, 3.286, -0.3626, -0.4524, 1.445, 1.549, 0.1707, 0.3258, -0.9864, -2.012, -1.416, 0.6395,
        0.4295, -0.0413, 0.1548, -0.0349, 2.542, -1.978, 0.1181, -3.125, -1.096, 0.238, -1.415, -0.4905, 0.253,
        0.2178, 0.1704, 0.3929, -0.2858, 0.0588, -0.2737, 0.0233, -0.0364, 0.5983],
        np.float64,
    ),
    spread=np.array(
        [1.191, 0.9628, 0.8217, 1.591, 1.464, 1.584, 1.188, 0.9738, 1.584, 2.474, 1.153, 0.861, 1.373, 1.148,
        0.5983, 2.286, 1.101, 1.518, 1.454, 1.406, 1.009, 1.037, 1.509, 1.032, 0.9017, 3.292, 1.482, 1.612, 0.7154,
        0.5998, 0.9799, 2.481, 2.732, 2.258, 2.962, 0.4259, 0.5404, 0.7822, 0.4347, 0.694, 0.5956, 1.27, 0.5196,
        0.8284, 0.9997, 0.4538, 0.2964, 1.171],
        np.float64,
    ),
    level=np.array(
        [-1.969, -2.725, -3.09, -3.444, -2.273, -2.528, -2.285, -2.206],
        np.float64,
    ),
    weight=np.array(
        [-0.2831, -0.06976, -0.1335, 0.2414, 0.1937, -0.1347, 0.03935, 0.1149, -0.1347, -0.003777, -0.06055,
        0.03039, -0.1031, -0.1379, -0.03514, -0.368, 0.06238, 0.5206, 0.4578, -0.07746, 0.2044, -0.0383, 0.451,
        0.04051, 0.04423, 0.1964, -0.2189, 0.3043, -0.1521, 0.1354, -0.07856, -0.05273, 0.07049, -0.02407, -0.02557,
        -0.04451, -0.5518, 0.6273, -0.00909, 0.0332, -0.1204, 0.08157, -0.04938, -0.2042, 0.4088, -0.1006, 0.07381,
        -0.1959],
        np.float64,
    ),
    late=np.array(
        [-0.07805, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.05301, 0, 0.01655, 0, 0.1671, 0, 0, 0.06531,
        0, 0, 0, 0, 0, -0.01546, 0, 0, 0, 0, -0.2087, 0.2343, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        np.float64,
    ),
    habit=np.array(
        [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        np.float64,
    ),
)
REPLY_SHIFT = {"private": 0.402, "wall": 0.094, "mail": 0.023}
"""Log of the hazard in a domain over the common one."""
