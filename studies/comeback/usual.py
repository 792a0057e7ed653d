"""The given data sets in; how often what somebody wrote was answered within a day and a week, by kind of archive, out.

    python -m studies.comeback.usual FOLDER

A message is the end of a burst (cases.py), in pairs as the forecast asks for: five conversations, two acts of each
side. Counted are those that were watched for the whole time.
"""

from __future__ import annotations

import numpy as np
from studies.comeback.cases import messages
from studies.comeback.fit import GIVEN
from studies.given import folder, tables

from walkaway.core.comeback.spells import ENOUGH_CONVERSATIONS, ENOUGH_WRITTEN

WITHIN = (1.0, 7.0)


def main() -> None:
    """A row per data set."""
    domain = {name: kind for kind, (name, _, _) in GIVEN.items()}
    for name, have in tables(folder()):
        cases = messages(have, np.random.default_rng(1))
        known = have.known
        ready = (known.conversations[cases.row] >= ENOUGH_CONVERSATIONS) & (
            known.written[cases.row].min(axis=1) >= ENOUGH_WRITTEN
        )
        cells = []
        for days in WITHIN:
            watched = ready & (cases.began + days <= have.seen.until)
            cells.append(f"{np.mean((cases.came & (cases.waited <= days))[watched]):.2f} of {watched.sum():,}")
        print(f"{domain[name]}: {' within a day, '.join(cells)} within a week")


if __name__ == "__main__":
    main()
