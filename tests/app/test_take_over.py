"""What is true of the person in plain files and in a store: both count, and nothing said in either is lost."""

from __future__ import annotations

from pathlib import Path

from walkaway import wiring
from walkaway.app.kept_home import KeptHome
from walkaway.app.ports import ReadOptions
from walkaway.app.pursuit import Pursuit, You
from walkaway.app.take_over import look_beside
from walkaway.core.leaving.draft import Dismissed
from walkaway.core.redirect.reading import Confirmed, Label


def test_what_was_said_in_either_place_holds_after_it_was_taken_over(tmp_path: Path) -> None:
    plain, sealed = wiring.home(tmp_path), wiring.vault(tmp_path).create("a long passphrase of mine")
    kept = KeptHome(sealed.store)
    mail, chat = "when=Date,who=From,text=Body", "when=day,who=name,text=said"
    no, later = Confirmed("No.", Label.OTHER), Confirmed("Not now.", Label.TIMING)
    nudge, price = Dismissed("context.double_text"), Dismissed("context.unasked_discount", "a1")
    kept.keep_you(You(hours=20.0, two=(("A", "B"),), columns=(mail,), dismissed=(nudge,), confirmed=(no,)))
    plain.keep(Pursuit("Sam"))
    plain.keep_you(You(own_life=0.3, columns=(chat, mail), dismissed=(price, nudge), confirmed=(later,)))
    look_beside(plain, kept, lambda _: ReadOptions("UTC"), now=1)
    assert kept.you() == You(20.0, 0.3, (("A", "B"),), (chat, mail), (price, nudge), (later, no))
    sealed.store.close()
