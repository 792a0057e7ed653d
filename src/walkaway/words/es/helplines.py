"""A quién atienden los teléfonos y directorios, en español; lo que falta aquí lo dice la lista en inglés."""

from __future__ import annotations

SERVES = {
    "Hilfetelefon Gewalt gegen Frauen": "Mujeres, sus amistades y familia, y quien les ayuda. Muchas lenguas.",
    "016": "Mujeres, y sus amistades y familia. 53 lenguas, también para personas sordas.",
    "National Domestic Abuse Helpline (Refuge)": "Mujeres, y sus amistades y familia.",
    "National Domestic Violence Hotline": "Cualquier persona. Si no puedes hablar, envía START por SMS al 88788.",
    "Lila.help": "ayuda para mujeres y niñas, por país (Global Network of Women's Shelters y ONU Mujeres).",
    "Find A Helpline": "líneas para cualquier persona, por país y tema.",
}
HOURS = {"Day and night.": "Día y noche."}
SOURCES = {
    "europapress.es, 7 August 2025, quoting the Ministry of Equality": (
        "europapress.es, 7 de agosto de 2025, que cita al Ministerio de Igualdad"
    ),
    "refuge.org.uk, news page of the service": "refuge.org.uk, página de noticias del servicio",
    "ovc.ojp.gov, 20 January 2022 (Department of Justice)": (
        "ovc.ojp.gov, 20 de enero de 2022 (Departamento de Justicia)"
    ),
}
