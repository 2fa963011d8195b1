"""Organisations, outlets and named groups: their type, names, acronyms and short forms."""

from bisect import bisect_left

from extract.doc.morphology import singular
from extract.entities.mentions import Candidate, Cluster, MentionsByWord
from extract.entities.name_matching import are_variants, folded, skeleton
from extract.entities.persons import is_title
from extract.entities.tokens import Tokens
from extract.lexicon import cached, group_words, name_words
from extract.vocabulary import Label

_CERTAIN, _STRONG, _WEAK = 9, 2, 1
_ENOUGH = 2

Points = dict[Label, int]


def assign_types(tokens: Tokens, clusters: list[Cluster], publisher: str | None) -> None:
    """Give each organisation the types that its names and the words around tell, and its label."""
    for cluster in clusters:
        points = {Label.MEDIA: 0, Label.GROUP: 0}
        for name in {tokens.words_of(mention.first, mention.last) for mention in cluster.mentions}:
            _named(folded(name), publisher, cluster, points)
        for mention in cluster.mentions:
            _around(tokens, mention, cluster, points)
        best = max(points, key=lambda label: points[label])
        if points[best] >= _ENOUGH:
            cluster.label = best
            cluster.types.add("media" if best is Label.MEDIA else "armed")
            cluster.armed = best is Label.GROUP


def _named(name: str, publisher: str | None, cluster: Cluster, points: Points) -> None:
    """What a name tells by its words."""
    words = name.split()
    if not words:
        return
    for word in words:
        cluster.types |= name_words.organisation_words().get(word, frozenset())
    cluster.nouns |= {word for word in (words[0], words[-1]) if _is_noun_of_organisation(word)}
    if name in name_words.known_outlets() or (publisher and name == folded(publisher)):
        points[Label.MEDIA] += _CERTAIN
    if is_known_group(name):
        points[Label.GROUP] += _CERTAIN
    points[Label.MEDIA] += _outlet_name(words)
    points[Label.GROUP] += _group_name(words)


def is_known_group(name: str) -> bool:
    """Return whether the name is that of a group that fights, by the lists: "Tatmadaw"."""
    return folded(name) in _known_groups()


@cached
def _known_groups() -> frozenset[str]:
    return frozenset(folded(name) for name in group_words.known_group_names())


def _outlet_name(words: list[str]) -> int:
    last = words[-1]
    if words[0] == "radio":
        return _STRONG
    # "Times" alone may be an outlet, "News" and "Sun" are as often something else
    if len(words) == 1 or "media" not in name_words.organisation_words().get(last, ()):
        return 0
    return _WEAK if last in name_words.organisation_heads() else _STRONG


def _group_name(words: list[str]) -> int:
    if not group_words.group_names() & {words[0], words[-1]}:
        return 0
    return _WEAK if words[-1] in group_words.doubtful_group_names() else _STRONG


def _is_noun_of_organisation(word: str) -> bool:
    return word in name_words.organisation_heads() or word in name_words.organisation_nouns()


def _around(tokens: Tokens, mention: Candidate, cluster: Cluster, points: Points) -> None:
    """What the words beside one mention tell."""
    before, after = tokens.word(mention.first - 1), singular(tokens.word(mention.last))
    for noun in (before, after):
        types = name_words.organisation_nouns().get(noun, frozenset())
        if "media" in types:
            points[Label.MEDIA] += _STRONG if len(types) == 1 else 0
            cluster.nouns.add(noun)
    if after in name_words.outlet_people():
        points[Label.MEDIA] += _STRONG
    if tokens.word(mention.first - (2 if before == "the" else 1)) == "told":
        # reporters are told things, and so are ministries: a name that tells its type is none
        points[Label.MEDIA] += _WEAK if cluster.types else _STRONG
    if after in group_words.group_followers() or _is_called_armed(tokens, mention.first):
        points[Label.GROUP] += _STRONG
    apposed = _apposed(tokens, mention.last)
    if apposed is not None:
        cluster.nouns.add(apposed)
        cluster.types |= name_words.organisation_nouns().get(apposed, frozenset())


def _is_called_armed(tokens: Tokens, first: int) -> bool:
    """Whether "militant" or "the rebel group" stands before the token."""
    armed, organisations = group_words.before_groups()
    before = tokens.word(first - 1)
    return before in armed or (before in organisations and tokens.word(first - 2) in armed)


