"""The constructions of attribution: each with its form, its rule and a sentence that shows it.

S is the source, C what is said. A test reads every example and compares what is found.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from extract.attribution.across_sentences import announced, carry_on, rejoined
from extract.attribution.cue_phrases import (
    according,
    by_noun,
    headline,
    hedged,
    of_mind,
    speaker_label,
)
from extract.attribution.cues import cues
from extract.attribution.governing_verb import GoverningVerb, Speakers, readings
from extract.attribution.reporting_verbs import (
    labelled,
    meant,
    named,
    said_after,
    said_before,
    seemed,
    told,
)
from extract.attribution.view import Candidate, IndexedDoc, IndexedSentence
from extract.doc.phrases import is_participle, is_surely_passive, noun_end
from extract.doc.syntax import Phrase

VerbRule = Callable[[GoverningVerb], Candidate | None]
TokenRule = Callable[[IndexedSentence, int, Speakers], Candidate | None]
SentenceRule = Callable[[IndexedSentence], Candidate | None]
DocumentRule = Callable[[IndexedDoc, Sequence[IndexedSentence], list[Candidate]], list[Candidate]]
"""Adds to the candidates of all sentences, or takes from them."""
_Rule = TypeVar("_Rule", VerbRule, TokenRule, SentenceRule, DocumentRule)


@dataclass(frozen=True, slots=True)
class Construction(Generic[_Rule]):
    """One way in which a report says who says what."""

    form: str
    """What it is, with S for the source and C for the content."""
    find: _Rule
    example: str
    """A sentence that shows it; a first line of several is a title."""
    source: str
    """The source found in the example; empty where nobody is named."""
    cue: str
    content: tuple[str, ...]


ACTIVE: tuple[Construction[VerbRule], ...] = (
    Construction(
        "C, S said",
        said_before,
        "Three villages were cut off by the flood, the governor said.",
        "the governor",
        "said",
        ("Three villages were cut off by the flood",),
    ),
    Construction(
        "S said that C",
        said_after,
        "The mayor complained that two bridges had collapsed.",
        "The mayor",
        "complained",
        ("that two bridges had collapsed",),
    ),
    Construction(
        "S called X C",
        labelled,
        "The minister dubbed the vote a farce.",
        "The minister",
        "dubbed",
        ("the vote a farce",),
    ),
    Construction(
        "S promised to C",
        meant,
        "The ministry promised to rebuild the bridge.",
        "The ministry",
        "promised",
        ("to rebuild the bridge",),
    ),
    Construction(
        "S denied C, a noun phrase",
        named,
        "The general denied the charges.",
        "The general",
        "denied",
        ("the charges",),
    ),
    Construction(
        "C seems to C",
        seemed,
        "The truce appears to hold.",
        "",
        "appears",
        ("The truce", "to hold"),
    ),
)
"""Of one verb; the first rule that finds something wins."""

PASSIVE: tuple[Construction[VerbRule], ...] = (
    Construction(
        "C is said to C",
        told,
        "The raid was condemned by the mayor.",
        "the mayor",
        "was condemned",
        ("The raid",),
    ),
    Construction(
        "C, it was said",
        said_before,
        "Two bridges had collapsed, it was reported.",
        "it",
        "was reported",
        ("Two bridges had collapsed",),
    ),
)

PHRASES: tuple[Construction[TokenRule], ...] = (
    Construction(
        "according to S, C",
        according,
        "According to the ministry, nine miners were rescued.",
        "the ministry",
        "According to",
        ("nine miners were rescued",),
    ),
    Construction(
        "C, reportedly",
        hedged,
        "The rebels reportedly left the town.",
        "",
        "reportedly",
        ("The rebels", "left the town"),
    ),
    Construction(
        "S is sure that C",
        of_mind,
        "The governor is confident that the dam will hold.",
        "The governor",
        "is confident",
        ("that the dam will hold",),
    ),
    Construction(
        "S's claim that C",
        by_noun,
        "Rain fell despite the ministry's claim that the dam had held.",
        "the ministry",
        "claim",
        ("that the dam had held",),
    ),
)

HEADINGS: tuple[Construction[SentenceRule], ...] = (
    Construction(
        "S: C, or C - S, in a heading",
        headline,
        "Mayor: Two bridges have collapsed\n\nRain fell for three days.",
        "Mayor",
        ":",
        ("Two bridges have collapsed",),
    ),
)

SENTENCES: tuple[Construction[SentenceRule], ...] = (
    Construction(
        "S: C, in a transcript",
        speaker_label,
        "Ines Duarte: Two bridges have collapsed.",
        "Ines Duarte",
        ":",
        ("Two bridges have collapsed",),
    ),
)

DOCUMENT: tuple[Construction[DocumentRule], ...] = (
    Construction(
        "S said: and a paragraph, C",
        announced,
        "The governor said on the radio:\n\nThe dam will hold.",
        "The governor",
        "said",
        ("The dam will hold.",),
    ),
    Construction(
        '"C," S said. "C."',
        carry_on,
        "“The road is closed,” Colonel Haddad said. “Nobody gets through.”",
        "Colonel Haddad",
        "said",
        ("“The road is closed,”", "“Nobody gets through.”"),
    ),
    Construction(
        "S said that C, cut in two by a blank line",
        rejoined,
        "The mayor said that two bridges\n\nhad collapsed.",
        "The mayor",
        "said",
        ("that two bridges", "had collapsed"),
    ),
)
"""Over the candidates of all sentences, in this order."""

ALL = (*ACTIVE, *PASSIVE, *PHRASES, *HEADINGS, *SENTENCES, *DOCUMENT)


def attributions_in(view: IndexedSentence, *, heading: bool) -> Iterator[Candidate]:
    """Find the attributions of one sentence, outside quotations."""
    subjects = Speakers(view)
    for construction in HEADINGS if heading else SENTENCES:
        found = construction.find(view)
        if found is not None:
            yield found
    yield from _by_verbs(view, subjects)
    yield from _by_phrases(view, subjects)


def _by_verbs(view: IndexedSentence, subjects: Speakers) -> Iterator[Candidate]:
    for group in view.groups:
        if view.quoted(group.head) or _hands_over(view, group):
            continue
        rules = PASSIVE if is_surely_passive(view, group) else ACTIVE
        for governing in readings(view, group, subjects):
            found = next((one for rule in rules if (one := rule.find(governing))), None)
            if found is not None:
                yield found
                break


def _hands_over(view: IndexedSentence, group: Phrase) -> bool:
    """Whether "as saying" follows, with the one who is quoted: "AFP quoted S as saying"."""
    noun = view.noun(group.last)
    token = noun_end(view, noun) if noun else group.last
    after = view.verb(token + 1) if view.low(token) == "as" else None
    return after is not None and is_participle(view, after) and view.low(after.head) in cues().verbs


def _by_phrases(view: IndexedSentence, subjects: Speakers) -> Iterator[Candidate]:
    openers = cues().openers
    for token in range(view.first, view.last):
        if view.low(token) not in openers or view.quoted(token):
            continue
        found = (rule.find(view, token, subjects) for rule in PHRASES)
        candidate = next((one for one in found if one is not None), None)
        if candidate is not None:
            yield candidate
