"""A review and a language's sentences in; the card, built and chosen as the English one is, out.

A language that is not English brings sentences (`of`): what is shown, and in which order, is decided once, here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from walkaway.app.review import Review
from walkaway.app.review_pursuit import RATED
from walkaway.core.balance.signals.signal import WINDOW
from walkaway.core.events import DAY
from walkaway.core.standards.standard import Mark
from walkaway.core.verdict.verdict import Move
from walkaway.words.card import Card, Chart, Number, Step, Week
from walkaway.words.en import cards as english
from walkaway.words.en.measures import recent_weeks
from walkaway.words.en.reason import ANSWERS, WEEKS
from walkaway.words.en.sending import BUSINESS
from walkaway.words.en.sending import to_send as in_english
from walkaway.words.printable import printable
from walkaway.words.sentences import Sentences
from walkaway.words.told import positions
from walkaway.words.told.leaving import gone_line


def translated(review: Review, of: Sentences) -> Card:
    """Everything the English card shows, in the sentences of `of`."""
    found, move, text = english.card(review), review.verdict.move, of.TEXT
    said = replace(
        found,
        word=of.WORDS[move] if review.gone is None else of.WORD,
        reason=reason(review, of),
        headings=of.HEADINGS,
        step=step(review, of),
        promises=(),
        together=(),
        outside=(),
    )
    if move is Move.SUPPORT:
        return replace(said, title=text["for_you"], paragraphs=of.SUPPORT)
    asked = move is Move.UNANSWERED
    judged = not asked and not review.answers.stop_contact
    told = review.source == ANSWERS
    return replace(
        _standing(said, review, of),
        title=text["you_and"].format(them=printable(review.called or review.them)),
        mark=_mark(review, of),
        chart=None if found.chart is None else _chart(found.chart, review, of),
        numbers=_numbers(review, of),
        signals=_signals(review, of),
        standards=() if asked else tuple(of.check(c, review.as_of.local) for c in review.standards),
        weeks=tuple(_week(week, review, k - len(found.weeks), of) for k, week in enumerate(found.weeks)),
        weeks_text=None if asked else text["normal_week"] if told else of.weeks(review.weeks, WEEKS),
        changes=of.changes(review.verdict) if judged else (),
        basis=of.basis(review),
    )


def _mark(review: Review, of: Sentences) -> str | None:
    marks = [of.TEXT["from_answers"]] if review.source == ANSWERS else []
    marks += [of.TEXT["in_these"]] if review.answers.elsewhere == "mostly" else []
    back_then = {"as_of_last", "as_of_told"} & {*review.assumed}
    marks += [of.TEXT["as_of"].format(day=of.day(review.as_of.local))] if back_then else []
    return " · ".join(marks) or None


def _chart(found: Chart, review: Review, of: Sentences) -> Chart:
    """The same values; days and words of the language."""
    bars = tuple(
        replace(week, monday=of.day(monday))
        for week, monday in zip(found.weeks, review.ribbon.monday.tolist(), strict=True)
    )
    seen = [bar for bar in bars if bar.share is not None]
    first, last, text = seen[0], seen[-1], of.TEXT
    said = text["ribbon"].format(first=f"{first.share:.0f}", on=first.monday, last=f"{last.share:.0f}", at=last.monday)
    plain = found.changed is not None or review.change.status == "none"
    since = review.change.since
    return Chart(
        title=text["ribbon_title"],
        text=said if plain else f"{said} {of.change(review.change)}",
        weeks=bars,
        changed=found.changed,
        changed_on=None if found.changed is None or since is None else of.day(since),
        key=f"{text['ribbon_key']} {text['ribbon_gap']}" if len(seen) < len(bars) else text["ribbon_key"],
        band=text["ribbon_band"],
        table=text["ribbon_table"],
        columns=text["ribbon_columns"],
    )


def _numbers(review: Review, of: Sentences) -> tuple[Number, ...]:
    share, verdict, text = review.balance, review.verdict, of.TEXT
    found = []
    if share is not None:
        value = text["share"].format(share=f"{share.share:.0f}", low=f"{share.low:.0f}", high=f"{share.high:.0f}")
        found.append(Number(text["share_label"], value, of.READINGS[share.reading]))
    if verdict.move is Move.UNANSWERED:
        return tuple(found)
    found.append(_met(review, of))
    if verdict.walk_away is not None and not review.answers.stop_contact:
        limit, now = (100 * x for x in (verdict.walk_away.limit, verdict.walk_away.now))
        side = "same" if round(now) == round(limit) else "more" if now > limit else "less"
        note = f"{text['going_on'].format(now=_weekly(review, now, of), side=text[side])} {_best_other(review, of)}"
        found.append(Number(text["limit_label"], _weekly(review, limit, of, "limit"), note))
    if verdict.sure is not None and verdict.move is not Move.NOT_ENOUGH:
        word = next(word for least, word in of.SURE if verdict.sure >= least)
        found.append(Number(text["sure_label"], f"{word} ({100 * verdict.sure:.0f} %)", text["sure_note"]))
    return tuple(found)


def _met(review: Review, of: Sentences) -> Number:
    must, text = [c for c in review.standards if c.standard.must_have], of.TEXT
    seen = [c for c in must or review.standards if c.mark != Mark.NOTHING]
    label = text["must_met"] if must else text["standards_met"]
    if not seen:
        return Number(label, text["none_seen"], of.NO_STANDARD)
    met = sum(c.mark == Mark.MET for c in seen)
    n = max(check.n for check in seen)
    lately = text["last_week"] if n == 1 else text["last_weeks"].format(n=of.small(n))
    note = text["normal_week"] if review.source == ANSWERS else lately
    return Number(label, text["met_of"].format(met=met, n=len(seen)), note)


def _signals(review: Review, of: Sentences) -> tuple[str, ...]:
    """First the signs in their order, then the trend: doors tell by that which messages belong to which."""
    if review.source in (ANSWERS, RATED):
        return ()
    said = [of.signal(s, review.as_of.local) for s in review.signals]
    since = review.change.since
    slope = of.trend(review.trend) if since is None or review.as_of.local - since > 112 * DAY else None
    return (*said, slope) if slope is not None else tuple(said) or (of.NO_SIGNAL,)


def _week(week: Week, review: Review, place: int, of: Sentences) -> Week:
    monday, mark = int(review.weeks.monday[place]), Mark(int(review.weeks.mark[place]))
    return Week(of.day(monday), week.letter, of.MARKS[mark][1])


def _standing(card: Card, review: Review, of: Sentences) -> Card:
    """The card with promises, what is settled, and what else there is: each where the English card has it."""
    where, kind = review.position, review.answers.kind
    if where is None:
        return card
    return replace(
        card,
        promises=positions.promises(where, review.as_of, kind, of=of),
        together=positions.together(where, of=of),
        outside=() if review.verdict.walk_away is None else positions.outside(where, of=of),
    )


def _best_other(review: Review, of: Sentences) -> str:
    found = None if review.position is None else review.position.outside.best
    free: str = of.FREE_WEEK
    return free if found is None else str(of.TEXT["best"].format(name=printable(found.option.name, 60)))


def _weekly(review: Review, percent: float, of: Sentences, plain: str = "percent") -> str:
    """What a week is worth: in the person's own unit where one is kept, else as a part of a good week."""
    if review.position is None:
        return str(of.TEXT[plain].format(limit=f"{percent:.0f}"))
    own = positions.amount(percent / 100 * review.position.good, review.position.unit, of=of)
    return str(of.TEXT["weekly"].format(amount=own))


