"""Statements by verbs of saying and thinking."""

from collections.abc import Callable, Iterator

from extract.attribution.active import labelled, meant, named, said_after, seemed
from extract.attribution.cue_reading import Spoken, readings
from extract.attribution.cues import cues
from extract.attribution.draft import Draft
from extract.attribution.page import Line
from extract.attribution.passive import told
from extract.attribution.preceding import said_before
from extract.attribution.subjects import Subjects
from extract.doc.noun_phrases import noun_end
from extract.doc.syntax import Phrase
from extract.doc.verb_groups import is_participle, is_passive

_Rule = Callable[[Spoken], Draft | None]
_ACTIVE: tuple[_Rule, ...] = (said_before, said_after, labelled, meant, named, seemed)
_PASSIVE: tuple[_Rule, ...] = (told, said_before)
"""The first rule that finds something wins."""


def _hands_over(line: Line, group: Phrase) -> bool:
    """Whether "as saying" follows, with the one who is quoted: "AFP quoted S as saying"."""
    noun = line.noun(group.last)
    token = noun_end(line, noun) if noun else group.last
    after = line.verb(token + 1) if line.low(token) == "as" else None
    return after is not None and is_participle(line, after) and line.low(after.head) in cues().verbs


def verb_statements(line: Line, subjects: Subjects) -> Iterator[Draft]:
    """The statements that verbs of the sentence report, outside quotations."""
    for group in line.groups:
        if line.quoted(group.head) or _hands_over(line, group):
            continue
        rules = _PASSIVE if is_passive(line, group) else _ACTIVE
        for spoken in readings(line, group, subjects):
            draft = next((found for rule in rules if (found := rule(spoken))), None)
            if draft is not None:
                yield draft
                break
