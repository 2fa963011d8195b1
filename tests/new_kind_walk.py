"""What works of a made-up kind of item, tried out in a process of its own on a copy of the tree."""

import asyncio
import inspect
from collections.abc import Callable
from pathlib import Path

from ferry import current, make_library, opened, press, screen_of, shown

from store import kinds
from store.adjudication import Adjudication
from store.agreement.measures import agreement
from store.annotations import Annotations
from store.formats.document import Document
from store.formats.readable import SECTIONS
from store.items import Item, State
from store.kinds import Kind
from store.library.library import Library
from store.notes.notes_file import NotesFile
from tui import plain
from tui.actions import ACTIONS
from tui.config import Config
from tui.keymap import keymap
from tui.kinds import TABS
from tui.screens.correct.form import Form

PARADE = Kind("parade")


def parade(annotations: Annotations) -> Item:
    """The one parade of the report."""
    (found,) = annotations.items(PARADE)
    return found


def states(annotations: Annotations) -> set[State]:
    """The states of the parade and the figures that it is made of."""
    return {item.state for item in (parade(annotations), *annotations.items(Kind.FIGURE))}


async def it_is_the_first_tab_and_the_others_move_on(library: Library) -> None:
    assert [tab.name for tab in TABS][:2] == ["parades", "incidents"]
    assert ACTIONS["reader.parades"].keys == ("1",)
    assert ACTIONS["reader.checks"].keys == ("7",)
    async with opened(library, size=(120, 200)) as pilot:
        await press(pilot, "1")
        assert "Parade of the ferry" in shown(pilot)
        assert "Parades" in shown(pilot)
        await press(pilot, "3")
        assert screen_of(pilot).session.review.tab.name == "events"
        await press(pilot, "?")
        assert "List the parades." in shown(pilot)


async def accepting_it_takes_its_members_along_as_one_step(library: Library) -> None:
    async with opened(library) as pilot:
        notes = screen_of(pilot).session.review.annotations
        await press(pilot, "1", "a")
        assert states(notes) == {State.ACCEPTED}
        assert len(notes.history()) == 1
        await press(pilot, "u")
        assert states(notes) == {State.UNDECIDED}
        await press(pilot, "ctrl+r")
        assert states(notes) == {State.ACCEPTED}


async def it_has_a_form_and_what_is_filled_in_is_kept(library: Library) -> None:
    folder = library.folder
    async with opened(library) as pilot:
        await press(pilot, "1", "e")
        assert isinstance(pilot.app.screen, Form)
        await press(pilot, "tab", *"Elena", "enter")
        assert current(pilot).fields["name"] == "Elena"
    again = Library(folder / "ferry.txt", "anna", reader="by hand")
    kept = again.kept("ferry", "anna").items.values()
    assert [item.fields["name"] for item in kept if item.kind is PARADE] == ["Elena"]


async def its_row_opens_on_its_members(library: Library) -> None:
    async with opened(library) as pilot:
        review = screen_of(pilot).session.review
        await press(pilot, "1")
        assert len(review.ids()) == 1
        await press(pilot, "l")
        figures = [item.id for item in review.annotations.items(Kind.FIGURE)]
        assert review.ids()[1:] == figures
        await press(pilot, "tab", "j")
        assert screen_of(pilot).session.review.tab.name == "parades"
        assert current(pilot).id == figures[0]
        await press(pilot, "x")
        assert review.annotations[figures[0]].state is State.REJECTED
        await press(pilot, "1", "h")
        assert len(review.ids()) == 1


async def it_is_found_by_its_marks_and_filters(library: Library) -> None:
    async with opened(library) as pilot:
        review = screen_of(pilot).session.review
        assert parade(review.annotations).id in set(review.marking.ids)
        await press(pilot, "1", "f")
        assert "kind the ferry" in shown(pilot)


async def words_are_made_one_by_hand(library: Library) -> None:
    async with opened(library) as pilot:
        notes = screen_of(pilot).session.review.annotations
        await press(pilot, "v", "enter", *"a parade", "enter")
        assert [item.fields["name"] for item in notes.items(PARADE) if item.own] == ["a new one"]


async def a_keymap_of_a_user_goes_before_its_number(library: Library) -> None:
    own = {"reader.events": "1", "reader.figures": "2"}
    assert keymap(own).problems == ()
    async with opened(library, config=Config(keys=own)) as pilot:
        await press(pilot, "2")
        assert screen_of(pilot).session.review.tab.name == "figures"
        await press(pilot, "1")
        assert screen_of(pilot).session.review.tab.name == "events"


async def two_annotators_are_compared_and_settled(library: Library) -> None:
    anna, bea = (library.look(library.article("ferry"), who) for who in ("anna", "bea"))
    first, second = (
        Annotations(anna.article, who, NotesFile()) for who in (anna.annotator, bea.annotator)
    )
    for notes in (first, second):
        notes.suggest(anna.items())
    first.decide(parade(first).id, State.ACCEPTED)
    second.correct(parade(second).id, {"name": "the fleet"})
    documents = [
        Document(notes.article, notes.annotator, notes.items()) for notes in (first, second)
    ]
    found = agreement([(documents[0], documents[1])], "anna", "bea")
    assert found.exact[PARADE].both == 1
    assert [(one.same, one.compared) for one in found.values if one.name == "parade: name"] == [
        (0, 1)
    ]
    third = Adjudication(Annotations(anna.article, "cleo"), first, second)
    third.begin()
    assert third.difference(parade(first).id) is not None
    third.take(parade(first).id, 2)
    assert parade(third.result).fields["name"] == "the fleet"
    assert kinds.definition(PARADE).plural == "parades"


async def it_is_printed_and_exported(library: Library) -> None:
    notes = library.open_with_reading("ferry")
    listed = plain.listing(notes.article, notes.items())
    assert "Parades (1)\n  parade of the ferry" in listed
    assert (PARADE, "Parades", ("No.", "Parade", "Decision")) in SECTIONS


async def it_follows_its_words_into_a_changed_text(library: Library) -> None:
    notes = library.open_with_reading("ferry")
    before = parade(notes)
    notes.decide(before.id, State.ACCEPTED)
    notes.close()
    path = library.folder / "ferry.txt"
    path.write_text(f"First of all.\n{path.read_text()}")
    again = Library(path, "anna", reader="by hand")
    after = parade(again.open(again.article("ferry")))
    moved = len("First of all.\n")
    assert after.span.start == before.span.start + moved
    places = [one["start"] for one in before.fields["figures"]]
    assert [one["start"] for one in after.fields["figures"]] == [at + moved for at in places]


def walk(step: str, folder: str) -> None:
    """Take one step, in a library in the folder."""
    take: Callable[[Library], object] = globals()[step]
    found = take(make_library(Path(folder)))
    assert inspect.iscoroutine(found)
    asyncio.run(found)
