"""Places under their names, spellings, other names, and the words for their people."""

from collections import Counter, defaultdict

from extract.entities.mentions import Candidate, Cluster
from extract.entities.name_matching import are_variants, folded, skeleton, words_of
from extract.entities.place_phrases import bare, stem_of
from extract.entities.tokens import Tokens
from extract.gazetteer import (
    WORLD,
    Place,
    countries_of_people,
    country_named,
    is_country,
    name_of_country,
    places_named,
    region_named,
)
from extract.lexicon import cached, table
from extract.records import Label, MentionForm

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
