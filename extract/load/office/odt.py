"""ODT files into Markdown, through odfdo."""

from pathlib import Path

from extract.errors import needs
from extract.load.converting import Converted
from extract.load.facts import Facts
from extract.load.office.packed import unpacked
from extract.load.office.stated import stated_in


def parse(path: Path) -> Converted:
    """Return the Markdown of an ODT file; its title and day of saving may be guessed from it.

    Raises:
        LoadError: if it is none, damaged, locked or too large.
        MissingExtraError: if odfdo is not installed.
    """
    with needs("odfdo", "documents"):
        from odfdo import Document
    with unpacked(path, "ODT file") as packed:
        packed.getinfo("content.xml")
        facts = Facts()
        if "meta.xml" in packed.namelist():
            facts = stated_in(packed.read("meta.xml"), "title", ("date", "creation-date"))
        return Converted(Document(path).to_markdown(), fallback=facts)
