"""What a new item of selected words may say: what the machine reads in their sentence alone."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from extract.records import Article, Block, Reading, Span
from extract.vocabulary import BlockKind, Label
from store.citing import sentence_around
from store.items import Fields, Item, Kind, Standing, State
from store.kinds import definition
from store.references import reference
from store.suggestions import suggestions

Read = Callable[[Article], Reading]


def draft(kind: Kind, article: Article, span: Span, items: Iterable[Item], read: Read) -> Fields:
    """Return values of a new item of a kind for words of a report: kind, amount, outcome, place,
    day, source, as far as words and sentence tell them.

    `read` reads the sentence by itself; what it leaves open is taken from the report's `items` that
    stand in it. Offsets are those of the report.
    """
    sentence = sentence_around(article, span)
    known = [item for item in items if _stands_in(item, sentence)]
    around = _around(known, span)
    own = _read_in(kind, article, span, sentence, read)
    allowed = definition(kind).fields.__annotations__
    told = {**around, **{name: value for name, value in own.items() if value not in (None, [])}}
    if around.get("source"):  # a report knows who "he" is
        told["source"] = around["source"]
        told["sources"] = around["sources"]
    return {name: value for name, value in told.items() if name in allowed}


def _read_in(kind: Kind, article: Article, span: Span, sentence: Span, read: Read) -> Fields:
    """The values of what the sentence, read alone, has at the words, else nearest to them."""
    text = sentence.of(article.text)
    alone = replace(
        article,
        title="",
        text=text,
        blocks=(Block(BlockKind.PARAGRAPH, 0, len(text)),),
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        pages=(),
    )
    found = suggestions(alone, read(alone))
    here = Span(span.start - sentence.start, span.end - sentence.start)
    same = [one for one in found if one.kind is kind]
    at_words = [one for one in same if any(place.overlaps(here) for place in one.spans)]
    if at_words:
        return _moved(min(at_words, key=lambda one: _apart(one, here)), sentence.start)
    # Other words of the sentence: what they tell of it as a whole, and not of these.
    rest = [one for one in found if one.kind in (Kind.EVENT, Kind.FIGURE)]
    if not rest:
        return {}
    nearest = min(rest, key=lambda one: _apart(one, here))
    return _shared(_moved(nearest, sentence.start))


def _moved(item: Item, offset: int) -> Fields:
    """The values of an item of a stretch of the text that begins at an offset."""

    def shift(at: Span) -> Span:
        return Span(at.start + offset, at.end + offset)

    move = definition(item.kind).moved
    return {name: move(value, shift) for name, value in item.fields.items()}


def _shared(fields: Fields) -> Fields:
    """What all of a sentence has in common."""
    told: dict[str, Any] = {name: fields.get(name) for name in ("place", "when", "source")}
    return {**told, "sources": [told["source"]] if told["source"] else []}


def _around(items: Sequence[Item], span: Span) -> Fields:
    """Place, day and source by what the report has in the sentence, the nearest of each."""
    places = [one for one in items if one.fields.get("label") == Label.PLACE]
    days = [one for one in items if one.fields.get("label") == Label.DATE and _is_day(one)]
    told: dict[str, Any] = {}
    for name, found in (("place", places), ("when", days)):
        nearest = min(found, key=lambda one: _apart(one, span), default=None)
        if nearest is not None:
            told[name] = _date(nearest) if name == "when" else _named(nearest)
    source = next(_sources(items, span), None)
    return {**told, "source": source, "sources": [source]} if source else told


def _sources(items: Sequence[Item], span: Span) -> Iterator[Fields]:
    """Who says the words: the source of each statement that they are within."""
    for one in items:
        within = any(place.holds(span) for place in one.spans)
        if one.kind is Kind.ATTRIBUTION and within and one.fields.get("source"):
            yield one.fields["source"]


def _is_day(item: Item) -> bool:
    return bool(item.fields.get("from") or item.fields.get("to"))


def _named(item: Item) -> Fields:
    return reference(str(item.fields["name"]), item.span)


def _date(item: Item) -> Fields:
    kept = {name: item.fields.get(name) for name in ("from", "to", "precision")}
    return {**reference(item.words, item.span), **kept}


def _stands_in(item: Item, sentence: Span) -> bool:
    there = item.state is not State.REJECTED and item.standing is not Standing.ORPHAN
    return there and any(sentence.overlaps(span) for span in item.spans)


def _apart(item: Item, span: Span) -> int:
    """How many code points lie between an item and some words; none where they touch."""
    return min(max(0, one.start - span.end, span.start - one.end) for one in item.spans)
