"""Persons under their full names, surnames, first names, initials, titles and spellings."""

from collections import defaultdict
from collections.abc import Iterator

from extract.doc.morphology import singular
from extract.doc.syntax import Phrase
from extract.entities.mentions import Candidate, Cluster, MentionsByWord
from extract.entities.name_matching import are_variants, folded, skeleton, words_of
from extract.entities.tokens import MARKS, NONE, Tokens
from extract.lexicon import name_words
from extract.vocabulary import Label

_LONGEST_TITLE = 6
_LONGEST_NAME = 5


def is_title(tokens: Tokens, token: int) -> bool:
    """Return whether the token is a title or office as it stands before a name."""
    word = tokens.low[token].rstrip(".")
    if word in name_words.honorifics() or word in name_words.ranks():
        return tokens.is_capital(token)
    return word in name_words.roles()


def behind_titles(tokens: Tokens, first: int, last: int) -> int:
    """Return the first token behind the titles that a name opens with; one word is always left.

    The first of all where the rest is a word for an organisation, as in "General Motors".
    """
    place = first
    while place < last - 1 and (is_title(tokens, place) or tokens.words[place] in (".", "-")):
        place += 1
    if place > first and tokens.low[place] == "of":
        behind = behind_portfolio(tokens, place + 1, last)
        return behind if behind != NONE else first
    is_body = place == last - 1 and tokens.low[place] in name_words.organisation_words()
    return first if is_body or tokens.words[place] in MARKS else place


def title_start(tokens: Tokens, first: int) -> int:
    """Return the first token of the titles that stand right before a name."""
    start = place = first
    while place > 0 and first - place < _LONGEST_TITLE:
        place -= 1
        if tokens.words[place] == "." or (
            tokens.low[place] == "of" and _is_office(tokens, place - 1)
        ):
            continue
        if is_title(tokens, place):
            start = place
        elif tokens.low[place] not in name_words.office_modifiers():
            break
    while start < first and tokens.word(start - 1) in name_words.office_modifiers():
        start -= 1
    return start


def name_behind_office(tokens: Tokens, first: int, last: int) -> int:
    """Find where a person's name begins behind an office in a run, or `NONE`.

    "Foreign Minister Li Wen" is tagged as one name now and then, mostly as an organisation.
    """
    for place in range(last - 2, first - 1, -1):
        word = tokens.low[place].rstrip(".")
        if word in name_words.roles() or word in name_words.honorifics():
            start = place + 2 if tokens.words[place + 1] in (".", "of") else place + 1
            return behind_portfolio(tokens, start, last)
    return NONE


def behind_portfolio(tokens: Tokens, first: int, last: int) -> int:
    """Find where a person's name begins behind the "State" of "Secretary of State", or `NONE`."""
    place = first
    if tokens.low[first - 1] == "of" and _is_office(tokens, first - 2):
        while place < last - 1 and tokens.low[place] in name_words.office_modifiers():
            place += 1
    return place if _can_be_person(tokens, place, last) else NONE


def _is_office(tokens: Tokens, token: int) -> bool:
    return tokens.word(token) in name_words.offices()


