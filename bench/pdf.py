"""How well and how fast PDFs are read, by Dateline and by the libraries that may stand below it.

python bench/pdf.py [--short]

Of documents that are made here, the share of their words that stand in the order in which they are
read (Indel similarity of the lists of words, 100 is all and nothing else), and pages a second of
the processor's time of a document of 100 pages. A library that is not installed is left out.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from rapidfuzz.distance import Indel

if not (find_spec("fpdf") and find_spec("pypdfium2")):
    sys.exit("bench/pdf.py needs fpdf2 and pypdfium2: `make full` brings them")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench import pdfs
from extract.load import load

PAGES = 100
Read = Callable[[Path], str]


def _dateline(path: Path) -> str:
    return load(path).text


def _pypdfium2(path: Path) -> str:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def _pdfplumber(path: Path) -> str:
    import pdfplumber

    with pdfplumber.open(path) as document:
        return "\n".join(page.extract_text() for page in document.pages)


def _pypdf(path: Path) -> str:
    import pypdf

    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


LIBRARIES: dict[str, Read] = {
    "pypdfium2": _pypdfium2,
    "pdfplumber": _pdfplumber,
    "pypdf": _pypdf,
}


def _words(text: str) -> list[str]:
    return text.replace("|", " ").replace("•", " ").replace("\x95", " ").split()


def likeness(text: str, told: tuple[str, ...], title: str) -> float:
    """Return how much of a text is what a document tells, in its order, in per cent."""
    return 100 * Indel.normalized_similarity(_words(text), _words(" ".join((title, *told))))


def main() -> None:
    """Print a line a document, then the pages a second."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--short", action="store_true", help="Dateline alone")
    short = options.parse_args().short
    found = {} if short else {name: r for name, r in LIBRARIES.items() if find_spec(name)}
    readers: dict[str, Read] = {"dateline": _dateline, **found}
    print(f"{'':18}" + "".join(f"{name:>12}" for name in readers))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.pdf"
        for kind, (made, told) in pdfs.TOLD.items():
            path.write_bytes(made())
            title = load(path).title
            line = (f"{likeness(read(path), told, title):12.1f}" for read in readers.values())
            print(f"{kind:18}" + "".join(line))
        path.write_bytes(pdfs.long_report(PAGES))
        print(
            f"{'pages a second':18}" + "".join(f"{_speed(r, path):12.1f}" for r in readers.values())
        )


def _speed(read: Read, path: Path) -> float:
    start = time.process_time()
    read(path)
    return PAGES / (time.process_time() - start)


if __name__ == "__main__":
    main()
