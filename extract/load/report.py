"""Which files of a folder are reports, and one report into an `Article`, whatever its format."""

import hashlib
import json
import os
import re
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from extract.errors import EmptyLibraryError, LoadError, MissingReportError
from extract.load.converting import DOCUMENTS, Convert, Converted, convert
from extract.load.dated import day_told
from extract.load.encodings import decoded, read_page, read_report
from extract.load.facts import Facts, sidecar, stated, usable
from extract.load.language import foreign_language
from extract.load.plain import blocks_of, title_in
from extract.records import Article, Block, PageStart

# ------------------------------------------------------------------------------ files
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_HEAD = 5000
"""Code points of a text in which it names its year."""
_SOON = 60
"""Days after the end of a year in which a report on it is made."""
_NOT_REPORTS = frozenset({"readme", "license", "licence", "changelog"})


def find_reports(folder: Path) -> list[Path]:
    """Return the reports below a folder, in the order of their paths; hidden folders are left out.

    Raises:
        MissingReportError: if there is no such folder.
        EmptyLibraryError: if it holds no report.
    """
    return [found for found in walk(folder) if isinstance(found, Path)]


def walk(folder: Path) -> list[Path | LoadError]:
    """Return the reports below a folder in the order of their paths, and then what was passed over.

    Passed over are links out of the folder and to what is listed anyway, folders that cannot be
    read, and what bears the name of a report but is no file. Hidden files and folders are left out.

    Raises:
        MissingReportError: if there is no such folder.
        EmptyLibraryError: if it holds no report and nothing was passed over.
    """
    if not folder.is_dir():
        raise MissingReportError("no such file or folder", folder, "check the name")
    found = list(_below(folder, Path(os.path.realpath(folder)), {_identity(folder)}))
    if not found:
        raise EmptyLibraryError("no report in this folder", folder, "put .txt or .md files into it")
    reports = sorted(path for path in found if isinstance(path, Path))
    return [*reports, *(error for error in found if isinstance(error, LoadError))]


def reports_in(folder: Path) -> Iterator[Path]:
    """Return the reports right in a folder, not those below it, in no order."""
    return (path for path in folder.iterdir() if is_report(path) and path.is_file())


def key_of(path: Path, folder: Path) -> str:
    """Return an article's stable name in its library: its path there, ending left out,
    with slashes."""
    inside = Path(os.path.abspath(path)).relative_to(os.path.abspath(folder))
    return readable(inside.with_suffix("").as_posix())