def _can_be_person(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the tokens are few, capital, and none is a word for an organisation or a place."""
    return 0 < last - first <= _LONGEST_NAME and all(
        (
            tokens.is_capital(place)
            or tokens.low[place] in name_words.particles()
            or tokens.words[place] in "-."
        )
        and tokens.low[place] not in name_words.organisation_heads()
        and tokens.low[place] not in name_words.organisation_words()
        and tokens.low[place] not in name_words.place_heads()
        for place in range(first, last)
    )


_NAMESAKES = 20
"""People of one surname that a full name is held against, the last first."""
_CONSONANTS = 3
"""Consonants that two spellings of one name must share."""


class Persons:
    """The persons of one report; full names are joined first, single words to them."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.clusters: list[Cluster] = []
        self._by_key: dict[tuple[str, ...], Cluster] = {}
        self._by_last: dict[str, list[Cluster]] = defaultdict(list)
        self._by_skeleton: dict[str, Cluster] = {}
        self._words: dict[int, tuple[str, ...]] = {}
        self._said = MentionsByWord()
        """By each word of a full name."""
        self._shared: set[str] = set()
        """Words in the names of several people, any of whom they may mean."""

    def join(self, names: list[Candidate]) -> list[Cluster]:
        """Return the persons whom the mentions name; mentions in the order of the text."""
        keyed = [(mention, _key(self._tokens, mention)) for mention in names]
        for mention, key in keyed:
            if len(key) > 1:
                self._add_full(mention, key)
        for mention, key in keyed:
            if len(key) == 1:
                self._add_single(mention, key[0])
        for cluster in self.clusters:
            cluster.mentions.sort(key=lambda mention: mention.first)
            _learn(self._tokens, cluster)
        return sorted(self.clusters, key=lambda cluster: cluster.first)

    def _add_full(self, mention: Candidate, key: tuple[str, ...]) -> None:
        cluster, probable = self._full_match(key)
        if cluster is None:
            cluster = self._new(mention, key)
        cluster.add(mention, probable)
        self._by_key.setdefault(key, cluster)
        for word in key:
            said = self._said.of(word)
            if said and said[-1][1] is not cluster:
                self._shared.add(word)
            self._said.add(word, mention.first, cluster)

    def _full_match(self, key: tuple[str, ...]) -> tuple[Cluster | None, bool]:
        if key in self._by_key:
            return self._by_key[key], False
        for cluster in reversed(self._by_last[key[-1]][-_NAMESAKES:]):
            if _same_person(key, self._words[id(cluster)]):
                return cluster, False
        alike = self._by_skeleton.get("".join(map(skeleton, key)))
        if alike and are_variants(" ".join(key), " ".join(self._words[id(alike)]), _CONSONANTS):
            return alike, True
        return None, False

    def _new(self, mention: Candidate, key: tuple[str, ...]) -> Cluster:
        cluster = Cluster(Label.PERSON, self._tokens.words_of(mention.first, mention.last))
        self.clusters.append(cluster)
        self._by_key[key] = cluster
        self._words[id(cluster)] = key
        self._by_last[key[-1]].append(cluster)
        self._by_skeleton.setdefault("".join(map(skeleton, key)), cluster)
        return cluster

    def _add_single(self, mention: Candidate, word: str) -> None:
        cluster = self._said.nearest(word, mention.first)
        if cluster is not None:
            cluster.add(mention, probable=word in self._shared)
            return
        cluster = self._by_key.get((word,))
        if cluster is None:
            alike = self._by_skeleton.get(skeleton(word))
            if alike and are_variants(word, alike.name, _CONSONANTS):
                alike.add(mention, probable=True)
                return
            cluster = self._new(mention, (word,))
        cluster.add(mention)


def _key(tokens: Tokens, mention: Candidate) -> tuple[str, ...]:
    """The words of a name as they are compared, without suffix and initials' stops."""
    words = words_of(tokens.words_of(mention.first, mention.last))
    kept = tuple(word for word in words if word not in name_words.suffixes())
    return kept or words


def _same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names with the same last word can be one person's."""
    short, long = sorted((one, other), key=len)
    if _begins_alike(short[0], long[0]):
        return True
    return len(short) > 1 and set(short) <= set(long)


def _begins_alike(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return one == other


def _learn(tokens: Tokens, cluster: Cluster) -> None:
    """Keep the fullest name, and the roles and the sex that the words around a person tell."""
    cluster.name = max(
        (tokens.words_of(mention.first, mention.last) for mention in cluster.mentions),
        key=lambda name: (len(name.split()), len(name)),
    )
    for mention in cluster.mentions:
        for phrase in (mention.title, *_apposed(tokens, mention)):
            _learn_role(cluster, phrase)


def _learn_role(cluster: Cluster, phrase: str) -> None:
    """Take what a title or an apposition says; the first is kept as it stands."""
    words = folded(phrase).split()
    for word in words:
        sex = name_words.honorifics().get(word) or name_words.sexes().get(word)
        if sex:
            cluster.types.add(sex)
    parts = {word for word in words if word in name_words.roles() or word in name_words.ranks()}
    cluster.nouns |= parts
    if parts and cluster.role is None:
        cluster.role = phrase


def _apposed(tokens: Tokens, mention: Candidate) -> Iterator[str]:
    """Roles that stand beside a name: "NAME, the head of ...", "the head, NAME"."""
    behind = tokens.noun_at(mention.last + 1) if tokens.word(mention.last) == "," else None
    before = tokens.noun_at(mention.first - 2) if tokens.word(mention.first - 1) == "," else None
    if behind is not None and behind.first == mention.last + 1:
        yield from _role(tokens, behind)
    if before is not None and tokens.low[before.first] in name_words.definite_words():
        yield from _role(tokens, before)


def _role(tokens: Tokens, phrase: Phrase) -> Iterator[str]:
    if singular(tokens.low[phrase.head]) in name_words.roles():
        yield tokens.words_of(tokens.first_modifier(phrase), phrase.head + 1)
