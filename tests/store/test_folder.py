"""A folder of plain files as a home: what is kept comes back, and what a person wrote there stays."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from walkaway.app.answers import Answers
from walkaway.app.errors import UnknownPursuit, UnreadableArchive, UsageError
from walkaway.app.ports import Archive, Progress, ReadOptions, Receipt
from walkaway.app.pursuit import OwnOption, Pursuit, You
from walkaway.core.standards.standard import PursuitKind
from walkaway.store.folder import Folder

NORA = Pursuit("Nora", Answers(kind=PursuitKind.CLIENT), options=(OwnOption("Kiel", (4.0, 6.0, 9.0), 0.4, hours=5.0),))


def read(paths: Sequence[Path], options: ReadOptions, progress: Progress | None = None) -> Archive:  # noqa: ARG001
    return Archive(" + ".join(p.name for p in paths), "test", (), Receipt(0, 0), options.tz)


@pytest.fixture
def home(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "home", read)


def test_what_is_kept_comes_back(home: Folder) -> None:
    home.keep(NORA)
    home.keep(Pursuit("ada"))
    assert home.names() == ("ada", "Nora")
    assert home.pursuit("nora") == NORA
    home.keep(replace(NORA, options=()))
    assert home.pursuit("NORA").options == ()


def test_a_name_that_no_folder_may_have_is_still_its_name(home: Folder, tmp_path: Path) -> None:
    name = "../Nora: a/b?"
    home.keep(Pursuit(name))
    assert home.pursuit(name).name == name
    assert not (tmp_path / "Nora").exists()
    assert [p.parent for p in (tmp_path / "home").iterdir()] == [tmp_path / "home"]


def test_comments_and_what_did_not_change_stay(home: Folder, tmp_path: Path) -> None:
    file = tmp_path / "home" / "Nora" / "pursuit.toml"
    file.parent.mkdir(parents=True)
    file.write_text('# from the first meeting\nkind = "client"  # for now\n\n[week]\ngood = 8 # of ten\n')
    nora = home.pursuit("Nora")
    home.keep(replace(nora, options=NORA.options))
    text = file.read_text()
    assert "# from the first meeting" in text
    assert "# of ten" in text
    assert home.pursuit("Nora") == replace(nora, options=NORA.options)


def test_only_the_person_can_read_it(home: Folder, tmp_path: Path) -> None:
    home.keep(NORA)
    file = tmp_path / "home" / "Nora" / "pursuit.toml"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(file.parent.parent.stat().st_mode) == 0o700  # the names of folders are names of people


def test_archives_are_the_other_files_of_the_folder_or_those_named(home: Folder, tmp_path: Path) -> None:
    assert home.archive(NORA, ReadOptions("UTC")) is None
    home.keep(NORA)
    assert home.archive(NORA, ReadOptions("UTC")) is None
    for name in ("b.txt", "a.zip", ".hidden"):
        (tmp_path / "home" / "Nora" / name).write_text("x")
    found = home.archive(NORA, ReadOptions("UTC"))
    assert found is not None
    assert found.name == "a.zip + b.txt"
    named = home.archive(replace(NORA, archives=("b.txt",)), ReadOptions("UTC"))
    assert named is not None
    assert named.name == "b.txt"
    with pytest.raises(UnreadableArchive, match="no such file"):
        home.archive(replace(NORA, archives=("c.txt",)), ReadOptions("UTC"))


def test_an_unknown_name_says_which_there_are(home: Folder) -> None:
    with pytest.raises(UnknownPursuit, match="None is kept yet"):
        home.pursuit("Nora")
    home.keep(NORA)
    with pytest.raises(UnknownPursuit, match="There is: Nora"):
        home.pursuit("Dora")


def test_a_file_that_is_no_toml_is_said_with_its_line(home: Folder, tmp_path: Path) -> None:
    home.keep(NORA)
    file = tmp_path / "home" / "Nora" / "pursuit.toml"
    file.write_text("kind = client\n")
    with pytest.raises(UsageError, match="line 1"):
        home.pursuit("Nora")
    home.keep(Pursuit("Ann"))
    assert home.names() == ("Ann", "Nora")  # one bad file hides no other
    assert home.pursuit("Ann") == Pursuit("Ann")


def test_what_is_no_utf8_leaves_nothing_behind(home: Folder, tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        home.keep(Pursuit("Bo", me="Gr\udcc3\udcb6\udcc3\udc9fe"))
    assert not (tmp_path / "home").exists()


def test_what_is_true_of_you_is_kept(home: Folder) -> None:
    assert home.you() == You()
    home.keep_you(You(hours=20.0, own_life=0.3))
    assert home.you() == You(hours=20.0, own_life=0.3)
    assert home.names() == ()


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file, not a folder")
    with pytest.raises(UsageError, match="cannot write"):
        Folder(tmp_path / "home", read).keep(NORA)
