"""The HTML report opens right in a real browser: marks, links both ways, nothing slipped in."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from depot import make_document

from extract.load.facts import Facts
from extract.load.report import from_text
from extract.records import Span
from store.anchoring.quoting import quotes
from store.formats.document import Choice, Document, Wishes
from store.formats.export import export
from store.formats.output import write
from store.items import Item, Kind, State, Suggestion

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120)]

HOSTILE = "<script>document.title = 'taken'</script><img src=x onerror=\"document.title='taken'\">"


@pytest.fixture
def document() -> Document:
    return make_document()


def page_of(document: Document, folder: Path) -> str:
    files, _ = export("html", [document], Wishes(Choice.ALL))
    write(files, folder / "report.html")
    return (folder / "report.html").as_uri()


def test_marks_hold_the_words_they_mark(document: Document, browser: Any, tmp_path: Path) -> None:
    browser.get(page_of(document, tmp_path))
    for number, item in enumerate(document.items, 1):
        anchor = browser.find_element("id", f"w{number}")
        mark = anchor.find_element("xpath", "following-sibling::mark[1]")
        words = browser.execute_script("return arguments[0].textContent", mark)
        assert item.words.startswith(words[: len(item.words)])
        assert item.kind.value in mark.get_attribute("class")


def test_a_row_leads_to_its_words_and_back(
    document: Document, browser: Any, tmp_path: Path
) -> None:
    browser.get(page_of(document, tmp_path))
    for number in range(1, len(document.items) + 1):
        browser.find_element("css selector", f"#r{number} a[href='#w{number}']")
        back = browser.find_element("css selector", f"sup a[href='#r{number}']")
        browser.execute_script("arguments[0].click()", back)
        assert browser.current_url.endswith(f"#r{number}")


def test_the_text_reads_as_the_report(document: Document, browser: Any, tmp_path: Path) -> None:
    browser.get(page_of(document, tmp_path))
    script = (
        "const main = document.querySelector('main').cloneNode(true);"
        "main.querySelectorAll('sup').forEach(sup => sup.remove()); return main.textContent"
    )
    assert "".join(browser.execute_script(script).split()) == "".join(document.article.text.split())


def test_a_hostile_report_slips_nothing_in(browser: Any, tmp_path: Path) -> None:
    article = from_text(f"{HOSTILE}\nWords.\n{HOSTILE}", key="k", facts=Facts(title=HOSTILE))
    found = Suggestion("1", quotes(article.text, [Span(0, len(HOSTILE))]), {"name": HOSTILE})
    item = Item("e1", Kind.ENTITY, found, state=State.ACCEPTED, note=HOSTILE, tags=(HOSTILE,))
    document = Document(article, HOSTILE, (replace(item, by=HOSTILE),))
    browser.get(page_of(document, tmp_path))
    assert browser.title == HOSTILE
    assert browser.find_elements("css selector", "script, img") == []


def test_nothing_is_cut_off_on_paper(browser: Any, tmp_path: Path) -> None:
    """As wide as a sheet of A4 between its margins, with a word that is longer than any column."""
    document = make_document()
    items = tuple(replace(item, note="https://example.org/" + "a" * 90) for item in document.items)
    browser.set_window_size(760, 900)
    browser.get(page_of(replace(document, items=items), tmp_path))
    try:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        browser.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": 688, "height": 970, "deviceScaleFactor": 1, "mobile": False},
        )
        wide = browser.execute_script(
            "return [...document.querySelectorAll('.table, table, td, th, p, body')]"
            ".filter(one => one.scrollWidth > one.clientWidth).map(one => one.outerHTML)"
        )
        assert wide == []
        hidden = browser.execute_script(
            "return getComputedStyle(document.querySelector('.table')).overflowX"
        )
        assert hidden == "visible"
    finally:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
