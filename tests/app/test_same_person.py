"""One person over several channels: suggested with reasons."""

from __future__ import annotations

from walkaway.app.same_person import Appearance, Reason, Roll, suggest

MAIL = Appearance("mail", "ann.smith@a.example", ("Ann Smith",))
OTHER_MAIL = Appearance("mail", "ann.smith@home.example")
SMS = Appearance("sms", "Ann", ("+49 171 234567890",))
CHAT = Appearance("whatsapp", "Smith, Ann")
NUMBER = Appearance("whatsapp_json", "0171 234567890")
BOB = Appearance("whatsapp", "Bob")
OTHER_BOB = Appearance("telegram", "Bob")
THIRD_BOB = Appearance("telegram", "Böb")


def reasons(*people: Appearance) -> dict[frozenset[str], tuple[Reason, ...]]:
    return {frozenset((s.one.name, s.other.name)): s.reasons for s in suggest(Roll(people))}


def test_each_reason() -> None:
    assert reasons(MAIL, OTHER_MAIL, SMS, CHAT, NUMBER, BOB, OTHER_BOB) == {
        frozenset((MAIL.name, OTHER_MAIL.name)): (Reason.NAME_IN_ADDRESS, Reason.SAME_LOCAL_PART),
        frozenset((MAIL.name, CHAT.name)): (Reason.SAME_NAME, Reason.NAME_IN_ADDRESS),
        frozenset((OTHER_MAIL.name, CHAT.name)): (Reason.NAME_IN_ADDRESS,),
        frozenset((SMS.name, NUMBER.name)): (Reason.SAME_NUMBER,),
        frozenset(("Bob",)): (Reason.SAME_SHORT_NAME,),
    }


def test_what_many_share_tells_nobody_apart() -> None:
    assert reasons(Appearance("mail", "info@a.example"), Appearance("mail", "info@b.example")) == {}
    assert reasons(BOB, OTHER_BOB, THIRD_BOB) == {}
    assert reasons(*(Appearance("mail", f"x{k}@a.example", ("Front Desk",)) for k in range(40))) == {}


def test_who_writes_in_one_chat_is_not_one_person() -> None:
    other = Appearance("whatsapp", "Ann Smith")
    assert len(suggest(Roll((other, CHAT)))) == 1
    assert suggest(Roll((other, CHAT), frozenset({frozenset((other, CHAT))}))) == ()
