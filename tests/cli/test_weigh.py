"""`walkaway weigh` as people type it: with options, at a terminal, and from a program."""

from __future__ import annotations

import json
import time
from datetime import date, timedelta
from typing import Any

import pytest
from tests.cli.test_terminal import talk
from typer.testing import CliRunner

import walkaway
from walkaway.cli.commands import app


def typed(*words: str) -> Any:
    return CliRunner().invoke(app, ["weigh", *words], env={"COLUMNS": "80", "NO_COLOR": "1"})


def as_json(*words: str) -> Any:
    outcome = typed(*words, "--json")
    assert outcome.exit_code == 0, outcome.stderr
    return json.loads(outcome.stdout)


FREELANCER = ("--kind", "client", "--mine", "€1,200", "--theirs", "800", "--fallback", "900")
JOB = (
    "--kind",
    "job",
    "--theirs",
    "60k",
    "--fallback",
    "52,000",
    "--deadline",
    "14",
    "--per",
    "year",
    "--better",
    "66k",
)
SECOND = ("--better-sure", "60%", "--better-days", "10")


def test_a_freelancer_gets_a_number_and_a_sentence() -> None:
    outcome = typed(*FREELANCER, "--trade")
    assert outcome.exit_code == 0, outcome.stderr
    lines = outcome.stdout.splitlines()
    assert lines[0] == "The price with your client"
    assert lines[1].strip() == "COUNTER"
    assert "I can do it for €1,035 if we make the work a bit smaller. Which part could we leave out?" in lines
    assert "€900" in outcome.stdout
    assert "\x1b" not in outcome.stdout
    assert max(map(len, lines)) <= 120


def test_a_job_seeker_asks_for_time() -> None:
    whole = as_json(*JOB, *SECOND, "--term", "remote=+2000", "--term", "commute=-500")
    assert (whole["answer"], whole["wait"], whole["number"]) == ("ask_for_time", 10, None)
    assert whole["terms"] == [{"name": "remote", "worth": 2000}, {"name": "commute", "worth": -500}]
    assert "in 10 days" in whole["sentence"]


def test_a_day_will_do_for_a_deadline() -> None:
    day = (date.today() + timedelta(days=14)).isoformat()  # noqa: DTZ011 (a day on the wall of this machine)
    assert as_json(*JOB[:7], day, *JOB[8:], *SECOND)["deadline"] == 14


def test_a_currency_can_be_said_or_comes_along_with_an_amount() -> None:
    assert as_json(*FREELANCER)["currency"] == "€"
    bare = [word.removeprefix("€") for word in FREELANCER]
    assert as_json(*bare, "--currency", "USD")["currency"] == "USD"
    assert "800 USD" in typed(*bare, "--currency", "USD").stdout
    assert typed(*FREELANCER, "--currency", "USD").exit_code == 2
    assert as_json("--theirs", "800", "--fallback", "900")["currency"] is None


def test_a_buyer_says_so() -> None:
    whole = as_json("--theirs", "100", "--fallback", "90", "--buying")
    assert (whole["side"], whole["limit"]) == ("buying", 90)
    assert whole["number"] < 90


@pytest.mark.parametrize(
    ("words", "option"),
    [
        (("--fallback", "900"), "--theirs"),
        (("--theirs", "800"), "--fallback"),
        (("--theirs", "800", "--fallback", "900", "--buying", "--sure", "50"), "--otherwise"),
        (JOB, "--better-sure"),
        ((*JOB, "--better-sure", "50"), "--better-days"),
    ],
)
def test_without_a_terminal_a_missing_number_names_its_option(words: tuple[str, ...], option: str) -> None:
    outcome = typed(*words, "--json")
    assert outcome.exit_code == 4
    assert json.loads(outcome.stdout)["question"]["option"] == option
    assert option in outcome.stderr
    assert typed(*words).exit_code == 4


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--theirs", "lots"), "1,200 or 1200.50"),
        (("--theirs", "0"), "likely range"),
        (("--sure", "120"), "0 to 100"),
        (("--deadline", "soon"), "2026-08-03"),
        (("--deadline", "2001-01-01"), "a day to come"),
        (("--likely", "900..800"), "the low one first"),
        (("--likely", "900"), "800..1200"),
        (("--term", "remote"), "remote=+200"),
        (("--kind", "friend"), "client, deal, job, investor"),
        (("--per", "week"), "hour, day, month"),
        (("--waiting", "-5"), "Waiting"),
    ],
)
def test_what_cannot_be_is_said_with_a_way_out(words: tuple[str, ...], said: str) -> None:
    outcome = typed("--theirs", "800", "--fallback", "900", *words)
    assert outcome.exit_code == 2
    assert said in outcome.stderr
    assert outcome.stdout == ""


