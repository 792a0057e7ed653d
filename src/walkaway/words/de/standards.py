"""Beispiele für Maßstäbe, auf Deutsch, so dass man sie übernehmen kann."""

from __future__ import annotations

from walkaway.core.standards.standard import Counted, PursuitKind
from walkaway.words.de.amounts import count, hours, in_ten, per_week

_COUNTED = {
    "answers": "Sie beantworten {replies} deiner Nachrichten.",
    "answers_soon": "Ihre Antwort dauert höchstens {wait}.",
    "writes_first": "Sie schreiben {openings} zuerst.",
    "in_touch": "Du hörst an {active_days} pro Woche von ihnen.",
}
_RESPECT = "Sie sprechen mit dir und über dich mit Respekt."
_PRIVATE = "Sie behalten für sich, was du ihnen sagst."
_DELAY = "Sie sagen dir früh, wenn ein Termin nicht hält."
_COMES = "Sie kommen zu den Treffen, die sie zugesagt haben."
_PLAIN_NO = "Sie sagen klar Nein, wenn es ein Nein ist."
_TRUTH = "Was sie dir sagen, stellt sich als wahr heraus."
_SORRY = "Sie entschuldigen sich, wenn sie dir wehtun, und tun es seltener."
_PLANS = "Sie halten Verabredungen ein oder sagen am Tag vorher ab."

