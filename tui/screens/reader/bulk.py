"""One decision on all items alike: in this article, or in the whole library."""

from dataclasses import dataclass

from textual import on, work
from textual.message import Message

from store.items import Item, State
from store.library_wide import (
    Alike,
    Done,
    decide_everywhere,
    find_alike,
    new_act,
    redo_everywhere,
    undo_everywhere,
)
from tui.screens.choice import Choice
from tui.screens.reader.base import ReaderBase

_STATES = {"accept": State.ACCEPTED, "reject": State.REJECTED}


class Bulk(ReaderBase):
    """The action that decides on all alike; it asks first, with how many they are."""

    @dataclass
    class FoundAlike(Message):
        """The items like one were found in the other articles."""

        model: Item
        found: tuple[Alike, ...]

    @dataclass
    class DoneEverywhere(Message):
        """A decision was made in other articles."""

        done: Done

    def action_alike(self) -> None:
        review = self.review
        item = review.item
        if item is None:
            return
        here = len(review.annotations.alike(item))
        choices = [
            *(Choice(f"{verb} here", f"{verb} {_these(here)} in this article") for verb in _STATES),
            Choice("everywhere", "look for them in the other articles …"),
        ]
        self.choose(_title(item), choices, self._decide_here)

    def _decide_here(self, chosen: str) -> None:
        review = self.review
        item = review.item
        if item is None:
            return
        if chosen == "everywhere":
            self.tell("Looking through the library …")
            self._find_alike(item, review.annotations.article.key)
            return
        with self.telling():
            state = _STATES[chosen.removesuffix(" here")]
            ids = review.annotations.decide_many(review.annotations.alike(item), state)
            self.changed(ids)
            self.tell(f"{state.capitalize()} {_these(len(ids))}; u takes it back.")

    @work(thread=True, exclusive=True, group="look through the library", exit_on_error=False)
    def _find_alike(self, model: Item, key: str) -> None:
        self.post_message(self.FoundAlike(model, tuple(find_alike(self.library, model, key))))

    @on(FoundAlike)
    def _ask(self, event: FoundAlike) -> None:
        review = self.review
        number = sum(len(alike.ids) for alike in event.found)
        number += len(review.annotations.alike(event.model))
        articles = len(event.found) + 1

        def decide(chosen: str) -> None:
            self._decide_everywhere(event, _STATES[chosen], articles)

        words = f"{_these(number)} in {articles} article{'s' if articles != 1 else ''}"
        choices = [Choice(verb, f"{verb} {words}") for verb in _STATES]
        self.choose(_title(event.model), choices, decide)

    def _decide_everywhere(self, event: FoundAlike, state: State, articles: int) -> None:
        review = self.review
        act = new_act(articles) if event.found else ""
        with self.telling():
            ids = review.annotations.alike(event.model)
            self.changed(review.annotations.decide_many(ids, state, act))
            self._decide_in_others(event.found, state, act)

    @work(thread=True, group="decide in other articles", exit_on_error=False)
    def _decide_in_others(self, found: tuple[Alike, ...], state: State, act: str) -> None:
        self.post_message(self.DoneEverywhere(decide_everywhere(self.library, found, state, act)))

    @work(thread=True, group="change other articles", exit_on_error=False)
    def replay_in_others(self, act: str, undo: bool) -> None:
        """Take an act in many articles back in the others too, or do it again there."""
        replay = undo_everywhere if undo else redo_everywhere
        self.post_message(self.DoneEverywhere(replay(self.library, act, self.key)))

    @on(DoneEverywhere)
    def _tell_done(self, event: DoneEverywhere) -> None:
        for error in event.done.refused:
            self.notify(str(error), severity="error", markup=False)
        if event.done.keys:
            number = len(event.done.keys)
            self.tell(f"Done in {number} other article{'s' if number != 1 else ''} too.")


def _these(number: int) -> str:
    return f"all {number} alike" if number != 1 else "this one, which has none alike"


def _title(item: Item) -> str:
    return f"All like “{item.words}”"
