"""Whom a pronoun means."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from extract.doc.syntax import Syntax
from extract.lexicon import name_words
from extract.records import Entity, Label, Mention, MentionForm

_SINGULAR = frozenset({"he", "him", "his", "she", "her", "hers", "himself", "herself"})
_NEUTER = frozenset({"it", "its", "itself"})
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_PEOPLE = frozenset({Label.PERSON})
_BODIES = frozenset({Label.ORG, Label.MEDIA, Label.GROUP})
_REACH = 3
"""Sentences back, the pronoun's own included, in which an antecedent is looked for."""
_LOOKED_AT = 40


class Antecedents:
    """The entities of a report as pronouns refer to them.

    "He" and "she" mean the last person said before who can be of that sex, a subject before
    others of its sentence; "it" the last body, "they" the last group or body. For a pronoun inside
    a quotation ask only about "he", "she" and "they": the words are the speaker's own.
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
        self._people = _ordered(found, _PEOPLE)
        self._bodies = _ordered(found, _BODIES)

    def of(self, pronoun: str, offset: int) -> Entity | None:
        """The entity that a pronoun at the offset means; none where no one can be meant.

        `pronoun` is the word itself, in any case: "he", "her", "it", "they", ...
        """
        word = pronoun.lower()
        if word in _SINGULAR:
            return self._last(self._people, offset, name_words.sexes().get(word, ""))
        if word in _NEUTER or word in _PLURAL:
            return self._last(self._bodies, offset)
        return None

    def _last(
        self, mentions: list[tuple[Mention, Entity]], offset: int, sex: str = ""
    ) -> Entity | None:
        """The last entity before the offset; in each sentence its subject first."""
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
        """The sex that a person's role or the titles before the names tell; empty if none does."""
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
