"""Documents that are no text files into Markdown: by what, and what comes back."""

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from extract.errors import DatelineError, LoadError, MissingExtraError, reading
from extract.load.facts import Facts


@dataclass(frozen=True, slots=True)
class Converted:
    """A document as Markdown, and what is known of it."""

    markdown: str
    facts: Facts = field(default_factory=Facts)
    """What the document states of itself."""
    fallback: Facts = field(default_factory=Facts)
    """What may be guessed where its words do not tell it."""
    problems: tuple[str, ...] = ()
    """What of it could not be read or is left out, one line each without its name."""


_THEN = "save it again, or its text as .txt"
LARGEST = 300_000_000
"""Bytes of a document beyond which it is not opened."""
Convert = Callable[[Path], Converted]
DOCUMENTS = {
    ".pdf": "extract.load.pdf",
    ".docx": "extract.load.office.word",
    ".odt": "extract.load.office.odt",
    ".epub": "extract.load.office.epub",
    ".eml": "extract.load.office.mail",
}
"""Endings of documents, and the module whose `parse` takes them apart, loaded when one comes."""


def convert(path: Path) -> Converted:
    """Return a document as Markdown.

    Raises:
        LoadError: if it cannot be read, or an extra is missing that reads it.
    """
    parse: Convert = import_module(DOCUMENTS[path.suffix.lower()]).parse
    with reading(path):
        try:
            if path.stat().st_size > LARGEST:
                what = f"larger than {LARGEST // 1_000_000} MB"
                raise LoadError(what, path, "save parts of it as documents of their own")
            return parse(path)
        except MissingExtraError as error:
            raise LoadError(error.what, path, error.then) from None
        except (DatelineError, OSError):
            raise
        except MemoryError:
            raise LoadError("holds more than fits into memory", path, _THEN) from None
        except Exception as error:  # of a damaged file anything may come out of the libraries
            raise LoadError(f"damaged ({type(error).__name__})", path, _THEN) from None
