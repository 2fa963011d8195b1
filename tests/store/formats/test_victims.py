"""A row a person: as a report tells it, and over the reports of an incident."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from extract import pipeline
from extract.load import from_text
from extract.load.facts import Facts
from store.annotations import Annotations
from store.formats.document import Choice, Document, Wishes
from store.formats.export import export
from store.formats.losses import Losses
from store.formats.persons import persons
from store.incidents.library_incidents import LibraryIncidents
from store.items import Item, Kind, State
from store.library.library import Library
from store.suggestions import suggestions

WIRE = """Gunmen kill two constables in Sulta
Constable Remi Tarkan, 33, and Constable Jole Biran, 29, were killed when gunmen attacked a police \
post in Sulta on Tuesday, police said."""
LOCAL = """Constables killed in Sulta are buried
Gunmen attacked a police post in Sulta on Tuesday. Constable Tarkan, 33, and Constable Biran, 29, \
were killed in the attack, police said. A waiter, 24, was also killed, a hospital doctor said."""

Rows = list[dict[str, str]]


def document(text: str, *accepted: Kind, key: str = "wire") -> Document:
    """A report read by the machine, with all items of some kinds accepted."""
    article = from_text(text, key=key, facts=Facts(published=date(2025, 3, 19)))
    notes = Annotations(article, "anna")
    notes.suggest(suggestions(article, pipeline.read(article)))
    chosen = [item.id for item in notes.items() if item.kind in accepted]
    notes.decide_many(chosen, State.ACCEPTED)
    return Document(article, "anna", notes.items())


def rows(documents: list[Document], wishes: Wishes | None = None) -> tuple[Rows, Losses]:
    """The table, and what was left out."""
    files, losses = export("victims", documents, wishes or Wishes())
    assert [name for name, _ in files] == ["", "evidence.csv"]
    return list(csv.DictReader(io.StringIO(files[0][1].decode()))), losses


def test_accepting_an_incident_delivers_its_people() -> None:
    found, losses = rows([document(WIRE, Kind.INCIDENT)])
    assert [(row["name"], row["age"], row["role"], row["outcome"]) for row in found] == [
        ("Remi Tarkan", "33", "constable", "killed"),
        ("Jole Biran", "29", "constable", "killed"),
    ]
    assert {(row["date_start"], row["place"], row["sources"]) for row in found} == {
        ("2025-03-18", "Sulta", "police")
    }
    assert not losses


def test_nobody_who_was_not_accepted_has_a_row() -> None:
    assert rows([document(WIRE)]) == ([], Losses(asides=rows([document(WIRE)])[1].asides))


def test_what_is_no_person_is_counted() -> None:
    _, losses = rows([document(WIRE, Kind.VICTIM, Kind.ENTITY)])
    assert losses.counts["names (no persons told of one by one)"] > 0


def test_a_name_once_given_is_the_same_person_in_all_reports(tmp_path: Path) -> None:
    for key, text in (("wire", WIRE), ("local", LOCAL)):
        (tmp_path / f"{key}.txt").write_text(text, encoding="utf-8")
        (tmp_path / f"{key}.toml").write_text("date = 2025-03-19\n", encoding="utf-8")
    library = Library(tmp_path, "anna")
    incidents = LibraryIncidents(library, reading=True)
    list(incidents.bring_up_to_date())
    looked = [library.look(library.article(key)) for key in library.keys]
    documents = [Document(one.article, "anna", one.items()) for one in looked]
    found, _ = rows(documents, Wishes(Choice.ALL, over=incidents.among))
    incidents.close()
    library.close()
    assert {row["name"]: row["reports"].split("; ") for row in found} == {
        "Remi Tarkan": ["local", "wire"],
        "Jole Biran": ["local", "wire"],
        "": ["local"],
    }


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"name": "Remi Tarkan"}, {"name": "Tarkan"}, True),
        ({"name": "Remi Tarkan"}, {"name": "Remy Tarkan"}, True),
        ({"name": "Remi Tarkan"}, {"name": "Ana Tarkan"}, False),
        ({"name": "Mirel Sanda", "age": 41.0}, {"age": 41.0, "role": "teacher"}, True),
        (
            {"name": "Mirel Sanda", "sex": "female", "age": 41.0},
            {"age": 41.0, "sex": "male"},
            False,
        ),
        ({"role": "teacher", "age": 41.0}, {"role": "teacher", "age": 30.0}, False),
        ({"sex": "male"}, {"sex": "male"}, False),
    ],
)
def test_records_of_two_reports_are_one_person_or_two(
    one: dict[str, object], other: dict[str, object], same: bool
) -> None:
    parts = [
        (
            document(words, key=words),
            Item(words, Kind.VICTIM, correction={"outcome": "killed", **f}),
        )
        for words, f in (("first", one), ("second", other))
    ]
    assert (len(persons(parts)) == 1) is same
