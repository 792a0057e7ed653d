"""Wen die Telefone und Verzeichnisse erreichen, auf Deutsch; was hier fehlt, sagt die Liste auf Englisch."""

from __future__ import annotations

SERVES = {
    "Hilfetelefon Gewalt gegen Frauen": "Frauen, ihr Freundeskreis und ihre Familie, und wer hilft. Viele Sprachen.",
    "016": "Frauen, ihr Freundeskreis und ihre Familie. 53 Sprachen, auch für gehörlose Menschen.",
    "National Domestic Abuse Helpline (Refuge)": "Frauen, ihr Freundeskreis und ihre Familie.",
    "National Domestic Violence Hotline": "Alle. Wenn du nicht sprechen kannst: START als SMS an 88788.",
    "Lila.help": ("Hilfe für Frauen und Mädchen, nach Ländern (Global Network of Women's Shelters und UN Women)."),
    "Find A Helpline": "Telefone für alle, nach Land und Thema.",
}
HOURS = {"Day and night.": "Tag und Nacht."}
SOURCES = {
    "europapress.es, 7 August 2025, quoting the Ministry of Equality": (
        "europapress.es, 7. August 2025, mit Angabe des Ministeriums für Gleichstellung"
    ),
    "refuge.org.uk, news page of the service": "refuge.org.uk, Nachrichtenseite des Dienstes",
    "ovc.ojp.gov, 20 January 2022 (Department of Justice)": "ovc.ojp.gov, 20. Januar 2022 (Justizministerium)",
}
