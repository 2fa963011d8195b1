"""Tokens, sentences and phrases of one text, as the steps use them.

A `Syntax` holds parallel tuples rather than token objects: a megabyte of text has 200,000 tokens.
Token indices are positions in those tuples; offsets are code points into the text, end exclusive.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

SUBJECTS = frozenset({"subj", "subjpass"})
"""Roles of a noun phrase that is the subject of its verb."""
NO_PROSE = "_"
"""In place of a part of speech: a token of what is no prose, a few words over and over."""


@dataclass(frozen=True, slots=True)
class TokenSpan:
    """Tokens `first` up to, not including, `last`."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; the sentences of a text tile its blocks (space between them left out)."""

    start: int
    end: int
    first: int
    """Index of its first token."""
    last: int
    """Index after its last token."""
    block: int
    """Index of the block it stands in."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A base noun phrase, a verb group or a name: a run of tokens of one sentence."""

    kind: str
    """NP, VG; for names PER, LOC, ORG, MISC."""
    first: int
    last: int
    """Token indices, end exclusive."""
    head: int
    """Token index of the head: last noun of an NP, main verb of a VG."""
    role: str = ""
    """NP: its grammatical function in its clause, by the tagger: subj, subjpass, obj, iobj, obl
    (after a preposition, of a verb), nmod (after a preposition, of a noun), poss, appos, pred,
    conj, root or "" where untold. VG: "active", "passive" or "" where it has no voice."""
    governor: int = -1
    """Token index of the head of the phrase it depends on: of a subject its verb group, of an
    "of" phrase its noun, of a second conjunct the first, of a clause's verb group the verb or noun
    that the clause depends on. A clause with a copula is headed by the copula. -1 where untold."""
    clause: str = ""
    """VG: what its clause is to its governor: root, ccomp (what is said or thought), xcomp ("to"
    or bare infinitive), advcl, acl (participle after a noun), relcl, conj, csubj, parataxis."""


@dataclass(frozen=True, slots=True)
class Syntax:
    """All of it for one text."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    pos: tuple[str, ...]
    """Universal part-of-speech tags (UPOS)."""
    sentences: tuple[Sentence, ...]
    phrases: tuple[Phrase, ...]
    """Base noun phrases and verb groups, in order, never overlapping."""
    names: tuple[Phrase, ...]
    """Proper names as the tagger saw them, in order, never overlapping."""
    forms: tuple[str, ...] = ()
    """For each token that is a verb or auxiliary its form as the Penn treebank has it (VB VBD VBG
    VBN VBP VBZ MD), else ""; empty where the tagger tells none."""
    chances: tuple[Mapping[str, float], ...] = ()
    """For each name the probability of each kind; empty where the tagger tells none."""
    words: tuple[str, ...] = field(init=False, repr=False, compare=False)
    """Each token's own characters."""
    lows: tuple[str, ...] = field(init=False, repr=False, compare=False)
    """Each token's characters in lower case."""

    def __post_init__(self) -> None:
        bounds = zip(self.starts, self.ends, strict=True)
        object.__setattr__(self, "words", tuple(self.text[start:end] for start, end in bounds))
        object.__setattr__(self, "lows", tuple(word.lower() for word in self.words))

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, token: int) -> str:
        """Return the token's own characters."""
        return self.words[token]

    def lower(self, token: int) -> str:
        """Return the token's characters in lower case."""
        return self.lows[token]

    def span_of(self, first: int, last: int) -> tuple[int, int]:
        """Return the offsets of the tokens `first` up to, not including, `last`; there must be
        one."""
        return self.starts[first], self.ends[last - 1]

    def tokens_in(self, start: int, end: int) -> range:
        """Return the indices of the tokens that overlap two offsets, the end exclusive."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that the offset stands in, or the last one before it;
        none before all."""
        place = bisect_right(self.sentences, offset, key=lambda s: s.start) - 1
        return self.sentences[place] if place >= 0 else None

    def phrase_at(self, token: int) -> Phrase | None:
        """Return the noun phrase or verb group that the token belongs to, if any."""
        place = bisect_right(self.phrases, token, key=lambda p: p.first) - 1
        if place >= 0 and self.phrases[place].last > token:
            return self.phrases[place]
        return None

    def phrases_in(self, sentence: Sentence) -> tuple[Phrase, ...]:
        """Return the noun phrases and verb groups of the sentence, in order."""
        low = bisect_left(self.phrases, sentence.first, key=lambda p: p.first)
        high = bisect_left(self.phrases, sentence.last, key=lambda p: p.first)
        return self.phrases[low:high]

    def governor_of(self, phrase: Phrase) -> Phrase | None:
        """Return the phrase that another one depends on, where the tagger tells it."""
        return self.phrase_at(phrase.governor) if phrase.governor >= 0 else None

    def names_in(self, sentence: Sentence) -> tuple[Phrase, ...]:
        """Return names of the sentence, in order."""
        low = bisect_left(self.names, sentence.first, key=lambda p: p.first)
        high = bisect_left(self.names, sentence.last, key=lambda p: p.first)
        return self.names[low:high]