def _apposed(tokens: Tokens, token: int) -> str | None:
    """The head of an apposition behind a name: "NAME, a war monitor"."""
    if tokens.word(token) != "," or tokens.word(token + 1) not in ("a", "an", "the", "one"):
        return None
    phrase = tokens.noun_at(token + 1)
    return singular(tokens.low[phrase.head]) if phrase else None


_CONSONANTS = 3
"""Consonants that two spellings of one name must share."""
_SHORTENED = 3
"""Long names with one first word that a shorter one is held against, the last first."""
_NAMING = frozenset({"PROPN", "NOUN", "ADJ"})
_LONGEST = 6
"""Words of a name to each side of its head."""


class Organisations:
    """The organisations of one report: full names first, then what stands for them."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.clusters: list[Cluster] = []
        self._by_key: dict[str, Cluster] = {}
        self._by_words: dict[frozenset[str], Cluster] = {}
        self._by_skeleton: dict[str, Cluster] = {}
        self._by_initials: dict[str, Cluster] = {}
        self._ending: dict[int, Cluster] = {}
        """By the token behind a full name."""
        self._said = MentionsByWord()
        """By words that can stand for a whole name."""

    def join(self, names: list[Candidate]) -> list[Cluster]:
        """Return the organisations that the mentions name; mentions in the order of the text."""
        named = [(mention, self._tokens.words_of(mention.first, mention.last)) for mention in names]
        full = [(mention, name) for mention, name in named if " " in name]
        for mention, name in sorted(full, key=lambda entry: entry[0].first):
            self._add_full(mention, name)
        for mention, name in named:
            if " " not in name:
                self._add_short(mention, name)
        return sorted(self.clusters, key=lambda cluster: cluster.first)

    def _add_full(self, mention: Candidate, name: str) -> None:
        words = _words(name)
        cluster = self._by_key.get(folded(name)) or self._by_words.get(frozenset(words))
        cluster = cluster or self._longer(mention, words)
        probable = False
        if cluster is None:
            cluster = self._variant(name)
            probable = cluster is not None
        cluster = cluster or self._new(name, words)
        cluster.add(mention, probable)
        self._ending[mention.last] = cluster
        self._by_key.setdefault(folded(name), cluster)
        for word in _stand_ins(name, words):
            self._said.add(word, mention.first, cluster)

    def _longer(self, mention: Candidate, words: list[str]) -> Cluster | None:
        """Find a longer name said before that opens or closes with these words."""
        for place, cluster in reversed(self._said.of(words[0])[-_SHORTENED:]):
            long = _words(cluster.name)
            if place < mention.first and words in (long[: len(words)], long[-len(words) :]):
                return cluster
        return None

    def _variant(self, name: str) -> Cluster | None:
        """Find the name that this one may be another spelling of."""
        alike = self._by_skeleton.get(skeleton(name))
        same = alike is not None and are_variants(name, alike.name, _CONSONANTS)
        return alike if same else None

    def _new(self, name: str, words: list[str]) -> Cluster:
        cluster = Cluster(Label.ORG, name)
        self.clusters.append(cluster)
        self._by_key[folded(name)] = cluster
        if len(words) > 1:
            self._by_words[frozenset(words)] = cluster
            for initials in _initials(name):
                self._by_initials.setdefault(initials, cluster)
        self._by_skeleton.setdefault(skeleton(name), cluster)
        return cluster

    def _add_short(self, mention: Candidate, name: str) -> None:
        key = folded(name)
        cluster, probable = self._by_key.get(key), False
        if cluster is None:
            cluster, probable = self._spelled_out(mention, name)
        cluster = cluster or self._said.nearest(key, mention.first)
        if cluster is None:
            cluster = self._variant(name)
            probable = cluster is not None
        cluster = cluster or self._new(name, [key])
        cluster.add(mention, probable)

    def _spelled_out(self, mention: Candidate, name: str) -> tuple[Cluster | None, bool]:
        """Find the full name that an acronym is short for, and whether that is only probable.

        Two letters are sure only in brackets behind it: "the Ministry of Defence (MD)".
        """
        letters = name.replace(".", "")
        if not (letters.isupper() and 2 <= len(letters) <= 8) and not _mixed(letters):
            return None, False
        cluster = self._by_initials.get(letters.upper())
        if cluster is None:
            return self._bracketed(mention), False
        self._by_key[folded(name)] = cluster
        return cluster, len(letters) < 3 and self._bracketed(mention) is not cluster

    def _bracketed(self, mention: Candidate) -> Cluster | None:
        """Find the full name right before the bracket that the mention stands in."""
        if self._tokens.word(mention.first - 1) != "(":
            return None
        cluster = self._ending.get(mention.first - 1)
        if cluster is not None:
            self._by_key[folded(self._tokens.words_of(mention.first, mention.last))] = cluster
        return cluster


def _words(name: str) -> list[str]:
    return [word for word in folded(name).split() if word not in name_words.joining_words()] or [
        folded(name)
    ]


def _stand_ins(name: str, words: list[str]) -> set[str]:
    """Return words that can stand for the whole: its head, and a first word of its own.

    Not a first word in capitals: that is another organisation, as in "UNHCR Regional Office".
    """
    found = {word for word in words if word in name_words.organisation_heads()}
    if words[0] not in name_words.organisation_words() and not name.split()[0].isupper():
        found.add(words[0])
    return found


def _initials(name: str) -> list[str]:
    """Initials of the words, with and without the small ones."""
    words = name.replace("-", " ").split()
    tall = "".join(word[0] for word in words if word[:1].isupper())
    every = "".join(word[0] for word in words if word[:1].isalnum()).upper()
    return [tall.upper(), every]


def _mixed(letters: str) -> bool:
    """ "MoD", "AfDB": short with two capitals or more."""
    return len(letters) < 7 and letters.isalpha() and sum(c.isupper() for c in letters) > 1


# -------------------------------------------------------------------------- names in parts
def with_whole_names(tokens: Tokens, names: list[Candidate]) -> list[Candidate]:
    """Return the names, those that are parts of one organisation's name put together; in order."""
    starts = [mention.first for mention in names]
    kept: list[Candidate] = []
    place = token = 0
    while token < len(tokens):
        found = _name_at(tokens, token) if _is_head(tokens, token) else None
        if found is not None and _holds_whole(names, starts, *found):
            first, last = found
            while place < len(names) and names[place].first < first:
                kept.append(names[place])
                place += 1
            while place < len(names) and names[place].first < last:
                place += 1
            kept.append(Candidate(first, last, "ORG", chances={"ORG": 1.0}))
            token = last
        else:
            token += 1
    return [*kept, *names[place:]]


