"""What the words of a cell of a table are for: a label, a sum, places, days, codes."""

import re

from extract.doc.morphology import noun_forms
from extract.lexicon import cached, table

_WORD = re.compile(r"#|[^\W\d_](?:[\w/’'-]*\w)?|\d+s\b")
_LABEL = re.compile(r"[\W_]*[^\W\d_]")
PLACE, DATE, CODE = "place", "date", "code"
"""What a column may have, by its head."""


def words_in(words: str) -> list[str]:
    """Return the words of a cell in lower case, without what stands in brackets."""
    return [word.lower() for word in _WORD.findall(re.sub(r"[(\[][^()\[\]]*[)\]]", " ", words))]


def is_label(words: str) -> bool:
    """Return whether a cell has words that may say what others count: no number, no "n/a"."""
    known = words.strip(" .()-").lower() in table("tabular")["head"]["nothing"]
    return not known and _LABEL.match(words) is not None


def is_total(words: str) -> bool:
    """Return whether the words of a cell are for a sum and nothing else: "Grand total"."""
    low = words_in(words)
    lists = table("tabular")["total"]
    known = {*lists["words"], *lists["beside"]}
    return not set(lists["words"]).isdisjoint(low) and known.issuperset(low)


def head_kind(words: str) -> str:
    """Return what a column under a head has: place, date, code, or "" where its words tell none."""
    low = words_in(words)
    known = _head_words()
    kinds = [known[word] for word in low if word in known]
    beside = set(table("tabular")["head"]["beside"])
    return kinds[-1] if kinds and all(word in known or word in beside for word in low) else ""


@cached
def _head_words() -> dict[str, str]:
    lists = table("tabular")["head"]
    return {
        form: kind
        for kind in (PLACE, DATE, CODE)
        for word in lists[kind]
        for form in (word, *noun_forms(word))
    }
