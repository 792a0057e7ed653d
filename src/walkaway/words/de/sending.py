"""Was man schicken kann, auf Deutsch: bei der Arbeit mit Sie, sonst mit du. Die Bitten sind die englischen."""

from __future__ import annotations

from walkaway.core.standards.standard import PursuitKind

ASKS: dict[PursuitKind | None, dict[str, str]] = {
    PursuitKind.CLIENT: {
        "silence": (
            "Ich habe nichts mehr von Ihnen gehört. Möchten Sie mit dieser Arbeit weitermachen? Ein Ja oder Nein "
            "in dieser Woche genügt."
        ),
        "mixed": (
            "Mal geht es schnell, mal gar nicht. Können wir einen festen Tag in der Woche für Fragen und "
            "Antworten vereinbaren?"
        ),
        "openings": "Bisher habe ich mich gemeldet. Sagen Sie mir bis Freitag, was Sie als Nächstes von mir brauchen?",
        "replies": (
            "Einige meiner Fragen sind noch offen, und ohne Antwort komme ich nicht weiter. Können Sie sie bis "
            "Freitag beantworten?"
        ),
        "wait": "Ich halte meine Termine, wenn Antworten in zwei Werktagen kommen. Geht das von jetzt an?",
        "active_days": (
            "Ich hätte gern ein kurzes Gespräch pro Woche, bis das hier fertig ist. Welcher Tag passt Ihnen?"
        ),
    },
    PursuitKind.DEAL: {
        "silence": (
            "Ich habe nichts mehr von Ihnen gehört. Steht das Geschäft für Sie noch? Ein Ja oder Nein in dieser "
            "Woche genügt."
        ),
        "mixed": (
            "Wir haben ein paar Mal angefangen und wieder aufgehört. Können wir die offenen Punkte und einen Tag "
            "für den Abschluss festlegen?"
        ),
        "openings": (
            "Die letzten Schritte kamen von mir. Schicken Sie mir bis Freitag, wie Sie die offenen Punkte sehen?"
        ),
        "replies": (
            "Einige meiner Punkte sind bei Ihnen noch offen. Können Sie mir bis Freitag Ihre Antworten schicken?"
        ),
        "wait": (
            "Können wir beide in zwei Werktagen antworten, bis das abgeschlossen ist? Ein Ja hilft mir beim Planen."
        ),
        "active_days": (
            "Können wir jede Woche kurz telefonieren, bis das abgeschlossen ist? Sagen Sie mir, welcher Tag "
            "Ihnen passt."
        ),
    },
    PursuitKind.JOB: {
        "silence": (
            "Ich spreche weiter gern über diese Stelle und habe nichts mehr von Ihnen gehört. Ist sie noch "
            "offen? Ein kurzes Ja oder Nein hilft mir."
        ),
        "mixed": (
            "Ich möchte meine nächsten Wochen planen. Können Sie mir sagen, welche Schritte noch kommen und an "
            "welchem Tag Sie entscheiden?"
        ),
        "openings": "Bisher habe ich nachgefragt. Sagen Sie mir bis Freitag, was der nächste Schritt ist?",
        "replies": (
            "Ich habe ein paar Dinge gefragt, die ich wissen muss, bevor ich mich entscheide. Können Sie bis "
            "Freitag antworten?"
        ),
        "wait": "Ich muss noch andere Termine halten. Können Sie mir sagen, bis wann ich von Ihnen höre?",
        "active_days": "Können wir diese Woche einen Tag für ein kurzes Gespräch darüber finden, wie es steht?",
    },
    PursuitKind.INVESTOR: {
        "silence": (
            "Ich habe nichts mehr von Ihnen gehört und frage darum offen. Sind Sie dabei, nicht dabei, oder gibt "
            "es einen Tag, an dem Sie es wissen?"
        ),
        "mixed": (
            "Um unsere Runde zu planen, brauche ich Klarheit. Was fehlt noch bei Ihnen, und an welchem Tag "
            "entscheiden Sie?"
        ),
        "openings": (
            "Die letzten Berichte kamen von mir. Möchten Sie weitermachen? Wenn ja, nennen Sie diese Woche den "
            "nächsten Schritt?"
        ),
        "replies": (
            "Einige meiner Fragen sind bei Ihnen noch offen. Können Sie bis Freitag antworten oder mir sagen, "
            "dass es vorerst ein Nein ist?"
        ),
        "wait": "Wir wollen bald abschließen. Können Sie mir sagen, bis zu welchem Tag Sie sich melden?",
        "active_days": (
            "Finden wir diese Woche eine halbe Stunde, um das Offene zu klären? Auch ein Nein ist in Ordnung."
        ),
    },
    PursuitKind.PARTNER: {
        "silence": (
            "Ich habe nichts von dir gehört, und unsere Gespräche fehlen mir. Magst du diese Woche reden? Sag "
            "mir bitte Ja oder Nein."
        ),
        "mixed": "Mal sind wir uns nah, mal höre ich kaum von dir. Können wir am Sonntag darüber reden?",
        "openings": "Ich freue mich, wenn du ab und zu zuerst schreibst. Magst du das ein paar Mal in der Woche tun?",
        "replies": "Wenn ich schreibe, bedeutet mir eine Antwort viel. Kannst du mir antworten, auch kurz?",
        "wait": "Mir geht es besser, wenn ich am selben Tag von dir höre. Schickst du mir eine Zeile, auch eine kurze?",
        "active_days": "Ich hätte gern öfter Kontakt mit dir. Wollen wir an zwei Abenden in der Woche telefonieren?",
    },
    PursuitKind.FRIEND: {
        "silence": "Ich habe eine Weile nichts von dir gehört. Ich würde dich gern sehen. Hast du nächste Woche Zeit?",
        "mixed": (
            "Mal reden wir viel, und dann gar nicht. Ich hätte gern etwas Festes. Wollen wir einen Tag im Monat "
            "ausmachen?"
        ),
        "openings": "Ich freue mich immer, wenn du zuerst schreibst. Suchst du den Tag für unser nächstes Treffen aus?",
        "replies": (
            "Ich habe dich ein paar Dinge gefragt und würde sie immer noch gern wissen. Schreibst du diese Woche "
            "zurück?"
        ),
        "wait": "Ich kann leichter planen, wenn ich in ein, zwei Tagen von dir höre. Geht das?",
        "active_days": "Ich würde dich gern öfter sehen. Wollen wir einen festen Tag zum Reden ausmachen?",
    },
    None: {
        "silence": (
            "Ich habe nichts mehr von dir gehört. Möchtest du in Kontakt bleiben? Ein kurzes Ja oder Nein genügt."
        ),
        "mixed": (
            "In manchen Wochen reden wir viel, in anderen gar nicht. Können wir einen Tag ausmachen, der uns "
            "beiden passt?"
        ),
        "openings": "Bisher habe ich zuerst geschrieben. Meldest du dich das nächste Mal?",
        "replies": "Ich habe dich ein paar Dinge gefragt, die noch offen sind. Kannst du mir diese Woche antworten?",
        "wait": "Es hilft mir, in ein, zwei Tagen von dir zu hören. Geht das?",
        "active_days": "Ich hätte gern öfter Kontakt mit dir. Wollen wir jede Woche einen festen Tag ausmachen?",
    },
}
TALK = "Einen Punkt möchte ich mit Ihnen klären, bevor wir weitermachen. Haben Sie diese Woche eine halbe Stunde?"
TALK_PRIVATELY = "Mir ist etwas wichtig, und ich möchte es dir sagen. Hast du diese Woche Zeit?"
NOES: dict[PursuitKind | None, str] = {
    PursuitKind.CLIENT: (
        "Danke für die gemeinsame Arbeit. Ich beende meinen Teil hier und wünsche Ihnen alles Gute damit."
    ),
    PursuitKind.DEAL: "Danke für Ihre Zeit. Ich führe dieses Geschäft nicht weiter und wünsche Ihnen alles Gute.",
    PursuitKind.JOB: (
        "Danke für die Zeit, die Sie mir gegeben haben. Ich ziehe mich zurück und wünsche Ihnen und dem Team "
        "alles Gute."
    ),
    PursuitKind.INVESTOR: (
        "Danke, dass Sie sich das angesehen haben. Ich beende unsere Gespräche hier und wünsche Ihnen alles Gute."
    ),
    PursuitKind.PARTNER: "Danke für die Zeit, die wir hatten. Ich beende das jetzt und wünsche dir alles Gute.",
    PursuitKind.FRIEND: "Danke für die guten Zeiten. Ich lasse das jetzt los und wünsche dir alles Gute.",
    None: "Danke für deine Zeit. Ich höre hier auf und wünsche dir alles Gute.",
}
_WORK = (
    "Danke für Ihre Nachricht. Bis zum {day} habe ich andere Arbeit. Brauchen Sie mich vorher, nennen "
    "Sie bitte einen Tag."
)
_PRIVATE = "Danke, dass du schreibst. Bis zum {day} nehme ich mir Zeit für mich. Dann melde ich mich bei dir."
IF_THEY_WRITE: dict[PursuitKind | None, str] = {
    PursuitKind.CLIENT: _WORK,
    PursuitKind.DEAL: _WORK,
    PursuitKind.JOB: (
        "Danke für Ihre Nachricht. Bis zum {day} habe ich anderes vor. Brauchen Sie mich vorher, nennen Sie "
        "bitte einen Tag."
    ),
    PursuitKind.INVESTOR: _WORK,
    PursuitKind.PARTNER: _PRIVATE,
    PursuitKind.FRIEND: "Schön, von dir zu hören. Bis zum {day} habe ich eigene Sachen vor. Dann schreibe ich dir.",
    None: _PRIVATE,
}
