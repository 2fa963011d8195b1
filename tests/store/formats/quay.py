"""A small library whose report is reviewed in every way, to go out and come in again."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extract.records import Article, Entity, Event, Figure, Mention, Party, Reading, Source, Span
from extract.vocabulary import Label, Qualifier
from store.formats.codecs import IMPORTS
from store.formats.document import Choice, Document, Wishes
from store.formats.export import export
from store.formats.incoming.importing import Brought, bring
from store.formats.incoming.merging import Terms
from store.formats.output import write
from store.items import Item, Kind, State
from store.library.library import Library

TEXT = (
    "Strike at quay of Ardo\n"
    "Dockers raided a depot near Ardo on Monday, the mayor’s office said 😀.\n"
    "At least three guards were killed and two lorries burned, Lina Mora told the Ardo\n"
    "Herald. Dockers later left Ardo.\n"
)
KEY = "quay"
NAMES = {
    "webanno": "out.jsonld",
    "brat": "out",
    "prodigy": "out.jsonl",
    "doccano": "out.jsonl",
    "labelstudio": "out.json",
}
"""The files that other programs give back, by format."""
Facts = tuple[Any, ...]


def at(words: str, nth: int = 1) -> Span:
    """Where words stand for the nth time."""
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def _of(words: str, nth: int = 1) -> tuple[int, int]:
    span = at(words, nth)
    return span.start, span.end


def _mentions(words: str, *nths: int) -> tuple[Mention, ...]:
    return tuple(Mention(*_of(words, nth)) for nth in nths)


def reading(article: Article) -> Reading:
    """What the machine finds: overlaps, and two events at the same words."""
    dockers, depot = Party(*_of("Dockers"), "e1"), Party(*_of("a depot"))
    attack = ("Violence against civilians", "Attack")
    return Reading(
        version="1",
        sha256=article.sha256,
        entities=(
            Entity("e1", Label.GROUP, "Dockers", _mentions("Dockers", 1, 2)),
            Entity("e2", Label.PLACE, "Ardo", _mentions("Ardo", 2, 1, 4)),
            Entity("e3", Label.PERSON, "Lina Mora", (Mention(*_of("Lina Mora")),)),
            Entity("e4", Label.PLACE, "depot near Ardo", (Mention(*_of("depot near Ardo")),)),
            Entity("e5", Label.ORG, "Ardo\nHerald", (Mention(*_of("Ardo\nHerald")),)),
        ),
        figures=(
            Figure(
                "f1", *_of("three guards"), 3, None, None, Qualifier.AT_LEAST, at("guards"),
                outcome="killed", source="s1", event="v1",
            ),
            Figure("f2", *_of("two"), 2, 2, 2, Qualifier.EXACT, at("lorries"), outcome="destroyed"),
        ),
        sources=(Source("s1", "the mayor’s office", "official", (at("the mayor’s office"),)),),
        events=(
            Event("v1", (at("raided"), at("Strike")), *attack, (dockers,), (depot,), source="s1"),
            Event("v2", (at("raided"),), "Strategic developments", "Looting/property destruction"),
            Event("v3", (at("burned"),), *attack),
        ),
    )  # fmt: skip


@contextmanager
def opened(folder: Path, who: str) -> Iterator[Library]:
    """The library for an annotator, with that reading."""
    (folder / f"{KEY}.txt").parent.mkdir(parents=True, exist_ok=True)
    (folder / f"{KEY}.txt").write_text(TEXT, encoding="utf-8")
    library = Library(folder, who, read=reading, reader="1")
    try:
        yield library
    finally:
        library.close()


def reviewed(folder: Path) -> Path:
    """Return a library in a folder with the report, reviewed by anna in every way."""
    path = folder / "library"
    path.mkdir()
    review(path)
    return path


def review(folder: Path, who: str = "anna") -> None:
    """Leave items in every state, with notes, tags, flags, corrections, and one of one's own."""
    with opened(folder, who) as library:
        notes = library.open_with_reading(KEY)
        raided = [item for item in notes.items(Kind.EVENT) if item.words in ("raided", "Strike")]
        first, second = sorted(raided, key=lambda item: -len(item.spans))
        notes.decide(first.id, State.ACCEPTED)
        notes.correct(second.id, {"status": "planned"})
        notes.note(second.id, "two lines\nof  a note")
        notes.tag(second.id, ["grain", "two words"])
        notes.decide(one(notes.items(), Kind.EVENT, "burned").id, State.REJECTED)
        figure = one(notes.items(), Kind.FIGURE, "three guards")
        notes.correct(figure.id, {"low": 4.0, "outcome": "wounded"}, [at("At least three guards")])
        notes.flag(figure.id, True)
        notes.decide(one(notes.items(), Kind.FIGURE, "two").id, State.SKIPPED)
        notes.decide(one(notes.items(), Kind.ENTITY, "Dockers").id, State.ACCEPTED)
        notes.add(Kind.ENTITY, [at("two lorries")], {"label": "GROUP", "name": "lorries"})
        notes.add(Kind.ENTITY, [at("Lina Mora")], {"label": "MEDIA", "name": "L. Mora"})
        notes.note(one(notes.items(), Kind.SOURCE, "the mayor’s office").id, "who is it?")
        notes.close()


def one(items: tuple[Item, ...], kind: Kind, words: str) -> Item:
    """The item of that kind at the words."""
    return next(item for item in items if item.kind is kind and item.words == words)


def standing(folder: Path, who: str) -> tuple[Item, ...]:
    """All items as an annotator has them."""
    with opened(folder, who) as library:
        return library.look(library.article(KEY)).items()


def send(
    folder: Path, form: str, out: Path, who: str = "anna", choice: Choice = Choice.ALL
) -> Path:
    """Export what an annotator has."""
    with opened(folder, who) as library:
        article = library.article(KEY)
        notes = library.look(article)
        document = Document(article, who, notes.items(), notes.article_notes, library.kept(KEY))
        files, _ = export(form, [document], Wishes(choice))
    write(files, out)
    return out


def fetch(
    folder: Path, form: str, path: Path, who: str, decisions: bool, accept_unmarked: bool = False
) -> Brought:
    """Import, as decisions or as suggestions."""
    with opened(folder, who) as library:
        terms = Terms(form, who if decisions else None, accept_unmarked)
        return bring(IMPORTS[form].read(path), library, terms)


@dataclass(frozen=True, slots=True)
class Seen:
    """What of an item must be the same after a way out and in."""

    kind: Kind
    spans: tuple[Span, ...]
    fields: dict[str, Any]
    state: State
    note: str
    tags: tuple[str, ...]
    flag: bool


def seen(items: tuple[Item, ...]) -> list[Seen]:
    """The items as they are compared."""
    found = [Seen(i.kind, i.spans, _told(i), i.state, i.note, i.tags, i.flag) for i in items]
    return sorted(found, key=lambda one: (one.spans, one.kind, str(one.fields)))


def _told(item: Item) -> dict[str, Any]:
    return {name: value for name, value in item.fields.items() if value is not None}
