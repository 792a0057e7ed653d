"""When to leave, in a market where one may: markets in, what each exit rule earns the nice strategies out.

    python -m studies.market                  (a minute; --quick: a few short markets)
    python -m studies.market --drawing docs/studies/market/rules.svg

The page with the question, the method and what came out: docs/studies/market.md.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from studies.market.market import CELLS, ELSEWHERE, ROUNDS, Cell, played
from studies.market.report import Found, drawing, found, one_for_all, table

SEEDS, MARKETS, SEED = 24, 5, 20_261_121
"""So many seeds from SEED on, and markets on each. The setting was chosen on seeds below 100,000; these are others."""


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=SEEDS, help=f"each gives {MARKETS} markets of each kind")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--quick", action="store_true", help="one seed, 150 rounds")
    parser.add_argument("--drawing", type=Path, help="write the drawing there, as SVG")
    said = parser.parse_args()
    seeds, rounds = (1, 150) if said.quick else (said.seeds, ROUNDS)

    def told(cells: tuple[Cell, ...]) -> Found:
        return found(
            cells,
            np.concatenate([played(cells, MARKETS, said.seed + k, rounds=rounds) for k in range(seeds)], axis=1),
        )

    tried = told(CELLS)
    print(
        f"{seeds} seeds, {tried.markets} markets of each kind, {rounds} rounds; points a round of the nice strategies"
    )
    print("± standard error over markets.", table(tried), one_for_all(tried), sep="\n\n")
    print("\nMarkets on which no setting was tried:\n", table(told(ELSEWHERE)), sep="\n")
    if said.drawing:
        said.drawing.parent.mkdir(parents=True, exist_ok=True)
        said.drawing.write_text(drawing(tried), encoding="utf-8")


if __name__ == "__main__":
    main()
