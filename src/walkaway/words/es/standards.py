"""Ejemplos de mínimos, en español, tal como alguien podría tomarlos."""

from __future__ import annotations

from walkaway.core.standards.standard import Counted, PursuitKind
from walkaway.words.es.amounts import count, hours, per_week

_COUNTED = {
    "answers": "Responden {replies} de tus mensajes.",
    "answers_soon": "Tardan como mucho {wait} en responder.",
    "writes_first": "Escriben primero {openings}.",
    "in_touch": "Dan señales de vida {active_days} por semana.",
}
_RESPECT = "Hablan contigo y de ti con respeto."
_PRIVATE = "Se guardan lo que les cuentas."
_DELAY = "Avisan pronto cuando una fecha no se cumple."
_COMES = "Vienen a las reuniones que aceptaron."
_PLAIN_NO = "Dicen que no con claridad cuando es que no."
_TRUTH = "Lo que te cuentan resulta ser verdad."
_SORRY = "Piden perdón cuando te hacen daño, y lo hacen menos."
_PLANS = "Cumplen los planes, o avisan el día antes."

SENTENCES: dict[PursuitKind, dict[str, str]] = {
    PursuitKind.CLIENT: {
        **_COUNTED,
        "pays_by_the_date": "Pagan cada factura en su fecha.",
        "puts_it_in_writing": "Ponen por escrito el trabajo, el precio y las fechas.",
        "pays_for_extra_work": "Pagan lo que va más allá de lo acordado.",
        "speaks_with_respect": _RESPECT,
        "keeps_it_private": _PRIVATE,
        "keeps_to_the_price": "Mantienen el precio una vez fijado.",
        "pays_a_part_first": "Pagan una parte antes de empezar.",
        "sends_what_you_need": "Envían lo que necesitas para el día acordado.",
        "comes_to_calls": "Acuden a las llamadas que aceptaron.",
        "says_what_done_means": "Dicen con claridad qué cuenta como terminado.",
        "notes_in_one_go": "Envían sus comentarios de una vez.",
        "one_person_decides": "Una persona de su lado puede decir sí o no.",
        "warns_of_delay": _DELAY,
        "keeps_your_hours": "Dejan libres tus noches y fines de semana.",
        "pays_your_rate": "Pagan una tarifa dentro de tu margen.",
        "says_what_went_well": "Te dicen qué salió bien y qué no.",
        "lets_you_show_it": "Te dejan mostrar el trabajo terminado.",
        "names_the_next_work": "Nombran el próximo encargo antes de que acabe este.",
        "signs_off_in_a_week": "Dan el visto bueno en una semana.",
        "gives_notice": "Avisan con un mes antes de dejarlo.",
    },
    PursuitKind.DEAL: {
        **_COUNTED,
        "one_who_can_sign": "En la mesa hay alguien que puede firmar.",
        "keeps_agreed_points": "Mantienen lo que ya está cerrado.",
        "tells_what_matters": "Te cuentan lo que cambia el valor.",
        "puts_it_in_writing": "Ponen cada oferta por escrito.",
        "keeps_it_private": "Se guardan tus condiciones.",
        "speaks_with_respect": _RESPECT,
        "gives_when_you_give": "Cuando tú te mueves, también se mueven.",
        "names_a_number": "Dan un número, no solo un deseo.",
        "sets_a_date": "Fijan una fecha de cierre y la cumplen.",
        "shows_the_money": "Muestran que el dinero está.",
        "shows_the_papers": "Envían los papeles que pides.",
        "comes_to_meetings": _COMES,
        "one_change_at_a_time": "Piden todos sus cambios en una lista.",
        "shares_the_costs": "Pagan su parte de los gastos.",
        "shares_the_risk": "Asumen una parte justa del riesgo.",
        "gives_time_to_think": "Te dan tiempo para leer antes de firmar.",
        "says_no_plainly": _PLAIN_NO,
        "warns_of_delay": _DELAY,
        "says_why_terms_change": "Dicen qué hay de nuevo cuando cambian una condición.",
        "accepts_a_way_out": "Aceptan una salida justa para ambas partes.",
    },
    PursuitKind.JOB: {
        **_COUNTED,
        "pays_your_least": "El sueldo llega a tu mínimo.",
        "puts_it_in_writing": "Ponen la oferta por escrito.",
        "speaks_with_respect": _RESPECT,
        "keeps_your_hours": "El horario encaja con tu vida en casa.",
        "place_works": "El lugar, o trabajar desde casa, te va bien.",
        "keeps_it_private": "No cuentan que estás buscando.",
        "names_the_pay": "Dicen el sueldo antes de la última ronda.",
        "names_the_steps": "Dicen todos los pasos y el día en que deciden.",
        "keeps_their_dates": "Llaman el día que dijeron.",
        "short_tests": "Sus pruebas llevan menos de medio día.",
        "meets_the_boss": "Conoces a la persona con quien trabajarías.",
        "meets_the_team": "Conoces a parte del equipo.",
        "answers_hard_questions": "Responden si preguntas por qué se fue la última persona.",
        "time_to_learn": "Reservan tiempo para que aprendas.",
        "clear_task": "Dicen qué deberías lograr el primer año.",
        "way_up": "Muestran cómo ascendieron otras personas.",
        "time_off": "Los días libres te bastan.",
        "time_to_decide": "Te dan una semana para decidir.",
        "fair_trial_time": "El periodo de prueba es de seis meses o menos.",
        "talks_about_terms": "Hablan contigo de las condiciones.",
    },
    PursuitKind.INVESTOR: {
        **_COUNTED,
        "keeps_it_private": "Se guardan tus cuentas.",
        "says_no_plainly": _PLAIN_NO,
        "keeps_agreed_terms": "Mantienen las condiciones tras darse la mano.",
        "speaks_with_respect": _RESPECT,
        "you_keep_control": "Con sus condiciones sigues al mando de tu empresa.",
        "no_clash": "No apoyan a una empresa que hace lo mismo.",
        "names_a_date": "Dicen el día en que habrán decidido.",
        "one_who_decides": "Conoces a quien puede decir que sí.",
        "names_the_amount": "Dicen cuánto pueden poner.",
        "has_the_money": "Tienen dinero para poner este año.",
        "comes_prepared": "Han leído lo que enviaste antes de veros.",
        "comes_to_meetings": _COMES,
        "names_next_step": "Nombran el siguiente paso al final de cada charla.",
        "asks_all_at_once": "Envían sus preguntas en una lista.",
        "lets_you_call_founders": "Te dejan llamar a empresas en las que invirtieron.",
        "opens_doors": "Te ponen en contacto con gente que puede ayudar.",
        "knows_the_field": "Han apoyado empresas de tu sector.",
        "stays_in_bad_times": "Siguieron con otras empresas en un mal año.",
        "fair_price": "El precio que ofrecen está en tu margen.",
        "pays_own_costs": "Pagan su propia asesoría legal.",
    },
    PursuitKind.PARTNER: {
        **_COUNTED,
        "speaks_with_respect": _RESPECT,
        "takes_no_for_a_no": "Paran cuando dices que no.",
        "tells_the_truth": _TRUTH,
        "keeps_to_what_you_agreed": "Respetan lo que acordasteis sobre otras personas.",
        "keeps_it_private": _PRIVATE,
        "stays_calm": "No te gritan ni rompen cosas.",
        "leaves_your_friends_to_you": "Te dejan tiempo para tus amistades.",
        "keeps_plans": _PLANS,
        "makes_plans": "Buscan tiempo en común sin que lo pidas.",
        "says_sorry": _SORRY,
        "listens": "Dejan el teléfono cuando hablas.",
        "asks_about_you": "Preguntan cómo fue tu día.",
        "is_there_when_ill": "Ayudan cuando estás mal o con poco ánimo.",
        "talks_after_a_fight": "Vuelven a hablar en el día tras una pelea.",
        "shows_you_to_others": "Conoces a sus amistades y a su familia.",
        "talks_about_next_year": "Hablan contigo del año que viene.",
        "does_their_part": "Hacen su parte en casa.",
        "pays_their_part": "Pagan su parte de lo que compartís.",
        "is_warm": "Te abrazan o dicen algo amable casi todos los días.",
        "backs_your_plans": "Apoyan los planes que te importan.",
    },
    PursuitKind.FRIEND: {
        **_COUNTED,
        "keeps_it_private": _PRIVATE,
        "speaks_with_respect": _RESPECT,
        "takes_no_for_a_no": "Aceptan un no tuyo sin pelea.",
        "tells_the_truth": _TRUTH,
        "gives_back": "Devuelven lo que les prestas.",
        "keeps_plans": _PLANS,
        "makes_plans": "A veces la propuesta sale de su lado.",
        "is_on_time": "Llegan a tiempo, o avisan.",
        "asks_about_you": "Preguntan por tu vida, no hablan solo de la suya.",
        "asks_how_it_went": "Preguntan cómo fue lo que les contaste.",
        "is_there_in_bad_times": "Están cuando las cosas te van mal.",
        "kind_in_good_times": "Dicen algo amable cuando las cosas te van bien.",
        "stands_up_for_you": "Dan la cara por ti cuando no estás.",
        "says_sorry": _SORRY,
        "tells_you_directly": "Te dicen a la cara cuando algo va mal.",
        "pays_their_part": "Pagan su parte cuando salís.",
        "helps_too": "Te ayudan más o menos tanto como tú.",
        "more_than_asks": "Escriben a veces sin necesitar nada.",
        "comes_to_you": "Van a verte más o menos tanto como tú.",
        "gets_on_with_yours": "Tratan bien a la gente que quieres.",
    },
}
COUNTED_NAMES = {
    "openings": "Escriben primero",
    "replies": "Responden a lo que escribes",
    "wait": "Responden a tiempo",
    "active_days": "Dan señales de vida",
}


def target_of(evidence: Counted, value: float) -> str:
    """El objetivo de un mínimo que se cuenta, como se dice."""
    if evidence == "wait":
        return hours(value)
    if evidence == "replies":
        return f"unos {max(1, min(9, round(10 * value)))} de 10" if 0.05 <= value <= 0.95 else _rare(value)
    return per_week(value) if evidence == "openings" else count(max(1, round(value)), "día", "días")


def _rare(value: float) -> str:
    return "casi ninguno" if value < 0.05 else "casi todos"
