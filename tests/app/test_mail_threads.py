"""Mail in two threads at once: the reader tells them apart, the measures take the two people as one contact."""

from __future__ import annotations

import numpy as np

from walkaway.app.choose_chat import Chosen, choose_chat
from walkaway.app.ports import ReadOptions
from walkaway.core.balance.latency import Waits, waits
from walkaway.core.events import Side, acts
from walkaway.sources.mail import Mails

NOW = 1_712_000_000_000_000


def mail(day: int, who: str, to: str, own: str, answers: str = "", text: str = "When?") -> str:
    head = (
        f"From x@x.example Fri Mar  1 10:00:00 2024\nFrom: {who}@x.example\nTo: {to}@x.example\nMessage-ID: <{own}>\n"
    )
    head += f"Date: {day} Mar 2024 1{day}:00:00 +0000\n"
    return head + (f"In-Reply-To: <{answers}>\nReferences: <{answers}>\n" if answers else "") + f"\n{text}\n\n"


def box(*mails: str) -> Chosen:
    raw = "".join(mails).encode()
    archive = Mails().read("all.mbox", raw, ReadOptions(tz="UTC"))
    return choose_chat(archive, me="ann@x.example", with_="bob@x.example")


def their_waits(chosen: Chosen) -> Waits:
    return waits(acts(chosen.chat.events, you=chosen.me, them=chosen.them), by=Side.THEM, now=NOW)


def test_a_word_in_one_thread_ends_the_wait_in_both() -> None:
    chosen = box(
        mail(1, "ann", "bob", "price"),
        mail(2, "ann", "bob", "date"),
        mail(3, "bob", "ann", "date2", "date"),
        mail(8, "bob", "ann", "price2", "price"),
    )
    assert chosen.chat.thread is not None
    assert chosen.chat.thread.tolist() == [0, 1, 1, 0]
    seen = their_waits(chosen)
    assert (seen.hours.tolist(), seen.answered.tolist()) == ([50.0], [True])


def test_an_answer_in_a_thread_of_its_own_is_an_answer() -> None:
    chosen = box(mail(1, "ann", "bob", "price"), mail(3, "bob", "ann", "anew"))
    assert chosen.chat.thread is not None
    assert len(np.unique(chosen.chat.thread)) == 2
    seen = their_waits(chosen)
    assert (seen.hours.tolist(), seen.answered.tolist()) == ([50.0], [True])
