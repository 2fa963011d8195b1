"""Where sentences end, by rule, among the tokens of one block."""

from collections.abc import Sequence
from itertools import pairwise

from extract.lexicon import cached, table

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
