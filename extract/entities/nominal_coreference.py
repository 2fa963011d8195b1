"""Nominal coreference: whom "the watchdog", "the minister", "the province" stands for.

A description is a base noun phrase without a name in it; its antecedent is an entity that its head
noun fits: a noun said of it by its name, a title or an apposition, or one for its type of
organisation or place. Only the place in "the Geneva-based watchdog" is a mention inside a mention.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from extract.doc.morphology import all_verb_forms, is_plural, singular
from extract.doc.syntax import Phrase
from extract.entities.mentions import Candidate, Cluster, MentionsByWord
from extract.entities.tokens import NONE, Tokens
from extract.lexicon import cached, name_words, table
from extract.records import Block
from extract.vocabulary import BlockKind, Label, MentionForm

_REACH = 600
"""Tokens back that an antecedent is looked for; some 25 sentences."""


class NominalCoreference:
    """Joins descriptions to the clusters of names of one report."""

    def __init__(
        self, tokens: Tokens, clusters: Iterable[Cluster], headings: Iterable[tuple[int, int]]
    ) -> None:
        self._tokens = tokens
        self._headings = list(headings)
        self.said = MentionsByWord()
        """By nouns said of an entity."""
        self.fitting = MentionsByWord()
        """By nouns for the type of an entity, not said of it."""
        self.fighting = MentionsByWord()
        """By "", named organisations and groups that may do violence: no charity, no outlet."""
        for cluster in clusters:
            if _may_fight(cluster):
                for mention in cluster.mentions:
                    self.fighting.add("", mention.first, cluster)
            for nouns, mentions in ((cluster.nouns, self.said), (_fitting(cluster), self.fitting)):
                for noun in nouns:
                    for mention in cluster.mentions:
                        mentions.add(noun, mention.first, cluster)

    def attach(self, taken: bytearray) -> None:
        """Add to each cluster the descriptions of it, where no other mention stands."""
        for phrase in self._tokens.nouns:
            found = None if self._holds_name(phrase, taken) else self._antecedent(phrase)
            if found is not None:
                cluster, probable = found
                first = self._start(phrase, taken)
                cluster.add(Candidate(first, phrase.head + 1, "", MentionForm.NOMINAL), probable)

    def _antecedent(self, phrase: Phrase) -> tuple[Cluster, bool] | None:
        """Find the antecedent of a description, and whether it is only probable."""
        if is_plural(self._tokens.low[phrase.head]):
            return None
        noun = self._noun(phrase)
        for rule in RULES:
            cluster = rule.find(self, phrase, noun)
            if cluster is not None:
                return cluster, rule.probable
        return None

    def does_violence(self, phrase: Phrase) -> bool:
        """Return whether a description is the subject of a verb for violence: "the same group
        attacked"."""
        verb = self._tokens.syntax.governor_of(phrase) if phrase.role == "subj" else None
        words = {self._tokens.word(phrase.last), self._tokens.word(verb.head) if verb else ""}
        return not words.isdisjoint(_violent_verbs())

    def is_definite(self, phrase: Phrase) -> bool:
        """Return whether an article says that the reader knows which one;
        "the head of ..." is another."""
        if self._tokens.word(phrase.head + 1) == "of":
            return False
        opening = self._tokens.low[phrase.first]
        return opening in name_words.definite_words() or self.is_in_heading(phrase)

    def is_in_heading(self, phrase: Phrase) -> bool:
        """Return whether the phrase stands in the title or a heading,
        where articles are left out."""
        offset = self._tokens.syntax.starts[phrase.head]
        place = bisect_right(self._headings, (offset, len(self._tokens.syntax.text) + 1)) - 1
        return place >= 0 and offset < self._headings[place][1]

    def based(self, phrase: Phrase) -> int:
        """Return the token of the last "based" behind a hyphen, or `NONE`."""
        low, word = self._tokens.low, self._tokens.word
        places = range(phrase.head - 1, phrase.first + 1, -1)
        return next((p for p in places if low[p] == "based" and word(p - 1) == "-"), NONE)

    def _start(self, phrase: Phrase, taken: bytearray) -> int:
        """Return the first token of the description; a place it is based in lies inside."""
        based = self.based(phrase)
        if based == NONE:
            return self._tokens.first_modifier(phrase)
        start = based - 2
        while start > phrase.first and taken[start - 1]:
            start -= 1
        return start

    def _holds_name(self, phrase: Phrase, taken: bytearray) -> bool:
        """Whether a name stands in the phrase, other than in "Geneva-based"."""
        start = max(self.based(phrase), phrase.first)
        return any(taken[start : phrase.last]) or any(
            self._is_name(place) for place in range(start + 1, phrase.last)
        )

    def _is_name(self, token: int) -> bool:
        """Whether a capital word inside a phrase is more than an office: "the Foreign Minister"."""
        word = self._tokens.low[token]
        is_office = word in name_words.office_modifiers() or word in name_words.roles()
        return (
            self._tokens.tells_name(token)
            and not is_office
            and word not in name_words.organisation_nouns()
        )

    def _noun(self, phrase: Phrase) -> str:
        """Return the head, with the word before it where both are one noun: "rights group"."""
        noun = singular(self._tokens.low[phrase.head])
        if phrase.head > phrase.first:
            double = f"{self._tokens.low[phrase.head - 1]} {noun}"
            if double in name_words.organisation_nouns():
                return double
        return noun


