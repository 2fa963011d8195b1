"""One report into an `Article`, whatever its format."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from extract.errors import LoadError
from extract.load.encodings import decoded, read_page, read_report
from extract.load.facts import Facts, sidecar, stated, usable
from extract.load.library import readable
from extract.load.plain import blocks_of, title_in
from extract.records import Article, Block


@dataclass(frozen=True, slots=True)
class Parsed:
    """A report taken out of its format."""

    text: str
    blocks: tuple[Block, ...]
    facts: Facts = field(default_factory=Facts)
    """What the file itself states."""
    guessed: tuple[str, ...] = ()
    """Names of facts that were guessed."""
    problems: tuple[str, ...] = ()
    """What it states and cannot be used, one line each."""


def load(path: Path, *, key: str | None = None, published: date | None = None) -> Article:
    """Return the report in a file.

    Facts given here win over the report's sidecar, and that over its front matter. What of these
    cannot be used is among the article's `problems`.

    Raises:
        LoadError: if the file cannot be read.
    """
    suffix = path.suffix.lower()
    beside, problems = sidecar(path)
    read = read_page if suffix in _PAGES else read_report
    source, doubts = read(path, beside.encoding)
    parsed = READABLE.get(suffix, _plain)(source, beside, path)
    given = Facts(published=published).over(beside)
    article = _article(key or readable(path.stem), parsed, given, path)
    return replace(article, problems=(*problems, *doubts, *parsed.problems))


def from_text(text: str, *, key: str, facts: Facts | None = None) -> Article:
    """Return a report that is not in a file, such as one read from standard input."""
    given = facts or Facts()
    return _article(key, _plain(text, given, None), given)


def read_row(line: bytes, where: str, published: date | None = None) -> Article:
    """Return the report in one line of a .jsonl file.

    Raises:
        LoadError: if the line is no row with a text.
    """
    try:
        row = json.loads(decoded(line, where))
    except json.JSONDecodeError as error:
        what = f"not JSON ({error.msg}, column {error.colno})"
        raise LoadError(what, where, "mend the line") from None
    except (ValueError, RecursionError):  # a number of thousands of digits, lists without end
        raise LoadError("holds what no field is", where, "mend the line") from None
    if not isinstance(row, dict):
        raise LoadError("not a JSON object", where, "write one object a line")
    return from_row(row, where, published)


def from_row(row: dict[str, Any], where: object, published: date | None = None) -> Article:
    """Return the report in one row; its text is taken exactly as given.

    Raises:
        LoadError: if the row has no text, or a field of the wrong kind.
    """
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        raise LoadError('no "text"', where, 'give each row a "text"')
    facts = Facts(published=published).over(stated(row, where))
    return _article(str(row.get("id") or where), _plain(text, facts, where), facts)


def _plain(source: str, beside: Facts, where: object) -> Parsed:
    return Parsed(source, blocks_of(source, beside.title or None))


def _markdown(source: str, beside: Facts, where: object) -> Parsed:
    from extract.load import markdown  # plain reports do not pay for the parser

    parsed = markdown.parse(source, where)
    matter = parsed.matter
    if not parsed.text:
        raise LoadError("no text in the Markdown", where, "put the report's text into it")
    guessed = matter.get("guessed")
    names = tuple(map(str, guessed)) if isinstance(guessed, list) else ()
    facts, problems = usable(matter, where)
    return Parsed(parsed.text, parsed.blocks, facts, names, (*parsed.problems, *problems))


def _page(source: str, beside: Facts, where: object) -> Parsed:
    from extract.load import html  # needs an optional extra

    page = html.parse(source, where)
    return Parsed(page.text, page.blocks, page.facts, page.guessed, page.problems)


READABLE: dict[str, Callable[[str, Facts, object], Parsed]] = {
    ".txt": _plain,
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _page,
    ".htm": _page,
}
"""How each kind of file is taken apart, by its ending."""
_PAGES = frozenset({".html", ".htm"})


def _article(key: str, parsed: Parsed, given: Facts, path: Path | None = None) -> Article:
    facts = given.over(parsed.facts)
    text = parsed.text
    return Article(
        key=key,
        title=facts.title or title_in(text, parsed.blocks) or key,
        text=text,
        blocks=parsed.blocks,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        published=facts.published,
        publisher=facts.publisher,
        path=str(path) if path else None,
        url=facts.url,
        language=facts.language,
        guessed=tuple(name for name in parsed.guessed if getattr(given, name) is None),
    )
