"""Nations, peoples and faiths as groups: "Syrians", "Kurdish", "Sikhs"."""

from extract.entities.cluster import Cluster
from extract.entities.gazetteer_priors import is_people
from extract.entities.view import Draft, View
from extract.gazetteer import countries_of_people
from extract.records import Label, MentionForm


def mark_people(view: View, draft: Draft) -> Draft:
    """Tell a word for a people from a name: an adjective of a country, or a group."""
    word = view.words[draft.first]
    if draft.last - draft.first == 1 and is_people(word):
        if countries_of_people(word) and not _is_plural(word):
            draft.kind, draft.form = "LOC", MentionForm.DEMONYM
        else:
            draft.kind = "GROUP"
            draft.form = MentionForm.NAME if _is_plural(word) else MentionForm.DEMONYM
    return draft


def joined_peoples(view: View, drafts: list[Draft]) -> list[Cluster]:
    """The peoples that the report speaks of; words of one nation are one group."""
    clusters: dict[tuple[str, ...], Cluster] = {}
    for draft in drafts:
        word = view.words[draft.first]
        key = countries_of_people(word) or (word.lower().removesuffix("s"),)
        cluster = clusters.setdefault(key, Cluster(Label.GROUP, word))
        cluster.add(draft)
    return list(clusters.values())


def _is_plural(word: str) -> bool:
    return word.endswith("s") and is_people(word[:-1])
