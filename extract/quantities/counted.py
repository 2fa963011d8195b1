"""A number among the tokens of its sentence, and what it counts: the noun phrase behind it."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.doc import Doc
from extract.doc.clauses import clauses_of
from extract.doc.morphology import is_plural
from extract.doc.phrase_node import PhraseNode, SentenceNodes, nodes_in
from extract.doc.syntax import Phrase, Sentence
from extract.lexicon.closed import BETWEEN_CLAUSES, POSSESSIVE_ENDINGS
from extract.quantities.quantity import Quantity
from extract.quantities.words import listed, outcome_words
from extract.records import Span


class Page:
    """A text with its tokens in lower case and the phrase of each at hand."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.syntax = doc.syntax
        self.lows = doc.low
        self.phrases = doc.phrases

    def number_of(self, sentence: Sentence) -> int:
        """Return how many sentences stand before this one."""
        return bisect_left(self.syntax.sentences, sentence.first, key=lambda s: s.first)

    def view(self, start: int, after: int) -> "View | None":
        """Return the number that begins at `start`, what it counts at `after`;
        none where no token is."""
        tokens = self.syntax.tokens_in(start, start + 1)
        sentence = self.syntax.sentence_at(start)
        if not tokens or sentence is None or tokens[0] >= sentence.last:
            return None
        behind = self.syntax.tokens_in(after - 1, after)
        view = View(self, sentence, tokens[0], behind[-1] + 1 if behind else tokens[0] + 1)
        return replace(view, after=view.after + 1) if view.closes_insertion else view


@dataclass(frozen=True, slots=True)
class View:
    """A number among the tokens of its sentence; indices are those of the syntax."""

    page: Page
    sentence: Sentence
    first: int
    """First token of the number."""
    after: int
    """Token behind the number and its unit."""

    @property
    def phrases(self) -> SentenceNodes:
        """The phrases of its sentence."""
        return nodes_in(clauses_of(self.page.doc, self.sentence))

    def node(self, token: int) -> PhraseNode | None:
        """Return the phrase that the token belongs to, in the tree of the sentence."""
        return self.phrases.holding(token)

    @property
    def closes_insertion(self) -> bool:
        """Whether a comma behind closes what one opened inside: "three, possibly four, men"."""
        inside = any(self.lower(token) == "," for token in range(self.first, self.after))
        noun = self.pos(self.after + 1) in ("NOUN", "ADJ")
        return inside and noun and self.lower(self.after) == ","

    @property
    def noun(self) -> PhraseNode | None:
        """The noun phrase that the number begins in, else that it ends in."""
        return next(iter(self.nouns), None)

    @property
    def nouns(self) -> list[PhraseNode]:
        """The noun phrases that the number begins and ends in.

        "At least one, possibly three, people" begins in that which is told of, "not one soldier"
        and "between 10 and 15 people" end in it.
        """
        last = self.after if self.lower(self.after - 1) == "," else self.after - 1
        nodes = dict.fromkeys(self.node(token) for token in (self.first, last))
        return [node for node in nodes if node is not None and node.is_noun]

    def lower(self, token: int) -> str:
        """Return the token in lower case; an empty string outside the sentence."""
        return self.page.lows[token] if self.inside(token) else ""

    def word(self, token: int) -> str:
        """Return the token as written; an empty string outside the sentence."""
        return self.page.syntax.word(token) if self.inside(token) else ""

    def pos(self, token: int) -> str:
        """Return its part of speech; an empty string outside the sentence."""
        return self.page.syntax.pos[token] if self.inside(token) else ""

    def proper(self, token: int) -> bool:
        """Return whether it is part of a name: a proper noun,
        or a noun with a capital in a sentence."""
        pos = self.pos(token)
        if pos == "NOUN" and token > self.sentence.first:
            return self.word(token)[:1].isupper()
        return pos == "PROPN"

    def inside(self, token: int) -> bool:
        """Return whether the token stands in the sentence."""
        return self.sentence.first <= token < self.sentence.last

    def phrase(self, token: int) -> Phrase | None:
        """Return the phrase that the token belongs to."""
        return self.page.phrases[token] if self.inside(token) else None

    def noun_phrase(self, token: int) -> Phrase | None:
        """Return the noun phrase that the token belongs to."""
        phrase = self.phrase(token)
        return phrase if phrase is not None and phrase.kind == "NP" else None

    def leftward(self, token: int, most: int) -> Iterator[int]:
        """Return tokens before this one, nearest first."""
        return iter(range(token - 1, max(self.sentence.first, token - most) - 1, -1))

    def rightward(self, token: int, most: int) -> Iterator[int]:
        """Return this token and those after it, nearest first."""
        return iter(range(token, min(self.sentence.last, token + most)))

    def reads(self, token: int, words: tuple[str, ...]) -> bool:
        """Return whether these words stand from the token on."""
        return all(self.lower(token + place) == word for place, word in enumerate(words))


_NOUNS = frozenset({"NOUN", "PROPN"})
_CUTS = frozenset({",", "(", ")", ";", ":"}) | BETWEEN_CLAUSES
_REACH = 16
"""Tokens before a number."""
_POSSESSIVES = POSSESSIVE_ENDINGS | {"'", "’"}
_PRONOUNS = frozenset({"them", "whom", "which", "us", "these", "those", "it", "that"})


Tokens = tuple[int, int]
"""First and last token, end exclusive."""