def _is_head(tokens: Tokens, token: int) -> bool:
    return (
        tokens.low[token] in name_words.organisation_heads()
        and tokens.is_capital(token)
        and tokens.has_normal_case(token)
    )


def _name_at(tokens: Tokens, head: int) -> tuple[int, int] | None:
    """Find the name around a capital word for an organisation; it has other words as well."""
    first = head
    while head - first < _LONGEST and _is_name_part(tokens, first - 1):
        first -= 1
    last = _run_end(tokens, head)
    while tokens.word(last) in name_words.organisation_links():
        start = last + 2 if tokens.word(last + 1) == "the" else last + 1
        if not _is_name_part(tokens, start) or last - head > 2 * _LONGEST:
            break
        last = _run_end(tokens, start)
    return (first, last) if last - first > 1 else None


def _run_end(tokens: Tokens, token: int) -> int:
    last = token + 1
    while last - token < _LONGEST and _is_name_part(tokens, last):
        last += 1
    return last


def _is_name_part(tokens: Tokens, token: int) -> bool:
    """Whether the token is a capital word that can be part of an organisation's name."""
    return (
        tokens.is_capital(token)
        and tokens.pos[token] in _NAMING
        and tokens.low[token] not in name_words.no_names()
        and not is_title(tokens, token)
    )


def _holds_whole(names: list[Candidate], starts: list[int], first: int, last: int) -> bool:
    """Whether no name reaches over the ends of the run, and one at least is within it."""
    low, high = bisect_left(starts, first), bisect_left(starts, last)
    before = names[low - 1] if low else None
    return low < high and names[high - 1].last <= last and (before is None or before.last <= first)
