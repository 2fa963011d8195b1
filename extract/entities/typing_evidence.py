"""What the words around a name speak for: a person, a place or a body."""

from extract.entities import lists
from extract.entities.gazetteer_priors import REGION, place_weight
from extract.entities.nouns import singular
from extract.entities.view import NONE, Draft, View
from extract.lexicon import cached, table

Points = dict[str, int]

_NEAR_BLAME = 4
"""Words between "blamed" and "on": "blamed the attack on"."""
_IS = frozenset({"is", "was"})


def around(view: View, draft: Draft) -> Points:
    """Points for the kinds that the words before and behind one mention speak for."""
    points: Points = {}
    for found in (_before(view, draft), _behind(view, draft), _doing(view, draft)):
        for kind, count in found.items():
            points[kind] = points.get(kind, 0) + count
    return points


def _before(view: View, draft: Draft) -> Points:
    if draft.lead != NONE and draft.lead < draft.first:
        return _points("title")
    before = view.word(draft.first - 1)
    if before == "the":
        return _points("article")
    return _by_word("before").get(before, {})


def _doing(view: View, draft: Draft) -> Points:
    """A name behind words that bring in who did it: "blamed on the NAME", "claimed by NAME"."""
    place = draft.first - (2 if view.word(draft.first - 1) == "the" else 1)
    leading = view.word(place), view.word(place - 1)
    doers = lists.doers()
    if leading[0] in doers.get("alone", ()):
        return _points("doer")
    if leading[1] in doers.get(leading[0], ()):
        return _points("doer")
    near = {view.word(token) for token in range(place - _NEAR_BLAME, place)}
    blamed = leading[0] == "on" and bool(near & doers["on"])
    return _points("doer") if blamed else {}


def _behind(view: View, draft: Draft) -> Points:
    after = view.word(draft.last)
    if after in ("'s", "’s"):
        return _points_of_noun(view, draft.last + 1)
    if after == ",":
        return _apposed(view, draft.last + 1)
    if after == "(" and view.word(draft.last + 1).isupper():
        return _points("acronym")
    if after in _IS:
        return _apposed(view, draft.last + 1)
    found = _by_word("behind").get(after)
    if found is not None:
        return found
    if lists.place_heads().get(after) in ("region", "settlement") and not view.is_capital(
        draft.last
    ):
        return _points("place_head")
    return _points_of_noun(view, draft.last)


def _points_of_noun(view: View, token: int) -> Points:
    """A noun behind a name: "Apex shares", "Apex spokesman"."""
    return _by_word("noun").get(singular(view.word(token)), {}) if view.word(token) else {}


def _apposed(view: View, token: int) -> Points:
    word = view.word(token)
    if word.isdigit() and len(word) < 3 and view.word(token + 1) in (",", "."):
        return _points("age")
    phrase = view.noun_at(token)
    if phrase is None or phrase.first != token:
        return {}
    noun = singular(view.low[phrase.head])
    if view.is_capital(token) and place_weight(view.words_of(token, phrase.last)) >= REGION:
        return _points("in_country")
    if noun in lists.roles():
        return _points("role")
    if noun in lists.body_nouns() or noun in lists.body_heads():
        return _points("body")
    if lists.place_heads().get(noun) in ("region", "settlement"):
        return _points("place_head")
    return {}


def _points(name: str) -> Points:
    return _tables()[name]


@cached
def _tables() -> dict[str, Points]:
    return {name: dict(points) for name, points in table("evidence")["points"].items()}


@cached
def _words() -> dict[str, dict[str, Points]]:
    found: dict[str, dict[str, Points]] = {}
    for side in ("before", "behind", "noun"):
        found[side] = {
            word: dict(entry["points"])
            for entry in table("evidence")[side]
            for word in entry["words"]
        }
    return found


def _by_word(side: str) -> dict[str, Points]:
    return _words()[side]
