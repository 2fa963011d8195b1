"""Statements by verbs of saying and thinking."""

from collections.abc import Callable, Iterator

from extract.sources.active import labelled, meant, named, said_after, said_before, seemed
from extract.sources.draft import Draft
from extract.sources.grammar import is_passive
from extract.sources.page import Line
from extract.sources.passive import told
from extract.sources.spoken import Spoken, readings
from extract.sources.subjects import Subjects

_Rule = Callable[[Spoken], Draft | None]
_ACTIVE: tuple[_Rule, ...] = (said_before, said_after, labelled, meant, named, seemed)
_PASSIVE: tuple[_Rule, ...] = (told, said_before)
"""The first rule that finds something wins."""


def verb_statements(line: Line, subjects: Subjects) -> Iterator[Draft]:
    """The statements that verbs of the sentence report, outside quotations."""
    for group in line.groups:
        if line.quoted(group.head):
            continue
        rules = _PASSIVE if is_passive(line, group) else _ACTIVE
        for spoken in readings(line, group, subjects):
            draft = next((found for rule in rules if (found := rule(spoken))), None)
            if draft is not None:
                yield draft
                break
