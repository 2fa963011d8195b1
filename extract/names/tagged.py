"""The names that the tagger saw, cut to the name itself, and the names it should have seen."""

from collections.abc import Iterator

from extract.gazetteer import countries_of_people, is_country
from extract.names import lists
from extract.names.view import MARKS, Draft, View
from extract.records import MentionForm
from extract.syntax import Phrase

_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "its", "their", "our", "his", "her"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_LONGEST_TITLE = 6


def tagged_names(view: View) -> list[Draft]:
    """The tagger's names without articles, titles and marks; in order."""
    cut = (_cut(view, name) for name in view.syntax.names)
    return [draft for draft in cut if draft is not None]


def _cut(view: View, name: Phrase) -> Draft | None:
    first, last = name.first, name.last
    while first < last and _is_outside(view, first, _DETERMINERS):
        first += 1
    while first < last and _is_outside(view, last - 1, _POSSESSIVE):
        last -= 1
    if first == last:
        return None
    lead = first
    if name.kind == "PER":
        first = _behind_titles(view, first, last)
    lead = _title_start(view, first)
    draft = Draft(first, last, name.kind)
    if lead < first:
        draft.lead, draft.title = lead, view.words_of(lead, first)
    return _as_demonym(view, draft)


def _is_outside(view: View, token: int, words: frozenset[str]) -> bool:
    return view.low[token] in words or view.words[token] in MARKS - {"."}


def _behind_titles(view: View, first: int, last: int) -> int:
    """The first token behind the titles that a name opens with; one word is always left."""
    place = first
    while place < last - 1 and (is_title(view, place) or view.words[place] in (".", "-")):
        place += 1
    return place if place < last and view.words[place] not in MARKS else first


def _title_start(view: View, first: int) -> int:
    """The first token of the titles that stand right before a name."""
    start = place = first
    while place > 0 and first - place < _LONGEST_TITLE:
        place -= 1
        if view.words[place] == ".":
            continue
        if is_title(view, place):
            start = place
        elif view.low[place] not in lists.office_modifiers():
            break
    return start


def is_title(view: View, token: int) -> bool:
    """Whether the token is a title or office as it stands before a name."""
    word = view.low[token].rstrip(".")
    if word in lists.honorifics() or word in lists.ranks():
        return view.is_capital(token)
    return word in lists.roles()


def _as_demonym(view: View, draft: Draft) -> Draft:
    if draft.last - draft.first == 1 and countries_of_people(view.words[draft.first]):
        draft.form, draft.kind = MentionForm.DEMONYM, "LOC"
    return draft


def with_known(view: View, drafts: list[Draft]) -> list[Draft]:
    """The names, and with them what the tagger left out: countries, their people, known names."""
    taken = bytearray(len(view))
    for draft in drafts:
        taken[draft.first : draft.last] = b"\1" * (draft.last - draft.first)
    known = _known_names(view, drafts)
    found = list(_untagged(view, taken, known))
    return sorted([*drafts, *found], key=lambda draft: draft.first)


def _known_names(view: View, drafts: list[Draft]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """By first word, the words and kinds of all names of the report, the longest first."""
    known: dict[str, dict[tuple[str, ...], str]] = {}
    for draft in drafts:
        words = tuple(view.words[draft.first : draft.last])
        if draft.kind != "MISC" and words[0][:1].isupper() and len(words) < 8:
            known.setdefault(words[0], {}).setdefault(words, draft.kind)
    return {
        first: sorted(names.items(), key=lambda entry: -len(entry[0]))[:8]
        for first, names in known.items()
    }


def _untagged(
    view: View, taken: bytearray, known: dict[str, list[tuple[tuple[str, ...], str]]]
) -> Iterator[Draft]:
    token = 0
    while token < len(view):
        draft = (
            None
            if taken[token] or not view.is_capital(token)
            else _new_at(view, taken, known, token)
        )
        if draft is None:
            token += 1
        else:
            yield draft
            token = draft.last


def _new_at(
    view: View,
    taken: bytearray,
    known: dict[str, list[tuple[tuple[str, ...], str]]],
    token: int,
) -> Draft | None:
    for words, kind in known.get(view.words[token], ()):
        last = token + len(words)
        same = tuple(view.words[token:last]) == words and not any(taken[token:last])
        if same and (len(words) > 1 or view.tells_name(token)):
            return Draft(token, last, kind)
    if countries_of_people(view.words[token]):
        return Draft(token, token + 1, "LOC", MentionForm.DEMONYM)
    for length in (4, 3, 2, 1):
        last = token + length
        free = view.is_capital(last - 1) and not any(taken[token:last])
        if free and is_country(view.words_of(token, last)):
            return Draft(token, last, "LOC")
    return None
