"""Was in jedem Gespräch gilt, auf Deutsch: Zeichen, was sich nach dem Gehen änderte, was du sagen kannst."""

from __future__ import annotations

from walkaway.app.belief import Shape
from walkaway.app.beside_talk import Alternative
from walkaway.core.offers.signals import Noticed

MORE_NOTICED: dict[Noticed, str] = {
    "only_around_asks": "Von den {n} Tagen, an denen sie geschrieben haben, liegen {value} % um Tage, an denen sie "
    "etwas wollten.",
    "scope_without_price": "Die Arbeit wuchs von einem Stand zum nächsten. Der Preis für dieselbe Arbeit fiel um "
    "{value} %.",
}
UNTOLD: dict[Noticed, str] = {
    "below_line": "ob ihrer Zahl etwas bis zu deiner Grenze fehlt (sie haben noch keine genannt)",
    "below_market": "ob sie unter dem liegen, was üblich ist (notiere diese Spanne)",
    "yours_alone": "ob nur du dich bewegst (notiere deine Zahlen)",
    "scope_without_price": "ob die Arbeit wächst und der Preis nicht (notiere die Stunden zu zwei ihrer Zahlen)",
    "only_around_asks": "ob sie nur schreiben, wenn sie etwas wollen (notiere diese Tage; die Nachrichten helfen)",
}
UNTOLD_LEAD = "Noch nicht zu sagen: {what}."
ALSO = "Wonach noch geschaut wurde"
ALTERNATIVE = "Was über das stimmt, was du hast"
AFTER_WALK = "Nachdem du gegangen bist"
ALTERNATIVES: dict[Alternative, str] = {
    "offer": "Am {day} kam ein Angebot von anderswo. Du kannst also sagen: „Ich prüfe noch ein anderes Angebot.“ "
    "Das stimmt.",
    "something": "Du hast etwas anderes. Du kannst also sagen: „Ich habe noch einen anderen Weg.“ Das stimmt. "
    "Welchen, brauchst du nicht zu sagen.",
    "gone": "Was du hattest, war am {day} weg. Sprich nicht davon, als wäre es noch da.",
    "nothing": "Du hast nichts anderes notiert. Sprich also nicht davon. „Ich brauche einen Tag zum Nachdenken“ "
    "genügt.",
    "not_free": "Du kannst nicht jederzeit zu dem gehen, was du hast. Sag also nicht, dass du es tun wirst.",
}
SHAPES: dict[Shape, str] = {
    "even": "überall in der Spanne gleich wahrscheinlich",
    "middle": "am ehesten in der Mitte",
    "low_middle": "am ehesten unterhalb der Mitte",
    "few_far": "niedrig und nur selten weit oben",
}
ASKING = "Die erste Zahl, und ein Ja dazu"
ASK = "Wenn du glaubst, ihre Grenze liegt {shape}: Sag {price}, {chance} ist das ein Ja."
SINCE = {
    "none": "Du bist bei {at} gegangen. Seither kam keine Zahl von ihnen.",
    "came": "Du bist bei {at} gegangen. Danach sagten sie {first}: {how}.",
    "came_later": "Du bist bei {at} gegangen. Sie sagten {first}, {days} später: {how}.",
    "same": "so viel wie davor",
    "better": "{by} besser für dich",
    "worse": "{by} schlechter für dich",
    "steps": "Ihre Schritte auf dich zu waren davor im Schnitt {before}, seither {after}.",
    "minus": "minus {step}",
}
RECORD = {
    "few": "In allen Gesprächen bist du {walked} gegangen. Für einen Anteil braucht es {least}.",
    "share": "In allen Gesprächen bist du {walked} Mal gegangen, und {back} Mal kam man zurück: {low} bis {high} "
    "von 100.",
    "days": "Im mittleren Fall dauerte das {days}.",
    "more": "{times} war es mit einer besseren Zahl.",
    "better": "Im mittleren Fall war sie {share} % besser für dich.",
    "worse": "Im mittleren Fall war sie {share} % schlechter für dich.",
}
