"""A text in German or Spanish in; the words that ask for no more contact, or None, out. The commonest ways only."""

from __future__ import annotations

import re

from walkaway.core.redirect.pattern import Pattern

_SENTENCE = re.compile(r"[^.!?;\n]+[.!?;]*")

# --- German -----------------------------------------------------------------------------------------------------------

_DO = (
    r"(?:schreibt?|ruft?|meldet?|melde|kontaktier(?:e|t)?|sprich|sprecht|besucht?|besuche|belästigt?|"
    r"belästige|antworte|komm|folge?|"
    r"(?:schreiben|rufen|melden|kontaktieren|sprechen|besuchen|belästigen|antworten|kommen) sie)"
)
_DOING = r"\w*(?:schreib|rufen|ruf(?:st|t)\b|meld|kontaktier|sprech|belästig|besuch|verfolg|stalk|texten|vorbeikomm)\w*"
_NO_MORE = r"(?:nicht mehr|nie wieder|nie mehr|niemals wieder|nicht wieder|nicht länger|nie wieder mehr)"
_THINGS = r"(?:kontakt\w*|nachrichten|anrufe|mails?|e-mails|werbung|newsletter|briefe|post)"
_WILL = r"(?:will|möchte|wünsche|wollen|möchten|wünschen|brauche|bitte|verlange|fordere|hätte gern)"
_GERMAN = (
    (
        r"\blass(?:t|en sie)? (?:mich|uns|meine \w+)(?: (?:bitte|doch|endlich|einfach|jetzt|ab jetzt))* (?:in "
        r"(?:ruhe|frieden)|zufrieden)\b(?! \w+en\b)"
    ),
    (
        r"\b(?:hör|hören sie|hört)(?: (?:bitte|endlich|doch|jetzt|sofort))* auf,?(?: (?:damit|mir|mich|uns|"
        rf"dauernd|ständig))*(?: zu)? {_DOING}"
    ),
    rf"\b{_DO}\b(?! ich)[^.!?;]{{0,40}}\b{_NO_MORE}\b",
    rf"(?:^|\bbitte )(?:\w+ )?{_NO_MORE} {_DOING}",
    rf"\b{_WILL}\b[^.!?;]{{0,30}}\bdass (?:du|sie|ihr)\b[^.!?;]{{0,30}}\b{_NO_MORE}\b[^.!?;]{{0,15}}{_DOING}",
    rf"\b{_WILL}\b[^.!?;]{{0,25}}\b(?:kein\w*|nichts)\b[^.!?;]{{0,15}}\b{_THINGS}",
    (
        rf"\bkein\w* {_THINGS} mehr (?:zu|mit|von) (?:dir|ihnen|euch)\b|\bab (?:jetzt|sofort|"
        rf"heute)\b[^.!?;]{{0,10}}\bkein\w* kontakt"
    ),
    rf"\bkein\w* weiter\w* {_THINGS}",
    (
        rf"\b{_NO_MORE} (?:kontaktiert|angerufen|angeschrieben|belästigt|angesprochen) werden|\b(?:untersage|"
        rf"verbiete|verbitte) [^.!?;]{{0,30}}\b(?:{_THINGS}|{_DOING})"
    ),
    r"\bnichts mehr (?:von|mit) (?:dir|ihnen|euch)\b[^.!?;]{0,10}\b(?:hören|zu tun|wissen)",
    r"\bnicht mehr (?:mit|von) (?:dir|ihnen|euch)\b[^.!?;]{0,10}\b(?:reden|sprechen|schreiben|hören)",
    (
        r"\b(?:unterlass\w*|einzustellen|stellen sie)\b.{0,30}\b(?:kontakt\w*|anrufe|nachrichten|schreiben|"
        r"werbung)|"
        r"\b(?:kontakt\w*|anrufe|nachrichten)\b.{0,40}\b(?:zu unterlassen|einzustellen|unterlassen)"
    ),
    (
        r"\bvon (?:weiteren?|allen) (?:\w+ )?(?:anfragen|kontakt\w*|anrufen|nachrichten|mails|"
        r"schreiben)\b.{0,15}\babzusehen|\bsehen sie von (?:weiteren )?\w+ ab\b"
    ),
    (
        r"\b(?:lösch\w*|streich\w*|entfern\w*|nehmen sie|nimm)\b.{0,20}\b(?:meine (?:nummer|daten|adresse)|"
        r"unsere daten|mich "
        r"(?:\w+ )?(?:aus|von) (?:ihre\w*|deine\w*|der|dem))"
    ),
    r"\b(?:newsletter|verteiler) (?:abmelden|abbestellen)|^\W*abmelden\W*$",
    (
        rf"\bwenn (?:du|sie)\b[^.!?;]{{0,20}}\b(?:noch (?:ein)?mal|nochmals|weiter|"
        rf"wieder)\b[^.!?;]{{0,15}}{_DOING}.{{0,40}}\b(?:polizei|anzeige|anwalt)"
    ),
    (
        r"\b(?:ich (?:habe|werde) dich|du bist|ich) (?:jetzt |nun )?blockier(?:t|en|e dich)\b|\bhalte? dich "
        r"(?:von (?:mir|uns|meine\w*)|fern)\b"
    ),
    r"\bmit (?:unserer|meiner|unserem|meinem) (?:mandant\w*|klient\w*)[^.!?;]{0,15}\bunterlassen",
)  # fmt: skip
_NOT_GERMAN = Pattern(
    r"(?<!ab )\bheute\b|\bnoch kein\w*\b|\bnicht,? dass\b|\bnie,? dass\b|\b(?:warum|wieso|weshalb)\b|\ban die (?:alte|"
    r"andere|falsche)\b|\bunter dieser\b|\b(?:so viel|auf einmal)\b|"
    r"\b(?:er|sie|niemand|keiner) (?:schreibt|ruft|meldet)|\b(?:nach|vor|ab|zwischen) (?:\d|acht|neun|"
    r"zehn)|\bbis (?:morgen|montag|dahin|nächste)"
)

