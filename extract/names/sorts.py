"""What sort of body a name is: an outlet, a group that fights, a ministry, a company."""

from extract.names import lists
from extract.names.cluster import Cluster
from extract.names.nouns import singular
from extract.names.spelling import folded
from extract.names.view import Draft, View
from extract.records import Label

_ENOUGH = 2


def sort_out(view: View, clusters: list[Cluster], publisher: str | None) -> None:
    """Give each body the sorts that its names and the words around it tell, and its label."""
    for cluster in clusters:
        points = {Label.MEDIA: 0, Label.GROUP: 0}
        for draft in cluster.drafts:
            _around(view, draft, cluster, points)
        _named(cluster, points)
        if publisher and folded(cluster.name) == folded(publisher):
            points[Label.MEDIA] += 9
        best = max(points, key=lambda label: points[label])
        if points[best] >= _ENOUGH:
            cluster.label = best
            cluster.sorts.add("media" if best is Label.MEDIA else "armed")


def _named(cluster: Cluster, points: dict[Label, int]) -> None:
    words = folded(cluster.name).split()
    for word in words:
        cluster.sorts |= lists.body_names().get(word, frozenset())
    last = words[-1]
    if "media" in lists.body_names().get(last, ()) or words[0] in (
        "reuters",
        "associated",
        "radio",
    ):
        points[Label.MEDIA] += 2 if last not in lists.body_heads() else 1
    if last in lists.group_names() or words[0] in lists.group_names():
        points[Label.GROUP] += 2 if last not in _PLAIN else 1
    for word in (words[-1], words[0]):
        cluster.roles.add(word)


_PLAIN = frozenset({"command", "division", "corps", "movement", "guard", "front", "gang"})


def _around(view: View, draft: Draft, cluster: Cluster, points: dict[Label, int]) -> None:
    before, after = view.word(draft.first - 1), view.word(draft.last)
    base = singular(after)
    if "media" in lists.body_nouns().get(base, ()) or "media" in lists.body_nouns().get(before, ()):
        points[Label.MEDIA] += 2 if base not in ("agency", "network") else 0
        cluster.roles.add(base)
    if base in ("correspondent", "reporter", "journalist"):
        points[Label.MEDIA] += 2
    if before == "told" or (before in ("the",) and view.word(draft.first - 2) == "told"):
        points[Label.MEDIA] += 2
    if base in lists.group_followers():
        points[Label.GROUP] += 2
    armed, bodies = lists.before_groups()
    if before in armed or (before in bodies and view.word(draft.first - 2) in armed):
        points[Label.GROUP] += 2
    apposed = noun_behind(view, draft.last)
    if apposed is not None:
        cluster.roles.add(apposed)
        cluster.sorts |= lists.body_nouns().get(apposed, frozenset())


def noun_behind(view: View, token: int) -> str | None:
    """The head of an apposition behind a name: "NAME, a war monitor"."""
    if view.word(token) != "," or view.word(token + 1) not in ("a", "an", "the", "one"):
        return None
    phrase = view.noun_at(token + 1)
    return singular(view.low[phrase.head]) if phrase else None
