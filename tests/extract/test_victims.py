"""Victims of an event come from its figures, or one by one from its targets."""

from extract.links import Victims, victims
from extract.load import from_text
from extract.records import Entity, Event, Figure, Mention, Party, Reading, Span
from extract.vocabulary import Label, Qualifier

TEXT = "Gunmen murdered Ines Sol and a guard; the raid killed 3 men and wounded 9."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def party(words: str, entity: str | None = None) -> Party:
    return Party(span(words).start, span(words).end, entity)


def figure(number: int, outcome: str, event: str | None = "v1") -> Figure:
    found = span(str(number))
    return Figure(
        "f1",
        found.start,
        found.end,
        number,
        number,
        number,
        Qualifier.EXACT,
        outcome=outcome,
        event=event,
    )


def counted(*figures: Figure, targets: tuple[Party, ...] = ()) -> Victims:
    event = Event("v1", (span("murdered"),), "Violence against civilians", targets=targets)
    ines = Entity("e1", Label.PERSON, "Ines Sol", (Mention(16, 24),))
    reading = Reading("0", "", entities=(ines,), figures=figures, events=(event,))
    return victims(from_text(TEXT, key="small"), reading)["v1"]


def test_the_figures_of_an_event_are_its_victims() -> None:
    assert counted(figure(3, "killed"), figure(9, "wounded")) == Victims(3, 9)


def test_figures_of_another_event_are_not() -> None:
    assert counted(figure(3, "killed", event=None)) == Victims()


def test_numbers_are_never_added() -> None:
    assert counted(figure(3, "killed"), figure(9, "killed")) == Victims(9)


def test_people_named_or_told_one_by_one_count_one_each() -> None:
    assert counted(targets=(party("Ines Sol", "e1"), party("a guard"))) == Victims(2)


def test_people_without_a_number_are_not_counted() -> None:
    assert counted(targets=(party("men"),)) == Victims()
