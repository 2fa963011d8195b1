"""Lines, lists and tables of a page become blocks of their own, its own title and day are taken."""

from datetime import date
from pathlib import Path

import pytest

from extract.load import load
from extract.records import Article

pytest.importorskip("trafilatura")

BEFORE = (
    "Three lorries with flour were stopped on the road from Kelu to Banta on Tuesday, and their "
    "drivers were held for six hours, the transport union said in a statement."
)
AFTER = (
    "The drivers were let go without charge, but the flour was not returned, said the union, which "
    "has asked the governor to look into the matter this week."
)
SITE = "<meta property='og:site_name' content='Banta Times'>"
TITLE = "Flour lorries held"
TELLS = f"<p>{BEFORE}</p>"
ENDS = f"<p>{AFTER}</p>"


def page(
    tmp_path: Path,
    body: str,
    head: str = SITE,
    title: str = f"{TITLE} | Banta Times",
    encoding: str = "utf-8",
    first: str = "",
) -> Article:
    """The report in a page of that head and body."""
    path = tmp_path / "page.html"
    source = f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    path.write_bytes((first + source).encode(encoding))
    return load(path)


def story(within: str) -> str:
    return f"<article><h1>{TITLE}</h1>{TELLS}{within}{ENDS}</article>"


PARTS: dict[str, tuple[str, list[str]]] = {
    "lines by breaks": (
        "<div>Held: 3<br/>Injured: 1<br/>Missing: 2</div>",
        ["Held: 3", "Injured: 1", "Missing: 2"],
    ),
    "heads that span rows and columns": (
        "<table><tr><th rowspan=2>Town</th><th colspan=2>Held</th></tr><tr><th>Men</th>"
        "<th>Boys</th></tr><tr><td>Kelu</td><td>3</td><td>2</td></tr></table>",
        ["Town | Held |", "| Men | Boys", "Kelu | 3 | 2"],
    ),
    "a table in an item of a list": (
        "<ul><li>By town:<table><tr><td>Kelu</td><td>3</td></tr></table>so far</li>"
        "<li>End</li></ul>",
        ["By town:", "Kelu | 3", "so far", "End"],
    ),
    "cells that span rows and columns": (
        "<table><tr><th>Town</th><th>Held</th></tr><tr><td rowspan=2>Kelu</td><td>3 men</td></tr>"
        "<tr><td>2 boys</td></tr><tr><td rowspan='2'>7 in all</td><td>a</td></tr>"
        "<tr><td>b</td></tr>"
        "<tr><td colspan=2>Counted by hand</td></tr></table>",
        ["Town | Held", "Kelu | 3 men", "Kelu | 2 boys", "7 in all | a", "b", "Counted by hand"],
    ),
    "lines with marks": (
        "<p><strong>Dead:</strong> 12<br><strong>Wounded:</strong> 34</p>",
        ["Dead: 12", "Wounded: 34"],
    ),
    "paragraphs by two breaks": (
        "<p>One sentence stands here.<br><br>Another <em>one</em> here.<br /><br />A third.</p>",
        ["One sentence stands here.", "Another one here.", "A third."],
    ),
    "two breaks and a hard space": (
        "<p>One sentence stands here.<br>&nbsp;<br>Another one here.</p>",
        ["One sentence stands here.", "Another one here."],
    ),
    "paragraphs right in a division": (
        "<div>One sentence stands here.<br><br>Another one here.<p>A third.</p>A fourth.</div>",
        ["One sentence stands here.", "Another one here.", "A third.", "A fourth."],
    ),
    "lines that fit a column": (
        "<p>The mayor of Banta told reporters on Tuesday that<br>the lorries had been stopped for "
        "want of papers and<br>would be let go.</p>",
        [
            "The mayor of Banta told reporters on Tuesday that the lorries had been stopped for "
            "want of papers and would be let go."
        ],
    ),
    "a list within a list": (
        "<ol><li>Kelu<ul><li>two lorries</li><li>one car</li></ul></li><li>Banta</li></ol>",
        ["Kelu", "two lorries", "one car", "Banta"],
    ),
    "three lists within one another": (
        "<ul><li>a one<ul><li>b two<ul><li>c three</li></ul></li></ul></li></ul>",
        ["a one", "b two", "c three"],
    ),
    "items of paragraphs": (
        "<ul><li><p>First point.</p><p>And more of it.</p></li><li><p>Second point.</p></li></ul>",
        ["First point. And more of it.", "Second point."],
    ),
    "items with links": (
        "<ul><li><a href='#'>Kelu</a> lost two lorries</li><li><b>Banta</b> lost one</li></ul>",
        ["Kelu lost two lorries", "Banta lost one"],
    ),
    "lines within an item": (
        "<ul><li>Held: 3<br>Freed: 2</li><li>Other matters</li></ul>",
        ["Held: 3", "Freed: 2", "Other matters"],
    ),
    "a table with a head": (
        "<table><thead><tr><th>Place</th><th>Killed</th><th>Injured</th></tr></thead><tbody><tr><td>"
        "Kelu</td><td>2</td><td>5</td></tr><tr><td>Banta</td><td></td><td>1</td></tr></table>",
        ["Place | Killed | Injured", "Kelu | 2 | 5", "Banta | | 1"],
    ),
    "a table of paragraphs": (
        "<table><tr><td><p>Killed</p></td><td><p>17</p></td></tr><tr><td>Injured</td><td>31</td>"
        "</tr></table>",
        ["Killed | 17", "Injured | 31"],
    ),
    "a table with a caption": (
        "<table><caption>Losses so far</caption><tr><td>Killed</td><td>17</td></tr></table>",
        ["Losses so far", "Killed | 17"],
    ),
    "terms": (
        "<dl><dt>Killed</dt><dd>17</dd><dt>Injured:</dt><dd>31</dd></dl>",
        ["Killed: 17", "Injured: 31"],
    ),
    "lines as typed": ("<pre>Killed    17\nInjured   31</pre>", ["Killed 17", "Injured 31"]),
    "paragraphs of a quotation": (
        "<blockquote><p>“They took all of it,” a driver said.</p><p>“All of it.”</p></blockquote>",
        ["“They took all of it,” a driver said.", "“All of it.”"],
    ),
}


