"""The sentence to send on an offer, by the answer.

It says a number or a day and asks for an answer. It never says the limit or a need, and no alternative at all: what is
not said cannot be untrue.
"""

from __future__ import annotations

from walkaway.core.standards.standard import PursuitKind

SENTENCES: dict[PursuitKind, dict[str, str]] = {
    PursuitKind.CLIENT: {
        "accept": "Thank you, {number} works for me. Please send me the terms in writing, and I will plan the start.",
        "counter": "Thank you for the offer. My price for this work is {number}. Does that work for you?",
        "hold": "Thank you for the offer. My price for this work stays at {number}. Shall we go ahead with that?",
        "trade": "I can do it for {number} if we make the work a bit smaller. Which part could we leave out?",
        "ask_for_time": "Thank you for the offer. I can give you a clear answer in {days}. Is that fine with you?",
        "walk": "Thank you for the offer. I cannot do this work at that price, so I will pass. I wish you well.",
    },
    PursuitKind.DEAL: {
        "accept": "Thank you, {number} works for me. Shall we put it in writing?",
        "counter": "Thank you for the offer. My price is {number}. Can we meet there?",
        "hold": "Thank you for the offer. My price stays at {number}. Shall we go ahead with that?",
        "trade": "I can go to {number} if we close this week. Does that work for you?",
        "ask_for_time": "Thank you for the offer. I can give you a clear answer in {days}. Is that fine with you?",
        "walk": "Thank you for the offer. We are too far apart on the price, so I will pass. I wish you well.",
    },
    PursuitKind.JOB: {
        "accept": "Thank you, I am glad to say yes at {number}. Please send me the contract to sign.",
        "counter": "Thank you for the offer, I like the job. I would like the pay to be {number}. Can you do that?",
        "hold": "Thank you for the offer, I like the job. I am still at {number}. Can you meet me there?",
        "trade": "I can say yes at {number} if we fix a pay review after six months. Can you do that?",
        "ask_for_time": "Thank you for the offer. I can give you a clear answer in {days}. Is that fine with you?",
        "walk": "Thank you for the offer and for your time. I will not take the job, and I wish you and the team well.",
    },
    PursuitKind.INVESTOR: {
        "accept": "Thank you, {number} works for us. Please send us the papers, and we will go through them.",
        "counter": "Thank you for the offer. We would do this at {number}. Can we meet there?",
        "hold": "Thank you for the offer. We stay at {number}. Shall we go ahead with that?",
        "trade": "We can go to {number} if we close by the end of the month. Does that work for you?",
        "ask_for_time": "Thank you for the offer. We can give you a clear answer in {days}. Is that fine with you?",
        "walk": "Thank you for the offer and for your time. We will not go on with this, and I wish you well.",
    },
}
BUYING = {
    "accept": "Thank you, {number} works for me. Shall we put it in writing?",
    "counter": "Thank you for the offer. I can pay {number} for it. Does that work for you?",
    "hold": "Thank you for the offer. I stay at {number}. Shall we go ahead with that?",
    "trade": "I can go to {number} if we close this week. Does that work for you?",
    "ask_for_time": "Thank you for the offer. I can give you a clear answer in {days}. Is that fine with you?",
    "walk": "Thank you for the offer. We are too far apart on the price, so I will pass. I wish you well.",
}