def readable(name: str) -> str:
    """Return a file's name with bytes that are no UTF-8 spelled out,
    so that it can be written down."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def is_report(path: Path) -> bool:
    """Return whether a file is a report by its name."""
    hidden = path.name.startswith(".")
    return path.suffix.lower() in ENDINGS and path.stem.lower() not in _NOT_REPORTS and not hidden


def _below(folder: Path, root: Path, listed: set[tuple[int, int]]) -> Iterator[Path | LoadError]:
    """What is in a folder and below, links to folders last; no folder is listed twice, and none
    that is not below `root`."""
    try:
        entries = sorted(folder.iterdir(), key=lambda path: (path.is_symlink(), path))
    except OSError as error:
        reason = (error.strerror or "unreadable").lower()
        yield _passed(f"the folder cannot be read ({reason})", folder, "check its permissions")
        return
    for path in entries:
        if path.name.startswith("."):
            continue
        is_dir = path.is_dir()
        if path.is_symlink() and (is_dir or is_report(path)) and (why := _led(path, root)):
            yield why
        elif not is_dir:
            yield from _file(path)
        elif (identity := _identity(path)) in listed:
            yield _passed("a link to a folder that is listed already", path)
        else:
            listed.add(identity)
            yield from _below(path, root, listed)


def _led(link: Path, root: Path) -> LoadError | None:
    """Why a link is not followed: it leads out of the folder, or to a report that is listed."""
    target = Path(os.path.realpath(link))
    if not target.is_relative_to(root):
        then = "open what it leads to, or copy that into the folder"
        return _passed("a link out of the folder", link, then)
    inside = target.relative_to(root).parts
    is_listed = target.is_file() and is_report(target)
    if is_listed and not any(part.startswith(".") for part in inside):
        return _passed("a link to a report that is listed already", link)
    return None


def _file(path: Path) -> Iterator[Path | LoadError]:
    """A report, or why what is called like one is none."""
    if not is_report(path):
        return
    try:
        mode = path.stat().st_mode
    except OSError as error:
        reason = (error.strerror or "unreadable").lower()
        yield _passed(f"cannot be reached ({reason})", path, "mend the link or remove it")
        return
    if stat.S_ISREG(mode):
        yield path
    else:
        yield _passed("no file but a pipe, socket or device", path, "remove it")


def _passed(what: str, path: Path, then: str = "") -> LoadError:
    return LoadError(f"{what}, so passed over", readable(str(path)), then)


def _identity(folder: Path) -> tuple[int, int]:
    found = folder.stat()
    return found.st_dev, found.st_ino


# ------------------------------------------------------------------------------ reading
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
    pages: tuple[PageStart, ...] = ()
    """Where its pages begin, if it has any."""
    fallback: Facts = field(default_factory=Facts)
    """What may be guessed where neither the file nor its text states it."""


def load(
    path: Path,
    *,
    key: str | None = None,
    published: date | None = None,
    converted: Convert = convert,
) -> Article:
    """Return the report in a file.

    Facts given here win over the report's sidecar, and that over its front matter. What of these
    cannot be used is among the article's `problems`. A document that is no text, such as a PDF, is
    `converted` to Markdown first.

    Raises:
        LoadError: if the file cannot be read.
    """
    suffix = path.suffix.lower()
    beside, problems = sidecar(path)
    if suffix in DOCUMENTS:
        parsed = _document(converted(path), path)
        doubts: tuple[str, ...] = ()
    else:
        read = read_page if suffix in _PAGES else read_report
        source, doubts = read(path, beside.encoding)
        parsed = _READERS.get(suffix, _plain)(source, beside, path)
    given = Facts(published=published).over(beside)
    article = _article(key or readable(path.stem), parsed, given, path)
    return replace(article, problems=(*problems, *doubts, *parsed.problems))


def from_text(text: str, *, key: str, facts: Facts | None = None) -> Article:
    """Return a report that is not in a file, such as one read from standard input."""
    given = facts or Facts()
    return _article(key, _plain(text, given, None), given)


def from_converted(converted: Converted, key: str, *, published: date | None = None) -> Article:
    """Return the report that a document holds which was made Markdown of."""
    parsed = _document(converted, key)
    article = _article(key, parsed, Facts(published=published))
    return replace(article, problems=parsed.problems)


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
    told = (*parsed.problems, *problems)
    return Parsed(parsed.text, parsed.blocks, facts, names, told, parsed.pages)


def _document(converted: Converted, where: object) -> Parsed:
    """What a document holds that was made Markdown of."""
    parsed = _markdown(converted.markdown, Facts(), where)
    facts = parsed.facts.over(converted.facts)
    problems = (*(f"{where}: {told}" for told in converted.problems), *parsed.problems)
    return replace(parsed, facts=facts, problems=problems, fallback=converted.fallback)


def _page(source: str, beside: Facts, where: object) -> Parsed:
    from extract.load import html  # needs an optional extra

    page = html.parse(source, where)
    return Parsed(page.text, page.blocks, page.facts, page.guessed, page.problems)


_READERS: dict[str, Callable[[str, Facts, object], Parsed]] = {
    ".txt": _plain,
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _page,
    ".htm": _page,
}
"""How each kind of file is taken apart, by its ending."""
ENDINGS = (*_READERS, *DOCUMENTS)
"""Of files that are reports; of two that differ in it alone, the first here has the name."""
_PAGES = frozenset({".html", ".htm"})


def _article(key: str, parsed: Parsed, given: Facts, path: Path | None = None) -> Article:
    facts = given.over(parsed.facts)
    text = parsed.text
    told = None if facts.published else day_told(text, parsed.blocks) or _made(parsed)
    guesses = (*parsed.guessed, "published") if told else parsed.guessed
    return Article(
        key=key,
        title=facts.title or title_in(text, parsed.blocks) or parsed.fallback.title or key,
        text=text,
        blocks=parsed.blocks,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        published=facts.published or told,
        publisher=facts.publisher,
        path=str(path) if path else None,
        url=facts.url,
        language=facts.language,
        foreign=foreign_language(text, facts.language),
        guessed=tuple(name for name in guesses if getattr(given, name) is None),
        pages=parsed.pages,
    )


def _made(parsed: Parsed) -> date | None:
    """The day on which a document was made, unless its words are of an earlier year: then it was
    made anew since."""
    day = parsed.fallback.published
    years = {int(year) for year in _YEAR.findall(parsed.text, 0, _HEAD)}
    if day is None or (years and (day - timedelta(days=_SOON)).year > max(years)):
        return None
    return day
