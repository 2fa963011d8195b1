"""The names that the tagger should have seen: countries, peoples, and names it saw elsewhere."""

from collections.abc import Iterator

from extract.entities.gazetteer_priors import is_people, known_groups
from extract.entities.peoples import mark_people
from extract.entities.view import Draft, View
from extract.gazetteer import is_country, region_named
from extract.records import MentionForm

_KNOWN = 0.3
"""Weight of a mention that the tagger left out, beside those it saw."""


_LONGEST_COUNTRY = 4
_LONGEST_NAME = 7
_NAMES_OF_WORD = 8
"""Names with one first word that are looked for."""

_Known = dict[str, list[tuple[tuple[str, ...], str]]]
"""By first word, the words and kinds of names, the longest first."""


def with_known(view: View, drafts: list[Draft]) -> list[Draft]:
    """The names, and with them what the tagger left out: countries, their people, known names."""
    taken = bytearray(len(view))
    for draft in drafts:
        taken[draft.first : draft.last] = b"\1" * (draft.last - draft.first)
    found = list(_untagged(view, taken, _known_names(view, drafts)))
    return sorted([*drafts, *found], key=lambda draft: draft.first)


def _known_names(view: View, drafts: list[Draft]) -> _Known:
    known: dict[str, dict[tuple[str, ...], str]] = {}
    for name in known_groups():
        group = tuple(name.split())
        known.setdefault(group[0], {})[group] = "ORG"
    for draft in drafts:
        words = tuple(view.words[draft.first : draft.last])
        named = draft.form is MentionForm.NAME and draft.kind not in ("MISC", "GROUP")
        if named and words[0][:1].isupper() and len(words) <= _LONGEST_NAME:
            known.setdefault(words[0], {}).setdefault(words, draft.kind)
    return {
        first: sorted(names.items(), key=lambda entry: -len(entry[0]))[:_NAMES_OF_WORD]
        for first, names in known.items()
    }


def _untagged(view: View, taken: bytearray, known: _Known) -> Iterator[Draft]:
    token = 0
    while token < len(view):
        draft = None
        if view.is_capital(token) and not taken[token]:
            draft = _known_at(view, taken, known, token) or _country_at(view, taken, token)
        if draft is not None:
            yield draft
        token = draft.last if draft is not None else token + 1


def _known_at(view: View, taken: bytearray, known: _Known, token: int) -> Draft | None:
    """A name of the report that the tagger saw elsewhere; one word only where its capital tells."""
    for words, kind in known.get(view.words[token], ()):
        last = token + len(words)
        same = tuple(view.words[token:last]) == words and not any(taken[token:last])
        if same and (len(words) > 1 or view.tells_name(token)):
            return Draft(token, last, kind, chances={kind: _KNOWN})
    return None


def _country_at(view: View, taken: bytearray, token: int) -> Draft | None:
    """A country, a region or a word for a people."""
    if is_people(view.words[token]):
        return mark_people(view, Draft(token, token + 1, "LOC"))
    for last in range(token + _LONGEST_COUNTRY, token, -1):
        if view.is_capital(last - 1) and not any(taken[token:last]):
            name = view.words_of(token, last)
            if is_country(name) or region_named(name) is not None:
                return None if view.word(last) == "$" else Draft(token, last, "LOC")
    return None
