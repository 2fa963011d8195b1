"""Pronoun coreference: which entity "he", "it" or "they" refers to."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from extract.doc.syntax import Syntax
from extract.lexicon import name_words
from extract.lexicon.closed import HE, IT, SHE, THEY
from extract.records import Entity, Mention
from extract.vocabulary import Label, MentionForm

_REACH = 3
"""Sentences back, the pronoun's own included, in which an antecedent is looked for."""
_LOOKED_AT = 40
"""Mentions before a pronoun, the last first, that are looked at."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a class of pronouns may refer to, with an example.

    In the example curly brackets are names with their kind, and a role in angle brackets is that
    of the noun phrase; the pronoun stands last in it.
    """

    pronouns: frozenset[str]
    labels: frozenset[Label]
    """Labels of the entities that they may refer to."""
    example: str
    expected: tuple[str, str]
    """The pronoun, and the name of its antecedent."""


_PERSON = frozenset({Label.PERSON})
_ORGANISED = frozenset({Label.ORG, Label.MEDIA, Label.GROUP})
RULES = (
    Rule(
        HE,
        _PERSON,
        "Mr {PER Sy} met Mrs {PER Bright}. The {ORG Ports Authority} knew that he left.",
        ("he", "Sy"),
    ),
    Rule(
        SHE,
        _PERSON,
        "<subj:{PER Omar Sy}> met {PER Lucy Bright}. Later she left.",
        ("she", "Omar Sy"),
    ),
    Rule(
        IT,
        _ORGANISED,
        "The {ORG Ports Authority} met {PER Omar Sy}. Then it appealed.",
        ("it", "Ports Authority"),
    ),
    Rule(
        THEY,
        _ORGANISED,
        "The {ORG Ports Authority} met {PER Omar Sy}. Then they left.",
        ("they", "Ports Authority"),
    ),
)


class Antecedents:
    """The entities of a report as antecedents of pronouns.

    The antecedent is the last one mentioned of the labels that the pronoun's rule allows, a subject
    before others of its sentence; for "he" and "she" a person who can be of that sex. Inside a
    quotation ask only about "he", "she" and "they": the words are the speaker's own.
    """

    def __init__(self, syntax: Syntax, entities: Iterable[Entity]) -> None:
        self._syntax = syntax
        found: dict[Label, list[tuple[Mention, Entity]]] = defaultdict(list)
        self._sex: dict[str, str] = {}
        for entity in entities:
            found[entity.label] += [
                (m, entity) for m in entity.mentions if m.form is not MentionForm.DEMONYM
            ]
            if entity.label is Label.PERSON:
                self._sex[entity.id] = self._sex_of(entity)
        self._mentions = {labels: _ordered(found, labels) for labels in (_PERSON, _ORGANISED)}

    def of(self, pronoun: str, offset: int) -> Entity | None:
        """Find the antecedent of a pronoun at the offset; none where no entity can be meant.

        `pronoun` is the word itself, in any case: "he", "her", "it", "they", ...
        """
        word = pronoun.lower()
        rule = next((rule for rule in RULES if word in rule.pronouns), None)
        if rule is None:
            return None
        return self._last(self._mentions[rule.labels], offset, name_words.sexes().get(word, ""))

    def _last(
        self, mentions: list[tuple[Mention, Entity]], offset: int, sex: str = ""
    ) -> Entity | None:
        """Find the last entity before the offset, in each sentence its subject first."""
        place = bisect_left(mentions, offset, key=lambda pair: pair[0].start)
        best: Entity | None = None
        sentence = -1
        sentences = self._sentence_number(offset)
        for mention, entity in reversed(mentions[max(place - _LOOKED_AT, 0) : place]):
            number = self._sentence_number(mention.start)
            if best is not None and number != sentence:
                break
            if sentences - number >= _REACH:
                break
            if sex and self._sex.get(entity.id, "") not in ("", sex):
                continue
            sentence = number
            if self._is_subject(mention):
                return entity
            best = best or entity
        return best

    def _sentence_number(self, offset: int) -> int:
        return bisect_left(self._syntax.sentences, offset + 1, key=lambda s: s.start) - 1

    def _is_subject(self, mention: Mention) -> bool:
        tokens = self._syntax.tokens_in(mention.start, mention.end)
        phrase = self._syntax.phrase_at(tokens[-1]) if tokens else None
        return phrase is not None and phrase.role.startswith("subj")

    def _sex_of(self, entity: Entity) -> str:
        """Return the sex that a person's role or the titles before the names tell, or ""."""
        words = (entity.role or "").lower().split()
        for mention in entity.mentions[:_LOOKED_AT]:
            tokens = self._syntax.tokens_in(mention.start, mention.end)
            before = range(max(tokens.start - 2, 0), tokens.start + 1)
            words += [self._syntax.lower(token) for token in before]
        for word in (word.rstrip(".") for word in words):
            sex = name_words.honorifics().get(word) or name_words.sexes().get(word)
            if sex:
                return sex
        return ""


def _ordered(
    found: dict[Label, list[tuple[Mention, Entity]]], labels: frozenset[Label]
) -> list[tuple[Mention, Entity]]:
    pairs = [pair for label in labels for pair in found[label]]
    return sorted(pairs, key=lambda pair: pair[0].start)