@pytest.mark.parametrize("kind", PARTS)
def test_what_stands_apart_on_a_page_is_a_block_of_its_own(tmp_path: Path, kind: str) -> None:
    within, expected = PARTS[kind]
    article = page(tmp_path, story(within))
    blocks = [block.span.of(article.text) for block in article.blocks]
    assert blocks == [TITLE, BEFORE, *expected, AFTER]


def test_a_table_that_lays_out_the_page_is_none(tmp_path: Path) -> None:
    article = page(
        tmp_path,
        f"<table><tr><td><h1>{TITLE}</h1>{TELLS}One more sentence here.<br><br>And another."
        "</td></tr></table>",
    )
    assert "One more sentence here.\n\nAnd another." in article.text


OUTSIDE = "<header><h1>Banta Times</h1></header>"
TITLES = {
    "the site in the highest heading": f"{OUTSIDE}<article><h2>{TITLE}</h2>{TELLS}{ENDS}</article>",
    "the site as a sign": f"<div class='logo'><h1>Banta Times</h1></div><main><h1>{TITLE}</h1>"
    f"{TELLS}{ENDS}</main>",
    "two headings": f"<h1>Banta Times</h1><h1>{TITLE}</h1>{TELLS}{ENDS}",
    "no heading of the story": f"<h1>Banta Times</h1><div>{TELLS}{ENDS}</div>",
}


@pytest.mark.parametrize("head", [SITE, ""])
@pytest.mark.parametrize("kind", TITLES)
def test_the_name_of_the_site_is_no_title(tmp_path: Path, kind: str, head: str) -> None:
    assert page(tmp_path, TITLES[kind], head).title == TITLE


def test_a_title_keeps_its_own_dash(tmp_path: Path) -> None:
    body = story("").replace(TITLE, "Banta - a town without flour")
    assert page(tmp_path, body, title="Banta - a town without flour | Banta Times").title == (
        "Banta - a town without flour"
    )


def linked(words: str) -> str:
    return f"<script type='application/ld+json'>{words}</script>"


