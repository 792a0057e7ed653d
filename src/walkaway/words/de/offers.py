"""Die Karte eines Angebots, auf Deutsch: ihre Wörter und Sätze."""

from __future__ import annotations

from walkaway.core.offers.weigh import Answer
from walkaway.core.standards.standard import PursuitKind
from walkaway.words.offer_card import OfferHeadings

OFFER_WORDS = {
    Answer.ACCEPT: "Annehmen",
    Answer.COUNTER: "Gegenangebot",
    Answer.TIME: "Um Zeit bitten",
    Answer.WALK: "Gehen",
}
TITLES = {
    PursuitKind.CLIENT: "Der Preis bei deiner Kundschaft",
    PursuitKind.DEAL: "Der Preis dieses Geschäfts",
    PursuitKind.JOB: "Das Gehalt für diese Stelle",
    PursuitKind.INVESTOR: "Die Bedingungen deiner Geldgeber",
}
HEADINGS = OfferHeadings(
    limit="Woher deine Grenze kommt",
    send="Das kannst du so schicken",
    changes="Was das ändern würde",
    basis="Worauf das beruht",
)
OFFER_ASSUMED = {
    "range": "Du hast nicht gesagt, wie weit sie gehen könnten. Also gilt eine weite Spanne um die genannten Zahlen.",
    "otherwise": "Wenn auch dein Ausweg scheitert, bleibt dir nichts.",
    "average": "Gleich wahrscheinlich mehr oder weniger zählt als Mittel. Täte Verlust weh, setz die Grenze sicherer.",
    "fallback_stays": "Dein Ausweg bleibt dir, während du auf ein besseres Angebot wartest.",
    "withdrawn": "In 3 von 100 Fällen nehmen sie ihr Angebot zurück, wenn du nicht gleich Ja sagst.",
    "offer_stays": "Wenn sie zu deiner Zahl Nein sagen, kannst du ihr Angebot noch annehmen.",
    "reply_days": "Eine Antwort auf deine Zahl dauert drei Tage.",
    "terms_stay": "Die übrigen Bedingungen bleiben, wie sie sind.",
}
NO_CHANGE = "Keine kleine Änderung an ihrem Angebot oder deinem Ausweg würde das ändern."
GIVE_RANGE = "Sag, wie weit sie gehen könnten, dann wird die Zahl besser."
OFFER = {
    "place": "Ihr Angebot von {theirs} liegt {where} {limit}",
    "above_your": "über deiner Grenze von",
    "below_your": "unter deiner Grenze von",
    "at_your": "genau auf deiner Grenze von",
    "accept": "{place}, und ein Gegenangebot brächte dir nicht genug mehr.",
    "time": "Du weißt {in_days} mehr. Darauf zu warten ist etwa {more} mehr wert als eine Antwort jetzt.",
    "counter": "{place}, {link} mit {number} kommt {chance} ein Ja.",
    "and": "und",
    "but": "aber",
    "far": "{place}, und ein Ja zu deinen {mine} ist sehr unwahrscheinlich.",
    "walk": "{place}, und dass sie sich so weit bewegen, ist unwahrscheinlich.",
    "fallback": "Dein Ausweg: {worth}.",
    "fallback_unsure": "Dein Ausweg: {worth}, in {share} von 100 Fällen da; das zählt als {counts}.",
    "better": "Ein besseres Angebot von {worth} kommt {chance}, {in_days}. Ohne Abschluss könntest du darauf warten.",
    "cost": "Dieser Abschluss kostet dich {amount}.",
    "term_gain": "{name} ist dir {amount} wert.",
    "term_cost": "{name} kostet dich {amount}.",
    "all": "Zusammen macht das {amount}.",
    "trade": "Wenn du für eine Gegenleistung {way}: Gegenangebot. Mit {number} kommt {chance} ein Ja.",
    "down": "heruntergehst",
    "up": "hinaufgehst",
}
OFFER_TURNS = {
    "deadline": "Wenn sie dir {at} für die Antwort geben: {word}.",
    "theirs": "Wenn sie {at} bieten: {word}.",
    "fallback": "Wenn dein Ausweg {at} ist: {word}.",
}
OFFER_NUMBERS = {
    "to_say": "Die Zahl, die du sagst",
    "their_own": "ihre eigene Zahl",
    "a_yes": "{chance} ein Ja",
    "limit": "Deine Grenze",
    "none_below": "darunter kein Abschluss; behalt sie für dich",
    "none_above": "darüber kein Abschluss; behalt sie für dich",
    "theirs": "Ihr Angebot",
    "above": "über deiner Grenze",
    "below": "unter deiner Grenze",
    "at": "genau auf deiner Grenze",
    "if_counter": "Falls doch ein Gegenangebot",
    "counter_worth": "Ein Gegenangebot ist wert",
    "waiting_worth": "Warten ist wert",
    "as_sure": "als sicherer Abschluss, Chancen eingerechnet",
}