def test_a_program_gets_what_the_command_line_prints() -> None:
    found = walkaway.weigh(
        theirs=60_000,
        fallback=52_000,
        deadline=14,
        better=66_000,
        better_sure=60,
        better_days=10,
        kind="job",
        per="year",
    )
    assert walkaway.offer_as_json(found) == as_json(*JOB, *SECOND)
    assert found.weighed.answer is walkaway.Answer.TIME
    with pytest.raises(walkaway.OpenQuestion):
        walkaway.weigh(theirs=800)
    with pytest.raises(walkaway.UsageError, match="two numbers"):
        walkaway.weigh(theirs=800, fallback=1, likely=(1.0, 2.0, 3.0, 4.0))
    with pytest.raises(walkaway.UsageError, match="plain number"):
        walkaway.weigh(theirs=float("nan"), fallback=1)
    with pytest.raises(walkaway.UsageError, match="chance"):
        walkaway.weigh(theirs=800, fallback=1, sure=101)


def test_an_answer_comes_at_once() -> None:
    started = time.process_time()
    walkaway.weigh(
        theirs=800, fallback=1400, sure=50, answer_days=4, spread=50, better=1500, better_sure=30, better_days=9
    )
    assert time.process_time() - started < 1.0


# --- at a terminal ----------------------------------------------------------------------------------------------------


def test_the_questions_are_asked_and_a_wrong_answer_is_asked_again() -> None:
    code, shown = talk(
        ["weigh"],
        [
            ("What is the offer about?", "a job"),
            ("What do they offer?", "a lot"),
            ("Please give an amount", "$60k"),
            ("last number you told them? [none]", ""),
            ("what do you have instead?", "52,000"),
            ("How sure is that, from 0 to 100? [100]", ""),
            ("must you answer them", "soon"),
            ("Please give a number of days", "14"),
            ("how high may they go", ""),
            ("better offer on its way", "66k"),
            ("How likely is it, from 0 to 100? [50]", "60"),
            ("would it come? [14]", "10"),
        ],
    )
    assert code == 0, shown
    assert "ASK FOR TIME" in shown
    assert "$65,500" in shown


def test_who_named_a_number_is_asked_whether_it_may_move() -> None:
    code, shown = talk(
        ["weigh", "--kind", "client", "--theirs", "€60"],
        [
            ("last number you told them? [none]", "95"),
            ("Would you move from that number", "yes"),
            ("what do you have instead?", "55"),
            ("How sure is that", ""),
            ("must you answer them", ""),
            ("how high may they go", "55..80"),
            ("better offer on its way", ""),
        ],
    )
    assert code == 0, shown
    assert "COUNTER" in shown
    assert "if we make the work a bit smaller" in shown


def test_who_buys_with_an_unsure_fallback_is_asked_what_is_left() -> None:
    code, shown = talk(
        ["weigh", "--kind", "deal", "--buying", "--theirs", "100"],
        [
            ("last number you told them?", ""),
            ("what do you have instead?", "90"),
            ("How sure is that", "80"),
            ("what would you have to pay?", "130"),
            ("will you know?", ""),
            ("must you answer them", ""),
            ("how high may they go", "80..110"),
            ("better offer on its way", ""),
        ],
    )
    assert code == 0, shown
    assert "Your limit" in shown
    assert "98" in shown


def test_who_says_all_that_is_needed_is_asked_nothing() -> None:
    code, shown = talk(["weigh", "--theirs", "800", "--fallback", "900"], [])
    assert code == 0
    assert "?" not in shown.partition("WALK")[0].partition("COUNTER")[0]


def test_two_currencies_are_asked_about_and_not_mixed() -> None:
    outcome = typed("--kind", "client", "--theirs", "$1000", "--fallback", "€900")
    assert outcome.exit_code == 2
    assert "There are two currencies here, $ and €. Give all amounts in one of them." in outcome.stderr
    assert typed("--theirs", "1000", "--fallback", "900", "--currency", "<b>").exit_code == 2
