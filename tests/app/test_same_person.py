"""One person over several channels: suggested with reasons, said by the person, taken back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.app.stories import archive, chat

from walkaway.app.same_person import Appearance, Decision, Reason, Roll, decided, persons, roll, suggest, undone

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
    found = roll([archive(chat("1 Ann Smith: hi\n2 Smith, Ann: hello", me="Jo"))])
    assert len(found.people) == 2
    assert suggest(found) == ()


def test_the_owner_is_nobody_else() -> None:
    found = roll([archive(chat("1 Ann: hi\n2 Jo: hello", me="Jo"))])
    assert [one.name for one in found.people] == ["Ann"]


def test_yes_no_and_taken_back() -> None:
    everyone = Roll((MAIL, SMS, CHAT, NUMBER))
    yes = decided((), CHAT, MAIL, same=True)
    assert persons(everyone.people, yes) == ((MAIL, CHAT), (SMS,), (NUMBER,))
    assert [{s.one, s.other} for s in suggest(everyone, yes)] == [{SMS, NUMBER}]
    no = decided(yes, MAIL, CHAT, same=False)
    assert len(no) == 1
    assert len(persons(everyone.people, no)) == 4
    assert [{s.one, s.other} for s in suggest(everyone, no)] == [{SMS, NUMBER}]
    assert undone(no, MAIL, CHAT) == ()
    assert len(suggest(everyone)) == 2


PEOPLE = (MAIL, OTHER_MAIL, SMS, CHAT, NUMBER, BOB, OTHER_BOB)
DECISIONS = st.lists(st.builds(Decision, st.sampled_from(PEOPLE), st.sampled_from(PEOPLE), st.booleans()), max_size=8)


@given(DECISIONS)
def test_everybody_is_in_one_group_whatever_is_said(decisions: list[Decision]) -> None:
    groups = persons(PEOPLE, decisions)
    assert sorted(one for group in groups for one in group) == sorted(PEOPLE)
    home = {one: k for k, group in enumerate(groups) for one in group}
    assert all(home[d.one] == home[d.other] for d in decisions if d.same)
    assert all(home[s.one] != home[s.other] for s in suggest(Roll(PEOPLE), decisions))
