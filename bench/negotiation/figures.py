"""Games in; a table of who gained how much, and what the goals ask, out."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from statistics import fmean, median, stdev

from bench.negotiation.games import Game


def seats(games: Iterable[Game], who: str) -> list[tuple[Game, int]]:
    """The games of one negotiator, each with the side it sat on; a game with itself counts for both sides."""
    return [(game, side) for game in games for side in (0, 1) if game.names[side] == who]


def gain(games: Iterable[Game], who: str) -> float:
    return fmean(game.gain[side] for game, side in seats(games, who))


def per_scenario(games: Sequence[Game], who: str) -> dict[str, float]:
    names = dict.fromkeys(game.scenario for game in games)
    return {name: gain([game for game in games if game.scenario == name], who) for name in names}


def paired(games: Sequence[Game], ours: str, peer: str) -> tuple[float, float]:
    """Our gain less the peer's, mean over scenarios, and its t."""
    mine, theirs = per_scenario(games, ours), per_scenario(games, peer)
    apart = [mine[name] - theirs[name] for name in mine]
    if len(apart) < 2 or stdev(apart) == 0:
        return fmean(apart), math.nan
    return fmean(apart), fmean(apart) / (stdev(apart) / math.sqrt(len(apart)))


def figures(games: Sequence[Game], *, ours: str | None) -> str:
    """One line per negotiator, best first; then ours against the best peer in the whole pool and in smaller ones."""
    names = sorted({name for game in games for name in game.names}, key=lambda name: -gain(games, name))
    lines = ["who            gain  agree  pareto  rounds  no-zone rounds  left though zone  below outside"]
    lines += [_line(games, name) for name in names]
    if ours is not None:
        peers = [name for name in names if name != ours]
        lines += ["", _against(games, ours, peers, "all peers")]
        for left_out in peers:
            pool = [game for game in games if left_out not in game.names]
            lines.append(_against(pool, ours, [name for name in peers if name != left_out], f"without {left_out}"))
    return "\n".join(lines)


def _line(games: Sequence[Game], who: str) -> str:
    mine = seats(games, who)
    zone = [(game, side) for game, side in mine if game.zone]
    none = [game.steps for game, _ in mine if not game.zone]
    pareto = [game.pareto for game, _ in zone if game.agreed]
    left = fmean(game.left_by == side for game, side in zone)
    below = fmean(game.gain[side] < -1e-9 for game, side in mine)
    return (
        f"{who:12}  {gain(games, who):.4f}  {fmean(g.agreed for g, _ in zone):.3f}  "
        f"{fmean(pareto) if pareto else math.nan:.3f}   {fmean(g.steps for g, _ in mine):6.1f}  "
        f"{median(none) if none else math.nan:14.1f}  {left:16.4f}  {below:13.4f}"
    )


def _against(games: Sequence[Game], ours: str, peers: Sequence[str], pool: str) -> str:
    best = max(peers, key=lambda name: gain(games, name))
    mean, t = paired(games, ours, best)
    return (
        f"{pool}: ours {gain(games, ours):.4f}, best peer {best} {gain(games, best):.4f}; paired {mean:+.4f}, t {t:.2f}"
    )
