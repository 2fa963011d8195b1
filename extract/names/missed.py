"""The names that the tagger should have seen: countries, peoples, and names it saw elsewhere."""

from collections.abc import Iterator

from extract.gazetteer import is_country, region_named
from extract.names.known import is_people
from extract.names.peoples import mark_people
from extract.names.view import Draft, View
from extract.records import MentionForm

_KNOWN = 0.3
"""Weight of a mention that the tagger left out, beside those it saw."""


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
        named = draft.form is MentionForm.NAME and draft.kind not in ("MISC", "GROUP")
        if named and words[0][:1].isupper() and len(words) < 8:
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
            return Draft(token, last, kind, chances={kind: _KNOWN})
    if is_people(view.words[token]):
        return mark_people(view, Draft(token, token + 1, "LOC"))
    for length in (4, 3, 2, 1):
        last = token + length
        free = view.is_capital(last - 1) and not any(taken[token:last])
        name = view.words_of(token, last) if free else ""
        if free and view.word(last) != "$" and (is_country(name) or region_named(name) is not None):
            return Draft(token, last, "LOC")
    return None
