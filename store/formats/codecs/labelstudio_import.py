"""Label Studio's JSON: its export of a project, or tasks as they went out.

Of a task's annotations the one that was changed last counts; where there is none, the predictions
are suggestions.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from store.formats.codecs.labelstudio import COLUMN
from store.formats.codecs.labelstudio_config import DECISION, FLAG, NOTE, TAGS, TEXT
from store.formats.incoming.proposal import Incoming, Proposal, UnreadableImportError
from store.formats.incoming.regions import Regions, deleted
from store.formats.incoming.values import (
    all_words,
    data_of,
    json_of,
    listed,
    name_of,
    own_of,
    place_in,
    shown,
    tabled,
    words,
)
from store.formats.registry import Found, Row, import_format
from store.items import State

_Entry = Proposal | UnreadableImportError
_VALUES = {"choices": "choices", "textarea": "text"}
"""Types of results that belong to a region, and where their values stand."""
_CONTROLS = (DECISION, FLAG, NOTE, TAGS)


def _is_task(value: object) -> bool:
    if not isinstance(value, dict) or not isinstance(value.get("data"), dict):
        return False
    return isinstance(value.get("annotations"), list) or isinstance(value.get("predictions"), list)


def _is_tasks(value: object) -> bool:
    return any(map(_is_task, value)) if isinstance(value, list) else _is_task(value)


@import_format("labelstudio", "tasks with annotations (Label Studio's JSON)", is_value=_is_tasks)
def read(path: Path) -> Found:
    """Return the reports of the tasks."""
    where = str(path)
    try:
        root = json_of(data_of(path), where)
        tasks = root if isinstance(root, list) else [root]
    except UnreadableImportError as error:
        yield error
        return
    if not _is_tasks(root):
        what = "no task with annotations in it"
        yield UnreadableImportError(what, where, "choose JSON, not JSON-MIN, where it is exported")
    for number, task in enumerate(tasks, 1):
        try:
            yield _incoming(tabled(task, "task", f"{where}, task {number}"), where, number)
        except UnreadableImportError as error:
            yield error


def _incoming(task: Row, where: str, number: int) -> Incoming:
    ident = name_of(task.get("id"))
    where = f"{where}, task {shown(ident) if ident else number}"
    data = tabled(task.get("data"), "data", where)
    text = words(data.get(TEXT), TEXT, where)
    if not text:
        raise UnreadableImportError(f'no "{TEXT}" in its data', where)
    read = _Task(text, data, where)
    entries = tuple(read.entries(task))
    key, sha256 = name_of(data.get("key")), name_of(data.get("sha256"))
    return Incoming(where, entries, key, sha256, text, read.left_out)


@dataclass(slots=True)
class _Beside:
    """What is said of a region as a whole."""

    decision: list[str] = field(default_factory=list)
    note: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    flag: list[str] = field(default_factory=list)


class _WentOut:
    """What a task's data has of the items that went out."""

    def __init__(self, data: Row, where: str) -> None:
        self._items = [
            tabled(one, COLUMN, where) for one in listed(data.get(COLUMN), COLUMN, where)
        ]
        self._regions = [all_words(one.get("regions"), "regions", where) for one in self._items]
        self._by_region = {
            region: number for number, found in enumerate(self._regions) for region in found
        }

    def of(self, regions: Iterable[object]) -> Row:
        """Return what went out with one of the regions; nothing where none did."""
        known = (self._by_region.get(str(region)) for region in regions)
        return next((self._items[number] for number in known if number is not None), {})

    def headless(self, there: Regions) -> Iterator[list[str]]:
        """Yield the regions that are left of an item whose first one was deleted."""
        for first, *others in filter(None, self._regions):
            left = [one for one in others if one in there]
            if first not in there and left:
                yield left

    def deleted(self, there: Regions) -> Iterator[Row]:
        """Yield the items of an annotation of which no region is left, if any of its others is.

        Without any, it is another annotation than the one that went out.
        """
        decided = [n for n, one in enumerate(self._items) if one.get("state") and self._regions[n]]
        gone = [n for n in decided if not any(one in there for one in self._regions[n])]
        if len(gone) < len(decided):
            yield from (self._items[n] for n in gone)


