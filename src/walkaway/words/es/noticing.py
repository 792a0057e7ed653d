"""Lo que vale en cualquier charla, en español: señales, lo que cambió después de irte, lo que puedes decir."""

from __future__ import annotations

from walkaway.app.belief import Shape
from walkaway.app.beside_talk import Alternative
from walkaway.core.offers.signals import Noticed

MORE_NOTICED: dict[Noticed, str] = {
    "only_around_asks": "De los {n} días en que escribieron, el {value} % cae cerca de días en que querían algo.",
    "scope_without_price": "El trabajo creció de una versión a la siguiente. El precio por el mismo trabajo bajó un "
    "{value} %.",
}
UNTOLD: dict[Noticed, str] = {
    "below_line": "si a su número le falta algo para tu límite (aún no han dicho ninguno)",
    "below_market": "si están por debajo de lo habitual (anota ese margen)",
    "yours_alone": "si solo te mueves tú (anota tus números)",
    "scope_without_price": "si crece el trabajo y no el precio (anota las horas de dos de sus números)",
    "only_around_asks": "si solo escriben cuando quieren algo (anota esos días; los mensajes ayudan)",
}
UNTOLD_LEAD = "Aún no se puede decir: {what}."
ALSO = "Qué más se ha mirado"
ALTERNATIVE = "Lo que es verdad de lo que tienes"
AFTER_WALK = "Después de irte"
ALTERNATIVES: dict[Alternative, str] = {
    "offer": "El {day} llegó una oferta de otro lado. Así que es verdad decir: «También estoy valorando otra oferta».",
    "something": "Tienes otra cosa. Así que es verdad decir: «Tengo otro camino». No hace falta decir cuál.",
    "gone": "Lo que tenías ya no estaba el {day}. No hables de ello como si siguiera ahí.",
    "nothing": "No anotaste nada más que tengas. Así que no hables de ello. «Necesito un día para pensarlo» basta.",
    "not_free": "No puedes irte a lo que tienes cuando quieras. Así que no digas que lo harás.",
}
SHAPES: dict[Shape, str] = {
    "even": "en cualquier parte del margen por igual",
    "middle": "más bien en el medio",
    "low_middle": "más bien por debajo del medio",
    "few_far": "abajo, y pocas veces muy arriba",
}
ASKING = "El primer número, y un sí"
ASK = "Si crees que su límite está {shape}: di {price}; {chance} es un sí."
SINCE = {
    "none": "Te fuiste en {at}. Desde entonces no ha llegado ningún número suyo.",
    "came": "Te fuiste en {at}. Después dijeron {first}: {how}.",
    "came_later": "Te fuiste en {at}. Dijeron {first}, {days} después: {how}.",
    "same": "lo mismo que antes",
    "better": "{by} mejor para ti",
    "worse": "{by} peor para ti",
    "steps": "Sus pasos hacia ti fueron de media {before} antes, y {after} desde entonces.",
    "minus": "menos {step}",
}
RECORD = {
    "few": "En todas las charlas te fuiste {walked}. Para una proporción hacen falta {least}.",
    "share": "En todas las charlas te fuiste {walked} veces, y en {back} volvieron: de {low} a {high} de cada 100.",
    "days": "En el caso intermedio tardaron {days}.",
    "more": "{times} fue con un número mejor.",
    "better": "En el caso intermedio fue un {share} % mejor para ti.",
    "worse": "En el caso intermedio fue un {share} % peor para ti.",
}
