"""What stands behind the first step: anything that makes a `Syntax` of a text."""

from collections.abc import Sequence
from typing import Protocol

from extract.doc.syntax import Syntax
from extract.errors import DatelineError
from extract.records import Block


class TaggerError(DatelineError):
    """The tagger of that name cannot be had."""


class Tagger(Protocol):
    """Finds tokens, sentences, parts of speech, phrases and names."""

    def tag(self, text: str, blocks: Sequence[Block]) -> Syntax:
        """Read the blocks of the text; no sentence and no phrase crosses the border of a block."""
