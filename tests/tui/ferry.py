"""A report of our own, read by hand, in a library on disk; and the reader opened on it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from extract.records import (
    Article,
    Attribution,
    Check,
    Entity,
    Event,
    Figure,
    Mention,
    Party,
    Reading,
    Source,
    Span,
    When,
)
from extract.vocabulary import Directness, Label, Precision, Qualifier, Severity
from store.annotations import Annotations
from store.items import Item, Kind, State
from store.library.library import Library
from tui.app import ReaderApp
from tui.config import Config
from tui.review.review import Cursor
from tui.screens.reader.screen import ReaderScreen

TEXT = """Scores hurt as ferry burns off Valmora, harbour says
A fire broke out on the ferry Elena before dawn and spread to the engine room.
The blaze killed 12 passengers on Tuesday, the Valmora Harbour Authority said.
At least 40 people were wounded, the authority added, and three of them are children.
“We pulled 25 sailors from the water,” said Captain Ines Duarte of the coast guard.
Ms Duarte said the ferry had been attacked by smugglers near Cape Orso.
Local fishermen blamed the army, which shelled the strait in 2019.
What the crew saw
Smugglers denied the attack, and the army has not answered questions from the Valmora Post.
The ferry left Port Sille on Monday with 310 people aboard, according to its owner.
Rescuers reached the wreck at noon, and the search for the missing went on into the night.
The Harbour Authority is to publish its findings within a month."""

_CHARACTERS = {"enter": "\r", "tab": "\t", "space": " "}

SIDECAR = 'publisher = "Valmora Post"\npublished = 2024-03-05\n'


def at(words: str, nth: int = 1) -> Span:
    """Where words stand in the report for the nth time."""
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def read(article: Article) -> Reading:
    """What a reader might find in the report; nothing in any other."""
    if article.text != TEXT:
        return Reading(version="by hand", sha256=article.sha256)
    return Reading(
        version="by hand",
        sha256=article.sha256,
        entities=(
            _entity("e1", Label.PLACE, "Valmora", at("Valmora")),
            _entity("e2", Label.ORG, "Valmora Harbour Authority", at("harbour"),
                    at("Valmora Harbour Authority"), at("the authority")),
            _entity("e3", Label.PERSON, "Captain Ines Duarte", at("Captain Ines Duarte"),
                    at("Ms Duarte")),
            _entity("e4", Label.GROUP, "smugglers", at("smugglers"), at("Smugglers")),
            _entity("e5", Label.PLACE, "Cape Orso", at("Cape Orso")),
            _entity("e6", Label.GROUP, "army", at("army"), at("army", 2)),
            _entity("e7", Label.MEDIA, "Valmora Post", at("Valmora Post")),
        ),
        dates=(
            _day("d1", at("Tuesday"), date(2024, 3, 5)),
            _day("d2", at("Monday"), date(2024, 3, 4)),
        ),
        figures=(
            _figure("f1", at("12"), 12, at("passengers"), "killed", "s1", when="d1"),
            _figure("f2", at("40"), 40, at("people"), "wounded", "s1", Qualifier.AT_LEAST),
            _figure("f3", at("three"), 3, None, "wounded", None),
            _figure("f4", at("25"), 25, at("sailors"), "evacuated", "s2"),
            _figure("f5", at("310"), 310, at("people", 2), "other", "s3", when="d2"),
        ),
        attributions=(
            _said("a1", at("The blaze killed 12 passengers on Tuesday"), "s1", at("said"),
                  at("the Valmora Harbour Authority")),
            _said("a2", at("At least 40 people were wounded"), "s1", at("added"),
                  at("the authority")),
            _said("a3", at("We pulled 25 sailors from the water"), "s2", at("said", 2),
                  at("Captain Ines Duarte"), Directness.DIRECT),
            _said("a4", at("the ferry had been attacked by smugglers near Cape Orso"), "s2",
                  at("said", 3), at("Ms Duarte")),
        ),
        sources=(
            Source("s1", "Valmora Harbour Authority", "official",
                   (at("the Valmora Harbour Authority"), at("the authority")), "e2",
                   ("a1", "a2"), ("f1", "f2"), ("v1",)),
            Source("s2", "Captain Ines Duarte", "official", (at("Captain Ines Duarte"),), "e3",
                   ("a3", "a4"), ("f4",), ("v2",)),
            Source("s3", "owner of the ferry", "unknown", (at("its owner"),), None, (), ("f5",)),
        ),
        events=(
            Event("v1", (at("fire"), at("blaze")), "Other strategic", None, when="d1", source="s1"),
            Event("v2", (at("attacked"), at("attack", 2)), "Violence against civilians", "Attack",
                  (_party(at("smugglers"), "e4"),), (_party(at("the ferry", 2), None),),
                  _party(at("Cape Orso"), "e5"), source="s2"),
            Event("v3", (at("shelled"),), "Explosions/Remote violence",
                  "Shelling/artillery/missile attack", (_party(at("army"), "e6"),)),
        ),
        checks=(
            Check("c1", "heading-figure", Severity.HIGH, (at("Scores"), at("40")),
                  "The heading says scores were hurt; the text counts 40."),
        ),
    )  # fmt: skip


def _entity(ident: str, label: Label, name: str, *spans: Span) -> Entity:
    return Entity(ident, label, name, tuple(Mention(span.start, span.end) for span in spans))


def _day(ident: str, span: Span, day: date) -> When:
    words = span.of(TEXT)
    return When(ident, span.start, span.end, words, day, day, Precision.DAY, "weekday", str(day))


def _figure(
    ident: str,
    span: Span,
    value: float,
    counted: Span | None,
    outcome: str,
    source: str | None,
    qualifier: Qualifier = Qualifier.EXACT,
    when: str | None = None,
) -> Figure:
    return Figure(
        ident, span.start, span.end, value, value, value, qualifier, counted,
        outcome=outcome, source=source, when=when,
    )  # fmt: skip


def _said(
    ident: str,
    content: Span,
    source: str,
    cue: Span,
    named: Span,
    directness: Directness = Directness.INDIRECT,
) -> Attribution:
    return Attribution(ident, (content,), cue, named, source, directness=directness)


def _party(span: Span, entity: str | None) -> Party:
    return Party(span.start, span.end, entity)


def make_library(folder: Path, *names: str, text: str = TEXT) -> Library:
    """A library with the report under each of the names, opened at the first."""
    for name in names or ("ferry",):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        (folder / f"{name}.toml").write_text(SIDECAR, encoding="utf-8")
    return Library(folder / "ferry.txt", "anna", read=read, reader="by hand")


@asynccontextmanager
async def opened(
    library: Library, size: tuple[int, int] = (100, 30), config: Config | None = None
) -> AsyncIterator[Pilot[int]]:
    """The reader on the first report of a library, once the machine has read it."""
    app = ReaderApp(library, library.open(library.article(library.named[0])), config)
    async with app.run_test(size=size) as pilot:
        await read_through(pilot)
        yield pilot
        screen_of(pilot).context.finish()
    library.close()


async def read_through(pilot: Pilot[int]) -> None:
    """Wait until the machine has read the article."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    while screen_of(pilot).session.reading:
        await pilot.pause()


