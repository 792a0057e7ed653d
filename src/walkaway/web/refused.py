"""A form that was refused in; for each form of the page, what stands in its fields, out: nothing typed is lost.

A page asks `form_of` for each of its forms by what its button does, and by the `name` the form is about where several
do the same. The one that was refused answers with what was typed and what is wrong; every other with what is kept.
Secrets are never put back into a page: their fields do not ask.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from starlette.datastructures import FormData


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one form: as typed where it was refused, `trouble` saying why; else as they are kept."""

    typed: FormData | None = None
    trouble: str | None = None

    def __call__(self, name: str, kept: object = "") -> str:
        """What stands in a field, or which of several is chosen."""
        found = kept if self.typed is None else self.typed.get(name, "")
        return "" if found is None else str(found)

    def each(self, name: str, k: int) -> str:
        """What stands in one of several fields of the same name."""
        typed = [] if self.typed is None else self.typed.getlist(name)
        return str(typed[k]) if k < len(typed) else ""

    def ticked(self, name: str, kept: object = False, value: str = "yes") -> bool:
        """Whether a box is ticked, of one or of several of this name."""
        return bool(kept) if self.typed is None else value in self.typed.getlist(name)

    def said(self, names: Iterable[str]) -> bool:
        """Whether anything was typed into one of these: what folds them away stays open."""
        return self.typed is not None and any(str(self.typed.get(name, "")).strip() for name in names)


@dataclass(frozen=True, slots=True)
class Refused:
    """A form as it came, and what is wrong with it; None: nothing is, it only waited to be shown.

    `hidden`: nothing that was typed may be on the page.
    """

    form: FormData
    trouble: str | None = None
    hidden: bool = False

    def fields(self, acts: tuple[str, ...], name: str | None) -> Fields:
        """The fields of the form whose buttons do this; as typed, where it is this one."""
        did = str(self.form.get("do", ""))
        same = name is None or str(self.form.get("name", "")) == name
        if did not in (acts or ("",)) or not same:
            return Fields()
        return Fields(None if self.hidden else self.form, self.trouble)


def fields_of(refused: Refused | None, *acts: str, name: str | None = None) -> Fields:
    """The fields of one form of a page on which this was refused, or nothing was."""
    return Fields() if refused is None else refused.fields(acts, name)
