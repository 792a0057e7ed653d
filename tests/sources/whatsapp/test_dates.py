"""The order of day, month and year: found in the whole file, told by the person, or asked for."""

from __future__ import annotations

from typing import Any

import pytest
from tests.sources.whatsapp.reference_reader import iso

from walkaway.app.errors import OpenQuestion, UsageError
from walkaway.sources.whatsapp import parse


def export(*dates: str) -> bytes:
    return "".join(f"{date}, 10:{k:02} - {'Ann' if k % 2 else 'Bob'}: hi\n" for k, date in enumerate(dates)).encode()


def days(*dates: str, order: Any = None) -> list[str]:
    return [iso(local)[:10] for local in parse(export(*dates), order).local.tolist()]


def test_a_day_beyond_twelve_decides_for_all() -> None:
    assert days("1/2/2023", "13/2/2023") == ["2023-02-01", "2023-02-13"]
    assert days("2/1/2023", "2/13/2023") == ["2023-02-01", "2023-02-13"]


def test_time_running_backwards_decides() -> None:
    """As months first, 5 April would be followed by 4 January."""
    assert days("3/4/23", "5/4/23", "2/5/23") == ["2023-04-03", "2023-04-05", "2023-05-02"]


def test_day_equal_to_month_needs_no_order() -> None:
    assert days("4/4/23", "5/5/23") == ["2023-04-04", "2023-05-05"]


@pytest.mark.parametrize("dates", [("3/4/23",), ("3/4/23", "4/4/23"), ("1/4/2023", "2/4/2023", "3/4/2023")])
def test_thin_evidence_is_asked_about(dates: tuple[str, ...]) -> None:
    with pytest.raises(OpenQuestion) as question:
        parse(export(*dates))
    assert question.value.exit_code == 4
    assert question.value.choices == ("dmy", "mdy")
    assert len(question.value.preview) == len(dates)
    assert question.value.preview[0].startswith(dates[0])


def test_a_week_of_days_in_a_row_is_believed_and_said() -> None:
    c = parse(export(*(f"{day}/4/23" for day in range(1, 9))))
    assert iso(int(c.local[-1]))[:10] == "2023-04-08"
    assert "order" in c.assumed


def test_the_person_decides() -> None:
    assert days("3/4/23", order="dmy") == ["2023-04-03"]
    assert days("3/4/23", order="mdy") == ["2023-03-04"]
    assert days("3/4/05", order="ymd") == ["2003-04-05"]


@pytest.mark.parametrize(("order", "works"), [("mdy", "dmy"), ("ymd", "dmy")])
def test_an_order_that_cannot_be_names_the_one_that_can(order: Any, works: str) -> None:
    with pytest.raises(UsageError, match=f"--order {works}"):
        parse(export("25/4/2023", "26/4/2023"), order)


def test_a_year_in_front_is_followed_by_the_month() -> None:
    assert days("2023/4/5") == ["2023-04-05"]
    assert days("2023/13/5") == ["2023-05-13"]


def test_two_digit_years_in_front_are_found_where_nothing_else_makes_sense() -> None:
    assert days("19/12/30", "19/12/31", "20/01/01", "20/01/02", "20/02/01")[2] == "2020-01-01"


def test_a_date_that_does_not_exist_stays_with_the_message_before() -> None:
    c = parse(export("28/2/2023", "31/2/2023", "1/3/2023"))
    assert c.text.to_pylist() == ["hi\n31/2/2023, 10:01 - Ann: hi", "hi"]


def test_american_dates_have_many_shapes_and_one_form() -> None:
    dates = ("1/4/23", "12/14/23", "9/30/24", "10/1/24")
    assert days(*dates) == ["2023-01-04", "2023-12-14", "2024-09-30", "2024-10-01"]


def test_pasted_messages_of_another_form_are_words() -> None:
    own = [f"13/06/2018, 21:{k:02} - Ann: hi\n" for k in range(60)]
    pasted = [f"[1/{k}/17, 9:30:00 AM] Bob: old\n" for k in (1, 2, 20)]
    c = parse("".join([*own[:30], *pasted, *own[30:]]).encode())
    assert len(c) == 60
    assert c.text.to_pylist()[29] == "hi\n" + "".join(pasted).rstrip("\n")


def test_two_exports_put_together_are_both_read() -> None:
    first = [f"13/06/2018, 21:{k:02} - Ann: hi\n" for k in range(60)]
    then = [f"[14.06.18, 21:{k:02}:00] Ann: hi\n" for k in range(60)]
    assert len(parse("".join(first + then).encode())) == 120
