"""The constructions of attribution."""

from collections.abc import Callable, Iterator

from extract.attribution.after_verb import labelled, meant, named, said_after, seemed, told
from extract.attribution.before_verb import said_before
from extract.attribution.cues import cues
from extract.attribution.governing_verb import GoverningVerb, readings
from extract.attribution.subjects import Subjects
from extract.attribution.view import Candidate, IndexedSentence
from extract.doc.noun_phrases import noun_end
from extract.doc.syntax import Phrase
from extract.doc.verb_groups import is_participle, is_passive

_Rule = Callable[[GoverningVerb], Candidate | None]
_ACTIVE: tuple[_Rule, ...] = (said_before, said_after, labelled, meant, named, seemed)
_PASSIVE: tuple[_Rule, ...] = (told, said_before)
"""The first rule that finds something wins."""


def _hands_over(view: IndexedSentence, group: Phrase) -> bool:
    """Whether "as saying" follows, with the one who is quoted: "AFP quoted S as saying"."""
    noun = view.noun(group.last)
    token = noun_end(view, noun) if noun else group.last
    after = view.verb(token + 1) if view.low(token) == "as" else None
    return after is not None and is_participle(view, after) and view.low(after.head) in cues().verbs


def verb_statements(view: IndexedSentence, subjects: Subjects) -> Iterator[Candidate]:
    """The statements that verbs of the sentence report, outside quotations."""
    for group in view.groups:
        if view.quoted(group.head) or _hands_over(view, group):
            continue
        rules = _PASSIVE if is_passive(view, group) else _ACTIVE
        for governing in readings(view, group, subjects):
            candidate = next((found for rule in rules if (found := rule(governing))), None)
            if candidate is not None:
                yield candidate
                break