SENTENCES: dict[PursuitKind, dict[str, str]] = {
    PursuitKind.CLIENT: {
        **_COUNTED,
        "pays_by_the_date": "Sie zahlen jede Rechnung pünktlich.",
        "puts_it_in_writing": "Sie halten Arbeit, Preis und Termine schriftlich fest.",
        "pays_for_extra_work": "Sie zahlen, was über die Abmachung hinausgeht.",
        "speaks_with_respect": _RESPECT,
        "keeps_it_private": _PRIVATE,
        "keeps_to_the_price": "Sie bleiben beim vereinbarten Preis.",
        "pays_a_part_first": "Sie zahlen einen Teil, bevor die Arbeit beginnt.",
        "sends_what_you_need": "Sie schicken, was du brauchst, bis zum vereinbarten Tag.",
        "comes_to_calls": "Sie kommen zu den Gesprächen, die sie zugesagt haben.",
        "says_what_done_means": "Sie sagen klar, was als fertig gilt.",
        "notes_in_one_go": "Sie schicken ihre Anmerkungen gesammelt.",
        "one_person_decides": "Eine Person bei ihnen kann Ja oder Nein sagen.",
        "warns_of_delay": _DELAY,
        "keeps_your_hours": "Sie lassen dir Abende und Wochenenden frei.",
        "pays_your_rate": "Sie zahlen einen Satz in deiner Spanne.",
        "says_what_went_well": "Sie sagen dir, was gut lief und was nicht.",
        "lets_you_show_it": "Du darfst die fertige Arbeit zeigen.",
        "names_the_next_work": "Sie nennen den nächsten Auftrag, bevor dieser endet.",
        "signs_off_in_a_week": "Sie nehmen die Arbeit innerhalb einer Woche ab.",
        "gives_notice": "Sie sagen einen Monat vorher, wenn sie aufhören.",
    },
    PursuitKind.DEAL: {
        **_COUNTED,
        "one_who_can_sign": "Jemand am Tisch darf unterschreiben.",
        "keeps_agreed_points": "Sie bleiben bei dem, was geklärt ist.",
        "tells_what_matters": "Sie sagen dir, was den Wert ändert.",
        "puts_it_in_writing": "Sie halten jedes Angebot schriftlich fest.",
        "keeps_it_private": "Sie behalten deine Bedingungen für sich.",
        "speaks_with_respect": _RESPECT,
        "gives_when_you_give": "Wenn du dich bewegst, bewegen sie sich auch.",
        "names_a_number": "Sie nennen eine Zahl, nicht nur einen Wunsch.",
        "sets_a_date": "Sie nennen einen Tag für den Abschluss und bleiben dabei.",
        "shows_the_money": "Sie zeigen, dass das Geld da ist.",
        "shows_the_papers": "Sie schicken die Unterlagen, um die du bittest.",
        "comes_to_meetings": _COMES,
        "one_change_at_a_time": "Sie nennen alle ihre Änderungen auf einmal.",
        "shares_the_costs": "Sie zahlen ihren Teil der Kosten.",
        "shares_the_risk": "Sie tragen einen fairen Teil des Risikos.",
        "gives_time_to_think": "Sie geben dir Zeit zum Lesen, bevor du unterschreibst.",
        "says_no_plainly": _PLAIN_NO,
        "warns_of_delay": _DELAY,
        "says_why_terms_change": "Sie sagen, was neu ist, wenn sie eine Bedingung ändern.",
        "accepts_a_way_out": "Sie stimmen einem fairen Ausstieg für beide zu.",
    },
    PursuitKind.JOB: {
        **_COUNTED,
        "pays_your_least": "Das Gehalt ist mindestens, was du brauchst.",
        "puts_it_in_writing": "Sie machen das Angebot schriftlich.",
        "speaks_with_respect": _RESPECT,
        "keeps_your_hours": "Die Arbeitszeit passt zu deinem Leben zu Hause.",
        "place_works": "Der Ort oder die Arbeit von zu Hause passt für dich.",
        "keeps_it_private": "Sie behalten für sich, dass du suchst.",
        "names_the_pay": "Sie nennen das Gehalt vor der letzten Runde.",
        "names_the_steps": "Sie nennen alle Schritte und den Tag der Entscheidung.",
        "keeps_their_dates": "Sie melden sich an dem Tag, den sie genannt haben.",
        "short_tests": "Ihre Probeaufgaben dauern weniger als einen halben Tag.",
        "meets_the_boss": "Du kennst die Person, für die du arbeiten würdest.",
        "meets_the_team": "Du kennst einige aus dem Team.",
        "answers_hard_questions": "Sie antworten, wenn du fragst, warum die letzte Person ging.",
        "time_to_learn": "Sie planen Zeit ein, in der du lernst.",
        "clear_task": "Sie sagen, was du im ersten Jahr schaffen sollst.",
        "way_up": "Sie zeigen, wie andere aufgestiegen sind.",
        "time_off": "Die freien Tage reichen dir.",
        "time_to_decide": "Sie geben dir eine Woche zum Entscheiden.",
        "fair_trial_time": "Die Probezeit dauert höchstens sechs Monate.",
        "talks_about_terms": "Sie sprechen mit dir über die Bedingungen.",
    },
    PursuitKind.INVESTOR: {
        **_COUNTED,
        "keeps_it_private": "Sie behalten deine Zahlen für sich.",
        "says_no_plainly": _PLAIN_NO,
        "keeps_agreed_terms": "Sie bleiben bei den Bedingungen nach dem Handschlag.",
        "speaks_with_respect": _RESPECT,
        "you_keep_control": "Mit ihren Bedingungen führst du deine Firma selbst.",
        "no_clash": "Sie fördern keine Firma, die dasselbe macht.",
        "names_a_date": "Sie nennen den Tag, bis zu dem sie entscheiden.",
        "one_who_decides": "Du kennst die Person, die Ja sagen kann.",
        "names_the_amount": "Sie nennen, wie viel sie geben können.",
        "has_the_money": "Sie haben dieses Jahr Geld zu vergeben.",
        "comes_prepared": "Vor dem Treffen haben sie gelesen, was du geschickt hast.",
        "comes_to_meetings": _COMES,
        "names_next_step": "Sie nennen am Ende jedes Gesprächs den nächsten Schritt.",
        "asks_all_at_once": "Sie schicken ihre Fragen gesammelt.",
        "lets_you_call_founders": "Du darfst Firmen anrufen, in denen ihr Geld steckt.",
        "opens_doors": "Sie bringen dich mit Leuten zusammen, die helfen können.",
        "knows_the_field": "Sie haben schon Firmen in deinem Bereich gefördert.",
        "stays_in_bad_times": "Sie standen anderen Firmen in einem schlechten Jahr bei.",
        "fair_price": "Ihr Preis liegt in deiner Spanne.",
        "pays_own_costs": "Sie zahlen ihren eigenen Rechtsbeistand.",
    },
    PursuitKind.PARTNER: {
        **_COUNTED,
        "speaks_with_respect": _RESPECT,
        "takes_no_for_a_no": "Sie hören auf, wenn du Nein sagst.",
        "tells_the_truth": _TRUTH,
        "keeps_to_what_you_agreed": "Sie halten sich an das, was ihr über andere vereinbart habt.",
        "keeps_it_private": _PRIVATE,
        "stays_calm": "Sie schreien dich nicht an und machen nichts kaputt.",
        "leaves_your_friends_to_you": "Sie lassen dir Zeit für deine eigenen Freundschaften.",
        "keeps_plans": _PLANS,
        "makes_plans": "Sie planen von sich aus Zeit für euch beide ein.",
        "says_sorry": _SORRY,
        "listens": "Sie legen das Telefon weg, wenn du redest.",
        "asks_about_you": "Sie fragen, wie dein Tag war.",
        "is_there_when_ill": "Sie helfen, wenn du krank bist oder es dir schlecht geht.",
        "talks_after_a_fight": "Sie kommen binnen eines Tages nach einem Streit zum Reden.",
        "shows_you_to_others": "Du kennst ihren Freundeskreis und ihre Familie.",
        "talks_about_next_year": "Sie reden mit dir über das kommende Jahr.",
        "does_their_part": "Sie machen ihren Teil im Haushalt.",
        "pays_their_part": "Sie zahlen ihren Teil von dem, was ihr teilt.",
        "is_warm": "Sie umarmen dich oder sagen an den meisten Tagen etwas Liebes.",
        "backs_your_plans": "Sie stehen hinter den Plänen, die dir wichtig sind.",
    },
    PursuitKind.FRIEND: {
        **_COUNTED,
        "keeps_it_private": _PRIVATE,
        "speaks_with_respect": _RESPECT,
        "takes_no_for_a_no": "Sie nehmen ein Nein von dir ohne Streit an.",
        "tells_the_truth": _TRUTH,
        "gives_back": "Sie geben zurück, was sie leihen.",
        "keeps_plans": _PLANS,
        "makes_plans": "Manchmal schlagen sie etwas vor.",
        "is_on_time": "Sie kommen pünktlich oder sagen Bescheid.",
        "asks_about_you": "Sie fragen nach deinem Leben und reden nicht nur von ihrem.",
        "asks_how_it_went": "Sie fragen, wie ausging, wovon du erzählt hast.",
        "is_there_in_bad_times": "Sie sind da, wenn es dir schlecht geht.",
        "kind_in_good_times": "Sie sagen etwas Liebes, wenn es dir gut geht.",
        "stands_up_for_you": "Sie stehen für dich ein, wenn du nicht da bist.",
        "says_sorry": _SORRY,
        "tells_you_directly": "Sie sagen dir selbst, wenn etwas nicht stimmt.",
        "pays_their_part": "Sie zahlen ihren Teil, wenn ihr ausgeht.",
        "helps_too": "Sie helfen dir etwa so viel wie du ihnen.",
        "more_than_asks": "Sie schreiben auch, wenn sie nichts brauchen.",
        "comes_to_you": "Sie kommen etwa so oft zu dir wie du zu ihnen.",
        "gets_on_with_yours": "Sie sind nett zu den Menschen, die du liebst.",
    },
}
COUNTED_NAMES = {
    "openings": "Sie schreiben zuerst",
    "replies": "Sie antworten auf das, was du schreibst",
    "wait": "Sie antworten rechtzeitig",
    "active_days": "Sie melden sich",
}


def target_of(evidence: Counted, value: float) -> str:
    """Das Ziel eines gezählten Maßstabs, wie man es sagt."""
    if evidence == "wait":
        return hours(value)
    if evidence == "replies":
        return in_ten(value)
    return per_week(value) if evidence == "openings" else count(max(1, round(value)), "Tag", "Tagen")
