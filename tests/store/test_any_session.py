"""Any sequence of changes, undone, redone and reopened, equals a plain model in memory."""

import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from harbour import TEXT, items, reviewed
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from extract.records import Span
from store.annotations import Annotations
from store.history.journal import ARTICLE
from store.items import Kind, State
from store.notes.notes_file import NotesFile

SUGGESTED = [item.id for item in items()]
FIGURES = [item.id for item in items() if item.kind is Kind.FIGURE]
SUGGESTED_OUTCOMES = {item.id: item.fields.get("outcome") for item in items()}
spans = st.integers(0, len(TEXT) - 1).flatmap(
    lambda start: st.builds(Span, st.just(start), st.integers(start + 1, len(TEXT)))
)
decisions = st.sampled_from([State.UNDECIDED, State.ACCEPTED, State.REJECTED, State.SKIPPED])
Values = dict[str, Any]


@dataclass
class Model:
    """What a session should hold: a dictionary an item, and the states before and after."""

    now: dict[str, Values] = field(default_factory=dict)
    before: list[dict[str, Values]] = field(default_factory=list)
    after: list[dict[str, Values]] = field(default_factory=list)

    def change(self, changed: dict[str, Values | None]) -> None:
        """Make a change, if it is one."""
        new = {ident: values for ident, values in {**self.now, **changed}.items() if values}
        if new != self.now:
            self.before.append(self.now)
            self.after.clear()
            self.now = new

    def undo(self) -> None:
        """Go one change back."""
        if self.before:
            self.after.append(self.now)
            self.now = self.before.pop()

    def redo(self) -> None:
        """Go one change forward."""
        if self.after:
            self.before.append(self.now)
            self.now = self.after.pop()


def untouched(outcome: str | None) -> Values:
    return {"state": "undecided", "outcome": outcome, "note": "", "span": None}


class Session(RuleBasedStateMachine):
    """The session under test beside the model."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "harbour.json"
        self.session: Annotations = reviewed(NotesFile(self.path))
        first: dict[str, Values] = {i: untouched(SUGGESTED_OUTCOMES[i]) for i in SUGGESTED}
        self.model = Model({**first, ARTICLE: {"note": "", "read": False}})

    def teardown(self) -> None:
        """Leave nothing behind."""
        self.session.close()
        self.folder.cleanup()

    @property
    def own(self) -> list[str]:
        return [i for i in self.model.now if i not in SUGGESTED and i != ARTICLE]

    def decided(self, ident: str, state: State) -> Values:
        values = self.model.now[ident]
        if ident in self.own and state in (State.UNDECIDED, State.ACCEPTED):
            return {**values, "state": "added"}
        if state is State.UNDECIDED:
            return {
                **values,
                "state": "undecided",
                "outcome": SUGGESTED_OUTCOMES[ident],
                "span": None,
            }
        corrected = values["outcome"] != SUGGESTED_OUTCOMES.get(ident) or values["span"]
        if state is State.ACCEPTED and corrected:
            return {**values, "state": "corrected"}
        return {**values, "state": state.value}

    @rule(data=st.data(), state=decisions)
    def decide(self, data: st.DataObject, state: State) -> None:
        ident = data.draw(st.sampled_from(SUGGESTED + self.own))
        self.session.decide(ident, state)
        self.model.change({ident: self.decided(ident, state)})

    @rule(data=st.data(), state=decisions)
    def decide_many(self, data: st.DataObject, state: State) -> None:
        idents = data.draw(st.lists(st.sampled_from(SUGGESTED + self.own), unique=True))
        self.session.decide_many(idents, state)
        self.model.change({ident: self.decided(ident, state) for ident in idents})

    @rule(ident=st.sampled_from(FIGURES), outcome=st.sampled_from(["killed", "wounded", "seized"]))
    def correct(self, ident: str, outcome: str) -> None:
        self.session.correct(ident, {"outcome": outcome})
        values = {**self.model.now[ident], "outcome": outcome}
        own = outcome != SUGGESTED_OUTCOMES[ident] or values["span"]
        self.model.change({ident: {**values, "state": "corrected" if own else "accepted"}})

    @rule(ident=st.sampled_from(SUGGESTED), span=spans)
    def move(self, ident: str, span: Span) -> None:
        self.session.correct(ident, spans=[span])
        suggested = next(item.spans for item in items() if item.id == ident)
        values = {**self.model.now[ident], "span": None if suggested == (span,) else span}
        own = values["outcome"] != SUGGESTED_OUTCOMES[ident] or values["span"]
        self.model.change({ident: {**values, "state": "corrected" if own else "accepted"}})

    @rule(span=spans)
    def add(self, span: Span) -> None:
        ident = self.session.add(Kind.EVENT, [span], {"kind": "Riots"})
        assert ident not in self.model.now
        self.model.change({ident: {**untouched(None), "state": "added", "span": span}})

    @precondition(lambda self: self.own)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        ident = data.draw(st.sampled_from(self.own))
        self.session.delete(ident)
        self.model.change({ident: None})

    @rule(data=st.data(), words=st.text(max_size=5))
    def note(self, data: st.DataObject, words: str) -> None:
        ident = data.draw(st.sampled_from([*self.model.now]))
        self.session.note(ident, words)
        self.model.change({ident: {**self.model.now[ident], "note": words.strip()}})

    @rule(read=st.booleans())
    def mark_read(self, read: bool) -> None:
        self.session.mark_read(read)
        self.model.change({ARTICLE: {**self.model.now[ARTICLE], "read": read}})

    @rule()
    def undo(self) -> None:
        assert bool(self.session.undo()) == bool(self.model.before)
        self.model.undo()

    @rule()
    def redo(self) -> None:
        assert bool(self.session.redo()) == bool(self.model.after)
        self.model.redo()

    @rule()
    def reopen(self) -> None:
        before = [(item.id, item.by, item.at) for item in self.session.items()]
        self.session.close()
        self.session = reviewed(NotesFile(self.path))
        assert [(item.id, item.by, item.at) for item in self.session.items()] == before

    @rule()
    def read_again(self) -> None:
        assert self.session.suggest(items("2")) is not None

    @invariant()
    def equals_the_model(self) -> None:
        article_notes = self.session.article_notes
        there: dict[str, Values] = {
            ARTICLE: {"note": article_notes.note, "read": article_notes.read}
        }
        for item in self.session.items():
            there[item.id] = {
                "state": item.state.value,
                "outcome": item.fields.get("outcome"),
                "note": item.note,
                "span": item.boundaries[0].span if item.boundaries else None,
            }
        assert there == self.model.now

    @invariant()
    def counts_are_right(self) -> None:
        progress = self.session.progress()
        states = [values["state"] for i, values in self.model.now.items() if i != ARTICLE]
        counted = {state.value: getattr(progress, state.value) for state in State}
        assert counted == {state.value: states.count(state.value) for state in State}
        assert progress.items == len(states)

    @invariant()
    def in_the_order_of_the_text(self) -> None:
        starts = [item.span.start for item in self.session.items()]
        assert starts == sorted(starts)


TestAnySession = Session.TestCase
TestAnySession.settings = settings(max_examples=80, stateful_step_count=40, deadline=None)
