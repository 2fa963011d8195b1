"""The one door to each kind of file: words from outside made harmless for what will read them.

Whatever comes from a report, its file, its sidecar or a person goes through the function of its
target; all formats of that target use the same one.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence
from html import escape

from extract.harmless import harmless, harmless_json

_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_FORMULA = re.compile(r"[\s'\"]*[=+\-@＝＋－＠]|[\t\r\n]")
"""How a cell begins that a spreadsheet may take for a formula."""
_MARKUP = re.compile(r"([\\`*_{}\[\]()#+!|~$^=-])")
_ENUMERATION = re.compile(r"(\s*\d+)\.(?=\s|$)")


def one_line(words: str) -> str:
    """Return words for a column or a line of their own: no tab, no line end, single spaces."""
    return " ".join(harmless(words).split())


def unbroken(words: str) -> str:
    """Return the words with a space for each tab and line end; as long as they were."""
    return re.sub(r"\s", " ", harmless(words))


def spaced(text: str) -> str:
    """Return a text with its line feeds, without tabs, which part columns; as long as it was."""
    return harmless(text).replace("\t", " ")


def json_bytes(text: str) -> bytes:
    """Return JSON as UTF-8, with escapes for what cannot stand in it raw: the same data."""
    return harmless_json(text).encode()


def json_lines(rows: Iterable[object]) -> bytes:
    """Return JSON lines as UTF-8, one a row."""
    return json_bytes("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows))


def html(words: str) -> str:
    """Return words for the text of an HTML page or for an attribute in quotes."""
    return escape(harmless(words), quote=True)


def markdown(words: str) -> str:
    """Return words that Markdown shows as they are, without line ends; spaces at the edges stay."""
    flat = re.sub(r"\s+", " ", harmless(words))
    marked = _ENUMERATION.sub(r"\1\\.", _MARKUP.sub(r"\\\1", flat), count=1)
    return escape(marked, quote=False)


def cell(value: str) -> str:
    """Return a value for a table: one line, and nothing that a spreadsheet takes for a formula.

    An apostrophe before it says that it is text. Plain numbers stay numbers.
    """
    shown = unbroken(value)
    if _NUMBER.fullmatch(value) or not _FORMULA.match(value):
        return shown
    return f"'{shown}"


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table as CSV (RFC 4180) with a header, every value through `cell`."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([cell(value) for value in row] for row in rows)
    return out.getvalue()
