"""The page of the reader: textual-serve's, without its link to a font on the network."""

import re
from importlib import resources

import jinja2

_TEMPLATE = "app_index.html"
_FETCHED_FONT = re.compile(r"<link[^>]*fonts\.googleapis\.com[^>]*>")


def page_template() -> jinja2.Template:
    """Return the page, to be filled with its addresses;
    the link can hold it up where no network is."""
    page = resources.files("textual_serve").joinpath("templates", _TEMPLATE)
    words = _FETCHED_FONT.sub("", page.read_text(encoding="utf-8"))
    return jinja2.Environment(autoescape=True).from_string(words)