class _Task:
    """One task: the regions of an annotation or prediction, with what went out with them."""

    def __init__(self, text: str, data: Row, where: str) -> None:
        self._regions = Regions()
        self.left_out: Counter[str] = self._regions.left_out
        self._text = text
        self._where = where
        self._went_out = _WentOut(data, where)
        self._wrong: list[UnreadableImportError] = []
        self._beside: dict[object, _Beside] = defaultdict(_Beside)
        self._is_annotated = False

    def entries(self, task: Row) -> Iterator[_Entry]:
        """Yield what the task proposes."""
        results = list(self._numbered(self._results(task)))
        for read in (self._read_region, self._read_more):
            for place, result in results:
                self._try(read, result, place)
        for first, *others in self._went_out.headless(self._regions):
            for other in others:
                self._regions.join(first, other)
        for regions in self._regions.items():
            yield self._proposal(regions)
        if self._is_annotated:
            for facts in self._went_out.deleted(self._regions):
                yield from deleted(facts, self._text, self._where)
        yield from self._wrong

    def _results(self, task: Row) -> list[Any]:
        """The results that count; annotations that do not are counted."""
        found = listed(task.get("annotations"), "annotations", self._where)
        made = [tabled(one, "annotation", self._where) for one in found]
        kept = [one for one in made if one.get("was_cancelled") is not True]
        self.left_out["annotations that were skipped there"] += len(made) - len(kept)
        self.left_out["annotations of a task that has a later one"] += max(0, len(kept) - 1)
        self._is_annotated = bool(kept)
        # In an export of a project predictions may be ids alone.
        predictions = listed(task.get("predictions"), "predictions", self._where)
        kept = kept or [one for one in predictions if isinstance(one, dict)][-1:]
        last = max(kept, key=lambda one: str(one.get("updated_at") or ""), default={})
        return listed(last.get("result"), "result", self._where)

    def _numbered(self, results: list[Any]) -> Iterator[tuple[str, Row]]:
        for number, result in enumerate(results, 1):
            place = f"{self._where}, result {number}"
            if isinstance(result, dict):
                yield place, result
            else:
                self._wrong.append(UnreadableImportError("no object", place))

    def _try(self, read: Callable[[Row, str], None], result: Row, place: str) -> None:
        try:
            read(result, place)
        except UnreadableImportError as error:
            self._wrong.append(error)

    def _read_region(self, result: Row, where: str) -> None:
        if result.get("type") != "labels":
            return
        value = tabled(result.get("value"), "value", where)
        labels = all_words(value.get("labels"), "labels", where)
        self.left_out["further labels of a region"] += max(0, len(labels) - 1)
        place = place_in(self._text, value.get("start"), value.get("end"), where)
        ident = name_of(result.get("id")) or where
        self._regions.add(ident, place, next(iter(labels), ""), where)

    def _read_more(self, result: Row, where: str) -> None:
        kind, control = result.get("type"), shown(result.get("from_name"))
        if kind == "relation":
            self._read_relation(result, where)
        elif kind in _VALUES and control in _CONTROLS and self._has_region(result):
            self._read_beside(result, control, where)
        elif kind != "labels":
            self.left_out[f"{shown(kind)} called {control}"] += 1

    def _has_region(self, result: Row) -> bool:
        return name_of(result.get("id")) in self._regions

    def _read_relation(self, result: Row, where: str) -> None:
        ends = [name_of(result.get(name)) for name in ("from_id", "to_id")]
        head, child = reversed(ends) if result.get("direction") == "left" else ends
        roles = all_words(result.get("labels"), "labels", where)
        self.left_out["links without a name"] += not roles
        for role in roles:
            self._regions.link(head, child, role, where)

    def _read_beside(self, result: Row, control: str, where: str) -> None:
        value = tabled(result.get("value"), "value", where)
        told = value.get(_VALUES[str(result.get("type"))])
        found: list[str] = getattr(self._beside[name_of(result.get("id"))], control)
        found += all_words([told] if isinstance(told, str) else told, control, where)

    def _proposal(self, regions: list[object]) -> _Entry:
        place = self._regions.place(regions[0])
        where = f"{self._where}, “{shown(place.exact)}” at {place.start}"
        facts = self._went_out.of(regions)
        said = [self._beside[one] for one in regions if one in self._beside]
        try:
            own = own_of(facts, where)
            state = self._state(said, facts)
        except UnreadableImportError as error:
            return error
        return replace(
            self._regions.proposal(regions, own, where, whole=own is not None),
            state=state,
            note="\n".join(word for one in said for word in one.note),
            tags=tuple(word for one in said for word in one.tags),
            flag=any(one.flag for one in said),
        )

    def _state(self, said: list[_Beside], facts: Row) -> str | None:
        """The decision that is shown, else the one that went out; what was drawn is accepted."""
        if not self._is_annotated:
            return None
        there = next((word for one in said for word in one.decision), None)
        return there or words(facts.get("state"), "state", self._where) or State.ACCEPTED