def counted_tokens(view: View, left: int) -> Tokens | None:
    """Return tokens of the noun phrase counted, end exclusive; none where the report names none.

    `left` is the token before the number and what qualifies it.
    """
    first = view.after
    if view.word(first) == "(" and view.pos(first + 1) == "NOUN" and view.word(first + 2) == ")":
        return first + 1, first + 2
    last = _end_of_noun_phrase(view, first)
    if last is None:
        return (
            _behind_of(view, first)
            or _of_next(view, first)
            or _of_number(view, left)
            or _before_dash(view, left)
        )
    while first < last - 1 and view.lower(first) in listed("counted", "more"):
        first += 1
    return first, _with_of(view, last)


def measure_span(found: Quantity) -> Span | None:
    """Return the words of the measure, which is what such a number counts;
    none for sums and shares."""
    unit = found.unit
    if unit is None or unit.kind in ("money", "share"):
        return None
    return Span(unit.start, unit.end)


def _end_of_noun_phrase(view: View, first: int) -> int | None:
    """Where the phrase ends that goes on at the token, right behind the number."""
    phrase = view.noun_phrase(first)
    if phrase is None or (phrase.first == first and view.pos(first) in ("DET", "PRON")):
        return None
    last = end_of_nouns(view, first, phrase.last)
    if last == phrase.last and view.proper(last - 1) and view.pos(last) == "NUM":
        model = view.noun_phrase(last)
        last = model.last if model else last
    return last if last > first else None


def end_of_nouns(view: View, first: int, last: int) -> int:
    """Return where nouns end in tokens that a phrase holds: before "dead",
    a comma or another number."""
    named = False
    for token in range(first, last):
        outcome = view.lower(token) in outcome_words().beside
        noun = view.pos(token) in _NOUNS and not outcome
        number = view.pos(token) == "NUM" and not view.proper(token - 1)
        if view.lower(token) in _CUTS or (named and number) or _is_loose_hyphen(view, token):
            return token
        if outcome and (token + 1 == last or view.pos(token + 1) not in _NOUNS):
            return token
        named = named or noun
    return last


def _is_loose_hyphen(view: View, token: int) -> bool:
    """Whether a hyphen stands for a dash: "two people - a man", unlike "al-Qaida vehicles"."""
    if view.lower(token) != "-" or not view.inside(token - 1):
        return False
    syntax = view.page.syntax
    return syntax.ends[token - 1] < syntax.starts[token]


def _of_next(view: View, token: int) -> Tokens | None:
    """What this number and the next one count: "500 and 1,000 sheep"."""
    if view.lower(token) not in ("and", "or") or view.pos(token + 1) != "NUM":
        return None
    last = _end_of_noun_phrase(view, token + 2)
    return (token + 2, last) if last else None


def _before_dash(view: View, dash: int) -> Tokens | None:
    """What stands before a dash: "air raids -- eight in one night"."""
    if view.lower(dash) not in BETWEEN_CLAUSES:
        return None
    phrase = view.noun_phrase(dash - 1)
    if phrase is None or not view.lower(phrase.head).endswith("s"):
        return None
    return phrase.head, phrase.last


def _of_number(view: View, left: int) -> Tokens | None:
    """What stands behind "number of", where a verb leads on to the number: "... rose to 124".

    Or before "numbered".
    """
    if view.lower(left) in listed("counted", "numbering"):
        return _subject_of(view, left)
    if view.lower(left) not in listed("counted", "leading") and view.pos(left) not in (
        "VERB",
        "AUX",
    ):
        return None
    for token in view.leftward(left, _REACH):
        if view.lower(token) in (".", ";", ",") or view.pos(token) == "NUM":
            return None
        if view.lower(token) == "of" and view.lower(token - 1) in listed("counted", "sums"):
            return _behind_of(view, token)
    return None


def _subject_of(view: View, verb: int) -> Tokens | None:
    for token in view.leftward(verb, _REACH):
        phrase = view.noun_phrase(token)
        if phrase is not None and phrase.role == "subj" and phrase.governor == verb:
            return phrase.head, phrase.last
    return None


def _behind_of(view: View, token: int) -> Tokens | None:
    """The whole that the number is taken of: "dozens of people", "two of the five bridges"."""
    if view.lower(token) != "of":
        return None
    phrase = view.noun_phrase(token + 1)
    if phrase is None:
        return None
    if view.lower(phrase.head) in _PRONOUNS:
        return _behind_pronoun(view, phrase.last)
    first = phrase.first
    while first < phrase.last - 1 and view.pos(first) in ("DET", "PRON", "NUM"):
        first += 1
    return first, _with_of(view, phrase.last)


def _behind_pronoun(view: View, token: int) -> Tokens | None:
    """What those are: "12,000 of them women and children"."""
    phrase = view.noun_phrase(token)
    if phrase is None or view.pos(phrase.first) not in ("NOUN", "ADJ"):
        return None
    return phrase.first, _with_and(view, phrase.last)


def _with_of(view: View, last: int) -> int:
    """With the phrase that completes it: "members of the guard", "women and children"."""
    if view.lower(last) in _POSSESSIVES:
        owned = view.noun_phrase(last + 1)
        return owned.last if owned else last
    head = view.lower(last - 1)
    if view.lower(last) == "of" and head in outcome_words().containers:
        inner = view.noun_phrase(last + 1)
        if inner is not None:
            return _with_and(view, inner.last)
    return _with_and(view, last)


def _with_and(view: View, last: int) -> int:
    if view.lower(last) != "and" or not view.lower(last - 1).endswith(("s", "n")):
        return last
    phrase = view.noun_phrase(last + 1)
    if phrase is None or phrase.first != last + 1 or not _bare_plural(view, phrase):
        return last
    return phrase.last


def _bare_plural(view: View, phrase: Phrase) -> bool:
    opening = view.pos(phrase.first)
    if any(view.pos(token) == "NUM" for token in range(phrase.first, phrase.last)):
        return False
    return opening in ("NOUN", "ADJ") and is_plural(view.lower(phrase.head))
