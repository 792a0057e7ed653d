"""The fitted numbers of the forecasts, written by `python -m studies.comeback.fit`; change them there.

Pooled over private messages, wall posts and work mail, each weighing the same; the data is not part of this
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
        "my_trend", "my_trend_in", "rate_in", "rate_out", "they_open_lately", "i_open_lately", "they_opened_last",
        "hawkes",
    ),
    mean=np.array(
        [2.047, 1.145, 0.5, 0.2672, 0.2672, 0.2156, 0.2156, 2.637, 2.637, 2.694, 0, 0, 1.4, 0, 0, 0, 1.344, 1.202,
        1.131, 4.699, -0.441, -0.441, 2.071, 2.071, 0.0682, 0.0682, -0.5635, -1.883, -1.883, 2.373, 2.373, -0.3871,
        -0.3985, -0.4145, -0.3416, -2.084, -2.084, -2.807, -2.807, 0.5, -0.867],
        np.float64,
    ),
    spread=np.array(
        [0.9093, 0.895, 0.5, 0.6828, 0.6828, 0.5838, 0.5838, 1.035, 1.035, 0.9965, 1.089, 0.9432, 0.9814, 0.9676,
        1.1, 0.9337, 1.13, 0.7172, 0.3774, 1.23, 0.7632, 0.7632, 0.8813, 0.8813, 1.077, 1.077, 1.508, 1.058, 1.058,
        1.115, 1.115, 1.252, 1.085, 0.7009, 0.6516, 1.193, 1.193, 1.111, 1.111, 0.5, 1.185],
        np.float64,
    ),
    level=np.array(
        [-2.528, -2.473, -2.37, -2.09, -2.129, -3.016],
        np.float64,
    ),
    weight=np.array(
        [-0.05943, 0.04921, 0.03756, -0.06259, 0.06555, 0.01483, 0.06588, 0.005355, 0.03746, 0.1346, 0.05779,
        -0.03779, 0.1205, 0.07901, -0.05498, 0.03614, 0.001084, 0.1431, -0.08283, -0.02169, 0.09523, -0.02799,
        0.04381, 0.1208, -0.06905, -0.008211, 0.05851, 0.1946, -0.02507, 0.08377, -0.1049, -0.1531, -0.1275,
        0.02442, 0.1975, 0.09894, -0.00671, 0.1944, 0.0444, -0.02095, 0.1796],
        np.float64,
    ),
    late=np.array(
        [0.1094, 0, -0.09516, 0, 0, 0, 0, 0.149, 0, -0.1551, 0, 0, 0, 0, -0.06441, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0.06231, 0, 0, 0, 0, 0, -0.2981],
        np.float64,
    ),
)
COMEBACK_SHIFT = {"private": -0.220, "wall": 0.150, "mail": 0.008}
"""Log of the hazard in a domain over the pooled one."""

REPLY = Hazard(
    edges=np.array(
        [0, 0.04167, 0.125, 0.25, 0.5, 1, 2, 4, 7],
        np.float64,
    ),
    names=(
        "typical", "run_mine", "run_talks_mine", "n_in", "n_out", "talks", "they_open", "share_in", "longer",
        "broken_longer", "broken", "broken_lately", "longest", "mean_gap", "spread_gap", "tenure", "trend",
        "trend_mine", "they_answer", "i_answer", "they_quick", "i_quick", "their_wait", "they_again", "i_again",
        "since_in", "my_rate", "my_rate_in", "my_trend", "my_trend_in", "rate_in", "rate_out", "they_open_lately",
        "i_open_lately", "they_opened_last", "hawkes_hours", "hawkes_week",
    ),
    mean=np.array(
        [1.728, 0.6275, 0.4712, 1.418, 2.067, 1.603, -0.5626, -0.6495, 1.603, 0.1654, -0.4456, -0.3947, 7.833,
        1.072, 0.6346, 3.003, -0.434, -0.588, 1.092, 1.208, 0.0708, 0.1878, -0.881, -1.908, -1.3, 1.046, 0.0857,
        -0.4986, 0.1835, -0.0408, -2.154, 0.3648, -3.3, -0.8394, 0.2036, -1.452, -0.6154],
        np.float64,
    ),
    spread=np.array(
        [1.173, 1.011, 0.8597, 1.408, 1.353, 1.531, 1.055, 1.008, 1.531, 2.211, 1.015, 0.7905, 1.474, 1.215, 0.6422,
        2.426, 1.176, 1.646, 1.221, 1.184, 0.8618, 0.8913, 1.41, 0.9445, 0.7622, 3.261, 1.488, 1.542, 0.7852,
        0.6579, 2.66, 2.941, 2.376, 3.188, 0.4027, 0.5422, 0.7185],
        np.float64,
    ),
    level=np.array(
        [-2.064, -2.837, -3.103, -3.011, -2.458, -2.697, -2.583, -2.521],
        np.float64,
    ),
    weight=np.array(
        [-0.2366, -0.05314, -0.2175, 0.1291, 0.04941, -0.09935, 0.01388, 0.1134, -0.09935, 0.01355, -0.058, 0.03782,
        -0.116, -0.1141, -0.01611, -0.1167, 0.1885, 0.2502, 0.302, 0.283, 0.02397, -0.00614, 0.2932, 0.009295,
        0.01864, 0.1805, -0.2917, 0.4013, -0.1948, 0.1111, 0.004053, -0.04025, 0.05239, 0.0197, -0.05565, -0.3166,
        0.2801],
        np.float64,
    ),
    late=np.array(
        [-0.05861, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.09904, 0, -0.04846, 0, 0.11, 0, 0, 0.1007,
        0, 0, 0, 0, -0.04582, 0, 0, 0, 0, -0.1831, 0.1846],
        np.float64,
    ),
)
REPLY_SHIFT = {"private": 0.212, "wall": 0.136, "mail": -0.147}
"""Log of the hazard in a domain over the pooled one."""
