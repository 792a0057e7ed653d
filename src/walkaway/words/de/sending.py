"""Was man schicken kann, auf Deutsch: bei der Arbeit mit Sie, sonst mit du."""

from __future__ import annotations

WORK = {
    "silence": "Ich habe nichts mehr von Ihnen gehört. Möchten Sie weitermachen? Ein Ja oder Nein genügt.",
    "mixed": "Mal geht es schnell, mal gar nicht. Können wir einen festen Tag in der Woche vereinbaren?",
    "openings": "Bisher habe ich mich gemeldet. Sagen Sie mir bis Freitag, was Sie als Nächstes brauchen?",
    "replies": "Einige meiner Fragen sind noch offen. Können Sie sie bis Freitag beantworten?",
    "wait": "Ich halte meine Termine, wenn Antworten in zwei Werktagen kommen. Geht das von jetzt an?",
    "active_days": "Ich hätte gern ein kurzes Gespräch pro Woche, bis das hier fertig ist. Welcher Tag passt Ihnen?",
    "talk": "Einen Punkt möchte ich mit Ihnen klären, bevor wir weitermachen. Haben Sie diese Woche eine halbe Stunde?",
    "no": "Danke für Ihre Zeit. Ich höre hier auf und wünsche Ihnen alles Gute.",
    "step_back": "Danke für Ihre Nachricht. Bis zum {day} habe ich anderes vor. Eilt es, nennen Sie einen Tag.",
}
PRIVATE = {
    "silence": "Ich habe nichts mehr von dir gehört. Magst du diese Woche reden? Sag mir bitte Ja oder Nein.",
    "mixed": "Mal sind wir uns nah, mal höre ich kaum von dir. Können wir am Sonntag darüber reden?",
    "openings": "Ich freue mich, wenn du zuerst schreibst. Magst du das ein paar Mal in der Woche tun?",
    "replies": "Wenn ich schreibe, bedeutet mir eine Antwort viel. Kannst du mir antworten, auch kurz?",
    "wait": "Mir geht es besser, wenn ich am selben Tag von dir höre. Schickst du mir eine Zeile, auch eine kurze?",
    "active_days": "Ich hätte gern öfter Kontakt mit dir. Wollen wir an zwei Abenden in der Woche telefonieren?",
    "talk": "Mir ist etwas wichtig, und ich möchte es dir sagen. Hast du diese Woche Zeit?",
    "no": "Danke für die Zeit, die wir hatten. Ich beende das jetzt und wünsche dir alles Gute.",
    "step_back": "Danke, dass du schreibst. Bis zum {day} nehme ich mir Zeit für mich. Dann melde ich mich bei dir.",
}
