"""Deciding on the item under the cursor, noting, taking back."""

from store.items import State
from store.journal import ARTICLE, Step, Verb
from tui.review.review import Cursor
from tui.screens.prompt import Prompt
from tui.screens.reader.moving import Moving


class Deciding(Moving):
    """The actions that change what is kept."""

    def action_accept(self) -> None:
        self._decide(State.ACCEPTED)

    def action_reject(self) -> None:
        self._decide(State.REJECTED)

    def action_skip(self) -> None:
        self._decide(State.SKIPPED)

    def action_undo(self) -> None:
        self._take_back(undo=True)

    def action_redo(self) -> None:
        self._take_back(undo=False)

    def action_note(self) -> None:
        review = self.review
        if review is None:
            return
        item = review.item
        ident = item.id if item else ARTICLE
        before = item.note if item else review.annotations.sheet.note
        asked = f"Note on “{item.words}”" if item else "Note on the article"

        def keep(words: str | None) -> None:
            if words is not None:
                self._note(ident, words)

        self.app.push_screen(Prompt(asked, before), keep)

    def _note(self, ident: str, words: str) -> None:
        if self.review is not None:
            with self.telling():
                self.changed(self.review.annotations.note(ident, words))

    def _decide(self, state: State) -> None:
        """Decide on the item under the cursor and go on; with none, go to the first one."""
        review = self.review
        if review is None:
            return
        item = review.item
        if item is not None:
            with self.telling():
                self.changed(review.annotations.decide(item.id, state))
        self.go_on()

    def _take_back(self, undo: bool) -> None:
        review = self.review
        if review is None:
            return
        with self.telling():
            step = review.annotations.undo() if undo else review.annotations.redo()
            if step is None:
                self.tell("Nothing to take back." if undo else "Nothing to do again.")
                return
            self.changed(step.ids)
            self._show_step(step)
            self.tell(f"{'Took back' if undo else 'Did again'}: {_words(step)}")

    def _show_step(self, step: Step) -> None:
        """Go to where a change was."""
        review = self.review
        idents = [ident for ident in step.ids if review and review.index_of(ident) is not None]
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
