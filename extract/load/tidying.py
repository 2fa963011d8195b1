"""A page's markup made ready for what takes the report out of it.

Paragraphs that only line breaks keep apart become paragraphs, and so do lines of text whose white
space counts: trafilatura glues both.
"""

from typing import Any

_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "ins"}
    | {"kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time"}
    | {"tt", "u", "var", "wbr"}
)
_HOLDERS = ("p", "div", "td", "section", "article", "main", "body", "center", "font", "span")
_LONG = 80


def tidy(tree: Any) -> None:
    """Change a page's tree in place."""
    for kept in list(tree.iter("pre")):
        _break_lines(kept)
    for listed in list(tree.iter("dl")):
        _join_terms(listed)
    for table in list(tree.iter("table")):
        if any(_holds_story(cell) for cell in table.iter("td")):
            _open_up(table)
    for holder in list(tree.iter(*_HOLDERS)):
        if any(_is_double(br) for br in holder.iterchildren("br")):
            _split(holder)


def _is_double(br: Any) -> bool:
    following = br.getnext()
    return _is_empty(br.tail) and following is not None and following.tag == "br"


def _is_empty(words: str | None) -> bool:
    return not (words or "").strip()


def _holds_story(cell: Any) -> bool:
    """Whether a cell has headings or several paragraphs, as no table of facts has."""
    if next(cell.iterchildren("h1", "h2", "h3", "table"), None) is not None:
        return True
    long = sum(len("".join(p.itertext())) > _LONG for p in cell.iterchildren("p"))
    return long > 1 or any(_is_double(br) for br in cell.iterchildren("br"))


def _open_up(table: Any) -> None:
    """Make divisions of a table that only lays out the page, and leave those within it."""
    waiting = [table]
    while waiting:
        part = waiting.pop()
        waiting += part.iterchildren("tbody", "thead", "tfoot", "tr", "td", "th")
        part.tag = "div"


def _break_lines(kept: Any) -> None:
    """Make a division of preformatted text, a break for each of its line ends."""
    kept.tag = "div"
    if len(kept):
        return
    first, *others = (kept.text or "").strip("\n").split("\n")
    kept.text = first
    for line in others:
        br = kept.makeelement("br", {})
        br.tail = line
        kept.append(br)
    if not any(_is_double(br) for br in kept):
        kept.tag = "p"


def _join_terms(listed: Any) -> None:
    """Make items of terms, each with what is said of it."""
    listed.tag = "ul"
    term: Any = None
    for part in list(listed.iter("dt", "dd")):
        if part.tag == "dd" and term is not None:
            words = " ".join("".join(term.itertext()).split())
            part.text = f"{words.rstrip(':')}: {(part.text or '').lstrip()}"
            term.getparent().remove(term)
            term = None
        elif part.tag == "dt":
            term = part
        part.tag = "li"


class _Paragraphs:
    """What is put in the place of a holder's children."""

    def __init__(self, holder: Any) -> None:
        self._holder = holder
        self.children: list[Any] = []
        self._open: Any = None

    def words(self, words: str | None) -> None:
        """Text that stands right in the holder."""
        if self._open is None and _is_empty(words):
            return
        paragraph = self._paragraph()
        if len(paragraph):
            paragraph[-1].tail = (paragraph[-1].tail or "") + (words or "")
        else:
            paragraph.text = (paragraph.text or "") + (words or "")

    def inline(self, element: Any) -> None:
        """An element within a paragraph, whose tail is text."""
        tail, element.tail = element.tail, None
        self._paragraph().append(element)
        self.words(tail)

    def close(self) -> None:
        """End the paragraph that is open."""
        self._open = None

    def apart(self, element: Any) -> None:
        """An element that stands between paragraphs."""
        self.close()
        tail, element.tail = element.tail, None
        self.children.append(element)
        self.words(tail)

    def _paragraph(self) -> Any:
        if self._open is None:
            self._open = self._holder.makeelement("p", {})
            self.children.append(self._open)
        return self._open


def _split(holder: Any) -> None:
    """Make a paragraph of what stands between two line breaks and the next two."""
    children = list(holder)
    made = _Paragraphs(holder)
    made.words(holder.text)
    after_break = False
    for child in children:
        if child.tag == "br" and (after_break or _is_double(child)):
            tail, child.tail = child.tail, None
            made.close()
            made.words(tail)
            after_break = _is_empty(tail)
        elif child.tag in _INLINE or child.tag == "br":
            made.inline(child)
            after_break = False
        else:
            made.apart(child)
            after_break = False
    holder.text = None
    for child in children:
        if child.getparent() is holder:
            holder.remove(child)
    holder.extend(made.children)
    if holder.tag in ("p", "font", "span"):
        holder.tag = "div"  # a paragraph holds no paragraphs