def screen_of(pilot: Pilot[int]) -> ReaderScreen:
    """The reader's screen, whatever lies over it."""
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, ReaderScreen)
    return screen


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Type keys as fast as a terminal hands them on, and wait until all have done their work."""
    app = pilot.app
    assert isinstance(app, ReaderApp)
    for key in keys:
        name = _character_to_key(key) if len(key) == 1 else key
        app.post_message(events.Key(name, _CHARACTERS.get(key, key if len(key) == 1 else None)))
    await pilot.pause()
    while app.is_running and not app.at_rest:
        await asyncio.sleep(0.001)
    await pilot.pause()


async def chosen(pilot: Pilot[int], words: str) -> Item:
    """Put the cursor on the first item with just these words."""
    screen = screen_of(pilot)
    items = screen.session.review.annotations.items()
    item = next(one for one in items if one.words == words)
    screen.context.go_to(Cursor(item.id))
    await pilot.pause()
    return item


def current(pilot: Pilot[int]) -> Item:
    """The item under the cursor."""
    item = screen_of(pilot).session.review.item
    assert item is not None
    return item


def shown(pilot: Pilot[int]) -> str:
    """What stands on the screen, row by row."""
    strips = pilot.app.screen._compositor.render_strips(pilot.app.size)
    return "\n".join(strip.text for strip in strips)


async def until(pilot: Pilot[int], words: str) -> None:
    """Wait until the words stand on the screen."""
    while words not in shown(pilot):
        await pilot.pause()


def told(pilot: Pilot[int]) -> list[str]:
    """What was said in passing, oldest first."""
    return [notification.message for notification in pilot.app._notifications]


def kept(library: Library, key: str = "ferry") -> Annotations:
    """What is on disk of an article."""
    return library.look(library.article(key))


def states(annotations: Annotations, kind: Kind | None = None) -> dict[str, State]:
    """The decisions on items, by their words."""
    return {item.words: item.state for item in annotations.items(kind) if item.decided}
