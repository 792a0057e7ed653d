"""The names of a language and their modules in; what finds each when it is first asked for, out.

The frame of a page needs the words of the frame alone: it must not wait for what says a whole review.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def lazily(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """A `__getattr__` for the package (PEP 562). No name may be that of a module of it, which would stand before it."""

    def found(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"{package} has no {name!r}")
        value: object = getattr(import_module(f"{package}.{homes[name]}"), name)
        setattr(sys.modules[package], name, value)
        return value

    return found
