"""What a new item of selected words may say: what the machine reads in their sentence alone."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from extract.records import Article, Block, Reading, Span
from extract.vocabulary import BlockKind, Label
from store.citing import sentence_around
from store.items import Fields, Item, Kind, Standing, State
from store.kinds import definition
from store.kinds.reading import ReadingReferences, of
from store.references import is_reference, moved, reference, span_of
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
    names = _names(known)
    return {name: _called(value, names) for name, value in told.items() if name in allowed}


def _names(items: Iterable[Item]) -> Mapping[Span, str]:
    """What the report calls its people, places and groups, by where they stand."""
    named = [one for one in items if one.kind is Kind.ENTITY and not _is_date(one)]
    return {span: str(one.fields["name"]) for one in named for span in one.spans}


def _called(value: Any, names: Mapping[Span, str]) -> Any:
    """A value with the names of the report in place of those of a sentence: "the men" may be known
    from before."""
    if isinstance(value, list):
        return [_called(one, names) for one in value]
    span = span_of(value) if is_reference(value) else None
    if span is None:
        return value
    same = (told for at, told in names.items() if at.end == span.end and span.holds(at))
    return {**value, "name": next(same, value["name"])}


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
    reading = read(alone)
    found = suggestions(alone, reading)
    here = Span(span.start - sentence.start, span.end - sentence.start)
    same = [one for one in found if one.kind is kind]
    at_words = [one for one in same if any(place.overlaps(here) for place in one.spans)]
    if at_words:
        return _moved(min(at_words, key=lambda one: _apart(one, here)), sentence.start)
    if (who := _parties(reading, text, here)) and kind is not Kind.FIGURE:
        return {name: moved(value, _shift(sentence.start)) for name, value in who.items()}
    # Other words of the sentence: what they tell of it as a whole, and not of these.
    rest = [one for one in found if one.kind in (Kind.EVENT, Kind.FIGURE)]
    if not rest:
        return {}
    nearest = min(rest, key=lambda one: _apart(one, here))
    return _shared(_moved(nearest, sentence.start))


def _parties(reading: Reading, text: str, words: Span) -> Fields:
    """Who does what the words tell, to whom, where and when, though they are of no class of the
    coding scheme; nothing where they tell of nothing done."""
    event = next((v for v in reading.events if any(words.overlaps(t) for t in v.triggers)), None)
    if event is None:
        return {}
    known = ReadingReferences(text, reading)
    actors, targets = ([known.party(one) for one in some] for some in (event.actors, event.targets))
    return {
        "actors": actors,
        "side_a": actors,
        "targets": targets,
        "side_b": targets,
        "place": known.party(event.place),
        "when": of(known.dates, event.when),
        "source": of(known.sources, event.source),
    }


def _moved(item: Item, offset: int) -> Fields:
    """The values of an item of a stretch of the text that begins at an offset."""

    move = definition(item.kind).moved
    return {name: move(value, _shift(offset)) for name, value in item.fields.items()}


def _shift(offset: int) -> Callable[[Span], Span]:
    def shift(at: Span) -> Span:
        return Span(at.start + offset, at.end + offset)

    return shift


def _shared(fields: Fields) -> Fields:
    """What all of a sentence has in common."""
    told: dict[str, Any] = {name: fields.get(name) for name in ("place", "when", "source")}
    return {**told, "sources": [told["source"]] if told["source"] else []}


def _around(items: Sequence[Item], span: Span) -> Fields:
    """Place, day and source by what the report has in the sentence, the nearest of each."""
    places = [one for one in items if one.fields.get("label") == Label.PLACE]
    days = [one for one in items if _is_date(one) and _is_day(one)]
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


def _is_date(item: Item) -> bool:
    return bool(item.fields.get("label") == Label.DATE)


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
