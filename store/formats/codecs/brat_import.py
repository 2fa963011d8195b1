"""brat standoff: an .ann file with the .txt beside it, or a folder of them."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from extract.errors import LoadError
from extract.load.encodings import read_text
from extract.records import Span
from store.formats.codecs.brat import ITEM, SAME_EVENT, TAG, TOLL, VALUES
from store.formats.incoming.meaning import changed_label, references_in
from store.formats.incoming.proposal import Incoming, Own, Place, Proposal, UnreadableImportError
from store.formats.incoming.values import data_of, json_of, own_of, place_in, shown
from store.formats.marks import ARGUMENT, EVENT_ROLE, FIELDS, SAME
from store.formats.registry import Found, import_format
from store.kinds import Kind, definition

_NUMBERS = r"[0-9]{1,12} [0-9]{1,12}"
_TEXT_BOUND = re.compile(rf"(T[0-9]+)\t(\S+) ({_NUMBERS}(?:;{_NUMBERS})*)\t(.*)")
_EVENT = re.compile(r"(E[0-9]+)\t([^\s:]+):(T[0-9]+)((?: +[^\s:]+:[TE][0-9]+)*) *")
_RELATION = re.compile(r"(R[0-9]+)\t(\S+) Arg1:([TE][0-9]+) Arg2:([TE][0-9]+)\s*")
_EQUAL = re.compile(r"\*\tEquiv((?: [TE][0-9]+)+) *")
_NOTE = re.compile(r"#[0-9]*\t(\S+) ([A-Z*][0-9]+)\t(.*)")
_ATTRIBUTE = re.compile(r"[AM][0-9]+\t(\S+) ([A-Z][0-9]+)(?:\s+(\S.*))?")
_NORMALISATION = re.compile(r"N[0-9]*\t")
_NUMBERED = re.compile(r"(.*?)[0-9]*")
_FORMER = {then: now for kind in Kind for then, now in definition(kind).former.items()}
"""Values that earlier versions wrote under another name, and their names now."""


@import_format("brat", "brat's standoff, a .txt and an .ann a report", ending=".ann")
def read(path: Path) -> Found:
    """Return the reports of a folder, or the one of an .ann file."""
    folder = path if path.is_dir() else path.parent
    found = sorted(path.rglob("*.ann")) if path.is_dir() else [path]
    if not found:
        what = "no .ann file in this folder, which brat's standoff has beside each .txt"
        yield UnreadableImportError(what, path, "name the folder that holds them")
    for one in found:
        key = one.with_suffix("").relative_to(folder).as_posix()
        try:
            text = read_text(one.with_suffix(".txt"))
            lines = data_of(one).decode("utf-8-sig").split("\n")
        except UnicodeDecodeError:
            yield UnreadableImportError("not UTF-8 text", one, "save it as UTF-8")
        except LoadError as error:
            yield UnreadableImportError(error.what, error.where, error.then)
        else:
            yield _File(str(one), text).incoming(lines, key)


@dataclass(slots=True)
class _Annotation:
    """A text-bound annotation, or all those that are one item."""

    where: str
    labels: list[str]
    places: list[Place]
    notes: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    values: dict[str, str] = field(default_factory=dict)
    roles: list[tuple[str, "_Annotation"]] = field(default_factory=list)
    flag: bool = False
    state: str | None = None
    whole: bool = True
    event: bool = False
    """Whether it is a trigger."""
    own: Own | None = None


class _File:
    """One .ann file: its lines by what they are, each in place of nothing before all are known."""

    def __init__(self, where: str, text: str) -> None:
        self._where = where
        self._text = text
        self._bound: dict[str, _Annotation] = {}
        self._triggers: dict[str, str] = {}
        self._first: dict[str, str] = {}
        """Annotations that are further mentions, with what they are mentions of."""
        self._events: list[tuple[str, Callable[[str], None]]] = []
        self._later: list[tuple[str, Callable[[str], None]]] = []
        self._wrong: list[UnreadableImportError] = []
        self._left_out: Counter[str] = Counter()

    def incoming(self, lines: list[str], key: str) -> Incoming:
        """Return what the lines say, together."""
        for number, line in enumerate(lines, 1):
            place = f"{self._where}, line {number}"
            self._try(partial(self._read, line.removesuffix("\r")), place)
        for acts in (self._events, self._later):
            for place, act in acts:
                self._try(act, place)
        proposals = [self._proposal(one) for one in self._together() if one.labels[0] != ARGUMENT]
        found: list[Proposal | UnreadableImportError] = [*proposals, *self._wrong]
        return Incoming(self._where, tuple(found), key, None, self._text, self._left_out)

    def _try(self, act: Callable[[str], None], place: str) -> None:
        try:
            act(place)
        except UnreadableImportError as error:
            self._wrong.append(error)

    def _read(self, line: str, where: str) -> None:
        if match := _TEXT_BOUND.fullmatch(line):
            self._read_bound(match, where)
        elif match := _EVENT.fullmatch(line):
            self._events.append((where, partial(self._read_event, match)))
        elif match := _RELATION.fullmatch(line):
            self._after(where, self._add_relation, match)
        elif match := _EQUAL.fullmatch(line):
            self._after(where, self._add_equal, match)
        elif match := _NOTE.fullmatch(line):
            self._after(where, self._add_note, match)
        elif match := _ATTRIBUTE.fullmatch(line):
            self._after(where, self._add_attribute, match)
        elif _NORMALISATION.match(line):
            self._left_out["normalisations"] += 1
        elif line.strip():
            raise UnreadableImportError("not a line of brat's standoff", where)

    def _after(
        self, where: str, act: Callable[[re.Match[str], str], None], match: re.Match[str]
    ) -> None:
        """Do it when all annotations are known, whatever the order of the lines."""
        self._later.append((where, partial(act, match)))

    def _read_bound(self, match: re.Match[str], where: str) -> None:
        if match[1] in self._bound:
            raise UnreadableImportError(f"{shown(match[1])} is there twice", where)
        pieces = [tuple(map(int, piece.split())) for piece in match[3].split(";")]
        places = [place_in(self._text, start, end, where) for start, end in pieces]
        if len(places) == 1:
            places = [Place(places[0].start, places[0].end, match[4])]
        kept = _joined(self._text, places)
        self._bound[match[1]] = _Annotation(where, [match[2]], kept)

    def _read_event(self, match: re.Match[str], where: str) -> None:
        """Let the event have its trigger, or one like it where another event has that."""
        trigger = self._bound.get(match[3])
        if trigger is None:
            raise UnreadableImportError(f"{shown(match[3])} is not there", where)
        self._triggers[match[1]] = match[3]
        if trigger.event:
            self._triggers[match[1]] = match[1]
            trigger = self._bound[match[1]] = _Annotation(
                trigger.where, trigger.labels[:1], list(trigger.places)
            )
        trigger.labels.append(match[2])
        trigger.event = True
        self._after(where, self._add_event, match)

    def _add_event(self, match: re.Match[str], where: str) -> None:
        trigger = self._named(match[1], where)
        for argument in match[4].split():
            role, _, target = argument.partition(":")
            self._link(trigger, _role(role), self._named(target, where))

    def _add_relation(self, match: re.Match[str], where: str) -> None:
        first = self._named(match[3], where)
        try:
            second = self._named(match[4], where)
        except UnreadableImportError:
            first.whole = False
            raise
        if match[2] == SAME:
            self._join(match[3], match[4])
        else:
            self._link(first, match[2], second)

    def _add_equal(self, match: re.Match[str], where: str) -> None:
        names = match[1].split()
        if len({self._named(name, where).labels[0] for name in names}) > 1:
            raise UnreadableImportError("it joins what has different labels", where)
        for name in names[1:]:
            self._join(names[0], name)

    def _link(self, head: _Annotation, role: str, child: _Annotation) -> None:
        if role == TOLL:
            child.roles.append((EVENT_ROLE, head))
        elif role in FIELDS:
            head.roles.append((role, child))
        else:
            self._left_out[f"links called {shown(role)}"] += 1

    def _add_note(self, match: re.Match[str], where: str) -> None:
        kind, name, words = match[1], match[2], match[3]
        if name[0] not in "TE":
            self._left_out["notes on links and attributes"] += 1
            return
        annotation = self._named(name, where)
        if kind == TAG:
            annotation.tags.append(words)
        elif kind == "AnnotatorNotes":
            annotation.notes.append(words)
        elif kind == ITEM:
            annotation.own = own_of(json_of(words, where), where)
        elif kind == SAME_EVENT:
            self._named(words.strip(), where)
            self._join(name, words.strip())

    def _add_attribute(self, match: re.Match[str], where: str) -> None:
        name, target, value = match[1], match[2], (match[3] or "").strip()
        if target[0] not in "TE":
            self._left_out["attributes of links"] += 1
            return
        annotation = self._named(target, where)
        if name == "State":
            annotation.state = value
        elif name == "Flag":
            annotation.flag = True
        elif (field := _FORMER.get(name.lower(), name.lower())) in VALUES:
            annotation.values[field] = value
        else:
            self._left_out[f"attributes called {shown(name)}"] += 1

    def _named(self, name: str, where: str) -> _Annotation:
        found = self._bound.get(self._triggers.get(name, name))
        if found is None:
            raise UnreadableImportError(f"{shown(name)} is not there", where)
        return found

    def _together(self) -> Iterator[_Annotation]:
        """One annotation an item, its further mentions taken in."""
        groups: dict[str, list[str]] = defaultdict(list)
        for name in self._bound:
            groups[self._head(name)].append(name)
        for head, names in groups.items():
            first = self._bound[head]
            for other in (self._bound[name] for name in names if name != head):
                first.labels += other.labels
                first.places += other.places
                first.roles += other.roles
                first.notes += other.notes
                first.tags += other.tags
                first.whole &= other.whole
            yield first

    def _head(self, name: str) -> str:
        """The first mention of an item, by any of its mentions."""
        while (above := self._first.get(name, name)) != name:
            self._first[name] = self._first.get(above, above)
            name = above
        return name

    def _join(self, first: str, later: str) -> None:
        """Make two annotations one item."""
        one, other = (self._head(self._triggers.get(name, name)) for name in (first, later))
        if one != other:
            self._first[other] = one

    def _proposal(self, one: _Annotation) -> Proposal:
        return Proposal(
            one.where,
            changed_label(one.labels, one.own),
            tuple(one.places),
            note="\n".join(one.notes),
            tags=tuple(one.tags),
            flag=one.flag,
            state=one.state,
            own=one.own,
            values=one.values,
            roles=tuple((role, _place(role, child, one.own)) for role, child in one.roles),
            whole=one.whole,
            event=one.event,
        )


def _place(role: str, child: _Annotation, own: Own | None) -> Place:
    """Where a link leads: of several triggers of an event, to the one that it went out with."""
    was = references_in(own.fields.get(FIELDS[role])) if own else []
    spans = {(one.get("start"), one.get("end")) for one in was}
    same = (place for place in child.places if (place.start, place.end) in spans)
    return next(same, child.places[0])


def _role(name: str) -> str:
    """A role without the number that the second of its kind has behind it."""
    match = _NUMBERED.fullmatch(name)
    plain = match[1] if match else name
    return plain if plain in FIELDS or plain == TOLL else name


def _joined(text: str, places: list[Place]) -> list[Place]:
    """The pieces of an annotation, those joined that only white space parts."""
    found = [Span(place.start or 0, place.end or 0) for place in places]
    joined = found[:1]
    for span in found[1:]:
        if joined[-1].end <= span.start and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    if len(joined) == len(places):
        return places
    return [Place(span.start, span.end, span.of(text)) for span in joined]
