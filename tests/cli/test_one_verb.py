"""A command line of one verb says and does what the whole one does."""

import pytest
import typer
from typer.testing import CliRunner

from walkaway.cli.commands import app
from walkaway.cli.one_verb import only

VERBS = ("serve", "read", "offer", "leave", "data", "people", "store", "status", "standard")


@pytest.mark.parametrize("verb", VERBS)
def test_its_help_is_the_same(verb: str) -> None:
    runner = CliRunner()
    whole, alone = runner.invoke(app, [verb, "--help"]), runner.invoke(only(app, verb), [verb, "--help"])
    assert alone.exit_code == whole.exit_code == 0
    assert alone.output == whole.output


def test_it_holds_nothing_else() -> None:
    narrow = only(app, "serve")
    assert len(narrow.registered_commands) == 1
    assert not narrow.registered_groups
    assert len(app.registered_commands) > 9  # the whole one is as it was


def test_an_unknown_verb_is_looked_for_among_all() -> None:
    for typed in ("", "--help", "sreve"):
        assert only(app, typed) is app


def test_a_name_of_two_words_is_typed_with_a_hyphen() -> None:
    small = typer.Typer()

    @small.command()
    def look_again() -> None: ...

    @small.command("other")
    def another() -> None: ...

    assert [one.callback for one in only(small, "look-again").registered_commands] == [look_again]
    assert [one.callback for one in only(small, "other").registered_commands] == [another]
