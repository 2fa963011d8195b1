"""Words, numbers and marks of a text, and where its sentences end, by rule.

They are parted as the English treebanks of Universal Dependencies part them, since the taggers are
trained on those: "don't" is two, "Russian-backed" three, "pro-government" and "U.S." one. Every
character that is not white space stands in exactly one token.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

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


LONGEST = 400
"""Tokens after which a sentence is cut whatever it says: no step need fear a megabyte without a
full stop, and no sentence of a newspaper comes near it."""

_STOPS = frozenset({".", "!", "?", "…", "؟", "۔", "。", "！", "？", "।", "!!", "??", "?!", "!?"})
_WESTERN = frozenset(".…!?")
_CLOSING = frozenset("”’»)]}›」』")
_OPENING = frozenset("“‘«([{‹„「『")
_STRAIGHT = frozenset({'"', "'", "''", "``"})


class Block:
    """The tokens of one block, and what the splitter asks about them."""

    def __init__(self, words: Sequence[str], starts: Sequence[int], ends: Sequence[int]) -> None:
        self.words = words
        self._glued = [
            before == after for before, after in zip(ends, [*starts[1:], -1], strict=True)
        ]
        self._has_capitals = any(word != word.lower() for word in words)

    def glued_to_next(self, place: int) -> bool:
        """Return whether no space follows the token."""
        return self._glued[place]

    def after_closing_marks(self, place: int) -> int:
        """Return the first place after a stop and the quotation marks and brackets
        that close with it."""
        words, place = self.words, place + 1
        while place < len(words) and self._glued[place - 1] and self._closes(place):
            place += 1
        return place

    def _closes(self, place: int) -> bool:
        word = self.words[place]
        if word in _STRAIGHT:
            return place + 1 == len(self.words) or not self._glued[place] or self._stops(place + 1)
        return word in _CLOSING

    def _stops(self, place: int) -> bool:
        return self.words[place] in _CLOSING or self.words[place] in _STRAIGHT

    def first_word(self, place: int) -> str:
        """Return the first token from `place` on that is no quotation mark, bracket or dash."""
        for word in self.words[place : place + 5]:
            if word[0].isalnum():
                return word
        return ""

    def opens_sentence(self, place: int) -> bool:
        """Return whether the tokens from `place` on look like the start of a sentence."""
        if self.words[place] in _OPENING and self.words[place] in "“«„":
            return True
        word = self.first_word(place)
        if not word:
            return self.words[place] not in {",", ";", ":", "-", "–", "—", "--", ")"}
        return not word[0].islower() or not self._has_capitals


def ends_in(words: Sequence[str], starts: Sequence[int], ends: Sequence[int]) -> list[int]:
    """Return index after the last token of each sentence of a block;
    the last one is the block's end."""
    block = Block(words, starts, ends)
    found = [0]
    for place, word in enumerate(words):
        if (word in _STOPS or word[-1] == "." or word[0] in "!?") and place >= found[-1]:
            after = block.after_closing_marks(place)
            if after < len(words) and _breaks(block, place, after):
                found.append(after)
    found.append(len(words))
    return [cut for low, high in pairwise(found) for cut in _cuts(low, high)]


def _cuts(low: int, high: int) -> list[int]:
    cuts = list(range(low + LONGEST, high, LONGEST))
    return [*cuts, high] if high > low else cuts


def _breaks(block: Block, place: int, after: int) -> bool:
    """Whether a sentence ends with the stop at `place`, its closing marks being over at `after`."""
    word = block.words[place]
    if word[0] not in _WESTERN:
        return word in _STOPS or _breaks_after_abbreviation(block, word[:-1].lower(), after)
    if block.glued_to_next(after - 1) and not _space_was_forgotten(block, place, after):
        return False
    if not block.opens_sentence(after) or (word == "." and _is_list_number(block, place)):
        return False
    return word[0] in ".…" or after == place + 1 or not _speaker_follows(block.words, after)


def _space_was_forgotten(block: Block, place: int, after: int) -> bool:
    """ "was killed.The army": a stop between a word in lower case and a capital."""
    if place == 0 or block.words[place] != ".":
        return False
    before, behind = block.words[place - 1], block.words[after]
    if behind in {"“", "["}:
        return True
    closed = after > place + 1
    return (closed or (before.islower() and len(before) > 2)) and behind.istitle()


def _is_list_number(block: Block, place: int) -> bool:
    """The stop of "2." that opens a block."""
    return place == 1 and block.words[0].isdigit() and len(block.words[0]) < 4


def _breaks_after_abbreviation(block: Block, short: str, after: int) -> bool:
    following = block.first_word(after)
    if block.glued_to_next(after - 1) or not block.opens_sentence(after):
        return False
    kind = _kinds().get(short, "either")
    if kind == "title":
        return False
    opener, after_clock = _openers()
    folded = following.lower()
    if kind == "clock":
        return folded not in after_clock and following[0:1].isalpha()
    if kind == "number" and following[0:1].isdigit():
        return False
    return following in {"A", "I"} or (folded in opener and not following.isupper())


def _speaker_follows(words: Sequence[str], after: int) -> bool:
    """ "...?" Name Name asked: the sentence runs on behind the question."""
    for word in words[after : after + 5]:
        if word.lower() in _saying():
            return True
        if not word[0].isupper():
            return False
    return False


@cached
def _kinds() -> dict[str, str]:
    lists = table("tokens")["abbreviation"]
    names = ("either", "title", "number", "clock")
    return {word: name for name in names for word in lists[name]}


@cached
def _openers() -> tuple[frozenset[str], frozenset[str]]:
    lists = table("tokens")["sentence"]
    return frozenset(lists["opener"]), frozenset(lists["after_clock"])


@cached
def _saying() -> frozenset[str]:
    return frozenset(table("tokens")["sentence"]["saying"])
