"""HTML that is no page of the web, such as a Word file's, into Markdown."""

from extract.errors import needs
from extract.load.story import tidy


def as_markdown(markup: str) -> str:
    """Return the Markdown of HTML: headings, paragraphs, lists, tables and quotations.

    Pictures and the addresses of links are left out, and tables that only lay out a mail.

    Raises:
        MissingExtraError: if markdownify is not installed.
        ValueError: if it is no HTML.
    """
    with needs("markdownify", "documents"):
        from lxml import etree, html
        from markdownify import markdownify
    if not markup.strip():
        return ""
    try:
        tree = html.document_fromstring(_without_declaration(markup))
    except etree.LxmlError as error:
        raise ValueError(str(error)) from None
    etree.strip_elements(tree, "script", "style", "head", "template", with_tail=False)
    tidy(tree)
    told: str = markdownify(
        html.tostring(tree, encoding="unicode"),
        heading_style="ATX",
        bullets="-",
        strip=["a", "img"],
        escape_misc=True,
        table_infer_header=True,
    )
    return told.strip() + "\n"


def _without_declaration(markup: str) -> str:
    """lxml takes no words that name bytes' encoding."""
    return markup.split("?>", 1)[1] if markup.lstrip().startswith("<?xml") else markup