# --- the reason -------------------------------------------------------------------------------------------------------


def reason(review: Review, of: Sentences) -> str:
    """Why this move, in one sentence of acts. The first that holds of those that speak for the move."""
    move, said = review.verdict.move, of.REASONS
    if move is Move.SUPPORT:
        fixed: str = said["support"]
    elif move is Move.UNANSWERED:
        fixed = said["unanswered"]
    elif review.answers.stop_contact:
        fixed = said["stop_contact"]
    elif review.gone is not None:
        fixed = gone_line(review.gone, of=of)
    elif move is Move.WALK and review.answers.want is False:
        fixed = said["no_want"]
    elif review.source == ANSWERS:
        fixed = _told(review, of)
    else:
        speaking = _for_staying if move is Move.STAY else _for_doubt if move is Move.NOT_ENOUGH else _against
        fixed = next(speaking(review, of), said["nothing_yet"])
    return fixed


def _told(review: Review, of: Sentences) -> str:
    found, now, said = review.change, of.day(review.as_of.local), of.REASONS
    text: str
    if review.verdict.move is Move.STAY:
        met = sum(check.mark == Mark.MET for check in review.standards)
        text = said["told_met"].format(now=now, met=of.small(met), n=of.small(len(review.standards)))
    elif found.status in ("less", "more") and found.since is not None and found.factor is not None:
        text = said["told_change"].format(since=of.day(found.since), size=of.compared(found.factor.value))
    elif review.balance is None:
        text = said["nothing_yet"]
    else:
        text = said["told_share"].format(now=now, share=f"{review.balance.share:.0f}")
    return text


