"""Names that the heads of tables tell: what stands under "District" is a place, and "Missing" or
"Total" nobody's name."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.doc.morphology import all_noun_forms, all_verb_forms
from extract.doc.syntax import Phrase, Syntax
from extract.doc.table_words import PLACE, is_label, words_in
from extract.doc.tables import Tables
from extract.lexicon import cached, table
from extract.records import Article, Span
from extract.tagger.layout import Chances
from extract.vocabulary import BlockKind

_LOCATION = "LOC"
_PART = 3
"""Cells of a row or column for each that is known to be a place, if all are."""
_MOST_TOKENS = 6
"""Of the longest name that stands in a cell."""


def with_places(syntax: Syntax, article: Article) -> Syntax:
    """Return the syntax with a name of a place for each cell under a head for places, and none in
    cells that tell an outcome or a sum."""
    if not any(block.kind is BlockKind.ROW for block in article.blocks):
        return syntax
    tables = Tables(article.text, article.blocks)
    found = sorted(_places(syntax, tables), key=_token)
    plain = [
        cell.span
        for cell in tables.cells()
        if _plain().issuperset(words_in(cell.span.of(article.text)))
    ]
    chances: Sequence[Chances] = syntax.chances or [{} for _ in syntax.names]
    names = [
        (name, chance)
        for name, chance in zip(syntax.names, chances, strict=True)
        if not _overlaps(name, found) and not _is_within(syntax.starts[name.first], plain)
    ]
    names = sorted([*names, *((name, {_LOCATION: 1.0}) for name in found)], key=_first)
    return replace(
        syntax,
        names=tuple(name for name, _ in names),
        chances=tuple(chance for _, chance in names) if syntax.chances or not syntax.names else (),
    )


def _first(named: tuple[Phrase, object]) -> int:
    return named[0].first


def _token(name: Phrase) -> int:
    return name.first


def _places(syntax: Syntax, tables: Tables) -> Iterator[Phrase]:
    """The names in cells under heads for places, and in rows and columns of heads and labels that
    have places among them."""
    known = {syntax.starts[name.first] for name in syntax.names if name.kind == _LOCATION}
    for held in tables.all:
        columns = [at for at, kind in held.kinds.items() if kind == PLACE]
        told = [held.column(at) for at in columns]
        others = [held.column(0)] if 0 not in held.kinds and 0 not in held.telling else []
        others += [list(head.cells[1:]) for head in held.heads]
        told += [cells for cells in others if _are_places(syntax.text, cells, known)]
        for cells in told:
            yield from filter(None, (_name(syntax, cell) for cell in cells))


def _are_places(text: str, cells: Sequence[Span], known: set[int]) -> bool:
    """Whether a good part of some cells are names of places by themselves, and none tells what
    became of somebody."""
    words = [words_in(cell.of(text)) for cell in cells]
    named = sum(cell.start in known for cell, low in zip(cells, words, strict=True) if low)
    plain = any(low and not _plain().isdisjoint(low) for low in words)
    return not plain and named > 0 and named * _PART >= len(cells)


def _name(syntax: Syntax, cell: Span) -> Phrase | None:
    tokens = syntax.tokens_in(cell.start, cell.end)
    words = cell.of(syntax.text)
    if not is_label(words) or len(tokens) > _MOST_TOKENS or not words[:1].isupper():
        return None
    if words_in(words)[:1] and words_in(words)[0] in table("tabular")["total"]["whole"]:
        return None
    return Phrase(_LOCATION, tokens[0], tokens[-1] + 1, tokens[-1])


def _overlaps(name: Phrase, found: list[Phrase]) -> bool:
    """Whether a name shares a token with one of others, which are in order."""
    place = bisect_left(found, name.last, key=lambda other: other.first) - 1
    return place >= 0 and found[place].last > name.first


def _is_within(offset: int, spans: list[Span]) -> bool:
    place = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return place >= 0 and offset < spans[place].end


@cached
def _plain() -> frozenset[str]:
    """Words that make up heads such as "Total number of missing persons"."""
    lists = table("outcomes")
    verbs = (
        verb for part in ("object", "subject") for told in lists[part].values() for verb in told
    )
    words = {word for told in lists["word"].values() for word in told}
    nouns = (noun for told in lists["noun"].values() for noun in told)
    tally, total = table("numbers")["labels"]["tally"], table("tabular")["total"]
    return all_verb_forms(verbs) | all_noun_forms(nouns) | words.union(tally, *total.values())
