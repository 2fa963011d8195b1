"""One name, one label throughout a report: all that speaks for each label is added up.

Each mention speaks with the tagger's probabilities, ten points for certainty; then the words
around it, the words of the name, what is known of it, the names it is part of, stands in brackets
behind, or is listed with. The points were set by reading reports; their order of size matters.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from extract.entities import lists
from extract.entities.gazetteer_priors import COUNTRY, REGION, is_known_group, place_weight
from extract.entities.name_matching import folded, words_of
from extract.entities.typing_evidence import around
from extract.entities.view import Draft, View
from extract.gazetteer import is_given_name, is_surname
from extract.records import MentionForm

_CERTAIN = 10
_SURNAME, _FORENAME = 30, 15
_BODY_WORD = 8
_CAPITALS, _INNER_CAPITAL = 6, 4
_NO_FULL_NAME = -5
_KNOWN_PERSON = 6
_LISTED = 0.3
"""Share of its own points that a name gives to one it is listed with."""
_NO_NAME_BEFORE = 8
_COMMON_WORD = 8
_BETWEEN = frozenset({",", "and", "&", "or"})

Votes = Counter[str]


def settle(view: View, drafts: list[Draft]) -> None:
    """Give all mentions of one name the kind that most speaks for."""
    names: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if _is_open(draft):
            names[_key(view, draft)].append(draft)
    votes = {key: _votes(view, key, mentions) for key, mentions in names.items()}
    _share(view, drafts, votes)
    parts = _parts_of_people(votes)
    for key, mentions in names.items():
        if " " not in key and place_weight(key) < REGION:
            votes[key]["PER"] += parts.get(key, _NO_FULL_NAME)
        best = _best(votes[key])
        for draft in mentions:
            draft.kind = best


def _is_open(draft: Draft) -> bool:
    """Whether it is still to be settled what the mention names."""
    return draft.form is MentionForm.NAME and draft.kind != "GROUP" and not draft.settled


def _key(view: View, draft: Draft) -> str:
    return folded(view.words_of(draft.first, draft.last))


def _best(votes: Votes) -> str:
    return max(votes, key=lambda kind: votes[kind])


def _votes(view: View, key: str, mentions: list[Draft]) -> Votes:
    votes: Votes = Counter()
    for draft in mentions:
        for kind, chance in draft.chances.items():
            votes[kind] += round(_CERTAIN * chance)
        votes.update(around(view, draft))
    first = mentions[0]
    name = view.words_of(first.first, first.last)
    votes["LOC"] += place_weight(name)
    votes["ORG"] += COUNTRY if is_known_group(name) else 0
    _add_form(view, first, votes)
    words = key.split()
    if not words:  # a name of nothing but signs
        return votes
    if words[-1] in lists.body_heads() or (words[0] in lists.body_heads() and len(words) > 1):
        votes["ORG"] += _BODY_WORD * len(mentions)
    elif 1 < len(words) < 5 and is_given_name(words[0]) and is_surname(words[-1]):
        votes["PER"] += _KNOWN_PERSON
    return votes


def _add_form(view: View, draft: Draft, votes: Votes) -> None:
    """What the letters of a name tell: bodies have short forms in capitals, people do not."""
    word = view.words[draft.first]
    if draft.last - draft.first > 1 or not view.has_normal_case(draft.first):
        return
    if word.isupper() and len(word) > 1:
        votes["ORG"] += _CAPITALS
    elif view.low[draft.first] in view.common:
        votes["PER"] -= _COMMON_WORD
    elif any(c.isupper() for c in word[3:]):
        votes["ORG"] += _INNER_CAPITAL


def _share(view: View, drafts: list[Draft], votes: dict[str, Votes]) -> None:
    """Let names speak for those they are listed with, or that stand in brackets behind them."""
    named = [draft for draft in drafts if _is_open(draft)]
    shares = list(_shares(view, named))
    # all give what they had before anyone was given to, so that the order makes no difference
    given = {key: dict(found) for key, found in votes.items()}
    for key, other, share in shares:
        for kind, count in given[other].items():
            votes[key][kind] += round(share * min(count, 2 * _CERTAIN))
    for draft in named:
        if _stands_for_no_name(view, draft):
            votes[_key(view, draft)]["MISC"] += _NO_NAME_BEFORE


def _shares(view: View, named: list[Draft]) -> Iterator[tuple[str, str, float]]:
    """Who is given points, by whom, and which share of them."""
    for before, draft in pairwise(named):
        key, other = _key(view, draft), _key(view, before)
        if _is_bracketed(view, draft) and before.last == draft.first - 1:
            yield key, other, 1.0
        elif key != other and _are_listed(view, before, draft):
            yield key, other, _LISTED
            yield other, key, _LISTED


def _stands_for_no_name(view: View, draft: Draft) -> bool:
    """Whether it is short for common words: "value added tax (VAT)"."""
    before = draft.first - 2
    return _is_bracketed(view, draft) and before >= 0 and view.words[before].islower()


def _is_bracketed(view: View, draft: Draft) -> bool:
    return view.word(draft.first - 1) == "(" and view.word(draft.last) == ")"


def _are_listed(view: View, before: Draft, draft: Draft) -> bool:
    between = view.low[before.last : draft.first]
    return 0 < len(between) <= 2 and all(word in _BETWEEN for word in between)


def _parts_of_people(votes: dict[str, Votes]) -> dict[str, int]:
    """For single words of people's full names, how much each speaks for a person."""
    parts: dict[str, int] = {}
    for key, found in votes.items():
        words = words_of(key)
        if len(words) > 1 and _best(found) == "PER":
            for word in words[:-1]:
                parts[word] = max(parts.get(word, 0), _FORENAME)
            parts[words[-1]] = _SURNAME
    return parts
