"""Who is said to have done it beside the sentence that reports it: suspects, accused, claimants.

Kessler was charged with the murder.             Kessler
The Front claimed responsibility for the blast.  the Front, who claims it
Police named the suspect as Orsel.               Orsel
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from extract.doc import Doc, Sentence
from extract.doc.clauses import clauses_of
from extract.doc.morphology import all_noun_forms
from extract.doc.words import is_people
from extract.incidents.clusters import Cluster, Told, is_quiet
from extract.incidents.places import is_site
from extract.lexicon import cached, table
from extract.lexicon.closed import BE, BE_CLITICS, NEGATORS
from extract.records import Charge, Party, Reading, Span
from extract.vocabulary import Label, Stance

_ACTING = frozenset({Label.PERSON, Label.ORG, Label.GROUP})
_REACH = 12
"""Tokens before a charge among which the accused is named."""
_BESIDE = 4
"""Tokens behind it, for "the suspect, Orsel" and "accused Orsel"."""
_FOR = 8
"""Tokens behind an arrest among which it says what for."""
_BACK = 3
"""Sentences between a charge that names no act and the act that it is about."""


class Suspects:
    """Finds the charges of one report, and which incident each is about."""

    def __init__(self, doc: Doc, reading: Reading, clusters: Sequence[Cluster]) -> None:
        self._doc = doc
        violent = [cluster for cluster in clusters if not is_quiet(cluster)]
        self._told = Told(violent)
        self._main = next((cluster for cluster in violent if cluster.leads), None)
        self._said = _statements(doc, reading)
        self._sources: dict[str | None, str] = {
            source.entity: source.id for source in reading.sources if source.entity
        }
        self._acting = sorted(
            (mention.start, mention.end, entity.id)
            for entity in reading.entities
            if entity.label in _ACTING and not is_site(entity.name)
            for mention in entity.mentions
        )
        self._by_cluster: dict[int, list[Charge]] = {}
        for number, sentence in enumerate(doc.sentences):
            for charge, cluster in self._charges(number, sentence):
                self._by_cluster.setdefault(id(cluster), []).append(charge)

    def of(self, cluster: Cluster) -> list[Charge]:
        """Return the charges about an incident, in the order of the text."""
        return self._by_cluster.get(id(cluster), [])

    def unnamed(self, cluster: Cluster) -> list[Party]:
        """Return who did it where nobody is named, by what they did: "the kidnappers"."""
        victims = [party for act in cluster.acts for party in act.event.targets]
        for number in cluster.sentences:
            sentence = self._doc.sentences[number]
            for token in range(sentence.first, sentence.last):
                party = self._doer(token)
                if party and not any(party.span.overlaps(victim.span) for victim in victims):
                    return [party]
        return []

    def _doer(self, token: int) -> Party | None:
        """The noun phrase with the token for its head, where that says what they did."""
        phrase = self._doc.phrases[token]
        if self._doc.low[token] not in _doers() or phrase is None or phrase.head != token:
            return None
        if self._doc.low[phrase.first] in NEGATORS:
            return None
        return Party(*self._doc.syntax.span_of(phrase.first, phrase.last))

    def _charges(self, number: int, sentence: Sentence) -> Iterator[tuple[Charge, Cluster]]:
        """What a sentence charges somebody with, each with the incident that it is about."""
        opening, low = _opening(), self._doc.low
        for token in range(sentence.first, sentence.last):
            stance = self._stance(token) if low[token] in opening else None
            party = self._party(token, sentence, stance) if stance else None
            if party and self._only_describes(token, party):
                continue  # "suspected Red Column fighters" did it, as their sentence says
            cluster = self._about(number) if party else None
            if not (stance and party and cluster):
                continue
            if party.entity not in cluster.targets | cluster.killed:
                source = self._source(self._doc.syntax.starts[token], number)
                source = source or self._accuser(token, sentence, party)
                event = cluster.lead.event.id
                yield Charge(party, stance, source, event), cluster

    def _only_describes(self, token: int, party: Party) -> bool:
        """Whether a party's name stands before the noun of a phrase that a charge opens."""
        phrase = self._doc.phrases[token]
        if phrase is None or phrase.kind != "NP" or phrase.head == token:
            return False
        head = self._doc.syntax.starts[phrase.head]
        first, last = self._doc.syntax.span_of(phrase.first, phrase.last)
        return first <= party.start and party.end <= min(head, last)

    def _stance(self, token: int) -> Stance | None:
        low, following = self._doc.low, self._doc.low[token + 1 : token + 2]
        if low[token] in _words("claiming") and following and following[0] in _words("claimed"):
            return Stance.CLAIM
        words = low[token] in _words("charged") or low[token] in _words("suspect")
        return Stance.ACCUSE if words or self._is_held_for_it(token) else None

    def _accuser(self, token: int, sentence: Sentence, party: Party) -> str | None:
        """Id of the source that charges, where it is the verb's subject: "Valko blamed"."""
        before = self._named(max(token - _REACH, sentence.first), token)
        last = token - 2 if self._doc.low[token - 1] == "," else token - 1
        subject = before[-1] if before else party
        beside = subject.end == self._doc.syntax.ends[last]
        accuses = beside and subject.entity != party.entity
        return self._sources.get(subject.entity) if accuses else None

    def _is_held_for_it(self, token: int) -> bool:
        """Whether somebody is arrested "in connection with" the act, "on suspicion of" it."""
        if self._doc.low[token] not in _words("held"):
            return False
        words = " ".join(self._doc.low[token + 1 : token + _FOR])
        return any(f" {phrase} " in f" {words} " for phrase in _words("for"))

    def _party(self, token: int, sentence: Sentence, stance: Stance) -> Party | None:
        """Who is charged: the next one named, or before "accused of" and "claimed" the last one."""
        onto = self._onto(token, sentence)
        if onto is not None:
            return next(iter(self._named(onto + 1, min(onto + _REACH, sentence.last))), None)
        before = self._named(max(token - _REACH, sentence.first), token)
        if stance is Stance.CLAIM or self._is_undergone(token, before):
            return before[-1] if before else self._charged(token, sentence)
        behind = self._named(token + 1, min(token + 1 + _BESIDE, sentence.last))
        if behind or self._doc.low[token] not in _words("suspect"):
            return behind[0] if behind else None
        return before[-1] if before else None

    def _charged(self, token: int, sentence: Sentence) -> Party | None:
        """Those without a name whom a verb charges: "three men have been charged with it"."""
        clauses = clauses_of(self._doc, sentence)
        verb = clauses.place_of(token)
        if not clauses.is_verb(verb) or not clauses.is_passive(verb):
            return None
        subjects = (clauses.phrases[place] for place in clauses.subjects(verb))
        subject = next((p for p in subjects if is_people(self._doc.low[p.head])), None)
        return Party(*self._doc.syntax.span_of(subject.first, subject.last)) if subject else None

    def _is_undergone(self, token: int, before: Sequence[Party]) -> bool:
        """Whether who is charged stands before: "accused of", "was indicted", "Orsel, wanted"."""
        low = self._doc.low
        if low[token] in _words("suspect"):
            return False
        if low[token + 1 : token + 2] and low[token + 1] in _words("with"):
            return True
        near = token - 1
        while near > 0 and self._doc.pos[near] == "ADV":
            near -= 1
        beside = bool(before) and before[-1].end == self._doc.syntax.ends[near - 1]
        return low[near] in BE | BE_CLITICS or (low[near] == "," and beside)

    def _onto(self, token: int, sentence: Sentence) -> int | None:
        """Where "on" stands behind "blamed the attack"."""
        if self._doc.low[token] not in _words("blaming"):
            return None
        behind = range(token + 1, min(token + _REACH, sentence.last))
        return next((t for t in behind if self._doc.low[t] in _words("onto")), None)

    def _named(self, first: int, last: int) -> list[Party]:
        if first >= last:
            return []
        start, end = self._doc.syntax.span_of(first, last)
        behind = bisect_left(self._acting, (start,))
        near = islice(self._acting, behind, bisect_left(self._acting, (end,)))
        return [Party(first, last, ident) for first, last, ident in near if last <= end]

    def _about(self, number: int) -> Cluster | None:
        """The incident told in a sentence; else the main one, else the last before."""
        found = self._told.before(number)
        if found is None:
            return None
        gap, last = found
        return last if gap == 0 or (self._main is None and gap <= _BACK) else self._main

    def _source(self, offset: int, number: int) -> str | None:
        """Id of the source whose statement holds an offset, which stands in that sentence."""
        here = Span(offset, offset + 1)
        return next(
            (source for span, source in self._said.get(number, ()) if span.holds(here)), None
        )


def _statements(doc: Doc, reading: Reading) -> dict[int, list[tuple[Span, str | None]]]:
    """What is said in each sentence, by its number, with the ids of the sources."""
    found: dict[int, list[tuple[Span, str | None]]] = {}
    for told in reading.attributions:
        for span in told.content:
            last = doc.sentence_number(max(span.start, span.end - 1))
            for number in range(doc.sentence_number(span.start), last + 1):
                found.setdefault(number, []).append((span, told.source))
    return found


@cached
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in table("incidents")["charge"].items()}


@cached
def _opening() -> frozenset[str]:
    """All words that a charge may begin with."""
    return frozenset().union(*(_words(name) for name in ("claiming", "charged", "suspect", "held")))


@cached
def _doers() -> frozenset[str]:
    return all_noun_forms(table("frames")["membership"]["nouns"])


def _words(name: str) -> frozenset[str]:
    return _lists()[name]
