"""Deciding on the item under the cursor, and taking back whatever was changed."""

from store.items import Standing, State
from store.journal import Step, Verb
from tui.review.review import Cursor
from tui.screens.reader.bulk import Bulk
from tui.screens.reader.moving import Moving


class Deciding(Moving, Bulk):
    """The actions that change what is kept."""

    def action_accept(self) -> None:
        self._decide(State.ACCEPTED)

    def action_reject(self) -> None:
        self._decide(State.REJECTED)

    def action_skip(self) -> None:
        self._decide(State.SKIPPED)

    def action_confirm(self) -> None:
        item = self.review.item
        if item is None or item.standing is Standing.FIRM:
            self.tell("The words of this item have not moved.")
            return
        with self.telling():
            self.changed(self.review.annotations.confirm(item.id))

    def action_undo(self) -> None:
        self._take_back(undo=True)

    def action_redo(self) -> None:
        self._take_back(undo=False)

    def _decide(self, state: State) -> None:
        """Decide on the item under the cursor and go on; with none, go to the first one."""
        item = self.review.item
        with self.telling():
            if item is not None:
                self.changed(self.review.annotations.decide(item.id, state))
            self.go_on()

    def _take_back(self, undo: bool) -> None:
        notes = self.review.annotations
        with self.telling():
            step = notes.undo() if undo else notes.redo()
            if step is None:
                self.tell("Nothing to take back." if undo else "Nothing to do again.")
                return
            self.changed(step.ids)
            self._show_step(step)
            self.tell(f"{'Took back' if undo else 'Did again'}: {_words(step)}")
            if step.remark:
                self.replay_in_others(step.remark, undo)

    def _show_step(self, step: Step) -> None:
        """Go to where a change was."""
        review = self.review
        idents = [ident for ident in step.ids if review.index_of(ident) is not None]
        if idents:
            self.go_to(Cursor(idents[0]))


_VERBS = {
    Verb.DECIDE: "a decision",
    Verb.CORRECT: "a correction",
    Verb.ADD: "an added item",
    Verb.DELETE: "a deletion",
    Verb.NOTE: "a note",
    Verb.TAG: "tags",
    Verb.FLAG: "a flag",
    Verb.READ: "the mark that the article is read",
}


def _words(step: Step) -> str:
    """What a step did, in words."""
    number = len(step.ids)
    what = _VERBS.get(step.verb, str(step.verb))
    return f"{what} on {number} items" if number > 1 else what
