"""Modules of a language in; what they say, by name, out."""

from __future__ import annotations

from types import ModuleType
from typing import Any


class Sentences:
    """The sentences of a language: every name that its modules have, in the order in which they are given."""

    def __init__(self, *modules: ModuleType) -> None:
        self._modules = modules

    def __getattr__(self, name: str) -> Any:
        for module in self._modules:
            if hasattr(module, name):
                return getattr(module, name)
        raise AttributeError(name)
