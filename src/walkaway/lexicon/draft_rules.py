"""A language in; the rules that drafts are checked by, out of the file that holds them."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from walkaway.core.leaving.draft import Rule, rules_from

_HERE = Path(__file__).parent


@cache
def draft_rules(language: str = "en") -> tuple[Rule, ...]:
    """Every rule, those that are switched off too."""
    return rules_from(tomllib.loads((_HERE / language / "draft_rules.toml").read_text("utf-8")))
