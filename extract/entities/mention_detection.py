"""Names as candidate mentions: those that the tagger saw, cut to the name, and those it missed."""

from collections.abc import Iterator, Mapping

from extract.doc.syntax import Phrase
from extract.entities.groups import mark_people
from extract.entities.mentions import Candidate
from extract.entities.persons import (
    behind_portfolio,
    behind_titles,
    name_behind_office,
    title_start,
)
from extract.entities.tokens import MARKS, NONE, Tokens
from extract.gazetteer import is_a_people, is_country, region_named
from extract.lexicon import group_words, name_words
from extract.vocabulary import MentionForm

_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "its", "their", "our", "his", "her"})
_MONEY = frozenset({"$", "€", "£"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_MISSED = 0.3
"""Probability given to the kind of a name that the tagger missed, beside those it saw."""
_LONGEST_COUNTRY = 4
_LONGEST_NAME = 7
_NAMES_OF_WORD = 8
"""Names with one first word that are looked for."""

_Known = dict[str, list[tuple[tuple[str, ...], str]]]
"""By first word, the words and kinds of names, the longest first."""


def tagged_names(tokens: Tokens) -> list[Candidate]:
    """Return the tagger's names without articles, titles and marks; in order."""
    chances = tokens.syntax.chances or [{name.kind: 1.0} for name in tokens.syntax.names]
    pairs = zip(tokens.syntax.names, chances, strict=True)
    names = [mention for name, chance in pairs for mention in _cut(tokens, name, chance)]
    kept: list[Candidate] = []
    for mention in sorted(names, key=lambda mention: mention.first):
        if not kept or mention.first >= kept[-1].last:
            kept.append(mention)
    return kept


def _cut(tokens: Tokens, name: Phrase, chances: Mapping[str, float]) -> Iterator[Candidate]:
    first, last = _trimmed(tokens, name)
    bracket = next((at for at in range(first + 1, last) if tokens.words[at] in "(["), last)
    if bracket + 1 < last:
        yield _named(tokens, bracket + 1, last, name.kind, chances)
    last = bracket
    if first == last or _is_no_name(tokens, first, last) or _is_office(tokens, first, last):
        return
    based = _behind_based(tokens, first, last)
    if based != NONE:
        yield _named(tokens, first, based - 2, "LOC", {"LOC": 1.0})
        first = based
    start = behind_titles(tokens, first, last) if name.kind == "PER" else first
    behind = _person_behind(tokens, start, last)
    if behind != NONE:
        yield from _before_office(tokens, first, title_start(tokens, behind), name.kind)
        start, chances = behind, {"PER": 1.0}
    yield _named(tokens, start, last, name.kind if behind == NONE else "PER", chances)


def _trimmed(tokens: Tokens, name: Phrase) -> tuple[int, int]:
    """Return first and last token without articles and marks, a hyphenated name whole."""
    first, last = name.first, name.last
    while first < last and _is_outside(tokens, first, _DETERMINERS):
        first += 1
    while first < last and _is_outside(tokens, last - 1, _POSSESSIVE):
        last -= 1
    while first < last and _goes_on(tokens, name.kind, last):
        last += 2
    while first < last and _runs_on(tokens, last):
        last += 1
    return first, last


def _runs_on(tokens: Tokens, last: int) -> bool:
    """Whether a proper noun that the tagger left out still stands before the phrase's head."""
    phrase = tokens.noun_at(last - 1)
    if phrase is None or last >= phrase.head or tokens.pos[last] != "PROPN":
        return False
    return tokens.is_capital(last) and tokens.low[last] not in name_words.offices()


def _goes_on(tokens: Tokens, kind: str, last: int) -> bool:
    """Whether a hyphen without spaces joins more of the name: "Kim Jong" and "-un"."""
    if tokens.word(last) != "-" or not tokens.is_glued(last - 1) or not tokens.is_glued(last):
        return False
    after = tokens.low[last + 1]
    return tokens.is_capital(last + 1) or (
        kind == "PER" and after.isalpha() and after not in name_words.compound_ends()
    )


def _person_behind(tokens: Tokens, first: int, last: int) -> int:
    """Find where a person's name begins in a run that opens with an office or the rest of one."""
    portfolio = behind_portfolio(tokens, first, last)
    return portfolio if portfolio > first else name_behind_office(tokens, first, last)


def _behind_based(tokens: Tokens, first: int, last: int) -> int:
    """Find where the name goes on behind "Geneva-based", or `NONE`."""
    places = range(first + 2, last - 1)
    return next((place + 1 for place in places if tokens.low[place] == "based"), NONE)


def _before_office(tokens: Tokens, first: int, last: int, kind: str) -> Iterator[Candidate]:
    """Return the name before an office: "Treasury" in "Treasury Secretary Ann Lee"."""
    if first < last and not _is_no_name(tokens, first, last):
        kind = "ORG" if kind == "PER" else kind
        yield mark_people(tokens, Candidate(first, last, kind, chances={kind: 0.5}))


def _named(
    tokens: Tokens, first: int, last: int, kind: str, chances: Mapping[str, float]
) -> Candidate:
    mention = Candidate(first, last, kind, chances=chances)
    title = title_start(tokens, first)
    if title < first:
        mention.title_first, mention.title = title, tokens.words_of(title, first)
    return mark_people(tokens, mention)


def _is_outside(tokens: Tokens, token: int, words: frozenset[str]) -> bool:
    return tokens.low[token] in words or tokens.words[token] in MARKS - {"."}


def _is_office(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a run is an office by itself, "Foreign Secretary": a description of its holder."""
    return (
        tokens.low[last - 1] in name_words.offices()
        and last - first > 1
        and not any(
            tokens.low[place] in name_words.organisation_heads() for place in range(first, last - 1)
        )
    )


def _is_no_name(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the tokens are a title, a month or a measure alone, "Article 4", or "US" in "US$"."""
    if tokens.word(last) in _MONEY:
        return True
    rest = [word for word in tokens.low[first + 1 : last] if word not in MARKS]
    return tokens.low[first] in name_words.no_names() and all(
        word.isdigit() or word in name_words.no_names() for word in rest
    )


# ------------------------------------------------------------------------------ names missed
def with_missed_names(tokens: Tokens, names: list[Candidate]) -> list[Candidate]:
    """Return the names with those the tagger missed: countries, peoples, names it saw elsewhere."""
    taken = bytearray(len(tokens))
    for mention in names:
        taken[mention.first : mention.last] = b"\1" * (mention.last - mention.first)
    found = list(_untagged(tokens, taken, _known_names(tokens, names)))
    return sorted([*names, *found], key=lambda mention: mention.first)


def _known_names(tokens: Tokens, names: list[Candidate]) -> _Known:
    known: dict[str, dict[tuple[str, ...], str]] = {}
    for name in group_words.known_group_names():
        group = tuple(name.split())
        known.setdefault(group[0], {})[group] = "ORG"
    for mention in names:
        words = tuple(tokens.words[mention.first : mention.last])
        named = mention.form is MentionForm.NAME and mention.kind not in ("MISC", "GROUP")
        if named and words[0][:1].isupper() and len(words) <= _LONGEST_NAME:
            known.setdefault(words[0], {}).setdefault(words, mention.kind)
    return {
        first: sorted(names.items(), key=lambda entry: -len(entry[0]))[:_NAMES_OF_WORD]
        for first, names in known.items()
    }


def _untagged(tokens: Tokens, taken: bytearray, known: _Known) -> Iterator[Candidate]:
    token = 0
    while token < len(tokens):
        mention = None
        if tokens.is_capital(token) and not taken[token]:
            mention = _known_at(tokens, taken, known, token) or _country_at(tokens, taken, token)
        if mention is not None:
            yield mention
        token = mention.last if mention is not None else token + 1


def _known_at(tokens: Tokens, taken: bytearray, known: _Known, token: int) -> Candidate | None:
    """Find a name that the tagger saw elsewhere; of one word only where its capital tells."""
    for words, kind in known.get(tokens.words[token], ()):
        last = token + len(words)
        same = tuple(tokens.words[token:last]) == words and not any(taken[token:last])
        if same and (len(words) > 1 or tokens.tells_name(token)):
            return Candidate(token, last, kind, chances={kind: _MISSED})
    return None


def _country_at(tokens: Tokens, taken: bytearray, token: int) -> Candidate | None:
    """Find a country, a region or a word for a people."""
    if is_a_people(tokens.words[token]):
        return mark_people(tokens, Candidate(token, token + 1, "LOC"))
    for last in range(token + _LONGEST_COUNTRY, token, -1):
        if tokens.is_capital(last - 1) and not any(taken[token:last]):
            name = tokens.words_of(token, last)
            if is_country(name) or region_named(name) is not None:
                return None if tokens.word(last) == "$" else Candidate(token, last, "LOC")
    return None
