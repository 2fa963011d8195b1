"""The names that the tagger saw, cut to the name itself, and the names it should have seen."""

from collections.abc import Iterator, Mapping

from extract.doc.syntax import Phrase
from extract.entities import lists
from extract.entities.gazetteer_priors import is_no_name
from extract.entities.peoples import mark_people
from extract.entities.titles import behind_portfolio, behind_titles, name_behind_office, title_start
from extract.entities.view import MARKS, NONE, Draft, View

_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "its", "their", "our", "his", "her"})
_MONEY = frozenset({"$", "€", "£"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


def tagged_names(view: View) -> list[Draft]:
    """The tagger's names without articles, titles and marks; in order."""
    chances = view.syntax.chances or [{name.kind: 1.0} for name in view.syntax.names]
    pairs = zip(view.syntax.names, chances, strict=True)
    drafts = [draft for name, chance in pairs for draft in _cut(view, name, chance)]
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: draft.first):
        if not kept or draft.first >= kept[-1].last:
            kept.append(draft)
    return kept


def _cut(view: View, name: Phrase, chances: Mapping[str, float]) -> Iterator[Draft]:
    first, last = _trimmed(view, name)
    bracket = next((at for at in range(first + 1, last) if view.words[at] in "(["), last)
    if bracket + 1 < last:
        yield _named(view, bracket + 1, last, name.kind, chances)
    last = bracket
    if first == last or _is_no_name(view, first, last) or _is_office(view, first, last):
        return
    based = _behind_based(view, first, last)
    if based != NONE:
        yield _named(view, first, based - 2, "LOC", {"LOC": 1.0})
        first = based
    start = behind_titles(view, first, last) if name.kind == "PER" else first
    behind = _person_behind(view, start, last)
    if behind != NONE:
        yield from _before_office(view, first, title_start(view, behind), name.kind)
        start, chances = behind, {"PER": 1.0}
    yield _named(view, start, last, name.kind if behind == NONE else "PER", chances)


def _trimmed(view: View, name: Phrase) -> tuple[int, int]:
    """First and last token without articles and marks, and with the end of a hyphenated name."""
    first, last = name.first, name.last
    while first < last and _is_outside(view, first, _DETERMINERS):
        first += 1
    while first < last and _is_outside(view, last - 1, _POSSESSIVE):
        last -= 1
    while first < last and _goes_on(view, name.kind, last):
        last += 2
    while first < last and _runs_on(view, last):
        last += 1
    return first, last


def _runs_on(view: View, last: int) -> bool:
    """Whether a proper noun that the tagger left out still stands before the phrase's head."""
    phrase = view.noun_at(last - 1)
    if phrase is None or last >= phrase.head or view.pos[last] != "PROPN":
        return False
    return view.is_capital(last) and view.low[last] not in lists.offices()


def _goes_on(view: View, kind: str, last: int) -> bool:
    """Whether a hyphen without spaces joins more of the name: "Kim Jong" and "-un"."""
    if view.word(last) != "-" or not view.is_glued(last - 1) or not view.is_glued(last):
        return False
    after = view.low[last + 1]
    return view.is_capital(last + 1) or (
        kind == "PER" and after.isalpha() and after not in lists.compound_ends()
    )


def _person_behind(view: View, first: int, last: int) -> int:
    """Where a person's name begins in a run that opens with an office or the rest of one."""
    portfolio = behind_portfolio(view, first, last)
    return portfolio if portfolio > first else name_behind_office(view, first, last)


def _behind_based(view: View, first: int, last: int) -> int:
    """Where the name goes on behind "Geneva-based"; `NONE` where nothing of the kind is in it."""
    places = range(first + 2, last - 1)
    return next((place + 1 for place in places if view.low[place] == "based"), NONE)


def _before_office(view: View, first: int, last: int, kind: str) -> Iterator[Draft]:
    """What a run opens with before the office: "Treasury" in "Treasury Secretary Ann Lee"."""
    if first < last and not _is_no_name(view, first, last):
        kind = "ORG" if kind == "PER" else kind
        yield mark_people(view, Draft(first, last, kind, chances={kind: 0.5}))


def _named(view: View, first: int, last: int, kind: str, chances: Mapping[str, float]) -> Draft:
    draft = Draft(first, last, kind, chances=chances)
    lead = title_start(view, first)
    if lead < first:
        draft.lead, draft.title = lead, view.words_of(lead, first)
    return mark_people(view, draft)


def _is_outside(view: View, token: int, words: frozenset[str]) -> bool:
    return view.low[token] in words or view.words[token] in MARKS - {"."}


def _is_office(view: View, first: int, last: int) -> bool:
    """Whether a run is an office by itself, "Foreign Secretary": a description of its holder."""
    return (
        view.low[last - 1] in lists.offices()
        and last - first > 1
        and not any(view.low[place] in lists.body_heads() for place in range(first, last - 1))
    )


def _is_no_name(view: View, first: int, last: int) -> bool:
    """Whether the tokens are a title, a month or a measure alone, "Article 4", or "US" in "US$"."""
    if view.word(last) in _MONEY:
        return True
    rest = [word for word in view.low[first + 1 : last] if word not in MARKS]
    return is_no_name(view.low[first]) and all(word.isdigit() or is_no_name(word) for word in rest)
