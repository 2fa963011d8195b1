"""The keys that are counted: pressed in the program, they deliver the rows that are wanted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet
from ferry import opened, press, screen_of

from bench.coder import FIELDS, Coder
from bench.keys import EXAMPLES, Report, read, shipped, table
from bench.wanted import fits, pairs, same
from store.formats.document import STANDING_STATES
from store.items import Item, Kind
from store.library.library import Library


def rows_of(report: Report, items: tuple[Item, ...]) -> dict[str, set[str]]:
    """The cells of the rows delivered that are not as they are wanted, by the row's words."""
    rows = [one for one in items if one.state in STANDING_STATES]
    found = pairs(report.article.text, report.wanted, rows)
    assert len(found) == len(rows) == len(report.wanted)
    return {
        row.words: {name for name in FIELDS if not fits(name, found[row.id], row.fields)}
        for row in rows
    }


def each_report() -> Iterator[ParameterSet]:
    """The shortest way of pressing keys, and the longer ones for those who have minutes."""
    for report in shipped():
        key = report.article.key
        yield pytest.param(report, id=key, marks=() if key == "sitrep" else pytest.mark.slow)


@pytest.mark.parametrize("report", each_report())
async def test_the_keys_deliver_the_rows(report: Report, tmp_path: Path) -> None:
    keys = Coder(read(report), report.wanted).code().keys
    for end in (".txt", ".toml"):
        source = EXAMPLES / f"{report.article.key}{end}"
        (tmp_path / source.name).write_text(source.read_text("utf-8"), "utf-8")
    library = Library(tmp_path / f"{report.article.key}.txt", "anna")
    async with opened(library, (120, 45)) as pilot:
        for key in keys:
            await press(pilot, key)
        review = screen_of(pilot).session.review
        items = tuple(map(review.as_told, review.annotations.items(Kind.INCIDENT)))
    assert not any(rows_of(report, items).values())


def test_the_table_has_a_line_a_report_and_one_for_all() -> None:
    lines = [*table(shipped())]
    assert [line.split()[0] for line in lines[1:5]] == ["wire", "sitrep", "local", "all"]


def test_a_name_is_the_same_with_more_words() -> None:
    assert same("the village of Oshkara", "Oshkara")
    assert not same("Oshkara", "Merrow")
