"""Briefs and lists: items that are incidents of their own, with the heads that date and place them.

- 6 June: Armed men ambushed a convoy.               the day of all that the item tells
* Tessera, 15 March: two grenades were thrown.       its day and place
1. Bandits raided the village of Kesh.               in a report of items alone

What stands in a report's own list and tells of the incident above it ("- Five of the dead were
children") is none.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.doc import Doc
from extract.doc.cell_settings import CellSettings
from extract.doc.items import words_start
from extract.doc.states import state_words
from extract.doc.tables import Cell, tables_of
from extract.incidents.acts import Act
from extract.incidents.clusters import Cluster, is_quiet
from extract.incidents.joining import joined
from extract.incidents.places import REGION, Areas
from extract.lexicon import cached, table
from extract.lexicon.closed import ARTICLES, PREPOSITIONS
from extract.records import Block, Party, Reading, When
from extract.vocabulary import BlockKind

_LEAST = 2
"""Items of a list of incidents."""
_PARTS = 4
"""Parts of an item's head: a day, a place, a wider one."""
_NAME = r"[^\W\d_a-z][\w'’\-]*"
_SIGNS = re.compile(r"\s*(?:[:.,(]|[-–—](?=\s))?\s*")
_STRONG = re.compile(r"\s*(?:[:.](?=\s)|\s[-–—]\s)")
_FAR = 14
"""Code points between the start of an item, or of a part of its head, and its date: "On the night
of"."""
_NEAR = 40
"""Blocks back that the item is looked for that one within a list stands under."""
_HEADING_WORDS = 5
_LINE = 160
"""Code points of the longest line of a report's head."""
_HEADS = frozenset({BlockKind.TITLE, BlockKind.STANDFIRST, BlockKind.HEADING})


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list of incidents."""

    block: int
    """Its number among the blocks of the report."""
    when: When | None = None
    place: Party | None = None
    around: Party | None = None
    """The place that the heading above it names."""


class Digest:
    """The items of a report that are incidents of their own."""

    def __init__(self, doc: Doc, reading: Reading, areas: Areas) -> None:
        self._doc = doc
        self._dates = {when.start_offset: when for when in reading.dates if when.calendar}
        self._places = {party.start: party for party in areas.mentions}
        self._areas = areas
        self._alone = self._is_of_items_alone()
        found = [item for items in self._lists() for item in self._of_list(items)]
        found += self._rows()
        self._items = {item.block: item for item in found}

    def clusters(self, acts: Iterable[Act]) -> list[Cluster]:
        """Return the acts by incident, those of an item apart from all others, in the order of
        each incident's first act."""
        outside: list[Act] = []
        inside: dict[int, list[Act]] = {}
        for act in acts:
            item = self.item_at(min(act.sentences))
            if item is None:
                outside.append(act)
            else:
                inside.setdefault(item.block, []).append(act)
        found = joined(outside, self._areas)
        for block, told in inside.items():
            headed = list(self._headed(told, self._items[block]))
            found += self._as_one(joined(headed, self._areas))
        return sorted(found, key=lambda cluster: cluster.sentences[0]) if inside else found

    def item_of(self, cluster: Cluster) -> Item | None:
        """Return the item that tells an incident."""
        return self.item_at(cluster.sentences[0])

    def with_region(self, cluster: Cluster, places: tuple[Party, ...]) -> tuple[Party, ...]:
        """Return the places of an incident with the one that the heading above its item names."""
        item = self.item_of(cluster)
        around = item.around if item else None
        known = {place.entity or place.span for place in places}
        told = around is None or (around.entity or around.span) in known
        return places if told or around is None else (*places, around)

    def _headed(self, acts: Sequence[Act], item: Item) -> Iterator[Act]:
        """The acts of an item with the day and place at its head, where they have none of their
        own; where nothing places the item, with the place of the heading above it."""
        own = any(act.own_place for act in acts)
        place = item.place or (None if own else item.around)
        for act in acts:
            yield _placed(
                _dated(replace(act, leads=act.leads and not self._alone), item.when), place
            )

    def _as_one(self, found: Sequence[Cluster]) -> list[Cluster]:
        """The incidents of one item: what it tells of one day and place is one, arrests and the
        like apart."""
        first = next((cluster for cluster in found if not is_quiet(cluster)), None)
        if first is None:
            return list(found)
        kept: list[Cluster] = []
        for cluster in found:
            if cluster is first or is_quiet(cluster) or not self._are_one(first, cluster):
                kept.append(cluster)
            else:
                for act in cluster.acts:
                    first.add(act)
        return kept

    def _are_one(self, one: Cluster, other: Cluster) -> bool:
        apart = any(act.told_apart or act.counts_alone for act in other.acts)
        days = not (one.own_days and other.own_days) or bool(one.own_days & other.own_days)
        pairs = ((a, b) for a in one.own_places for b in other.own_places)
        towns = any(self._areas.are_two_towns(a, b) for a, b in pairs)
        return not (apart or towns or one.lead.aggregate != other.lead.aggregate) and days

    def item_at(self, sentence: int) -> Item | None:
        """Return the item that a sentence, by its number, stands in."""
        return self._items.get(self._doc.sentences[sentence].block)

    def _lists(self) -> Iterator[list[Item]]:
        """The lists of the report; a heading between items does not end one."""
        items: list[Item] = []
        heading: Block | None = None
        for number, block in enumerate(self._doc.article.blocks):
            if block.kind is BlockKind.HEADING:
                heading = block
            elif block.kind is BlockKind.LIST_ITEM:
                above = self._above(number, block)
                items.append(self._item(number, block, above or heading))
            elif items:
                yield items
                items = []
        if items:
            yield items

    def _above(self, number: int, item: Block) -> Block | None:
        """The item that one of an inner list stands under, where that names a place alone."""
        blocks = self._doc.article.blocks
        for other in reversed(blocks[max(0, number - _NEAR) : number]):
            if other.kind is not BlockKind.LIST_ITEM:
                return None
            if other.level < item.level:
                return other if self._region(other) else None
        return None

    def _rows(self) -> Iterator[Item]:
        """The rows of tables that tell an incident each, with their day and place."""
        numbers = {block.start: n for n, block in enumerate(self._doc.article.blocks)}
        settings = CellSettings(self._doc, self._areas.mentions, list(self._dates.values()))
        for table_ in tables_of(self._doc).all:
            for row in table_.body if table_.has_records else ():
                cell = Cell(table_, row, min(table_.telling))
                if cell.tells:
                    when, place = settings.when(cell), settings.place(cell)
                    yield Item(numbers[row.start], when, place)

    def _of_list(self, items: Sequence[Item]) -> Sequence[Item]:
        """The items that are incidents: those with a head, or all of a report of items alone."""
        headed = [item for item in items if item.when or item.place]
        if len(items) >= _LEAST and self._alone:
            return items
        dated = [item for item in headed if item.when]
        enough = len(dated) >= max(_LEAST, len(items) // 2)
        return headed if enough else []  # a list of incidents has heads, that of one has not

    def _is_of_items_alone(self) -> bool:
        """Whether no paragraph of the report is longer than a line of its head."""
        blocks = self._doc.article.blocks
        prose = (b for b in blocks if b.kind not in _HEADS and b.kind is not BlockKind.LIST_ITEM)
        return not any(len(b.span.of(self._doc.text)) > _LINE for b in prose)

    def _item(self, number: int, block: Block, heading: Block | None) -> Item:
        when, place = self._head(block)
        return Item(number, when, place, self._region(heading) if heading else None)

    def _head(self, block: Block) -> tuple[When | None, Party | None]:
        """The day and the place at the head of an item."""
        text = self._doc.text
        offset, when, place = words_start(text, block), None, None
        if state_words().match(text, offset, block.end):
            return None, None  # "As of 18:00 on 20 March": of a count, and of no incident
        for _ in range(_PARTS):
            if when is None and (found := self._date_near(offset, block.end)):
                when, end = found, found.end_offset
            elif place is None and (label := self._label(offset, block.end)):
                place, end = label, label.end
            else:
                break
            signs = _SIGNS.match(text, end, block.end)
            offset = signs.end() if signs else end
        return when, place

    def _date_near(self, offset: int, end: int) -> When | None:
        """The date that stands there, or behind "On", "On the night of"."""
        text = self._doc.text
        for start in range(offset, min(offset + _FAR, end)):
            if start in self._dates:
                words = text[offset:start].lower().split()
                plain = PREPOSITIONS | ARTICLES | set(table("dates")["part"])
                return self._dates[start] if plain.issuperset(words) else None
        return None

    def _label(self, offset: int, end: int) -> Party | None:
        """The place named there, where a colon, a dash, a full stop or a date follows."""
        text = self._doc.text
        found = _labels().match(text, offset, end)
        if found is None or found.end() == end:
            return None
        signs = _SIGNS.match(text, found.end(), end)
        dated = signs is not None and signs.end() > found.end()
        dated = dated and self._date_near(signs.end(), end) is not None if signs else False
        if not dated and not _STRONG.match(text, found.end(), end):
            return None
        named = [p for s, p in self._places.items() if found.start() <= s < found.end()]
        return named[-1] if named else Party(found.start(), found.end())

    def _region(self, heading: Block) -> Party | None:
        """The place that a heading is the name of: "Northern region"."""
        named = [p for s, p in self._places.items() if heading.start <= s < heading.end]
        words = heading.span.of(self._doc.text)
        if len(words.split()) > _HEADING_WORDS:
            return None
        if named:
            return named[0]
        wide = table("incidents")["width"][REGION]
        names = not set(wide).isdisjoint(words.lower().split())
        return Party(words_start(self._doc.text, heading), heading.end) if names else None


def _dated(act: Act, when: When | None) -> Act:
    if when is None or not (when.start and when.end) or act.own_day:
        return act
    event = replace(act.event, when=when.id)
    return replace(act, event=event, days=(when.start, when.end), own_day=True)


def _placed(act: Act, place: Party | None) -> Act:
    if place is None or act.own_place:
        return act
    event = replace(act.event, place=place)
    return replace(act, event=event, place=place.entity, own_place=True)


@cached
def _labels() -> re.Pattern[str]:
    """What may be the name of a place: "Kesten", "Near Dessa", "Villa de Sarm"."""
    common = "|".join(map(re.escape, table("incidents")["width"]["common"]))
    return re.compile(rf"(?:{_NAME}|{common})(?:\s(?:{_NAME}|{common})){{0,3}}")
