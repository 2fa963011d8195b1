"""The reports for people begin with the rows: what happened, between whom, how many it killed."""

from dataclasses import replace

from rows_of import reviewed

from extract.records import PageStart
from store.formats.document import Wishes
from store.formats.export import export

TEXT = "Gunmen killed four guards in Bogota on Monday, police said. In Lima a bomb killed a clerk."


def page(form: str) -> str:
    document, _ = reviewed(TEXT)
    files, _ = export(form, [document], Wishes())
    return dict(files)[""].decode()


def test_markdown_has_the_incidents_above_the_text_and_the_parts_below() -> None:
    report = page("markdown")
    words, parts = report.index("Gunmen killed"), report.index("## Events")
    assert report.index("## Incidents") < words < parts
    assert report.count("## Incidents") == 1


def test_a_row_of_markdown_tells_the_incident_in_one_line() -> None:
    [row] = [line for line in page("markdown").split("\n") if "killed 4" in line]
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert cells[1:] == [
        "17 Mar 2025",
        "Bogota, Bogota D.C., Colombia \\(4.61, \\-74.082\\)",
        "Attack \\(main\\)",
        "Gunmen",
        "four guards",
        "killed 4",
        "police",
        "accepted",
    ]


def test_html_has_the_incidents_above_the_text_and_the_parts_below() -> None:
    report = page("html")
    assert report.index("<h2>Incidents</h2>") < report.index("<main>")
    assert report.index("</main>") < report.index("<h2>Events</h2>")
    assert report.count("<h2>Incidents</h2>") == 1


def test_what_stands_on_a_page_says_so() -> None:
    document, _ = reviewed(TEXT)
    pages = (PageStart(0, 7), PageStart(TEXT.index("In Lima"), 8))
    whole = replace(document, article=replace(document.article, pages=pages))
    files, _ = export("markdown", [whole], Wishes())
    lines = dict(files)[""].decode().split("\n")
    told = [line for line in lines if line.endswith("accepted |")]
    assert {line.rsplit("|", 2)[1].strip() for line in told} == {"p. 7; accepted", "p. 8; accepted"}
