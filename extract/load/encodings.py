"""Bytes on disk into text: by their mark, by what they declare, else as UTF-8."""

import codecs
import re
from pathlib import Path

from extract.errors import LoadError, reading

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNS = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or sound"),
    (b"PK\x03\x04", "a packed file or office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x1f\x8b", "a packed file"),
    (b"{\\rtf", "rich text"),
)
_WIDER = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
"""What browsers read for the names that pages give: the wider set that is really meant."""
_UNKNOWN = {"x-sjis": "cp932", "windows-874": "cp874", "x-gbk": "gb18030", "utf8mb4": "utf-8"}
"""Names of encodings that pages give and Python does not know."""
_NOT_OF_TEXTS = frozenset(
    {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "utf-7", "mbcs", "oem"}
)
"""What Python has for names of hosts and for source code, and what no browser reads: through these
plain letters become signs that nobody has looked at."""
_DECLARED = re.compile(
    rb"""<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:+-]{2,40})"""
    rb"""|<\?xml[^>]{0,100}?encoding\s{0,9}=\s{0,9}["']([\w.:+-]{2,40})""",
    re.IGNORECASE,
)
_HEAD = 8192
LARGEST = 50_000_000
"""Bytes of a file of text, a page or a mail: the longest books have a tenth of it."""
_THEN = "save it as UTF-8"


def read_report(path: Path, encoding: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Return a text file's words, and doubts about them, one line each.

    It is read by its byte-order mark, else by `encoding`, else as UTF-8.

    Raises:
        MissingReportError: if there is no such file.
        LoadError: if it cannot be read or decoded, or holds no text.
    """
    data = bytes_of(path)
    _check_text(data, path)
    named = _marked(data) or (_codec(encoding, path) if encoding else None)
    try:
        text = _strict(data, named, path) if named else decoded(data, path)
    except LoadError as error:
        if named or error.then != _THEN:
            raise
        beside = path.with_suffix(".toml").name
        then = f'{_THEN}, or write encoding = "windows-1252" or what it is into {beside}'
        raise LoadError(error.what, path, then) from None
    if not text.strip():
        raise LoadError("the file is empty", path, "put the report's text into it")
    return text, ()


def read_page(path: Path, encoding: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Return a saved page's markup, and doubts about it, as `page_text` gives them.

    Raises:
        MissingReportError: if there is no such file.
        LoadError: if it cannot be read or decoded, or holds no text.
    """
    return page_text(bytes_of(path), path, encoding)


def page_text(
    data: bytes, where: object, encoding: str | None = None
) -> tuple[str, tuple[str, ...]]:
    """Return the markup in the bytes of a page, and doubts about it, one line each.

    It is read by its byte-order mark, else by `encoding`, else by what it declares in its head,
    else as UTF-8. Bytes that stand for nothing there become U+FFFD, and a doubt says how many.

    Raises:
        LoadError: if nothing tells how it is encoded and it is no UTF-8, or it holds no text.
    """
    _check_text(data, where)
    named = _marked(data) or (_codec(encoding, where) if encoding else None)
    named = named or _without_mark(data) or _declared(data, where)
    try:
        text = _strict(data, named, where, "replace") if named else decoded(data, where)
    except LoadError as error:
        if named or error.then != _THEN:
            raise
        raise LoadError(f"{error.what}, and no encoding is declared", where, _THEN) from None
    if not text.strip():
        raise LoadError("the file is empty", where, "save the page again")
    lost = text.count("\ufffd") if named else 0
    doubt = f"{where}: {lost} characters are not {named}; look at the words around \ufffd"
    return text, (doubt,) if lost else ()


def _check_text(data: bytes, where: object) -> None:
    """Tell what is no text by how it begins."""
    for sign, name in _SIGNS:
        if data.startswith(sign):
            raise LoadError(f"not a text file but {name}", where, "save its text as .txt")


def _strict(data: bytes, named: str, where: object, errors: str = "strict") -> str:
    try:
        text = data.decode(named, errors)
    except UnicodeDecodeError as error:
        raise LoadError(f"not {named} text (byte {error.start + 1})", where, _THEN) from None
    return decoded(text.encode("utf-8", "replace"), where)


def _marked(data: bytes) -> str | None:
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def _without_mark(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of "<!doctype" is nought."""
    head = data[:40].lstrip(b"\x00 \t\r\n")
    if b"\x00" not in head:
        return None
    if data[1:2] == b"\x00" and data[3:4] == b"\x00":
        return "utf-16-le"
    return "utf-16-be" if data[:1] == b"\x00" and data[2:3] == b"\x00" else None


def _declared(data: bytes, where: object) -> str | None:
    match = _DECLARED.search(data, 0, _HEAD)
    if match is None:
        return None
    name = (match[1] or match[2]).decode("ascii", "replace")
    codec = _codec(name, where)
    # what could be read so far is one byte a character, whatever the page says of itself
    return "utf-8" if codec.startswith("utf-16") else codec


def _codec(name: str, where: object) -> str:
    """Python's name of an encoding, as browsers understand the names of pages.

    Raises:
        LoadError: if there is no such encoding.
    """
    try:
        name = name.strip().lower()
        info = codecs.lookup(_UNKNOWN.get(name, name))
        "".encode(info.name)  # hex and the like are codecs, but of no text
        if info.name.replace("-", "_") in _NOT_OF_TEXTS or info.name in _NOT_OF_TEXTS:
            raise LookupError(info.name)
    except (LookupError, ValueError, TypeError):
        raise LoadError(f"no encoding is called '{name[:40]}'", where, _THEN) from None
    return _WIDER.get(info.name, info.name)


_BINARY_SIGNS = ("\x00\x00", "%PDF-", "PK\x03\x04")


def read_text(path: Path) -> str:
    """Return the file's text in UTF-8, without byte-order mark, every line end a line feed.

    Raises:
        MissingReportError: if there is no such file.
        LoadError: if it cannot be read, is not UTF-8 or holds nothing.
    """
    text = decoded(bytes_of(path), path)
    if not text.strip():
        raise LoadError("the file is empty", path, "put the report's text into it")
    return text


def decoded(data: bytes, where: object) -> str:
    """Return bytes as text, checked to be text.

    Raises:
        LoadError: if the bytes are not UTF-8, or are another kind of file.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise LoadError(
            f"not UTF-8 text (byte {error.start + 1}, line {line})", where, "save it as UTF-8"
        ) from None
    if text.startswith(_BINARY_SIGNS[1:]) or _BINARY_SIGNS[0] in text:
        raise LoadError("not a text file", where, "give a .txt, .md or .jsonl file")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def bytes_of(path: Path) -> bytes:
    """Return what the file holds.

    Raises:
        MissingReportError: if there is no such file.
        LoadError: if it cannot be read, or is larger than any report.
    """
    with reading(path), path.open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        what = f"larger than {LARGEST // 1_000_000} MB, as no report is"
        raise LoadError(what, path, "split it, or give it as rows of a .jsonl file")
    return data