# ------------------------------------------------------------------------------ rules
def _last_called(names: NominalCoreference, phrase: Phrase, noun: str) -> Cluster | None:
    definite = names.is_definite(phrase)
    return names.said.last_before(noun, phrase.head, _REACH) if definite else None


def _last_to_fight(names: NominalCoreference, phrase: Phrase, noun: str) -> Cluster | None:
    if noun not in table("coreference")["violence"]["nouns"] or not names.does_violence(phrase):
        return None
    definite = names.is_definite(phrase)
    return names.fighting.last_before("", phrase.head, _REACH) if definite else None


def _last_of_type(names: NominalCoreference, phrase: Phrase, noun: str) -> Cluster | None:
    definite = names.is_definite(phrase)
    return names.fitting.last_before(noun, phrase.head, _REACH) if definite else None


def _first_in_report(names: NominalCoreference, phrase: Phrase, noun: str) -> Cluster | None:
    if not names.is_in_heading(phrase) and names.based(phrase) == NONE:
        return None
    said = names.said.of(noun)
    if not said and len(name_words.organisation_nouns().get(noun, ())) == 1:
        said = names.fitting.of(noun)
    return said[0][1] if said else None


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to an antecedent, with a sentence where it alone leads to it.

    Curly brackets are names with their kind, angle brackets noun phrases; a first line that ends
    in a bar is the title.
    """

    name: str
    example: str
    expected: tuple[str, str]
    """The description, and the name of its antecedent."""
    probable: bool
    find: Callable[[NominalCoreference, Phrase, str], Cluster | None]


RULES = (
    Rule(
        "a definite description of who did violence: the last organisation that may have done it",
        "{ORG Iron Front} fled. {ORG Sana Charity} left. <The group> attacked.",
        ("group", "Iron Front"),
        True,
        _last_to_fight,
    ),
    Rule(
        "a definite description: the last entity that was called so",
        "{ORG Orbit Bank}, <a lender>, rose. {ORG Alba} fell. <The lender> closed.",
        ("lender", "Orbit Bank"),
        False,
        _last_called,
    ),
    Rule(
        "a definite description: the last entity of a type that is called so",
        "{ORG Alba Airlines} rose. {PER Li Wen} was glad. <The carrier> flies to {LOC Peru}.",
        ("carrier", "Alba Airlines"),
        True,
        _last_of_type,
    ),
    Rule(
        "in a heading, or by where it is based: the first entity of the report that is called so",
        "<Health watchdog> warns|{ORG Sana}, <a watchdog>, warned. {ORG Alba} is <a watchdog>.",
        ("Health watchdog", "Sana"),
        True,
        _first_in_report,
    ),
)
"""In this order; the first that finds one tells."""


def headings_of(blocks: Iterable[Block]) -> list[tuple[int, int]]:
    """Return the offsets of the title and headings, in order."""
    kinds = (BlockKind.TITLE, BlockKind.HEADING)
    return [(block.start, block.end) for block in blocks if block.kind in kinds]


def _fitting(cluster: Cluster) -> set[str]:
    """Return common nouns that can stand for an entity without having been said of it."""
    if cluster.label is Label.PERSON:
        return set()
    if cluster.label is Label.PLACE:
        return cluster.types - cluster.nouns
    return {noun for kind in cluster.types for noun in _nouns_by_type().get(kind, ())} - (
        cluster.nouns
    )


def _may_fight(cluster: Cluster) -> bool:
    """Whether it is a named organisation, and none that only helps, watches or reports."""
    peaceful = frozenset(table("coreference")["violence"]["peaceful"])
    named = " " in cluster.name or not is_plural(cluster.name.lower())
    acting = cluster.label in (Label.ORG, Label.GROUP) and named and not cluster.name.islower()
    return acting and (cluster.armed or cluster.types.isdisjoint(peaceful))


@cached
def _violent_verbs() -> frozenset[str]:
    return all_verb_forms(table("coreference")["violence"]["verbs"])


@cached
def _nouns_by_type() -> dict[str, frozenset[str]]:
    return {
        kind: frozenset(words.get("noun", ())) for kind, words in table("organisations").items()
    }
