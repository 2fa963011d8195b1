"""Decisions follow their words when a report's file changes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from harbour import TEXT, Clock, article, at, one, reading, reviewed
from hypothesis import given
from hypothesis import strategies as st

from extract.records import Span
from store.anchoring.alignment import Alignment
from store.anchoring.quoting import quote
from store.annotations import Annotations
from store.errors import InvalidValueError
from store.history.article_notes import Position
from store.history.journal import Verb
from store.items import Item, Kind, Standing, State
from store.notes.notes_file import NotesFile
from store.suggestions import suggestions

Change = Callable[[str], Annotations]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    annotations = reviewed(NotesFile(tmp_path / "harbour.json"))
    annotations.decide_many([item.id for item in annotations.items()], State.ACCEPTED)
    annotations.close()
    return tmp_path / "harbour.json"


@pytest.fixture
def changed_to(path: Path) -> Change:
    """Opens the report with another text."""
    return lambda text: Annotations(article(text), "anna", NotesFile(path), clock=Clock())


def figure(annotations: Annotations, words: str) -> Item:
    return one(annotations, Kind.FIGURE, words)


def test_a_line_put_in_front_shifts_all_that_follows(changed_to: Change) -> None:
    annotations = changed_to("CORRECTED: see below.\n" + TEXT)
    assert {item.standing for item in annotations.items()} == {Standing.FIRM}
    assert figure(annotations, "12").span == at("12", text=annotations.article.text)


def test_references_shift_with_the_text(changed_to: Change) -> None:
    annotations = changed_to("CORRECTED: see below.\n" + TEXT)
    named = figure(annotations, "12").fields["counted"]
    span = at("boats", text=annotations.article.text)
    assert named == {"name": "boats", "start": span.start, "end": span.end}


def test_a_change_within_a_line_leaves_the_rest_of_it_firm(changed_to: Change) -> None:
    annotations = changed_to(TEXT.replace("on Monday", "early on Monday"))
    assert figure(annotations, "12").standing is Standing.FIRM
    assert one(annotations, Kind.SOURCE, "Coast Monitor").standing is Standing.FIRM


def test_a_paragraph_that_moved_takes_its_items_along(changed_to: Change) -> None:
    lines = TEXT.split("\n")
    annotations = changed_to("\n".join([lines[0], *lines[2:], lines[1]]))
    boats = figure(annotations, "12")
    assert boats.span == at("12", text=annotations.article.text)
    assert boats.standing is Standing.MOVED


def test_a_new_number_in_the_same_place_is_uncertain(changed_to: Change) -> None:
    annotations = changed_to(TEXT.replace("At least 30 people", "At least 34 people"))
    wounded = figure(annotations, "34")
    assert (wounded.standing, wounded.state) == (Standing.UNCERTAIN, State.ACCEPTED)


def test_words_much_like_the_old_are_uncertain(changed_to: Change) -> None:
    annotations = changed_to(TEXT.replace("Coast Monitor", "Coastal Monitor"))
    source = one(annotations, Kind.SOURCE, "Coastal Monitor")
    assert source.standing is Standing.UNCERTAIN


def test_lost_words_leave_an_orphan(changed_to: Change) -> None:
    annotations = changed_to(TEXT.replace(" Ten of the wounded are in hospital.", ""))
    orphans = annotations.standing(Standing.ORPHAN)
    assert {item.words for item in orphans} == {"Ten"}
    assert annotations.progress().orphans == len(orphans)
    assert not {item.id for item in orphans} & {item.id for item in annotations.items()}


def test_an_orphan_stands_in_the_text_it_was_decided_on(changed_to: Change) -> None:
    annotations = changed_to(TEXT.replace(" Ten of the wounded are in hospital.", ""))
    orphan = annotations.standing(Standing.ORPHAN)[0]
    assert orphan.span.of(annotations.text_of(orphan)) == "Ten"


def test_an_orphan_comes_back_with_its_words(changed_to: Change) -> None:
    annotations = changed_to(TEXT.replace(" Ten of the wounded are in hospital.", ""))
    annotations.close()
    annotations = changed_to(TEXT)
    assert annotations.standing(Standing.ORPHAN) == ()
    assert figure(annotations, "Ten").standing is Standing.MOVED


def test_one_lost_mention_makes_an_entity_uncertain(changed_to: Change) -> None:
    annotations = changed_to(TEXT.replace("The watchdog said the guards denied it. ", ""))
    monitor = one(annotations, Kind.ENTITY, "Coast Monitor")
    assert monitor.standing is Standing.UNCERTAIN
    assert [found.exact for found in monitor.quotes] == ["Coast Monitor"]


def test_what_moved_is_said_and_in_the_journal(changed_to: Change) -> None:
    annotations = changed_to(TEXT.replace("At least 30 people", "At least 34 people"))
    assert "the report's text has changed; items: " in annotations.notes_file.messages[0]
    assert "1 uncertain" in annotations.notes_file.messages[0]
    assert annotations.history()[-1].verb is Verb.MOVE


def test_nothing_moves_twice(changed_to: Change) -> None:
    other = TEXT.replace("At least 30 people", "At least 34 people")
    first = changed_to(other)
    first.close()
    second = changed_to(other)
    assert second.items() == first.items()
    assert (second.notes_file.messages, len(second.history())) == ([], 2)


def test_an_unsure_place_stays_unsure_until_confirmed(changed_to: Change) -> None:
    other = TEXT.replace("At least 30 people", "At least 34 people")
    changed_to(other).close()
    annotations = changed_to("More.\n" + other)
    wounded = figure(annotations, "34")
    assert wounded.standing is Standing.UNCERTAIN
    annotations.confirm(wounded.id)
    assert annotations[wounded.id].standing is Standing.FIRM


def test_an_orphan_is_confirmed_with_new_words_only(changed_to: Change) -> None:
    annotations = changed_to(TEXT.replace("Ten of the wounded are", "Some are still"))
    orphan = annotations.standing(Standing.ORPHAN)[0]
    with pytest.raises(InvalidValueError, match="its words are gone"):
        annotations.confirm(orphan.id)
    annotations.confirm(orphan.id, [at("Some", text=annotations.article.text)])
    after = annotations[orphan.id]
    assert (after.words, after.standing, after.stood) == ("Some", Standing.FIRM, None)


def test_what_came_before_the_change_cannot_be_undone(changed_to: Change) -> None:
    assert changed_to("More.\n" + TEXT).next_undo is None


def test_position_and_coverage_move_along(path: Path, changed_to: Change) -> None:
    annotations = reviewed(NotesFile(path))
    annotations.position = Position(offset=at("30").start, top=0, tab="figures")
    annotations.see(at("Ten of the wounded are in hospital."))
    annotations.close()
    moved = changed_to("More.\n" + TEXT)
    assert moved.position.offset == at("30", text=moved.article.text).start
    assert moved.coverage > 0


def test_suggestions_are_known_again_in_the_new_text(path: Path, changed_to: Change) -> None:
    annotations = changed_to("More.\n" + TEXT)
    before = len(annotations.items())
    text = annotations.article.text
    annotations.suggest(suggestions(annotations.article, reading(text=text)))
    assert len(annotations.items()) == before
    assert annotations.progress().undecided == 0


words = st.text(alphabet=st.sampled_from("ab \n"), max_size=60)


@given(old=words, new=words, data=st.data())
def test_wherever_words_are_found_the_place_is_in_the_text(
    old: str, new: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, max(0, len(old) - 1)))
    end = data.draw(st.integers(start, len(old)))
    if start < end:
        found = Alignment(old, new).find(quote(old, Span(start, end)))
        assert found is None or 0 <= found.span.start < found.span.end <= len(new)


@given(before=words, old=words.filter(bool), after=words)
def test_text_put_around_the_old_leaves_every_quote_firm_or_where_its_words_are(
    before: str, old: str, after: str
) -> None:
    new = f"{before}\n{old}\n{after}"
    found = Alignment(old, new).find(quote(old, Span(0, len(old))))
    assert found is not None
    assert found.span.of(new) == old


def test_two_decisions_never_end_on_one_number(path: Path, changed_to: Change) -> None:
    line = TEXT.split("\n")[1]
    twin = TEXT.replace(line, f"{line}\n{line}")
    both = changed_to(twin)
    both.add(Kind.FIGURE, [at("12", nth=2, text=twin)], dict(figure(both, "12").fields))
    both.close()
    one_left = changed_to(TEXT)
    spans = [item.span for item in one_left.items(Kind.FIGURE)]
    assert len(spans) == len(set(spans))
    assert len(one_left.standing(Standing.ORPHAN)) >= 1


def test_an_orphan_does_not_come_back_at_its_twin(path: Path, changed_to: Change) -> None:
    line = TEXT.split("\n")[1]
    changed_to(f"{TEXT}\n{line}").close()
    only_twin = TEXT.replace(f"{line}\n", "") + f"\n{line}"
    changed_to(only_twin).close()
    again = changed_to(f"Corrected.\n{only_twin}")
    assert "12" in {item.words for item in again.standing(Standing.ORPHAN)}


def test_uncertain_items_are_counted(changed_to: Change) -> None:
    annotations = changed_to(TEXT.replace("At least 30 people", "At least 300 people"))
    wounded = figure(annotations, "300")
    assert annotations.progress().uncertain == len(annotations.standing(Standing.UNCERTAIN)) > 0
    annotations.confirm(wounded.id)
    assert wounded.id not in {item.id for item in annotations.standing(Standing.UNCERTAIN)}
