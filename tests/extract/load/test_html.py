"""A saved web page gives its report, and what it says of its date wins over guessing."""

from datetime import date
from pathlib import Path

import pytest

from extract.errors import LoadError
from extract.load import load
from extract.vocabulary import BlockKind

pytest.importorskip("trafilatura")

HEAD = (
    '<title>Dam overflows at Rusumo | Lakes Post</title><meta property="og:site_name" '
    'content="Lakes Post"><meta property="og:title" content="Dam overflows at Rusumo">'
)
BODY = (
    "<nav><a href='/'>Home</a></nav><article><h1>Dam overflows at Rusumo</h1>"
    "<p>A dam on the border river overflowed on Thursday after four days of rain, and at least 300 "
    "families were moved to schools, the district office said in a statement.</p><h2>Roads closed"
    "</h2><p>The road to the south is closed &amp; lorries wait in a queue of *two* kilometres, "
    "drivers told the Lakes Post on Thursday evening as the rain went on.</p><blockquote><p>“We "
    "have lost the maize and the goats,” said Odette Uwase, who spent the night on a roof.</p>"
    "</blockquote><ul><li>three bridges down</li></ul></article><footer>Copyright 2019</footer>"
)


def page(tmp_path: Path, head: str = "", body: str = BODY) -> Path:
    path = tmp_path / "page.html"
    path.write_text(f"<html lang='en'><head>{HEAD}{head}</head><body>{body}</body></html>")
    return path


def test_the_report_comes_without_what_surrounds_it(tmp_path: Path) -> None:
    article = load(page(tmp_path))
    assert [block.kind for block in article.blocks] == [
        BlockKind.TITLE,
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.QUOTATION,
        BlockKind.LIST_ITEM,
    ]
    assert "closed & lorries wait in a queue of *two* kilometres" in article.text
    assert "Home" not in article.text
    assert (article.title, article.publisher) == ("Dam overflows at Rusumo", "Lakes Post")


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-05-03T08:00:00Z">',
        '<meta name="Date" content="2024-05-03">',
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2024-05-03"}]}</script>',
        '<script type="application/ld+json">{broken</script><meta name="pubdate" '
        'content="2024-05-03">',
    ],
)
def test_the_date_that_the_markup_states_is_no_guess(tmp_path: Path, head: str) -> None:
    article = load(page(tmp_path, head))
    assert (article.published, article.guessed) == (date(2024, 5, 3), ())


def test_a_date_that_was_guessed_is_marked_so(tmp_path: Path) -> None:
    body = BODY.replace("<article>", "<article><p class='date'>Published: 4 May 2024</p>")
    article = load(page(tmp_path, body=body))
    assert (article.published, article.guessed) == (date(2024, 5, 4), ("published",))


def test_a_date_from_the_person_is_no_guess(tmp_path: Path) -> None:
    body = BODY.replace("<article>", "<article><p class='date'>Published: 4 May 2024</p>")
    article = load(page(tmp_path, body=body), published=date(2024, 5, 6))
    assert (article.published, article.guessed) == (date(2024, 5, 6), ())


def test_a_page_without_a_report_is_told(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="no report found in the page"):
        load(page(tmp_path, body="<script>1</script>"))
