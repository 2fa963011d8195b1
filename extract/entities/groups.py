"""Groups that a report describes and does not name, and peoples: "rebels", "Kurds".

A description makes an entity where it is a party to the conflict: armed people, a side that
governs or stands against it. Those who bear no arms (residents, civilians, families) are parties
only in a report that has armed ones; elsewhere "residents" is a word and no name. With the word
for a nation before it any description is as good as a name: "Iraqi refugees".
"""

from dataclasses import dataclass, replace

from extract.doc.morphology import singular
from extract.doc.syntax import Phrase
from extract.entities.mentions import Candidate, Cluster
from extract.entities.sides import PARTIES, Side, bears_arms, side_of
from extract.entities.tokens import Tokens
from extract.gazetteer import countries_of_people, is_a_people
from extract.lexicon import group_words
from extract.vocabulary import Label, MentionForm

_CONFLICT_FROM = 1 / 100
"""Armed parties by description a word of text, from which on a report is on a conflict."""
_POLICE = "police"


@dataclass(frozen=True, slots=True)
class GroupPhrase:
    """A description of a group: tokens `first` up to, not including, `last`."""

    first: int
    last: int
    head: int
    side: Side


# ------------------------------------------------------------------------------ descriptions
def group_phrases(tokens: Tokens) -> list[GroupPhrase]:
    """Return the descriptions of groups that are parties to what is reported, in order."""
    found: list[GroupPhrase] = []
    for phrase in tokens.nouns:
        group = _group_phrase(tokens, phrase)
        if group is not None and (not found or group.first >= found[-1].last):
            found.append(group)
    armed = sum(_is_armed(group.side) for group in found)
    if armed > 1 and armed >= len(tokens) * _CONFLICT_FROM:
        return found
    return [group for group in found if _stands_alone(group.side)]


def _is_armed(side: Side) -> bool:
    """Whether a group makes a conflict of what is reported; police are in the news of any day."""
    return side.kind in ("force", "irregular") and side.own != _POLICE


def _stands_alone(side: Side) -> bool:
    """Whether a group is a party even in a report that is on no conflict."""
    return bool(side.countries) or (
        side.kind == "irregular" and side.party == "opposition" and not side.own
    )


def _group_phrase(tokens: Tokens, phrase: Phrase) -> GroupPhrase | None:
    first = tokens.first_modifier(phrase)
    first = max(first, _after_compound(tokens, first, phrase.head))
    side = side_of(tokens.words[first : phrase.head + 1])
    if side is None or tokens.word(phrase.head + 1) == "to":
        return None
    former = _former_members(tokens, phrase)
    if former is not None:
        first, side = former, replace(side, former=True)
    return GroupPhrase(first, phrase.head + 1, phrase.head, side)


def _after_compound(tokens: Tokens, first: int, head: int) -> int:
    """Return the token behind "Russian-backed": the backer is no part of a group's name."""
    for place in range(head - 1, first, -1):
        if tokens.words[place - 1] == "-" and tokens.low[place] in group_words.backing_words():
            return place + 1
    return first


def _former_members(tokens: Tokens, phrase: Phrase) -> int | None:
    """Find where "former members of" begins before a phrase."""
    if tokens.word(phrase.first - 1) != "of":
        return None
    before = tokens.noun_at(phrase.first - 2)
    members = group_words.sided_heads() | group_words.civil_heads()
    if before is None or singular(tokens.low[before.head]) not in members:
        return None
    places = range(before.first, before.head)
    former = group_words.former_words()
    return next((place for place in places if tokens.low[place] in former), None)


# ------------------------------------------------------------------------------ clusters
def clusters_of_groups(tokens: Tokens, groups: list[GroupPhrase]) -> list[Cluster]:
    """Return the groups described, descriptions of one side, kind and country in one cluster.

    Sure is a join of descriptions one of which holds the words of the other; others are probable.
    """
    clusters: dict[Side, Cluster] = {}
    wordings: dict[Side, list[str]] = {}
    sides = {group.side for group in groups}
    homes = _homes(groups)
    for group in groups:
        side = _of_country(homes.get(group.side, group.side), sides)
        words = tokens.words_of(group.first, group.last)
        label = Label.ORG if side.kind == "office" else Label.GROUP
        cluster = clusters.setdefault(side, _cluster(label, words, side))
        cluster.armed = cluster.armed or bears_arms(words)
        form = MentionForm.NAME if group.side.countries else MentionForm.NOMINAL
        sure = _is_sure(words, wordings.setdefault(side, []))
        cluster.add(Candidate(group.first, group.last, "GROUP", form), not sure)
        cluster.name = max(cluster.name, words, key=lambda name: (name[:1].isupper(), len(name)))
    return list(clusters.values())


def _cluster(label: Label, words: str, side: Side) -> Cluster:
    party = side.party if side.party in PARTIES and not side.former else ""
    return Cluster(label, words, former=side.former, side=party)


def _homes(groups: list[GroupPhrase]) -> dict[Side, Side]:
    """For a side said without a country, the first that is said with one."""
    homes: dict[Side, Side] = {}
    for group in groups:
        if group.side.countries and (group.side.party or group.side.own):
            homes.setdefault(replace(group.side, countries=()), group.side)
    return homes


def _of_country(side: Side, sides: set[Side]) -> Side:
    """Troops of a country are its government's, where the report speaks of those too."""
    governed = replace(side, party="government")
    is_plain = side.kind == "force" and not side.party and not side.own
    return governed if is_plain and governed in sides else side


def _is_sure(words: str, said: list[str]) -> bool:
    """Whether the description goes with the sure ones before it, to which it is then added."""
    low = words.lower()
    sure = not said or any(low in known or known in low for known in said)
    if sure and low not in said:
        said.append(low)
    return sure


# ------------------------------------------------------------------------------ peoples
def mark_people(tokens: Tokens, mention: Candidate) -> Candidate:
    """Return the mention, marked where it is a word for a people: an adjective of a country,
    or a group."""
    word = tokens.words[mention.first]
    if mention.last - mention.first == 1 and is_a_people(word):
        if countries_of_people(word) and not _is_plural(word):
            mention.kind, mention.form = "LOC", MentionForm.DEMONYM
        else:
            mention.kind = "GROUP"
            mention.form = MentionForm.NAME if _is_plural(word) else MentionForm.DEMONYM
    return mention


def clusters_of_peoples(tokens: Tokens, mentions: list[Candidate]) -> list[Cluster]:
    """Return the nations, peoples and faiths named; words of one nation are one group."""
    clusters: dict[tuple[str, ...], Cluster] = {}
    for mention in mentions:
        word = tokens.words[mention.first]
        key = countries_of_people(word) or (word.lower().removesuffix("s"),)
        cluster = clusters.setdefault(key, Cluster(Label.GROUP, word))
        cluster.add(mention)
    return list(clusters.values())


def _is_plural(word: str) -> bool:
    return word.endswith("s") and is_a_people(word[:-1])
