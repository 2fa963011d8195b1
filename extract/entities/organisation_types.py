"""Which type an organisation is of: an outlet, a group that fights, a ministry, a company."""

from extract.doc.morphology import singular
from extract.entities.gazetteer_priors import is_known_group
from extract.entities.mentions import Candidate, Cluster
from extract.entities.name_matching import folded
from extract.entities.tokens import Tokens
from extract.lexicon import group_words, name_words
from extract.records import Label

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