def told(head: str) -> str:
    return f"<article><h1>{TITLE}</h1>{head}{TELLS}{ENDS}</article>"


STATED = {
    "its own linked data": (
        linked('{"@type": "NewsArticle", "datePublished": "2024-05-03T04:00:00+02:00"}'),
        told(""),
    ),
    "its own among others": (
        linked(
            '[{"@type": "NewsArticle", "headline": "Old bridge falls", "datePublished": '
            '"2019-01-01"}, {"@type": "NewsArticle", "headline": "Flour lorries held", '
            '"datePublished": "2024-05-03"}]'
        ),
        told(""),
    ),
    "linked data in a graph": (
        linked(
            '{"@graph": [{"@type": "WebSite", "datePublished": "2001-01-01"}, '
            '{"@type": ["Article"], "datePublished": "2024-05-03"}]}'
        ),
        told(""),
    ),
    "the day as letters have it": (
        "<meta name='pubdate' content='Fri, 03 May 2024 10:00:00 GMT'>",
        told(""),
    ),
    "the day in one": ("<meta property='article:published_time' content='20240503'>", told("")),
    "a time in the story's head": (
        "",
        told("<p>By A. Writer <time datetime='2024-05-03T10:00'>3 May</time></p>"),
    ),
    "a time in words alone": ("", told("<p>By A. Writer <time>Friday, 3 May 2024</time></p>")),
    "a day in words in the page's head": (
        "<meta property='article:published_time' content='May 3, 2024, 6:00 pm'>",
        told(""),
    ),
    "a time beside that of a change": (
        "",
        told("<time class='updated' datetime='2024-08-08'>x</time><time datetime='2024-05-03'>"),
    ),
    "a time after that of another story": (
        "",
        "<article class='teaser'><time datetime='2020-01-01' pubdate>x</time><p>Oh.</p></article>"
        + told("<time datetime='2024-05-03'>3 May</time>"),
    ),
}


@pytest.mark.parametrize("kind", STATED)
def test_the_day_that_is_stated_of_the_story_is_no_guess(tmp_path: Path, kind: str) -> None:
    head, body = STATED[kind]
    article = page(tmp_path, body, SITE + head)
    assert (article.published, article.guessed) == (date(2024, 5, 3), ())


def test_another_story_beside_it_lends_neither_words_nor_day(tmp_path: Path) -> None:
    other = (
        f"<article><h2>Bridge falls</h2><time datetime='2020-01-02'>x</time>{ENDS * 4}</article>"
    )
    article = page(tmp_path, f"{told('')}<div class='more-stories'>{other}</div>")
    assert article.published is None
    assert "Bridge" not in article.text
    assert article.text.count(AFTER) == 1


def test_a_year_in_the_address_is_no_day(tmp_path: Path) -> None:
    own = "<link rel='canonical' href='https://banta.example/2025/flour'>"
    assert page(tmp_path, told(""), SITE + own).published is None


COMMENT = "<div class='comments'><time datetime='2020-01-02' pubdate>x</time><p>Shame!</p></div>"
OTHERS = {
    "of the site": (linked('{"@type": "WebSite", "datePublished": "2020-01-02"}'), told("")),
    "of a list of stories": (
        linked(
            '{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", '
            '"datePublished": "2020-01-02"}]}'
        ),
        told(""),
    ),
    "of two other stories": (
        linked(
            '[{"@type": "NewsArticle", "headline": "One", "datePublished": "2020-01-02"}, '
            '{"@type": "NewsArticle", "headline": "Two", "datePublished": "2020-01-02"}]'
        ),
        told(""),
    ),
    "of an aside": ("", "<aside><time datetime='2020-01-02' pubdate>x</time></aside>" + told("")),
    "of a comment": ("", story("") + COMMENT),
    "of a comment within": ("", story(COMMENT)),
    "of a story below": (
        "",
        story("") + "<article><h2>Other</h2><time datetime='2020-01-02' pubdate>x</time></article>",
    ),
    "of what is told": (
        "",
        story(f"<p>The road is closed since <time datetime='2020-01-02'>then</time>. {AFTER}</p>"),
    ),
    "of one other story": (
        "<link rel=canonical href='https://a.example/a'>"
        + linked(
            '{"@type": "NewsArticle", "headline": "Two", "url": "https://a.example/b", '
            '"datePublished": "2020-01-02"}'
        ),
        told(""),
    ),
    "that does not exist": (
        linked('{"@type": "Article", "datePublished": "2024-02-31"}'),
        told(""),
    ),
}


