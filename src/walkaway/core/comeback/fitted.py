"""The fitted numbers of the forecasts."""

from walkaway.core.comeback.hawkes import Hawkes

HAWKES = Hawkes(0.05604, (3.26, 0.06249, 0.01689), (3.928, 0.1144, 0.001476))
