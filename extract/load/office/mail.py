"""Mails (.eml) into Markdown: what the mail says, and the names of what hangs on it."""

import re
from collections.abc import Iterator
from datetime import date
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path
from typing import Any

from extract.errors import LoadError
from extract.load.converting import Converted
from extract.load.encodings import bytes_of
from extract.load.facts import Facts, is_possible
from extract.load.markdown import blocks_as_markdown, escaped
from extract.load.office.markup import as_markdown
from extract.load.plain import blocks_of

_PARTS = re.compile(rb"boundary\s{0,9}=", re.IGNORECASE)
_MOST_PARTS = 300
"""Parts with parts of their own: each is looked for in all that is within the one above."""
_THEN = "save its text as .txt"
_ODD = (ValueError, TypeError, LookupError, AttributeError, RecursionError, AssertionError)
"""What the parser of the standard library fails with on heads that are none."""


def parse(path: Path) -> Converted:
    """Return the Markdown of a mail, with its subject, day and sender.

    What hangs on it is named among the problems, and not opened.

    Raises:
        LoadError: if it is no mail, or has no words.
    """
    return parse_bytes(bytes_of(path), path)


def parse_bytes(data: bytes, where: object) -> Converted:
    """Return the Markdown of the bytes of a mail, as `parse` does."""
    if len(_PARTS.findall(data)) > _MOST_PARTS:
        raise LoadError("more parts within parts than any mail", where, _THEN)
    try:
        mail = BytesParser(policy=policy.default).parsebytes(data)
        if not any(_header(mail, name) for name in ("from", "date", "subject")):
            raise LoadError("no mail: it has no sender, day or subject", where, _THEN)
        subject = _header(mail, "subject")
        words = _words(mail, subject)
        attached = tuple(_attached(mail))
    except _ODD as error:
        raise LoadError(f"a damaged mail ({type(error).__name__})", where, _THEN) from None
    if not words.strip():
        raise LoadError("no words in the mail", where, _THEN)
    title = f"# {escaped(subject)}"
    head = f"{title}\n\n" if subject and not words.startswith(f"{title}\n") else ""
    problems = (f"not opened: {', '.join(attached)}",) if attached else ()
    facts = Facts(title=subject or None, publisher=_sender(mail), published=_day(mail))
    return Converted(head + words, facts, problems=problems)


def _words(mail: EmailMessage, subject: str) -> str:
    part = mail.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    text = _text(part)
    if part.get_content_subtype() == "html":
        return as_markdown(text)
    text = text.replace("\r\n", "\n").strip()
    return blocks_as_markdown(text, blocks_of(text, subject or None)) if text else ""


def _text(part: Any) -> str:
    try:
        return str(part.get_content())
    except (LookupError, UnicodeError):  # an encoding that nobody knows
        data = part.get_payload(decode=True) or b""
        return str(data.decode("utf-8", "replace"))


def _attached(mail: EmailMessage) -> Iterator[str]:
    for part in mail.iter_attachments():
        name = part.get_filename() or part.get_content_type()
        size = len(part.get_payload(decode=True) or b"") if not part.is_multipart() else 0
        yield f"{name} ({max(1, size // 1000)} kB)" if size else str(name)


def _header(mail: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(mail[name] or "").split())
    except _ODD:
        return ""


def _sender(mail: EmailMessage) -> str | None:
    try:
        first = mail["from"].addresses[0]
    except (*_ODD, IndexError):
        return _header(mail, "from") or None
    return str(first.display_name or first.addr_spec) or None


def _day(mail: EmailMessage) -> date | None:
    """The day on which the mail was sent, by the sender's clock."""
    try:
        day: date = mail["date"].datetime.date()
    except _ODD:
        return None
    return day if is_possible(day) else None
