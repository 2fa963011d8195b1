"""The names of the table are shown in every report; what was decided is kept as it was."""

import csv
import io
from pathlib import Path

import pytest

from store.formats.document import Document, Unit, Wishes
from store.formats.export import export
from store.items import Item, Kind, State
from store.library.library import Library
from store.wording import name, names

REPORT = """Army shells town in Idlib

Regime forces shelled the town of Ariha in Syria on Thursday, killing five civilians, medics said.

Regime forces said on Friday that 12 rebels had surrendered in Saraqib.
"""
TABLE = """
[[actor]]
name = "regime forces"
coded = "Military Forces of Syria (2000-2024)"
kind = "State forces"
country = "Syria"
to = 2024-12-08
"""
CODED = "Military Forces of Syria (2000-2024)"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for key in ("one", "two"):
        (tmp_path / f"{key}.txt").write_text(REPORT, encoding="utf-8")
        (tmp_path / f"{key}.toml").write_text("published = 2019-06-15\n", encoding="utf-8")
    return tmp_path


def sides(items: tuple[Item, ...]) -> set[str]:
    fields = ("actors", "side_a")
    return {one for item in items for field in fields for one in names(item.fields.get(field))}


def test_a_name_mapped_once_holds_in_all_reports(folder: Path) -> None:
    (folder / "actors.toml").write_text(TABLE, encoding="utf-8")
    library = Library(folder, "anna")
    for key in library.keys:
        items = library.look(library.article(key)).items()
        assert CODED in sides(items)
        assert "Regime forces" not in sides(items)
        sources = {name(item.fields.get("source")) for item in items if item.kind is Kind.EVENT}
        assert "Regime forces" not in sources
    library.close()


COUNTED = """Hawks storm post near Ariha

Fighters of the Sand Hawks attacked an army post near Ariha in Syria on Tuesday, killing 12 regime
soldiers, a doctor said. Three Hawks fighters were killed too.
"""
HAWKS = """
[[actor]]
name = ["Sand Hawks", "Hawks"]
coded = "Sand Hawks Brigade"
"""


def test_who_is_counted_has_the_name_too_and_it_goes_with_the_line(folder: Path) -> None:
    (folder / "one.txt").write_text(COUNTED, encoding="utf-8")
    for text, wanted in (
        (TABLE + HAWKS, {CODED, "Sand Hawks Brigade"}),
        (TABLE, {CODED, "Hawks fighters"}),
        ("", {"regime soldiers", "Hawks fighters"}),
    ):
        (folder / "actors.toml").write_text(text, encoding="utf-8")
        library = Library(folder, "anna")
        figures = library.look(library.article("one")).items(Kind.FIGURE)
        assert {name(figure.fields["counted"]) for figure in figures} == wanted
        library.close()


def test_what_is_decided_is_kept_under_the_report_s_words(folder: Path) -> None:
    (folder / "actors.toml").write_text(TABLE, encoding="utf-8")
    library = Library(folder, "anna")
    notes = library.open_with_reading("one")
    (incident, *_) = notes.items(Kind.INCIDENT)
    notes.decide(incident.id, State.ACCEPTED)
    assert names(notes[incident.id].fields["side_a"]) == [CODED]
    notes.close()
    library.close()
    (folder / "actors.toml").unlink()
    again = Library(folder, "anna")
    kept = again.look(again.article("one"))[incident.id]
    assert kept.state is State.ACCEPTED
    assert names(kept.fields["side_a"]) == ["Regime forces"]
    again.close()


def test_the_rows_have_the_names_and_kinds_of_the_table(folder: Path) -> None:
    (folder / "actors.toml").write_text(TABLE, encoding="utf-8")
    library = Library(folder, "anna")
    notes = library.open_with_reading("one")
    for item in notes.items():
        notes.decide(item.id, State.ACCEPTED)
    document = Document(notes.article, "anna", notes.items(), actors=library.actors)
    files, _ = export("acled", [document], Wishes(unit=Unit.INCIDENT))
    (first, *_) = csv.DictReader(io.StringIO(dict(files)[""].decode("utf-8-sig")))
    assert (first["actor1"], first["inter1"]) == (CODED, "State forces")
    assert first["interaction"] == "State forces-Civilians"
    notes.close()
    library.close()


def test_a_wrong_table_is_told_and_the_report_opens(folder: Path) -> None:
    (folder / "actors.toml").write_text("[[actor", encoding="utf-8")
    library = Library(folder, "anna")
    (problem,) = library.problems
    assert "actors.toml" in str(problem)
    assert library.look(library.article("one")).items()
    library.close()
