"""Bytes on disk into text."""

from pathlib import Path

from extract.errors import LoadError, MissingReportError

_BINARY_SIGNS = ("\x00\x00", "%PDF-", "PK\x03\x04")


def read_text(path: Path) -> str:
    """The file's text in UTF-8, without byte-order mark, every line end a line feed.

    Raises:
        MissingReportError: if there is no such file.
        LoadError: if it cannot be read, is not UTF-8 or holds nothing.
    """
    text = decoded(bytes_of(path), path)
    if not text.strip():
        raise LoadError("the file is empty", path, "put the report's text into it")
    return text


def decoded(data: bytes, where: object) -> str:
    """Bytes as text, checked to be text.

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
    """What the file holds.

    Raises:
        MissingReportError: if there is no such file.
        LoadError: if it cannot be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise MissingReportError("no such file", path, "check the name") from None
    except OSError as error:
        reason = (error.strerror or "unreadable").lower()
        raise LoadError(f"cannot be read ({reason})", path, "check its permissions") from None
