"""When to leave, in a market where one may: markets in, what each exit rule earns the nice strategies out.

    python -m studies.market                  (a minute; --quick: a few short markets)
    python -m studies.market --drawing docs/studies/market/rules.svg

The page with the question, the method and what came out: docs/studies/market.md.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from studies.market.market import CELLS, ROUNDS, played
from studies.market.report import drawing, found, one_for_all, table

MARKETS, SEED = 60, 20_261_121
"""The setting was chosen on seeds below 100,000; these are others."""


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--markets", type=int, default=MARKETS, help="markets per cell, each with dice of its own")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--quick", action="store_true", help="4 markets per cell, 150 rounds")
    parser.add_argument("--drawing", type=Path, help="write the drawing there, as SVG")
    said = parser.parse_args()
    markets, rounds = (4, 150) if said.quick else (said.markets, ROUNDS)
    told = found(CELLS, played(CELLS, markets, said.seed, rounds=rounds))
    print(f"{markets} markets per cell, {rounds} rounds, points a round of the nice strategies ± standard error\n")
    print(table(told), one_for_all(told), sep="\n\n")
    if said.drawing:
        said.drawing.parent.mkdir(parents=True, exist_ok=True)
        said.drawing.write_text(drawing(told), encoding="utf-8")


if __name__ == "__main__":
    main()