@pytest.mark.parametrize("kind", OTHERS)
def test_a_day_that_is_not_the_storys_is_never_taken_unmarked(tmp_path: Path, kind: str) -> None:
    head, body = OTHERS[kind]
    article = page(tmp_path, body, SITE + head)
    assert article.published is None or article.guessed == ("published",)


@pytest.mark.parametrize(
    "words", ["[" * 100_000, '{"datePublished": ' + "9" * 5000 + "}", "{broken"]
)
def test_linked_data_that_cannot_be_read_is_said_and_passed_over(
    tmp_path: Path, words: str
) -> None:
    article = page(tmp_path, told(""), SITE + linked(words))
    assert BEFORE in article.text
    assert "JSON-LD cannot be read" in article.problems[0]


ENCODINGS = {
    "windows-1252": (
        "cp1252",
        "<meta charset='windows-1252'>",
        "“Café Zoë” was closed – for a day.",
    ),
    "Latin-1 that is windows-1252": (
        "cp1252",
        '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">',
        "The “café” was closed.",
    ),
    "Latin-2": ("iso-8859-2", "<meta charset=iso-8859-2>", "Łódź was closed for a day."),
    "KOI8": ("koi8-r", "<meta charset=koi8-r>", "Дорога была закрыта на день."),
    "Shift JIS": ("shift_jis", "<meta charset=Shift_JIS>", "道路は一日閉鎖された。"),
    "GB": ("gbk", "<meta charset='gb2312'>", "道路封闭了一天。"),
    "Big5": ("big5", "<meta charset='big5'>", "道路封閉了一天。"),
    "Arabic": ("cp1256", "<meta charset='windows-1256'>", "أغلق الطريق ليوم واحد."),
    "UTF-16 with a mark": ("utf-16", "", "Žižkov was closed for a day."),
    "UTF-16 without": ("utf-16-le", "", "Žižkov was closed for a day."),
    "UTF-16 the other way": ("utf-16-be", "", "Žižkov was closed for a day."),
    "UTF-8 with a mark": ("utf-8-sig", "", "Žižkov was closed for a day."),
    "UTF-8 that says UTF-16": ("utf-8", "<meta charset=utf-16>", "Žižkov was closed for a day."),
}


@pytest.mark.parametrize("kind", ENCODINGS)
def test_a_page_is_read_by_what_it_declares(tmp_path: Path, kind: str) -> None:
    encoding, head, words = ENCODINGS[kind]
    article = page(tmp_path, story(f"<p>{words}</p>"), head + SITE, encoding=encoding)
    assert f"\n{words}\n" in article.text
    assert article.problems == ()


def test_bytes_that_a_page_does_not_declare_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "p.html"
    source = (
        f"<html><head><meta charset=utf-8></head><body>{story('<p>Caf# Bar</p>')}</body></html>"
    )
    path.write_bytes(source.encode().replace(b"#", b"\xe9"))
    article = load(path)
    assert "1 characters are not utf-8" in article.problems[0]


@pytest.mark.parametrize(
    ("first", "head", "address"),
    [
        ("", "<link rel=canonical href='https://times.example/a/1'>", "https://times.example/a/1"),
        (
            "",
            "<meta property='og:url' content='https://times.example/a'>",
            "https://times.example/a",
        ),
        ("<!-- saved from url=(0023)https://times.example/b -->", "", "https://times.example/b"),
        ("<!--\n url: https://times.example/c \n-->", "", "https://times.example/c"),
        ("", "<link rel=canonical href='https://times.example/'>", None),
        ("", "<link rel=canonical href='javascript:1'>", None),
    ],
)
def test_a_page_keeps_its_own_address(
    tmp_path: Path, first: str, head: str, address: str | None
) -> None:
    assert page(tmp_path, story(""), SITE + head, first=first).url == address
