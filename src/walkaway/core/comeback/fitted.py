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
        [2.124, 1.157, 0.5, 0.2604, 0.2604, 0.21, 0.21, 2.556, 2.556, 2.601, 0, 0, 1.293, 0, 0, -0, 1.185, 1.199,
        1.112, 4.625, -0.4971, -0.4971, 1.999, 1.999, 0.0745, 0.0745, -0.5814, -1.871, -1.871, 2.434, 2.434, -0.399,
        -0.4032, -0.4261, -0.3546, -2.109, -2.109, -2.838, -2.838, 0.5, -0.9308],
        np.float64,
    ),
    spread=np.array(
        [0.9268, 0.9121, 0.5, 0.6757, 0.6757, 0.5779, 0.5779, 1.056, 1.056, 1.049, 1.077, 0.9287, 0.9924, 0.9367,
        1.089, 0.9266, 1.214, 0.7396, 0.4097, 1.294, 0.7632, 0.7632, 0.8898, 0.8898, 1.068, 1.068, 1.505, 1.035,
        1.035, 1.116, 1.116, 1.261, 1.102, 0.7122, 0.6658, 1.204, 1.204, 1.134, 1.134, 0.5, 1.184],
        np.float64,
    ),
    level=np.array(
        [-2.628, -2.586, -2.47, -2.166, -2.193, -3.055],
        np.float64,
    ),
    weight=np.array(
        [-0.07675, -0.002674, 0.02226, -0.04455, 0.04439, 0.003632, 0.04892, -0.02176, 0.01299, 0.1025, 0.04063,
        -0.04115, 0.03824, 0.05272, -0.04019, 0.01998, 0.01175, 0.06938, -0.01985, -0.05782, 0.0546, -0.03071,
        0.0124, 0.07381, -0.04873, -0.008754, 0.05392, 0.1489, -0.02551, -0.00697, -0.06993, -0.1051, -0.07578,
        0.02307, 0.1576, 0.06797, 0.01858, 0.1261, 0.05179, -0.01058, 0.4348],
        np.float64,
    ),
    late=np.array(
        [0.08386, 0, -0.06728, 0, 0, 0, 0, 0.0992, 0, -0.1001, 0, 0, 0, 0, -0.04723, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0.04593, 0, 0, 0, 0, 0, -0.2141],
        np.float64,
    ),
    habit=np.array(
        [0.006985, 0.06043, 0, 0, 0, 0, 0, 0.02013, 0.03867, 0.1092, 0, 0, 0.03193, 0, 0, 0, 0.004331, 0.1146,
        -0.009463, 0.001522, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.09554, -0.01234, -0.03159, -0.01154, 0, 0, 0.02682,
        -0.01815, 0.03747, -0.01468, 0, 0.04182],
        np.float64,
    ),
)
COMEBACK_SHIFT = {"private": -0.465, "wall": 0.267, "mail": 0.205}
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
    habit=np.array(
        [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0],
        np.float64,
    ),
)
REPLY_SHIFT = {"private": 0.212, "wall": 0.075, "mail": -0.148}
"""Log of the hazard in a domain over the pooled one."""
