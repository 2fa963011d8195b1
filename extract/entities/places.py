"""Places under their names and spellings, generic nouns, and the words for their people."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from extract.doc.datelines import opening_sentences, place_in_capitals
from extract.doc.morphology import singular
from extract.entities.mentions import Candidate, Cluster
from extract.entities.name_matching import are_variants, folded, skeleton, words_of
from extract.entities.tokens import Tokens
from extract.gazetteer import (
    WORLD,
    Place,
    countries_of_people,
    country_named,
    is_country,
    is_place,
    name_of_country,
    places_named,
    region_named,
)
from extract.lexicon import cached, name_words, table
from extract.vocabulary import Label, MentionForm


def with_datelines(tokens: Tokens, names: list[Candidate]) -> list[Candidate]:
    """Return the names, with places in capitals at the start of a block for what they are;
    in order."""
    found = list(_places(tokens))
    if not found:
        return names
    covered = {token for mention in found for token in range(mention.first, mention.last)}
    kept = [mention for mention in names if covered.isdisjoint(range(mention.first, mention.last))]
    return sorted([*kept, *found], key=lambda mention: mention.first)


def _places(tokens: Tokens) -> Iterator[Candidate]:
    for sentence in opening_sentences(tokens.syntax):
        place = place_in_capitals(tokens.doc, sentence)
        if place is not None and tokens.has_normal_case(sentence.first):
            yield Candidate(place.start, place.stop, "LOC", chances={"LOC": 1.0}, settled=True)


_BEHIND = frozenset({"region", "settlement", "nature", "site"})
_LONGEST = 8


def with_generic_nouns(tokens: Tokens, names: list[Candidate]) -> list[Candidate]:
    """Return the names, those of places with the generic nouns that belong to them; in order."""
    names = _with_hyphens(tokens, names)
    ends = {mention.last: mention for mention in names}
    starts = {mention.first: mention for mention in names}
    for mention in names:
        if mention.kind == "LOC" and mention.form is MentionForm.NAME:
            _take_behind(tokens, mention, starts)
            _take_before(tokens, mention, ends)
    return names


def _with_hyphens(tokens: Tokens, names: list[Candidate]) -> list[Candidate]:
    """The names, those of places with all that hyphens join to them where the gazetteer knows it:
    "Port-au-Prince", of which taggers may find "Port"."""
    for mention in names:
        if mention.kind != "LOC" or tokens.word(mention.last) != "-":
            continue
        last = mention.last
        while last - mention.last < _LONGEST and _joins(tokens, last):
            last += 2
            if is_place(tokens.words_of(mention.first, last)):
                mention.last = last
    taken = {token for m in names for token in range(m.first + 1, m.last)}
    return [mention for mention in names if mention.first not in taken]


def _joins(tokens: Tokens, token: int) -> bool:
    """Whether a hyphen stands there that joins the words on both sides."""
    if tokens.word(token) != "-" or not tokens.word(token + 1):
        return False
    before, dash, behind = (tokens.span(t, t + 1) for t in (token - 1, token, token + 1))
    return before.end == dash.start and dash.end == behind.start


def _take_behind(tokens: Tokens, mention: Candidate, starts: dict[int, Candidate]) -> None:
    """ "province" in "Idlib province", where it ends the noun phrase."""
    token = mention.last
    kind = name_words.place_heads().get(tokens.word(token))
    if kind not in _BEHIND or token in starts or tokens.is_capital(token):
        return
    phrase = tokens.noun_at(mention.last - 1)
    if phrase is not None and phrase.head == token:
        mention.last = token + 1


def _take_before(tokens: Tokens, mention: Candidate, ends: dict[int, Candidate]) -> None:
    """ "the eastern countryside of" before the name."""
    if tokens.word(mention.first - 1) == "of":
        phrase = tokens.noun_at(mention.first - 2)
        if (
            phrase is not None
            and phrase.last == mention.first - 1
            and _is_part(tokens.low[phrase.head])
        ):
            start = _modifiers(tokens, phrase.first, phrase.head)
            if all(place not in ends for place in range(start + 1, mention.first)):
                mention.first, mention.form = start, MentionForm.NOMINAL


def _is_part(noun: str) -> bool:
    return noun in name_words.place_parts() or singular(noun) in name_words.place_parts()


def _modifiers(tokens: Tokens, first: int, head: int) -> int:
    """The first of the directions before a head: "western and eastern" belongs to it."""
    place = head
    while place > max(first - 3, 0) and head - place < _LONGEST:
        before = tokens.low[place - 1]
        if before not in name_words.directions() and before not in ("and", "-", "–"):
            break
        place -= 1
    while tokens.low[place] in ("and", "-", "–"):
        place += 1
    return place


def stem_of(tokens: Tokens, mention: Candidate) -> tuple[str, str]:
    """Return the name without its generic head, and the head: "Kano state" is ("Kano", "state")."""
    last = tokens.low[mention.last - 1]
    if (
        mention.last - mention.first > 1
        and last in name_words.place_heads()
        and not tokens.is_capital(mention.last - 1)
    ):
        return tokens.words_of(mention.first, mention.last - 1), last
    first = tokens.low[mention.first]
    if (
        mention.last - mention.first > 2
        and tokens.low[mention.first + 1] == "of"
        and first in name_words.place_heads()
    ):
        return tokens.words_of(mention.first + 2, mention.last), first
    return tokens.words_of(mention.first, mention.last), ""


def bare(name: str) -> str:
    """Return a name without the generic head behind it."""
    words = name.split()
    return (
        " ".join(words[:-1]) if len(words) > 1 and words[-1] in name_words.place_heads() else name
    )


_ALIKE = 20
"""Places with equal consonants that a name is held against, the last first."""


class Places:
    """The places of one report."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.clusters: list[Cluster] = []
        self._by_key: dict[str, Cluster] = {}
        self._stems: dict[str, Cluster] = {}
        """By name without a generic head, the place first said so."""
        self._by_skeleton: dict[str, list[Cluster]] = defaultdict(list)
        self._countries: dict[str, Cluster] = {}

    def join(self, names: list[Candidate]) -> list[Cluster]:
        """Return the places that the mentions name; mentions in the order of the text."""
        named = [mention for mention in names if mention.form is not MentionForm.DEMONYM]
        for mention in named:
            self._add(mention)
        for mention in names:
            if mention.form is MentionForm.DEMONYM:
                self._add_demonym(mention)
        self._place_in_countries()
        return sorted(self.clusters, key=lambda cluster: cluster.first)

    def _add(self, mention: Candidate) -> None:
        name = self._tokens.words_of(mention.first, mention.last)
        stem, head = stem_of(self._tokens, mention)
        code = country_named(name) or country_named(stem)
        if code is not None and head in _OF_COUNTRIES:
            self._country(code, name).add(mention)
            return
        key = _key(name)
        cluster = self._by_key.get(key) or self._by_stem(_key(stem), head)
        if cluster is not None:
            cluster.add(mention)
            if cluster.name.isupper() and not name.isupper():
                cluster.name = name  # the name of a dateline is in capitals
            return
        variant = self._variant(_key(stem), head)
        if variant is not None:
            variant.add(mention, probable=not _is_gloss(self._tokens, mention, variant))
            self._by_key[key] = variant
            return
        cluster = self._new(name, mention)
        self._by_key[key] = cluster
        self._stems.setdefault(_key(stem), cluster)
        self._by_skeleton[skeleton(_key(stem))].append(cluster)
        if head:
            cluster.nouns.add(head)

    def _by_stem(self, stem: str, head: str) -> Cluster | None:
        """The place of the same name that is of the same kind, or of no known kind."""
        cluster = self._stems.get(stem)
        if cluster is not None and (not head or not cluster.nouns or head in cluster.nouns):
            if head:
                cluster.nouns.add(head)
            return cluster
        return None

    def _variant(self, stem: str, head: str) -> Cluster | None:
        """Find the place that the name may be another spelling of."""
        for cluster in self._by_skeleton[skeleton(stem)][-_ALIKE:]:
            other = _key(bare(cluster.name))
            kinds = cluster.nouns
            if head and kinds and head not in kinds:
                continue
            if are_variants(stem, other) and not _are_two(stem, other):
                return cluster
        return None

    def _new(self, name: str, mention: Candidate) -> Cluster:
        cluster = Cluster(Label.PLACE, name, [mention])
        self.clusters.append(cluster)
        return cluster

    def _country(self, code: str, name: str) -> Cluster:
        cluster = self._countries.get(code)
        if cluster is None:
            cluster = Cluster(Label.PLACE, name, country=code)
            cluster.nouns.add("country")
            self._countries[code] = cluster
            self.clusters.append(cluster)
        return cluster

    def _add_demonym(self, mention: Candidate) -> None:
        codes = countries_of_people(self._tokens.words_of(mention.first, mention.last))
        if not codes:
            return
        known = [code for code in codes if code in self._countries]
        code = known[0] if known else codes[0]
        name = name_of_country(code) or code
        self._country(code, name).add(mention, probable=len(codes) > 1 and len(known) != 1)

    def _place_in_countries(self) -> None:
        """Give each place its country: one said behind it, else the likeliest."""
        said = Counter({code: len(c.mentions) for code, c in self._countries.items()})
        starts = {d.first: code for code, c in self._countries.items() for d in c.mentions}
        for cluster in self.clusters:
            if cluster.country is not None:
                continue
            region = region_named(cluster.name)
            cluster.country = region if region != WORLD else None
            found = places_named(cluster.name) or places_named(bare(cluster.name))
            best = max(found, key=lambda place: _rank(place, said), default=None)
            if best is not None and region is None:
                cluster.country = self._said_behind(cluster, starts) or best.country
                if not cluster.nouns:
                    cluster.types.add(best.kind)

    def _said_behind(self, cluster: Cluster, countries: dict[int, str]) -> str | None:
        """The country that a comma parts from the place: "Tripoli, Lebanon"."""
        for mention in cluster.mentions:
            if self._tokens.word(mention.last) == "," and mention.last + 1 in countries:
                return countries[mention.last + 1]
        return None