# --- Spanish ----------------------------------------------------------------------------------------------------------

_VERB = (
    r"(?:escrib|llam|contact|busqu|busc|habl|mand|env[ií]|molest|acos|sig[au]|persig|persegu|acerqu|acerc|"
    r"comuni[cq]|respond|visit)\w*"
)
_MORE = r"(?:más|mas|nunca|jamás|jamas|otra vez|de nuevo|nunca más|por ningún medio)"
_TOUCHING = r"(?:escribir|llamar|contactar|mandar|enviar|molestar|acosar|buscar|hablar|perseguir|seguir|comunicar)"
_ME = r"(?:me|nos)"
_SPANISH = (
    r"\bd[eé]j[ae]n?(?:me|nos)(?: ya| por favor)? (?:en paz|tranquil[oa]s?)\b",
    (
        rf"(?<!no )(?<!nunca )\b(?:dej[ae]n?|dejes|par[ae]n?|basta|cesen?)(?: ya)? de (?:{_TOUCHING}{_ME}\b|"
        r"ponerse en contacto|ponerte en contacto|"
        r"(?:contactar|llamar|escribir|molestar)(?: con| a)* (?:mi|mis|nuestr\w+) \w+)(?! (?!conmigo\b|con\b|"
        r"a\b|ya\b|más\b|por\b|al\b|y\b|mensajes|cartas|todo|cada|o\b|tan\b)\w+)"
    ),
    rf"\bno {_ME} (?:\w+ a )?{_VERB} (?:\w+ ){{0,2}}?{_MORE}\b",
    (
        rf"\bno {_ME} vuelv\w+ a {_VERB}|\bno (?:se |te )?(?:vuelv[ae]n?s?|quiero que vuelvas) a (?:poner\w+ "
        rf"en contacto|{_VERB}|acercar\w*)"
    ),
    rf"\bno (?:quiero|deseo|queremos|deseamos)\b[^.!?;]{{0,12}}\bque {_ME} {_VERB}",
    (
        r"\b(?:preferir[ií]a|prefiero|quiero|quisiera|pido|ruego|exijo|solicito|agradecer[ií]a|"
        rf"agradezco)\b[^.!?;]{{0,30}}\b(?:no {_ME} {_VERB}|no contact\w+|no vuelv\w+ a)"
    ),
    (
        r"\b(?:no|nunca|ya no|tampoco) (?:quiero|deseo|queremos|deseamos)\b[^.!?;]{0,30}\b(?:saber|hablar|"
        r"contacto|mensajes|llamadas|oír|trato)\b[^.!?;]{0,20}"
        r"(?:\bcontigo|\bcon usted|\bcon ustedes|\bde ti|\bde usted|\bnada más)"
    ),
    (
        r"\bno (?:quiero|deseo|queremos|deseamos) (?:más |ningún |recibir más |ninguna |más ningún "
        r")+(?:mensajes|llamadas|contacto|correos|llamada|mensaje|cartas|publicidad)"
    ),
    (
        rf"\bno (?:{_VERB})(?: con| a| más con| más a)* (?:mi|mis|nuestro|nuestra) \w+|\bno se acerque|\bno te "
        r"acerques|\bal[eé]j[ae](?:te|se) de (?:mí|mi|nosotros)"
    ),
    rf"\b(?:absténganse|absténgase|abstente|absténgance) de (?:{_TOUCHING}|tod[oa])",
    r"\b(?:cese|cesen|ponga fin a|terminar) (?:todo|cualquier|inmediatamente todo) contacto",
    (
        r"\b(?:bórr|borr|elimin|quít|quit|sac|sáqu|den|deme|dar)\w*(?:me|nos)?\b.{0,15}\b(?:de baja|de (?:su|"
        r"tu|la|"
        r"esta) lista|mi número|mis datos)"
    ),
    (
        rf"\bsi\b[^.!?;]{{0,12}}\b(?:vuelves?|sigues?|siguen|"
        rf"vuelven)\b[^.!?;]{{0,4}}\b{_VERB}.{{0,40}}\b(?:denunci\w+|policía|abogado|bloque\w+)"
    ),
    r"\b(?:te he bloqueado|te bloqueo|te voy a bloquear|estás bloquead[oa]|olvida mi número|pierde mi número)\b",
)  # fmt: skip
_NOT_SPANISH = Pattern(
    r"\bpor qué\b|\bperder\b|\b(?:no|nunca) dej\w+ de\b|\b(?:hasta|antes de|después de|ahora|tan tarde|al "
    r"(?:fijo|trabajo)|mientras|solo por|por aquí|en papel|hoy)\b"
)
_TONGUES = tuple(
    (tuple(map(Pattern, ways)), unless) for ways, unless in ((_GERMAN, _NOT_GERMAN), (_SPANISH, _NOT_SPANISH))
)
_MAY_ASK = re.compile(
    r"\b(?:kannst du|könntest du|können sie|könnten sie|würdest du|puedes|podr[ií]as|podr[ií]a|puede)\b"
)


def stop_de_es(text: str) -> str | None:
    """The words that ask for no more contact."""
    said = re.sub(r"[^\S\n]+", " ", text.lower())
    for sentence in (match[0] for match in _SENTENCE.finditer(said)):
        if "?" in sentence and not _MAY_ASK.search(sentence):
            continue
        for ways, unless in _TONGUES:
            found = (
                None if unless.search(sentence) else next(filter(None, (way.search(sentence) for way in ways)), None)
            )
            if found is not None:
                return found[0].strip(" ,")
    return None
