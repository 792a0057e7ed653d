"""Times you walked in other talks: none of a pursuit about which nothing may be said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.cli.test_kept import as_json
from tests.web.conftest import client_of, lay_out, make
from tests.web.test_safety import main
from tests.web.test_today import write_to

from walkaway import wiring
from walkaway.app.answers import Answers
from walkaway.app.own_talk import OwnTalk
from walkaway.app.pursuit import Pursuit
from walkaway.app.walks import walks_elsewhere
from walkaway.core.offers.signals import Walked
from walkaway.core.standards.standard import PursuitKind
from walkaway.web.memory import Memory

STOP = "Please stop contacting me."
CLIENT = Answers(kind=PursuitKind.CLIENT)
WALKED = OwnTalk(fallback=50, walked=(Walked(55),))


def test_those_that_count() -> None:
    home = Memory(wiring.read_handed)
    home.keep(Pursuit("Acme", CLIENT, talk=WALKED))
    home.keep(Pursuit("Bea", CLIENT, talk=WALKED))
    home.keep(Pursuit("Cy", replace(CLIENT, afraid="yes"), talk=WALKED))
    home.keep(Pursuit("Dee", CLIENT, talk=OwnTalk(fallback=1)))
    asked: list[str] = []

    def heard(pursuit: Pursuit) -> Answers:
        asked.append(pursuit.name)
        return pursuit.answers

    assert [walk.walked.at for walk in walks_elsewhere(home, "acme", heard)] == [55]
    assert asked == ["Bea", "Cy"]  # reading what stands in the messages of the others would be for nothing
    assert walks_elsewhere(home, "Acme", lambda _: replace(CLIENT, stop_contact=True)) == ()


def test_a_request_found_in_their_messages_takes_them_out_of_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WALKAWAY_HOME", str(tmp_path))
    (tmp_path / "Bea").mkdir()
    rows = [("2026-04-07", "Jo", "Our deck."), ("2026-06-02", "Bea", "Not this year.")]
    file = tmp_path / "Bea" / "chat.csv"

    def written(last: str) -> None:
        table = [*rows, ("2026-06-03", "Bea", last)]
        file.write_text("when,who,text\n" + "".join(f'{day}T10:00:00Z,{who},"{text}"\n' for day, who, text in table))

    written("Let us see.")
    as_json("review", "Bea", "--me", "Jo", "--with", "Bea", "--kind", "investor")
    as_json("offer", "Bea", "--fallback", "50", "--theirs", "55", "--walked", "55")
    mine = ("offer", "Acme", "--kind", "client", "--fallback", "60", "--theirs", "70")
    assert as_json(*mine)["record"]["walked"] == 1
    written(STOP)
    assert as_json("offer", "Acme")["record"] is None
    as_json("review", "Bea", "--no-stop-contact")
    assert as_json("offer", "Acme")["record"]["walked"] == 1


def test_the_same_on_the_pages_over_a_price_and_over_packages() -> None:
    found = make(8765)
    lay_out(found, "investor")
    (name,) = found.desk.names()
    write_to(found, "Milo", "Let us see.")
    found.desk.keep(replace(found.desk.pursuit("Milo"), talk=WALKED))
    client, place = client_of(found), f"/p/{found.visit.key(name)}"
    client.post(f"{place}/talk", data={"do": "frame", "fallback": "60", "likely_low": "50", "likely_high": "90"})
    client.post(f"{place}/talk", data={"do": "note", "act": "them", "number": "70"})
    counted = "Over all talks you walked 1 time."
    assert counted in main(client, f"{place}/talk")
    write_to(found, "Milo", STOP)
    found.desk.keep(replace(found.desk.pursuit("Milo"), talk=WALKED))
    assert "Over all talks" not in main(client, f"{place}/talk")
    client.post(f"{place}/talk", data={"do": "anew"})
    packages = f"{place}/packages"
    client.post(packages, data={"do": "issue", "name": "Pay", "values": "55k, 60k, 65k"})
    client.post(packages, data={"do": "frame", "fallback": "30"})
    client.post(packages, data={"do": "package", "by": "them", "value_0": "60k"})
    assert "Over all talks" not in main(client, packages)
    found.desk.say("Milo", replace(found.desk.answers("Milo"), stop_contact=False))
    assert counted in main(client, packages)