_NAMED, _CAPITAL = 6, 2


def _rank(place: Place, said: Counter[str]) -> int:
    """Return how likely a place is meant, by its population and whether its country is named."""
    factor = (_NAMED if said[place.country] else 1) * (_CAPITAL if place.kind == "capital" else 1)
    return (place.population + 1000) * factor


_OF_COUNTRIES = frozenset({"", "republic", "kingdom"})


def _key(name: str) -> str:
    key = " ".join(words_of(name))
    return _aliases().get(key, key)


def _are_two(one: str, other: str) -> bool:
    """Whether the gazetteer or the list of countries knows the two as different places."""
    if is_country(one) or is_country(other):
        return country_named(one) != country_named(other)
    left, right = set(places_named(one)), set(places_named(other))
    return bool(left and right) and not left & right


def _is_gloss(tokens: Tokens, mention: Candidate, cluster: Cluster) -> bool:
    """Whether a name stands in brackets behind the other: "Daraa [Deraa]"."""
    return tokens.word(mention.first - 1) in ("[", "(") and any(
        known.last == mention.first - 1 for known in cluster.mentions
    )


@cached
def _aliases() -> dict[str, str]:
    pairs = table("spelling")["alias"]["pairs"]
    return {folded(other): folded(names[0]) for names in pairs for other in names[1:]}
