"""An offer that was weighed in; the word, the reason and the whole card of it, in sentences, out."""

from __future__ import annotations

from collections.abc import Iterator

from walkaway.app.weigh_offer import WeighedOffer
from walkaway.core.offers.turning import Turn
from walkaway.core.offers.weigh import Answer
from walkaway.core.standards.standard import PursuitKind
from walkaway.words.card import Number
from walkaway.words.en.amounts import count
from walkaway.words.en.money import chance, in_days, money, per_period
from walkaway.words.en.offer_sending import offer_sentence
from walkaway.words.offer_card import OfferCard, OfferHeadings
from walkaway.words.printable import printable

OFFER_WORDS = {
    Answer.ACCEPT: "Accept",
    Answer.COUNTER: "Counter",
    Answer.TIME: "Ask for time",
    Answer.WALK: "Walk",
}
TITLES = {
    PursuitKind.CLIENT: "The price with your client",
    PursuitKind.DEAL: "The price of this deal",
    PursuitKind.JOB: "The pay for this job",
    PursuitKind.INVESTOR: "The terms of your investor",
}
HEADINGS = OfferHeadings(
    limit="Where your limit comes from",
    send="A sentence you can send",
    changes="What would change this",
    basis="What this is based on",
)
OFFER_ASSUMED = {
    "range": "You did not say how far they may go, so a wide range around the numbers you gave stands in.",
    "otherwise": "If your fallback fails too, you are left with nothing.",
    "average": "An even chance of more or less counts as its average. If a loss would hurt you, hold a safer limit.",
    "fallback_stays": "Your fallback stays there while you wait for a better offer.",
    "withdrawn": "In 3 of 100 cases they take the offer back if you do not say yes at once.",
    "offer_stays": "If they say no to your number, you can still take their offer.",
    "reply_days": "An answer to your number takes three days.",
    "terms_stay": "The other terms stay as they are.",
}
NO_CHANGE = "No small change in their offer or your fallback would change this."
GIVE_RANGE = "Say how far they may go, and the number gets better: --likely LOW..HIGH."


def offer_reason(found: WeighedOffer) -> str:
    """Why this answer, in one sentence of at most 25 words, with its numbers."""
    offer, weighed = found.offer, found.weighed
    theirs, limit = _money(found, offer.theirs), _money(found, weighed.limit)
    lead = f"Their {theirs} is {where(found)} your limit of {limit}"
    number = None if weighed.number is None else _money(found, weighed.number)
    if weighed.answer is Answer.ACCEPT:
        return f"{lead}, and a counter would not bring you enough more."
    if weighed.answer is Answer.TIME:
        more = abs((weighed.values.time or 0.0) - without_time(found))
        return (
            f"You will know more {in_days(weighed.wait or 0.0)}. Waiting for that is worth about "
            f"{_money(found, rough(more))} more than an answer now."
        )
    if weighed.answer is Answer.COUNTER:
        link = "and" if offer.sign * (offer.theirs - weighed.limit) >= 0 else "but"
        return f"{lead}, {link} {number} has {chance(weighed.chance)} of a yes."
    if number is None and weighed.zone >= 0.05 and offer.mine is not None:
        return f"{lead}, and a yes to your {_money(found, offer.mine)} is not likely at all."
    return f"{lead}, and they are not likely to go past it."


def offer_card(found: WeighedOffer) -> OfferCard:
    """All that is shown of an offer that was weighed."""
    return OfferCard(
        answer=found.weighed.answer,
        title=TITLES[found.kind],
        word=OFFER_WORDS[found.weighed.answer],
        reason=offer_reason(found),
        numbers=tuple(_numbers(found)),
        limit=tuple(limit_lines(found)),
        send=offer_sentence(found),
        changes=tuple(offer_changes(found)),
        basis=tuple(OFFER_ASSUMED[code] for code in found.weighed.assumed),
        headings=HEADINGS,
    )


def number_to_say(found: WeighedOffer) -> float | None:
    """The number that goes with the answer: theirs with a yes, yours with a counter, none with time or a no."""
    if found.weighed.answer is Answer.ACCEPT:
        return found.offer.theirs
    return found.weighed.number if found.weighed.answer is Answer.COUNTER else None


