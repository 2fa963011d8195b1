"""Whom "they", "it", "he" and "she" mean as parties to an event."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from extract.doc.morphology import is_plural
from extract.doc.quotations import Quotation
from extract.doc.syntax import SUBJECTS, Phrase, Sentence, Syntax
from extract.doc.words import grammar, is_people
from extract.entities import EntityIndex, bears_arms, collective_nouns, names_armed_people
from extract.events.words import frames
from extract.gazetteer import is_country
from extract.lexicon import group_words, name_words, table
from extract.records import Span
from extract.vocabulary import Label

SEVERAL = frozenset({"they", "them", "their", "themselves"})
IMPERSONAL = frozenset({"it", "its", "itself"})
ONE = frozenset({"he", "him", "his", "himself", "she", "her", "herself"})
_REACH = 3
"""Sentences back, the pronoun's own included, in which an antecedent is looked for."""
_WIDEST = 24
"""Phrases of one sentence, the nearest to the pronoun, that may be meant."""
_DEEPEST = 3
"""Pronouns that may stand for one another in a row."""
_ORGANISATIONS = frozenset({Label.ORG, Label.MEDIA, Label.GROUP})
_BELOW = frozenset({"relcl", "acl", "advcl"})
"""Clauses whose parties are not what a sentence is about."""
_POINTING = frozenset({"this", "that"})
"""Before a description of somebody named before."""
_FIRST, _SECOND, _THIRD, _LAST, _NEVER = range(5)


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a pronoun means: the words that say so, and the entity where there is one."""

    words: Span
    entity: str | None


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is known of a pronoun: its token and word, and the part it plays."""

    token: int
    word: str
    patient: bool
    """It is affected."""
    act: bool
    """It does or suffers violence."""
    object: bool
    """It stands behind the verb: who acts in the same sentence is somebody else."""
    quoted: bool
    """Somebody is quoted, who would say "we" of the own side."""


