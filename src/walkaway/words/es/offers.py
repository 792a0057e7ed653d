"""La tarjeta de una oferta, en español: sus palabras y frases."""

from __future__ import annotations

from walkaway.core.offers.weigh import Answer
from walkaway.core.standards.standard import PursuitKind
from walkaway.words.offer_card import OfferHeadings

OFFER_WORDS = {
    Answer.ACCEPT: "Acepta",
    Answer.COUNTER: "Contraoferta",
    Answer.TIME: "Pide tiempo",
    Answer.WALK: "Vete",
}
TITLES = {
    PursuitKind.CLIENT: "El precio con tu clientela",
    PursuitKind.DEAL: "El precio de este trato",
    PursuitKind.JOB: "El sueldo de este empleo",
    PursuitKind.INVESTOR: "Las condiciones de quien invierte",
}
HEADINGS = OfferHeadings(
    limit="De dónde sale tu límite",
    send="Puedes enviar esto tal cual",
    changes="Qué cambiaría esto",
    basis="En qué se apoya",
)
OFFER_ASSUMED = {
    "range": "No dijiste hasta dónde pueden llegar, así que vale un margen amplio en torno a los números que diste.",
    "otherwise": "Si tu alternativa también falla, no te queda nada.",
    "average": "Más o menos con igual probabilidad cuenta como la media. Si perder te duele, pon un límite más seguro.",
    "fallback_stays": "Tu alternativa sigue ahí mientras esperas una oferta mejor.",
    "withdrawn": "En 3 de 100 casos retiran la oferta si no dices que sí enseguida.",
    "offer_stays": "Si dicen que no a tu número, todavía puedes aceptar su oferta.",
    "reply_days": "Una respuesta a tu número tarda tres días.",
    "terms_stay": "Las demás condiciones quedan como están.",
}
NO_CHANGE = "Ningún cambio pequeño en su oferta o en tu alternativa cambiaría esto."
GIVE_RANGE = "Di hasta dónde pueden llegar, y el número será mejor."
OFFER = {
    "place": "Su oferta de {theirs} está {where} {limit}",
    "above_your": "por encima de tu límite de",
    "below_your": "por debajo de tu límite de",
    "at_your": "justo en tu límite de",
    "accept": "{place}, y una contraoferta no te daría mucho más.",
    "time": "Sabrás más {in_days}. Esperar a eso vale unos {more} más que responder ahora.",
    "counter": "{place}, {link} con {number} llega un sí {chance}.",
    "and": "y",
    "but": "pero",
    "far": "{place}, y un sí a tus {mine} es muy poco probable.",
    "walk": "{place}, y es poco probable que lleguen hasta ahí.",
    "fallback": "Tu alternativa: {worth}.",
    "fallback_unsure": "Tu alternativa: {worth}, presente en {share} de 100 casos, así que cuenta como {counts}.",
    "better": "Una oferta mejor de {worth} llega {chance}, {in_days}. Sin trato podrías esperarla.",
    "cost": "Este trato te cuesta {amount}.",
    "term_gain": "{name} te vale {amount}.",
    "term_cost": "{name} te cuesta {amount}.",
    "all": "En total son {amount}.",
    "trade": "Si a cambio de algo {way}: Contraoferta. Con {number} llega un sí {chance}.",
    "down": "bajaras",
    "up": "subieras",
}
OFFER_TURNS = {
    "deadline": "Si te dan {at} para responder: {word}.",
    "theirs": "Si ofrecen {at}: {word}.",
    "fallback": "Si tu alternativa es {at}: {word}.",
}
OFFER_NUMBERS = {
    "to_say": "El número que decir",
    "their_own": "su propio número",
    "a_yes": "un sí {chance}",
    "limit": "Tu límite",
    "none_below": "por debajo no hay trato; guárdatelo",
    "none_above": "por encima no hay trato; guárdatelo",
    "theirs": "Su oferta",
    "above": "por encima de tu límite",
    "below": "por debajo de tu límite",
    "at": "justo en tu límite",
    "if_counter": "Si aun así contraofertas",
    "counter_worth": "Una contraoferta vale",
    "waiting_worth": "Esperar vale",
    "as_sure": "como un trato seguro, con las probabilidades contadas",
}
