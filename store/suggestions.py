"""A reading as items to decide on, in the order of the text."""

from collections import Counter
from hashlib import blake2b

from extract.records import Article, Reading, Span
from store.anchoring.quoting import quotes
from store.items import Fields, Item, Quote, Suggestion
from store.kinds import Kind, definition
from store.kinds.reading import ReadingReferences


def suggestions(article: Article, reading: Reading) -> tuple[Item, ...]:
    """Return all that a reading proposes for review;
    dates of the calendar are entities labelled DATE."""
    known = ReadingReferences(article.text, reading)
    counted: Counter[str] = Counter()
    items = [
        _item(article.text, reading.version, kind, spans, fields, counted)
        for kind in Kind
        for spans, fields in definition(kind).suggested(known)
        if spans
    ]
    return tuple(sorted(items, key=place))


def place(item: Item) -> tuple[int, int, str]:
    """Return where an item belongs in the order of the text."""
    first = item.quotes[0]
    return first.start, -first.end, item.id


def identity(kind: Kind, head: Quote, more: str = "") -> str:
    """Return the id of an item, made of its kind, its first place and the words there.

    `more` tells items apart that share these.
    """
    source = f"{kind}\0{head.start}\0{head.end}\0{head.exact}\0{more}"
    digest = blake2b(source.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
    return definition(kind).letter + digest


def _item(
    text: str, reader: str, kind: Kind, spans: tuple[Span, ...], fields: Fields, seen: Counter[str]
) -> Item:
    found = quotes(text, spans)
    apart = definition(kind).told_apart_by
    more = str(fields[apart]) if apart else ""
    ident = identity(kind, found[0], more)
    # Two of a kind at one place (two readings of a verb, say) are told apart by their order.
    seen[ident] += 1
    if seen[ident] > 1:
        ident = identity(kind, found[0], f"{more}\0{seen[ident]}")
    return Item(ident, kind, Suggestion(reader, found, fields))