class Pronouns:
    """The noun phrases of a report as pronouns refer to them.

    A sentence is asked before the one before it. In each, who acts comes before who is affected,
    for a pronoun that acts, and the other way round for one that is affected; the parties of
    relative clauses come last, and so does who only says or blames, where there is violence.
    """

    def __init__(
        self, syntax: Syntax, index: EntityIndex, quotations: Iterable[Quotation] = ()
    ) -> None:
        self._syntax = syntax
        self._index = index
        self._quoted = [(q.start, q.end) for q in quotations if q.depth == 0]

    def meant(self, token: int, *, patient: bool, act: bool) -> Meant | None:
        """Return whom the pronoun at a token means; none where nobody can be meant."""
        word, quoted = self._syntax.lower(token), self._is_quoted(token)
        phrase = self._syntax.phrase_at(token)
        behind = patient and phrase is not None and phrase.role not in SUBJECTS
        asked = _Asked(token, word, patient, act, behind, quoted)
        return self._of(asked, _DEEPEST)

    def _of(self, asked: _Asked, depth: int) -> Meant | None:
        for sentence in self._sentences(asked.token):
            fitting = [p for p in self._before(sentence, asked.token) if self._fits(p, asked)]
            own = asked.object and sentence.first <= asked.token < sentence.last
            ranked = [(self._rank(p, asked), p) for p in fitting if not (own and _acts(p))]
            ranked = [pair for pair in ranked if pair[0] != _NEVER]
            best = min(ranked, key=lambda pair: (pair[0], self._order(*pair)), default=None)
            if best is None:
                continue
            found = self._meaning(best[1], asked, depth)
            if found is not None:
                return found
        return None

    @staticmethod
    def _order(rank: int, phrase: Phrase) -> int:
        """Of the subjects the first, of others the last."""
        return phrase.first if rank == _FIRST else -phrase.first

    def _meaning(self, phrase: Phrase, asked: _Asked, depth: int) -> Meant | None:
        word = self._syntax.lower(phrase.head)
        if word in SEVERAL | IMPERSONAL | ONE:
            again = replace(asked, token=phrase.head, word=word, object=False)
            return self._of(again, depth - 1) if depth else None
        last = self._end_of(phrase)
        words = Span(*self._syntax.span_of(phrase.first, last))
        known = self._index.party_at(*self._syntax.span_of(last - 1, last))
        return Meant(words, known.entity if known else None)

    def _end_of(self, phrase: Phrase) -> int:
        """Where the words that tell who is meant end: behind "of rebels" of "a group of rebels"."""
        after = self._syntax.phrase_at(phrase.last + 1) if self._of_follows(phrase) else None
        return after.head + 1 if after is not None and after.kind == "NP" else phrase.head + 1

    def _of_follows(self, phrase: Phrase) -> bool:
        head, last = self._syntax.lower(phrase.head), phrase.last
        counts = head in frames().quantities | frames().organisations | frames().members
        return counts and last + 1 < len(self._syntax) and self._syntax.lower(last) == "of"

    def _sentences(self, token: int) -> Iterator[Sentence]:
        sentences = self._syntax.sentences
        here = bisect_right(sentences, token, key=lambda s: s.first) - 1
        for place in range(here, max(here - _REACH, -1), -1):
            yield sentences[place]

    def _before(self, sentence: Sentence, token: int) -> Iterator[Phrase]:
        phrases = self._syntax.phrases_in(sentence)
        end = bisect_right(phrases, token, key=lambda p: p.last)
        return (p for p in phrases[max(end - _WIDEST, 0) : end] if p.kind == "NP")

    def _fits(self, phrase: Phrase, asked: _Asked) -> bool:
        head = self._syntax.lower(phrase.head)
        for words, fits in self._kinds():
            if asked.word in words:
                return head in words if head in SEVERAL | IMPERSONAL | ONE else fits(phrase, asked)
        return False

    def _kinds(self) -> tuple[tuple[frozenset[str], Callable[[Phrase, _Asked], bool]], ...]:
        return (
            (SEVERAL, self._are_several),
            (IMPERSONAL, self._is_organisation),
            (ONE, self._is_one),
        )

    def _are_several(self, phrase: Phrase, asked: _Asked) -> bool:
        head = self._syntax.lower(phrase.head)
        return self._is_organisation(phrase, asked) or (is_plural(head) and _is_somebody(head))

    def _is_organisation(self, phrase: Phrase, asked: _Asked) -> bool:
        head = self._syntax.lower(phrase.head)
        if (
            asked.word in IMPERSONAL
            and is_plural(head)
            and head not in group_words.armed_organisations()
        ):
            return False
        if asked.word in IMPERSONAL and asked.patient and bears_arms(head):
            return False
        return (
            self._label(phrase) in _ORGANISATIONS
            or head in _collective()
            or (asked.word in IMPERSONAL and self._is_state(phrase))
        )

    def _is_state(self, phrase: Phrase) -> bool:
        """Whether it is a country that acts: "Turkey said it had struck"."""
        name = self._syntax.text[slice(*self._syntax.span_of(phrase.first, phrase.last))]
        return phrase.role in SUBJECTS and is_country(name)

    def _is_one(self, phrase: Phrase, asked: _Asked) -> bool:
        head = self._syntax.lower(phrase.head)
        sex = name_words.sexes().get(head, "")
        if sex not in ("", name_words.sexes().get(asked.word, "")):
            return False
        person = self._label(phrase) is Label.PERSON
        if not person and self._syntax.lower(phrase.first) in _POINTING:
            return False
        return person or (not is_plural(head) and head in name_words.roles())

    def _label(self, phrase: Phrase) -> Label | None:
        start, end = self._syntax.span_of(phrase.head, phrase.head + 1)
        known = self._index.party_at(start, end)
        return self._index.label(known) if known else None

    def _rank(self, phrase: Phrase, asked: _Asked) -> int:
        if asked.act and not asked.patient and self._is_whereabouts(phrase):
            return _NEVER  # "at St Mark's they killed two": not the church
        verb = self._syntax.governor_of(phrase)
        if verb is None or verb.kind != "VG" or verb.clause in _BELOW:
            return _LAST
        subject, passive = phrase.role in SUBJECTS, verb.role == "passive"
        if self._syntax.lower(verb.head) in _telling() and subject and not passive:
            return self._rank_of_teller(phrase, asked)
        acts = subject != passive if subject else self._is_agent(phrase, passive)
        return _FIRST if self._suits(asked, acts, subject) else _SECOND

    @staticmethod
    def _suits(asked: _Asked, acts: bool, subject: bool) -> bool:
        """Whether the part that a phrase plays is the one that the pronoun plays."""
        if asked.patient:
            return not acts
        return acts if asked.act else subject

    def _rank_of_teller(self, phrase: Phrase, asked: _Asked) -> int:
        """Who reports violence did none, unless armed; who is quoted would say "we"."""
        if asked.quoted:
            return _NEVER
        if not asked.act or self._tells_of_itself(phrase, asked):
            return _FIRST
        armed = bears_arms(self._syntax.lower(phrase.head))
        return _THIRD if armed else _NEVER

    def _tells_of_itself(self, phrase: Phrase, asked: _Asked) -> bool:
        """Whether an organisation or person says what "it" or "he" did, in one sentence."""
        own = next(self._sentences(asked.token)).first <= phrase.first
        return own and (asked.word not in SEVERAL or self._label(phrase) in _ORGANISATIONS)

    def _is_agent(self, phrase: Phrase, passive: bool) -> bool:
        return passive and phrase.first > 0 and self._syntax.lower(phrase.first - 1) == "by"

    def _is_whereabouts(self, phrase: Phrase) -> bool:
        before = self._syntax.lower(phrase.first - 1) if phrase.first else ""
        return before in table("frames")["preposition"]["locating"] and phrase.role not in SUBJECTS

    def _is_quoted(self, token: int) -> bool:
        offset = self._syntax.starts[token]
        place = bisect_right(self._quoted, (offset, offset)) - 1
        return place >= 0 and offset < self._quoted[place][1]


def _acts(phrase: Phrase) -> bool:
    return phrase.role == "subj"


def _is_somebody(noun: str) -> bool:
    return is_people(noun) or names_armed_people(noun)


def _telling() -> frozenset[str]:
    """Return verbs whose subject only reports what others do."""
    return grammar().saying | frames().accusing


def _collective() -> frozenset[str]:
    """Return nouns of organisations that "they" and "it" may mean."""
    return collective_nouns() | frames().organisations
