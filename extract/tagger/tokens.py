"""Words, numbers and marks of a text, by rule.

They are parted as the English treebanks of Universal Dependencies part them, since the taggers are
trained on those: "don't" is two, "Russian-backed" three, "pro-government" and "U.S." one. Every
character that is not white space stands in exactly one token.
"""

import re
from collections.abc import Iterator

from extract.lexicon import cached, table
from extract.lexicon.closed import CLITIC_LETTERS, ORDINAL_ENDINGS

_MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
)
_MARKS += (
    "\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0e31-\u0e3a\u0e47-\u0e4e\u200c\u200d"
)
_LETTER = r"[^\W_]"
_IN_WORD = rf"[^\W_{_MARKS}]|[{_MARKS}]"
_RUN = rf"{_LETTER}(?:{_IN_WORD})*+"
_HYPHENS = "\\-\u2010\u2011"
_APOSTROPHES = "'’ʼ"
_ENDINGS, _CLITICS = "|".join(ORDINAL_ENDINGS), "|".join(CLITIC_LETTERS)

_TOKEN = re.compile(
    rf"""
    \d++ (?: (?:-\d++){{2,}}+ | (?:[.,:/]\d++)*+ (?: (?:{_ENDINGS}) (?!{_LETTER}) )? )
  | can (?= not (?!{_LETTER}) )
  | {_RUN} (?! [{_APOSTROPHES}{_HYPHENS}.@:/&] )
  | (?: (?:https?|ftp)://\S | www\.\S ) [^\s<>"“”()\[\]]{{0,2000}} (?<![.,;:!?'’])
  | [\w.+%-]{{1,64}} @ [\w-]{{1,64}} (?: \.[\w-]{{1,64}} ){{1,6}}
  | {_LETTER} (?: \.[^\W\d_] )++ (?!{_LETTER}) \.?
  | [^\W\d_]{{1,2}} & [^\W\d_] (?!{_LETTER})
  | (?P<odd> {_RUN} (?: [{_APOSTROPHES}{_HYPHENS}] (?! {_LETTER}\.{_LETTER} ) {_RUN} )*+
             (?: \. (?!\.) )? )
  | [{_APOSTROPHES}] (?:{_CLITICS}) (?!{_LETTER})
  | [!?]++ | \.{{2,}}+ | -{{2,}}+ | '' | `` | \*++ | _++ | =++ | \S
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ODD = "odd"
_SEAM = re.compile(rf"[{_HYPHENS}]|[^{_HYPHENS}]+")
_NOT = re.compile(rf"(?<=\w)n[{_APOSTROPHES}]t$", re.IGNORECASE)
_SHORT = re.compile(rf"[{_APOSTROPHES}]([^\W_]{{1,2}})$")
_INITIAL_FOLLOWS = re.compile(r"[^\S\n]{0,3}(?:[A-Z]|-[A-Z])")
_STOP_BELONGS = re.compile(r"\s{1,3}[A-Z0-9(\"“]|[,;:)]")


def spans_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield offsets of the tokens between two offsets, in order."""
    for match in _TOKEN.finditer(text, start, end):
        if match.lastgroup == _ODD:
            yield from _parted(text, match.start(), match.end(), end)
        else:
            yield match.span()


def _parted(text: str, start: int, end: int, limit: int) -> Iterator[tuple[int, int]]:
    """A word with hyphens, apostrophes or a full stop behind it."""
    stop = text[end - 1] == "." and not _is_abbreviation(text, start, end, limit)
    last = end - 1 if stop else end
    word = text[start:last]
    if word.isalnum():
        yield start, last
    else:
        yield from _at_hyphens(text, start, last)
    if stop:
        yield end - 1, end


def _is_abbreviation(text: str, start: int, end: int, limit: int) -> bool:
    word = text[start : end - 1]
    if len(word) == 1:
        return (
            word.isupper() and word != "I" and _INITIAL_FOLLOWS.match(text, end, limit) is not None
        )
    folded = word.lower()
    known, doubtful = _abbreviations()
    if folded not in known:
        return False
    return folded not in doubtful or (
        not word.islower() and _STOP_BELONGS.match(text, end, limit) is not None
    )


def _at_hyphens(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    parts = [(start + m.start(), start + m.end()) for m in _SEAM.finditer(text[start:end])]
    place = 0
    while place < len(parts):
        left, right = parts[place]
        while place + 2 < len(parts) and _joins(text[left:right], text[parts[place + 2][0]]):
            place += 2
            right = parts[place][1]
        yield from _at_apostrophe(text[left:right], left)
        place += 1


def _joins(left: str, following: str) -> bool:
    """Whether a hyphen holds together: after a prefix, and in "F-16", "COVID-19"."""
    return left.lower() in _prefixes() or (following.isdigit() and left.isalpha() and len(left) < 7)


def _at_apostrophe(word: str, start: int) -> Iterator[tuple[int, int]]:
    end = start + len(word)
    cut = _NOT.search(word) or _SHORT.search(word)
    if cut is None or (cut.re is _SHORT and cut[1].lower() not in _clitics()) or not cut.start():
        yield start, end
    else:
        yield start, start + cut.start()
        yield start + cut.start(), end


@cached
def _abbreviations() -> tuple[frozenset[str], frozenset[str]]:
    lists = table("tokens")["abbreviation"]
    return frozenset(word for words in lists.values() for word in words), frozenset(
        lists["ambiguous"]
    )


@cached
def _prefixes() -> frozenset[str]:
    return frozenset(table("tokens")["word"]["prefix"])


@cached
def _clitics() -> frozenset[str]:
    return frozenset(table("tokens")["word"]["clitic"])