def limit_lines(found: WeighedOffer) -> Iterator[str]:
    """What the limit is made of, one line each."""
    offer, weighed = found.offer, found.weighed
    back = offer.fallback
    if back.chance == 1:
        yield f"Your fallback: {_money(found, back.worth)}."
    else:
        share, worth = f"{100 * back.chance:.0f} of 100", _money(found, back.worth)
        yield f"Your fallback: {worth}, there in {share} cases, so it counts as {_money(found, weighed.sure_of)}."
    if offer.better is not None:
        better = offer.better
        yield (
            f"A better offer of {_money(found, better.worth)} has {chance(better.chance)} {in_days(better.days)}. "
            f"Without a deal you could wait for it."
        )
    if offer.cost:
        yield f"This deal costs you {_money(found, offer.cost)}."
    for term in offer.terms:
        verb = "is worth" if term.worth >= 0 else "costs"
        yield f"{printable(term.name, 40)} {verb} {_money(found, abs(term.worth))} to you."
    if back.chance < 1 or offer.better is not None or offer.cost or offer.terms:
        yield f"All in all that makes {_money(found, weighed.limit)}."


def offer_changes(found: WeighedOffer) -> Iterator[str]:
    """What would change the answer, each weighed again; and what to try where the own number is far from theirs."""
    if found.traded is not None and found.traded.number is not None:
        number, likely = _money(found, found.traded.number), chance(found.traded.chance)
        lead = f"If you would go {_toward(found)} for something in return"
        yield f"{lead}: Counter. {number} has {likely} of a yes (--trade)."
    yield from [turn_sentence(found, turn) for turn in found.turns] or [NO_CHANGE]
    if "range" in found.weighed.assumed:
        yield GIVE_RANGE


def turn_sentence(found: WeighedOffer, turn: Turn) -> str:
    """One change, in words."""
    at, word = _money(found, turn.at), OFFER_WORDS[turn.to]
    if turn.name == "deadline":
        return f"If they give you {count(round(turn.at), 'day')} to answer: {word}."
    if turn.name == "theirs":
        return f"If they offer {at}: {word}."
    return f"If your fallback is {at}: {word}."


# --- the numbers ------------------------------------------------------------------------------------------------------


def _numbers(found: WeighedOffer) -> Iterator[Number]:
    offer, weighed = found.offer, found.weighed
    said = number_to_say(found)
    if said is not None:
        note = "their own number" if weighed.answer is Answer.ACCEPT else f"{chance(weighed.chance)} of a yes"
        yield Number("The number to say", per_period(said, found.currency, found.per), note)
    limit = f"no deal {'below' if offer.selling else 'above'} this; keep it to yourself"
    yield Number("Your limit", per_period(weighed.limit, found.currency, found.per), limit)
    yield Number("Their offer", per_period(offer.theirs, found.currency, found.per), f"{where(found)} your limit")
    if weighed.answer is Answer.TIME and weighed.number is not None:
        number = per_period(weighed.number, found.currency, found.per)
        yield Number("If you do counter", number, f"{chance(weighed.chance)} of a yes")
    for label, worth in (("A counter is worth", weighed.values.counter), ("Waiting is worth", weighed.values.time)):
        if worth is not None:
            yield Number(label, _money(found, rough(worth)), "as a sure deal, chances counted in")


def without_time(found: WeighedOffer) -> float:
    """The best of the other answers."""
    sign, values = found.offer.sign, found.weighed.values
    others = [values.walk, *([] if values.counter is None else [values.counter])]
    if sign * values.accept >= sign * found.weighed.limit:
        others.append(values.accept)
    return sign * max(sign * x for x in others)


def where(found: WeighedOffer) -> str:
    theirs, limit = found.offer.theirs, found.weighed.limit
    if money(theirs) == money(limit):
        return "right at"
    return "above" if theirs > limit else "below"


def _toward(found: WeighedOffer) -> str:
    return "down" if found.offer.selling else "up"


def _money(found: WeighedOffer, amount: float) -> str:
    return money(amount, found.currency)


def rough(amount: float) -> float:
    """Three digits: more would say more than is known."""
    return float(f"{amount:.3g}")
