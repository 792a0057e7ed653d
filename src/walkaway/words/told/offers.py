"""An offer that was weighed and a language's sentences in; the word, the reason and the whole card of it, out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from walkaway.app.weigh_offer import WeighedOffer
from walkaway.core.offers.turning import Turn
from walkaway.core.offers.weigh import Answer
from walkaway.words.card import Number
from walkaway.words.offer_card import OfferCard
from walkaway.words.printable import printable

_LIKELY_ZONE = 0.05


def offer_card(found: WeighedOffer, *, of: Any) -> OfferCard:
    """All that is shown of an offer that was weighed."""
    return OfferCard(
        answer=found.weighed.answer,
        title=of.TITLES[found.kind],
        word=of.OFFER_WORDS[found.weighed.answer],
        reason=offer_reason(found, of=of),
        numbers=tuple(_numbers(found, of)),
        limit=tuple(_limit_lines(found, of)),
        send=offer_sentence(found, of=of),
        changes=tuple(_changes(found, of)),
        basis=tuple(of.OFFER_ASSUMED[code] for code in found.weighed.assumed),
        headings=of.HEADINGS,
    )


def offer_reason(found: WeighedOffer, *, of: Any) -> str:
    """Why this answer, in one sentence, with its numbers."""
    offer, weighed, said = found.offer, found.weighed, of.OFFER
    theirs, limit = (_money(found, x, of) for x in (offer.theirs, weighed.limit))
    place = said["place"].format(theirs=theirs, where=said[f"{_where(found, of)}_your"], limit=limit)
    number = None if weighed.number is None else _money(found, weighed.number, of)
    if weighed.answer is Answer.ACCEPT:
        text = said["accept"].format(place=place)
    elif weighed.answer is Answer.TIME:
        more = abs((weighed.values.time or 0.0) - _without_time(found))
        worth = _money(found, _rough(more), of)
        text = said["time"].format(in_days=of.in_days(weighed.wait or 0.0), more=worth)
    elif weighed.answer is Answer.COUNTER:
        link = said["and" if offer.sign * (offer.theirs - weighed.limit) >= 0 else "but"]
        text = said["counter"].format(place=place, link=link, number=number, chance=of.chance(weighed.chance))
    elif number is None and weighed.zone >= _LIKELY_ZONE and offer.mine is not None:
        text = said["far"].format(place=place, mine=_money(found, offer.mine, of))
    else:
        text = said["walk"].format(place=place)
    return str(text)


def offer_sentence(found: WeighedOffer, *, of: Any) -> str:
    """The sentence for this answer, with its number or its days."""
    offer, weighed = found.offer, found.weighed
    sentences = of.SENTENCES[found.kind] if offer.selling else of.BUYING
    number = offer.theirs if weighed.answer is Answer.ACCEPT or weighed.number is None else weighed.number
    days = of.days_long(max(1, round(weighed.wait or 0)))
    return str(sentences[how(found)].format(number=of.per_period(number, found.currency, found.per), days=days))


def _limit_lines(found: WeighedOffer, of: Any) -> Iterator[str]:
    offer, weighed, said = found.offer, found.weighed, of.OFFER
    back, worth = offer.fallback, _money(found, offer.fallback.worth, of)
    if back.chance == 1:
        yield said["fallback"].format(worth=worth)
    else:
        share, counts = of.number(100 * back.chance), _money(found, weighed.sure_of, of)
        yield said["fallback_unsure"].format(worth=worth, share=share, counts=counts)
    if offer.better is not None:
        better = offer.better
        when, chance = of.in_days(better.days), of.chance(better.chance)
        yield said["better"].format(worth=_money(found, better.worth, of), chance=chance, in_days=when)
    if offer.cost:
        yield said["cost"].format(amount=_money(found, offer.cost, of))
    for term in offer.terms:
        which = said["term_gain" if term.worth >= 0 else "term_cost"]
        yield which.format(name=printable(term.name, 40), amount=_money(found, abs(term.worth), of))
    if back.chance < 1 or offer.better is not None or offer.cost or offer.terms:
        yield said["all"].format(amount=_money(found, weighed.limit, of))


def _changes(found: WeighedOffer, of: Any) -> Iterator[str]:
    if found.traded is not None and found.traded.number is not None:
        way = of.OFFER["down" if found.offer.selling else "up"]
        number = _money(found, found.traded.number, of)
        yield of.OFFER["trade"].format(way=way, number=number, chance=of.chance(found.traded.chance))
    yield from [turn_sentence(found, turn, of=of) for turn in found.turns] or [of.NO_CHANGE]
    if "range" in found.weighed.assumed:
        yield of.GIVE_RANGE


def turn_sentence(found: WeighedOffer, turn: Turn, *, of: Any) -> str:
    """One change, in words."""
    at = of.days_given(round(turn.at)) if turn.name == "deadline" else _money(found, turn.at, of)
    which = turn.name if turn.name in ("deadline", "theirs") else "fallback"
    return str(of.OFFER_TURNS[which].format(at=at, word=of.OFFER_WORDS[turn.to]))


def _numbers(found: WeighedOffer, of: Any) -> Iterator[Number]:
    offer, weighed, said = found.offer, found.weighed, of.OFFER_NUMBERS

    def shown(amount: float) -> str:
        return str(of.per_period(amount, found.currency, found.per))

    number = found.number_to_say
    a_yes = said["a_yes"].format(chance=of.chance(weighed.chance))
    if number is not None:
        note = said["their_own"] if weighed.answer is Answer.ACCEPT else a_yes
        yield Number(said["to_say"], shown(number), note)
    yield Number(said["limit"], shown(weighed.limit), said["none_below" if offer.selling else "none_above"])
    yield Number(said["theirs"], shown(offer.theirs), said[_where(found, of)])
    if weighed.answer is Answer.TIME and weighed.number is not None:
        yield Number(said["if_counter"], shown(weighed.number), a_yes)
    for label, worth in (("counter_worth", weighed.values.counter), ("waiting_worth", weighed.values.time)):
        if worth is not None:
            yield Number(said[label], _money(found, _rough(worth), of), said["as_sure"])


def how(found: WeighedOffer) -> str:
    """The answer; a counter is a first number, one that is held, or one that comes for something in return."""
    if found.weighed.answer is not Answer.COUNTER or found.offer.mine is None:
        return found.weighed.answer.value
    ahead = found.offer.sign * ((found.weighed.number or 0.0) - found.offer.mine)
    return "hold" if ahead == 0 else "trade" if ahead < 0 else "counter"


def _without_time(found: WeighedOffer) -> float:
    """The best of the other answers."""
    sign, values = found.offer.sign, found.weighed.values
    others = [values.walk, *([] if values.counter is None else [values.counter])]
    if sign * values.accept >= sign * found.weighed.limit:
        others.append(values.accept)
    return sign * max(sign * x for x in others)


def _where(found: WeighedOffer, of: Any) -> str:
    """Above, below or at the limit, as both are shown."""
    theirs, limit = found.offer.theirs, found.weighed.limit
    if of.money(theirs) == of.money(limit):
        return "at"
    return "above" if theirs > limit else "below"


def _rough(amount: float) -> float:
    """Three digits: more would say more than is known."""
    return float(f"{amount:.3g}")


def _money(found: WeighedOffer, amount: float, of: Any) -> str:
    return str(of.money(amount, found.currency))
