"""All English sentences that what is told of a pursuit is put together from."""

from __future__ import annotations

from walkaway.words.en import amounts, commitment, measures, money, positions, standards
from walkaway.words.sentences import Sentences

ENGLISH = Sentences(amounts, money, standards, commitment, positions, measures)
