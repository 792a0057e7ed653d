"""Ein Abschied oder eine Uhr: die festen deutschen Sätze dazu. Dank, Ende, ein Wunsch; bei der Arbeit mit Sie."""

from __future__ import annotations

from walkaway.core.leaving.farewell import Register
from walkaway.core.standards.standard import PursuitKind

PLAIN_NO: dict[Register, str] = {
    "plain": "Danke, dass du fragst. Meine Antwort ist Nein.",
    "warm": "Danke, dass du an mich denkst. Meine Antwort ist Nein, und ich wünsche dir gutes Gelingen.",
    "formal": "Danke für Ihre Anfrage. Ich nehme sie nicht an.",
}
THANKS: dict[PursuitKind | None, dict[Register, str]] = {
    PursuitKind.CLIENT: {
        "plain": "Danke für die Arbeit.",
        "warm": "Danke für unsere Arbeit. Ich habe viel gelernt.",
        "formal": "Danke für die Zusammenarbeit.",
    },
    PursuitKind.DEAL: {
        "plain": "Danke für Ihre Zeit.",
        "warm": "Danke für die Zeit und Sorgfalt, die Sie hier hineingesteckt haben.",
        "formal": "Danke für die Gespräche über dieses Geschäft.",
    },
    PursuitKind.JOB: {
        "plain": "Danke für die Gespräche.",
        "warm": "Danke für die Zeit, die Sie und das Team sich genommen haben.",
        "formal": "Danke, dass Sie mich für diese Stelle in Betracht gezogen haben.",
    },
    PursuitKind.INVESTOR: {
        "plain": "Danke, dass Sie sich das angesehen haben.",
        "warm": "Danke für Ihre Zeit und Ihre Fragen.",
        "formal": "Danke für die Zeit, die Sie unserer Firma gegeben haben.",
    },
    PursuitKind.PARTNER: {
        "plain": "Danke für unsere Zeit.",
        "warm": "Danke für unsere Zeit. Vieles daran war gut.",
        "formal": "Danke für die Zeit, die wir zusammen hatten.",
    },
    PursuitKind.FRIEND: {
        "plain": "Danke für die guten Zeiten.",
        "warm": "Danke für die guten Zeiten. Ich behalte sie.",
        "formal": "Danke für die Zeit, die wir geteilt haben.",
    },
    None: {
        "plain": "Danke für die Zeit.",
        "warm": "Danke für die Zeit, die wir hatten.",
        "formal": "Danke für die Zeit.",
    },
}
ENDS: dict[PursuitKind | None, str] = {
    PursuitKind.CLIENT: "Ich beende hier meinen Teil.",
    PursuitKind.DEAL: "Ich mache mit diesem Geschäft nicht weiter.",
    PursuitKind.JOB: "Ich ziehe meine Bewerbung zurück.",
    PursuitKind.INVESTOR: "Ich beende hier unsere Gespräche.",
    PursuitKind.PARTNER: "Ich beende das jetzt.",
    PursuitKind.FRIEND: "Ich lasse das jetzt los.",
    None: "Ich höre hier auf.",
}
WORK_DATE = "Am {day} sehe ich mir das wieder an."
PRIVATE_DATE = "Ich schreibe nicht vor dem {day}."
WISHES: dict[Register, str] = {
    "plain": "Alles Gute.",
    "warm": "Ich wünsche alles Gute, und ich meine es so.",
    "formal": "Ich wünsche alles Gute für den weiteren Weg.",
}
AFTER_A_NO = "Danke für die Nachricht. Alles Gute."
LOOK_AGAIN = "Wieder hinsehen"
LOOK_AGAIN_NOTE = "Diesen Tag hast du gewählt, um zu sehen, wie es steht. Nichts muss geschickt werden."
CLOCK = {
    "first_day": "Der erste Tag ist noch nicht vorbei.",
    "kept": "{kept} von {days} gehalten.",
    "today": "Heute hast du geschrieben. Das ist ein Tag, und die anderen zählen weiter.",
    "one": "Eine Nachricht macht den Rest nicht zunichte.",
    "some": "Jeder Tag zählt neu.",
}
