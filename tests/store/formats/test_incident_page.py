"""One incident over several reports as a page for people."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from market import library, opened, three_reports, told, write

from store.formats.incident_page import page
from store.incidents import deciding
from store.incidents.kept import How
from store.incidents.placing import where_of
from store.incidents.rows import Wanted
from store.incidents.values import Column


class Tags(HTMLParser):
    """The tags of a page, its words, and the links and places in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []
        self.links: set[str] = set()
        self.ids: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        found = dict(attrs)
        self.links.add(found.get("href") or "")
        self.ids.add(f"#{found.get('id')}")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.fixture
def kesten(tmp_path: Path) -> str:
    """The page of an attack in three reports, its toll adopted from one of them."""
    three_reports(tmp_path)
    incidents = opened(tmp_path)
    (row,) = incidents.rows(Wanted(place="Kesten"))
    claim = next(c for c in incidents.open(row.id).claims if c.source == "a trader")
    row = deciding.adopt(incidents, row.id, Column.KILLED, claim)
    row = deciding.note(incidents, row.id, "who else?")
    return page(incidents.open(row.id), How.LATEST, "anna")


def test_it_has_each_claim_with_its_quote(kesten: str) -> None:
    found = Tags(kesten)
    words = " ".join(found.words)
    for source in ("the mayor", "a trader", "a doctor"):
        assert source in words
    assert "On 18 March 2025 gunmen killed" in words
    assert "16 · claim" in words
    assert "who else?" in words
    assert found.links - {""} <= found.ids


def test_it_has_a_plot_of_the_tolls_with_a_letter_a_source(kesten: str) -> None:
    drawing = kesten[kesten.index("<svg") : kesten.index("</svg>")]
    assert [mark for mark in "ABC" if f">{mark}</text>" in drawing] == ["A", "B", "C"]
    assert "19 Mar" in drawing


def test_it_asks_for_nothing_from_elsewhere_and_runs_nothing(kesten: str) -> None:
    assert "default-src 'none'" in kesten
    assert not {"script", "img", "link", "iframe"} & set(Tags(kesten).tags)


def test_words_of_a_report_are_no_markup(tmp_path: Path) -> None:
    write(tmp_path, "wire", told(18, "Kesten", 14), publisher="<b>Wire</b>")
    incidents = opened(tmp_path)
    (row,) = incidents.rows()
    assert "<b>Wire" not in page(incidents.open(row.id), How.LATEST, "<i>anna")


def test_it_has_a_map_where_the_place_is_known(tmp_path: Path) -> None:
    text = told(18, "Kesten", 14).replace("Kesten", "Kandahar")
    write(tmp_path, "wire", f"KABUL, Afghanistan - {text}")
    found = opened(tmp_path)
    (row,) = found.rows()
    view = found.open(row.id)
    where = where_of(view, library(tmp_path))
    assert where is not None
    made = page(view, How.LATEST, "anna", where)
    assert "Afghanistan (31.613, 65.71)" in made
    assert made.count("<circle") == 1
    assert "<figure" not in page(view, How.LATEST, "anna")
