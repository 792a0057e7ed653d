"""The fitted numbers of the forecasts, written by `python -m studies.comeback.fit`; change them there.

Pooled over private messages, wall posts and work mail, each weighing the same; the data is not part of this
project (docs/studies/comeback.md says what it is).
Fitted on what lies before quantile 0.8 only.
"""

import numpy as np

from walkaway.core.comeback.hawkes import Hawkes
from walkaway.core.comeback.hazard import Hazard

HAWKES = Hawkes(0.05604, (3.26, 0.06249, 0.01689), (3.928, 0.1144, 0.001476))

COMEBACK = Hazard(
    edges=np.array(
        [0, 3, 7, 14, 30, 60, 90]
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
        [1.992, 1.09, 0.5, 0.2768, 0.2768, 0.2222, 0.2222, 2.617, 2.617, 2.671, -0, 0, 1.369, 0, -0, -0, 1.275,
        1.146, 1.095, 4.593, -0.4288, -0.4288, 2.04, 2.04, 0.0719, 0.0719, -0.5882, -1.872, -1.872, 2.313, 2.313,
        -0.3031, -0.3163, -0.3862, -0.308, -1.991, -1.991, -2.728, -2.728, 0.5, -0.7845]
    ),
    spread=np.array(
        [0.887, 0.8752, 0.5, 0.7049, 0.7049, 0.6016, 0.6016, 1.045, 1.045, 1.018, 1.118, 0.968, 1.009, 0.9736,
        1.125, 0.9413, 1.139, 0.7036, 0.3745, 1.254, 0.7416, 0.7416, 0.8724, 0.8724, 1.075, 1.075, 1.504, 1.064,
        1.064, 1.093, 1.093, 1.285, 1.118, 0.6818, 0.6244, 1.196, 1.196, 1.113, 1.113, 0.5, 1.163]
    ),
    level=np.array(
        [-2.425, -2.378, -2.259, -1.987, -1.899, -2.676]
    ),
    weight=np.array(
        [-0.03037, 0.03989, 0.02913, -0.05747, 0.08188, 0.02209, 0.06339, 0.01984, 0.03505, 0.1409, 0.09437,
        -0.01887, 0.1151, 0.04906, -0.03099, 0.02128, 0.02823, 0.1403, -0.09313, 0.03116, 0.1208, -0.008709,
        0.04468, 0.1366, -0.06191, -0.03058, 0.08067, 0.1927, 0.007398, 0.07769, -0.06935, -0.156, -0.1534, 0.01008,
        0.1507, 0.1054, 0.03341, 0.2073, 0.05368, -0.03212, 0.1323]
    ),
    late=np.array(
        [0.1128, 0, -0.09197, 0, 0, 0, 0, 0.1561, 0, -0.1012, 0, 0, 0, 0, -0.05317, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0.03606, 0, 0, 0, 0, 0, -0.3251]
    ),
)
COMEBACK_SHIFT = {"private": -0.232, "wall": 0.118, "mail": 0.026}
"""Log of the hazard in a domain over the pooled one."""

REPLY = Hazard(
    edges=np.array(
        [0, 0.04167, 0.125, 0.25, 0.5, 1, 2, 4, 7]
    ),
    names=(
        "typical", "run_mine", "run_talks_mine", "n_in", "n_out", "talks", "they_open", "share_in", "longer",
        "broken_longer", "broken", "broken_lately", "longest", "mean_gap", "spread_gap", "tenure", "trend",
        "trend_mine", "they_answer", "i_answer", "they_quick", "i_quick", "their_wait", "they_again", "i_again",
        "since_in", "my_rate", "my_rate_in", "my_trend", "my_trend_in", "rate_in", "rate_out", "they_open_lately",
        "i_open_lately", "they_opened_last", "hawkes_hours", "hawkes_week",
    ),
    mean=np.array(
        [1.712, 0.6483, 0.4774, 1.341, 2.024, 1.528, -0.5864, -0.6835, 1.528, 0.1786, -0.4591, -0.3985, 7.737, 1.01,
        0.5885, 2.837, -0.4756, -0.6928, 1.024, 1.141, 0.0652, 0.1922, -0.9003, -1.904, -1.274, 1.079, 0.1792,
        -0.4555, 0.1465, -0.0615, -2.13, 0.5516, -3.311, -0.7054, 0.2004, -1.444, -0.6154]
    ),
    spread=np.array(
        [1.142, 1.03, 0.8676, 1.384, 1.362, 1.536, 1.061, 1.02, 1.536, 2.159, 1.018, 0.7811, 1.441, 1.194, 0.6251,
        2.415, 1.169, 1.641, 1.196, 1.162, 0.8471, 0.8781, 1.398, 0.9536, 0.7437, 3.259, 1.546, 1.622, 0.8065,
        0.6461, 2.749, 2.971, 2.443, 3.253, 0.4003, 0.5487, 0.7216]
    ),
    level=np.array(
        [-2.081, -2.869, -3.132, -3.069, -2.512, -2.752, -2.63, -2.548]
    ),
    weight=np.array(
        [-0.2452, -0.04641, -0.2356, 0.1336, 0.0585, -0.1015, 0.03415, 0.1039, -0.1015, 0.00896, -0.05229, 0.04494,
        -0.09986, -0.1298, -0.01846, -0.1145, 0.1976, 0.2482, 0.3074, 0.2826, 0.003433, -0.007106, 0.2939,
        -0.002604, 0.02234, 0.1916, -0.2901, 0.4153, -0.1935, 0.1021, -0.0007565, -0.05111, 0.04223, 0.009092,
        -0.06514, -0.3026, 0.2808]
    ),
    late=np.array(
        [-0.05539, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.1043, 0, -0.0519, 0, 0.118, 0, 0, 0.1127, 0,
        0, 0, 0, -0.04496, 0, 0, 0, 0, -0.177, 0.192]
    ),
)
REPLY_SHIFT = {"private": 0.217, "wall": 0.143, "mail": -0.151}
"""Log of the hazard in a domain over the pooled one."""
