"""A talk in; its worksheet, one page to print, out. What is not known yet is left blank."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from walkaway.app.held import held
from walkaway.app.own_talk import OwnTalk
from walkaway.core.events import DAY
from walkaway.web.at_hand import desk_of
from walkaway.web.pages import language, page
from walkaway.web.screens.plain import missing, name_of
from walkaway.web.screens.pursuit import tabs_of
from walkaway.web.screens.setting import judged
from walkaway.web.screens.talking import weighed
from walkaway.words.spoken import spoken


def worksheet(request: Request) -> Response:
    """The page. Where safety holds there is only the way on."""
    name = name_of(request)
    if name is None:
        return missing(request)
    desk, reviewed = desk_of(request), judged(request, name)
    pursuit, now = desk.pursuit(name), desk.now().local // DAY * DAY
    talk, why = pursuit.talk or OwnTalk(), held(desk.heard(name))
    chosen = None if reviewed is None else reviewed.chosen
    found = None if why is not None else weighed(desk, pursuit, chosen, now)
    return page(
        request,
        "sheet.html",
        key=request.path_params["key"],
        tab="talk",
        why=why,
        name=name,
        sheet=None if why is not None else spoken(language(request)).worksheet.sheet(name, talk, found, None),
        **tabs_of(reviewed),
    )
