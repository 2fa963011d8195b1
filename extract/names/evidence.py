"""One name, one label throughout a report: all that speaks for each label is added up."""

from collections import Counter, defaultdict

from extract.gazetteer import is_country, places_named
from extract.names import lists
from extract.names.spelling import folded, words_of
from extract.names.tagged import is_title
from extract.names.view import Draft, View
from extract.records import MentionForm

_SAYING = frozenset({"said", "says", "told", "added", "explained", "wrote", "argued", "recalled"})
_AS_PERSON = frozenset({"who", "whose", "aged"})


def settle(view: View, drafts: list[Draft]) -> None:
    """Give all mentions of one name the kind that most speaks for."""
    names: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.form is not MentionForm.DEMONYM:
            names[folded(view.words_of(draft.first, draft.last))].append(draft)
    votes = {key: _votes(view, key, mentions) for key, mentions in names.items()}
    surnames = _parts_of_people(view, names, votes)
    for key, mentions in names.items():
        if key in surnames and not is_country(key):
            votes[key]["PER"] += surnames[key]
        best = max(votes[key], key=lambda kind: votes[key][kind])
        for draft in mentions:
            draft.kind = best


def _votes(view: View, key: str, mentions: list[Draft]) -> Counter[str]:
    votes: Counter[str] = Counter()
    for draft in mentions:
        votes[draft.kind] += 10
        votes.update(_around(view, draft))
    if is_country(key):
        votes["LOC"] += 30
    elif places_named(key):
        votes["LOC"] += 4
    words = key.split()
    if words[-1] in lists.body_heads() or words[0] in lists.body_heads():
        votes["ORG"] += 8 * len(mentions)
    return votes


def _around(view: View, draft: Draft) -> dict[str, int]:
    """What the words around one mention speak for."""
    before, after = view.word(draft.first - 1), view.word(draft.last)
    if draft.title and is_title(view, draft.first - 1):
        return {"PER": 15}
    if after in _AS_PERSON:
        return {"PER": 5}
    if before in lists.place_prepositions():
        return {"LOC": 4}
    if after in lists.place_heads() and lists.place_heads()[after] in ("region", "settlement"):
        return {"LOC": 8}
    if after in _SAYING:
        return {"PER": 3, "ORG": 2}
    return {}


def _parts_of_people(
    view: View, names: dict[str, list[Draft]], votes: dict[str, Counter[str]]
) -> Counter[str]:
    """For single words of people's full names, how much each speaks for a person."""
    parts: Counter[str] = Counter()
    for key, mentions in names.items():
        words = words_of(key)
        if len(words) < 2 or max(votes[key], key=lambda kind: votes[key][kind]) != "PER":
            continue
        for place, word in enumerate(words):
            parts[word] = max(parts[word], len(mentions) * (30 if place == len(words) - 1 else 15))
    return parts
