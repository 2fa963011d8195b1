"""Word files (.docx) into Markdown, through mammoth."""

from pathlib import Path
from zipfile import ZipFile

from extract.errors import needs
from extract.load.converting import Converted
from extract.load.facts import Facts
from extract.load.office.markup import as_markdown
from extract.load.office.packed import unpacked
from extract.load.office.stated import stated_in

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='List Bullet 2'] => ul|ol > li > ul > li:fresh
p[style-name='List Bullet 3'] => ul|ol > li > ul|ol > li > ul > li:fresh
p[style-name='List Number 2'] => ul|ol > li > ol > li:fresh
"""


def parse(path: Path) -> Converted:
    """Return the Markdown of a Word file; its title and day of saving may be guessed from it.

    Raises:
        LoadError: if it is none, damaged, locked or too large.
        MissingExtraError: if mammoth is not installed.
    """
    with needs("mammoth", "documents"):
        import mammoth
    with unpacked(path, "Word file") as packed:
        packed.getinfo("word/document.xml")
        with path.open("rb") as file:
            made = mammoth.convert_to_html(
                file, style_map=_STYLES, convert_image=mammoth.images.img_element(_no_picture)
            )
        return Converted(as_markdown(made.value), fallback=_stated(packed))


def _no_picture(image: object) -> dict[str, str]:
    return {"src": ""}


def _stated(packed: ZipFile) -> Facts:
    if "docProps/core.xml" not in packed.namelist():
        return Facts()
    return stated_in(packed.read("docProps/core.xml"), "title", ("modified", "created"))
