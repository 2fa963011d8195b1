"""Who is told beside a victim: "along with her 4-year-old son", "together with a neighbour"."""

import re
from collections.abc import Iterator

from extract.doc import Doc, phrase_at
from extract.doc.morphology import is_plural
from extract.doc.words import is_people
from extract.lexicon import cached, table
from extract.records import Span


def beside(doc: Doc) -> Iterator[Span]:
    """Yield the words for each single person told so, in the order of the text."""
    for match in _beside().finditer(doc.text):
        tokens = doc.syntax.tokens_in(match.end(), min(len(doc.text), match.end() + 1))
        phrase = phrase_at(doc, tokens[0]) if tokens else None
        if phrase is None or not phrase.is_noun:
            continue
        head = doc.low[phrase.head]
        if is_people(head) and not is_plural(head):
            yield Span(*doc.syntax.span_of(phrase.first, phrase.last))


@cached
def _beside() -> re.Pattern[str]:
    words = "|".join(map(re.escape, table("victims")["beside"]["words"]))
    return re.compile(rf"\b(?:{words})\s+", re.IGNORECASE)
