"""What stands on the terminal before the program is there stands where the program puts it."""

import pyte
import pytest
from ferry import opened, screen_of, shown

from store.library.library import Library
from tui.firstlook import painted
from tui.text.column import FOCUS_BAR, left_of, pane, text_width


def looked_at(library: Library, columns: int, lines: int) -> list[str]:
    """The rows of the first look."""
    screen = pyte.Screen(columns, lines)
    article = library.article(library.named[0])
    pyte.Stream(screen).feed(painted(article, 0, columns, lines))
    return [line.rstrip() for line in screen.display]


@pytest.mark.parametrize("columns", [60, 80, 100, 121, 140, 200])
async def test_the_words_stand_where_they_will_stand(library: Library, columns: int) -> None:
    early = looked_at(library, columns, 24)[2:18]
    async with opened(library, (columns, 24)) as pilot:
        article = screen_of(pilot).article
        later = shown(pilot).split("\n")[2:18]
        assert pane(columns) == article.size.width
    left = FOCUS_BAR + left_of(pane(columns), text_width(pane(columns)))
    right = FOCUS_BAR + pane(columns) - 1
    assert [row[left:] for row in early] == [row[left:right].rstrip() for row in later]


def test_only_the_rows_of_the_screen_are_painted(library: Library) -> None:
    rows = looked_at(library, 80, 12)
    assert not any(rows[9:])


def test_it_begins_where_the_reader_left_off(library: Library) -> None:
    article = library.article(library.named[0])
    top = article.text.index("What the crew saw")
    assert "Scores hurt" not in painted(article, top, 80, 24).partition("What the crew")[0][80:]
    assert "What the crew saw" in painted(article, top, 80, 24)


def test_escape_sequences_of_a_report_stay_signs(library: Library) -> None:
    path = library.path(library.named[0])
    path.write_text("A title here\n\x1b]0;owned\x07Words.")
    looks = painted(library.article(library.named[0]), 0, 80, 24)
    assert "\x1b]" not in looks
    assert "\x07" not in looks