def _for_staying(review: Review, of: Sentences) -> Iterator[str]:
    """What speaks for going on. Who carries it is said too, when it is you."""
    recent, share, said = recent_weeks(review.weeks, WEEKS), review.balance, of.REASONS
    if recent and share is not None and share.reading == "you_carry":
        yield said["you_carry"].format(share=f"{100 - share.share:.0f}", met=of.met(recent, lower=True))
    if recent and 2 * recent[0] >= recent[1]:
        yield of.met(recent)
    if any(signal.name == "steady" for signal in review.signals):
        yield said["steady"].format(since=of.day(review.as_of.local - WINDOW))
    if recent:
        shown = [mark for mark in review.weeks.mark.tolist() if mark != Mark.NOTHING][-WEEKS:]
        missed = sum(mark == Mark.MISSED for mark in shown)
        yield said["missed"].format(since=of.day(recent[2]), missed=of.small(missed), n=of.small(recent[1]))


def _for_doubt(review: Review, of: Sentences) -> Iterator[str]:
    recent = recent_weeks(review.weeks, WEEKS)
    if recent and review.verdict.informative < 4:
        which = "too_little_one" if recent[1] == 1 else "too_little"
        yield of.REASONS[which].format(since=of.day(recent[2]), n=of.small(recent[1]))
    elif recent:
        yield of.REASONS["no_clear"].format(met=of.met(recent).rstrip("."))


def _against(review: Review, of: Sentences) -> Iterator[str]:
    """What speaks for asking, stepping back or walking: a dated fall first, then counts."""
    found, said = {s.name: s for s in review.signals}, of.REASONS
    window = of.day(review.as_of.local - WINDOW)
    if review.change.status == "silent" and review.change.since is not None:
        yield of.silence(review.change)
    fell = found.get("taken_for_granted")
    if fell is not None:
        since = window if fell.since is None else of.day(fell.since)
        which = "fell" if fell.since is None else "fell_about"
        yield said[which].format(since=since, fell=of.FELL[fell.about].format(left=of.fraction(fell.measure.value)))
    for name in ("ignored", "chasing", "hard_to_get"):
        if name in found:
            yield _counted(name, found[name], window, of)
    if review.change.status == "less" and review.change.since is not None and review.change.factor:
        yield said["less"].format(since=of.day(review.change.since), size=of.compared(review.change.factor.value))
    recent = recent_weeks(review.weeks, WEEKS)
    if "mixed" in found and recent:
        yield said["mixed_met"].format(since=window, met=of.small(recent[0]), n=of.small(recent[1]))
    if "mixed" in found:
        yield said["mixed"].format(since=window)
    if recent:
        yield of.met(recent)
    if review.balance is not None:
        yield said["share"].format(now=of.day(review.as_of.local), share=f"{review.balance.share:.0f}")


def _counted(name: str, signal: Any, window: str, of: Sentences) -> str:
    said = of.REASONS
    text: str
    if name == "chasing":
        text = said["opened"].format(since=window, of=of.of_conversations(signal))
    elif signal.since is not None:
        text = said["no_answer"].format(since=of.day(signal.since))
    else:
        text = said["answered"].format(since=window, of=of.of_yours(signal))
    return text


# --- the step ---------------------------------------------------------------------------------------------------------


def step(review: Review, of: Sentences) -> Step | None:
    """What to do now. None under support: the page says all there is."""
    if review.verdict.move is Move.SUPPORT:
        return None
    now, send = review.next_step, to_send(review, of)
    name = "no_contact" if review.answers.stop_contact else now.name
    if name == "step_back":
        text = of.step_back(now.days, now.until)
    elif name == "wait_and_see" and now.until is not None:
        text = of.STEPS["wait_until"].format(day=of.day(now.until))
    else:
        text = of.STEPS[name]
    return Step(text=text, lead=of.LEADS.get(name) if send else None, send=send)


def to_send(review: Review, of: Sentences) -> str | None:
    """What to send now: the same request as in English, and only where English has one."""
    now, kind = review.next_step, review.answers.kind
    if in_english(review) is None or now.sentence is None:
        return None
    if now.sentence == "no":
        return str(of.NOES[kind])
    if now.sentence == "step_back":
        return None if now.until is None else str(of.IF_THEY_WRITE[kind]).format(day=of.day(now.until))
    talk: str = of.TALK if kind in BUSINESS else of.TALK_PRIVATELY
    return str(of.ASKS[kind].get(now.sentence.removeprefix("ask_"), talk))
