"""Which part of a page is its story, and the markup of a page made ready for reading."""

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

_ELSEWHERE = frozenset({"aside", "nav", "footer", "figure", "form", "template", "noscript"})
_OTHERS = re.compile(
    r"(?:^|[\s_-])(?:comments?|respond|replies|reply|related|recommend\w*|sidebar|widget|promo|"
    r"teasers?|trending|popular|latest|ticker|footer|masthead|newsletter|read-?more|more-?stories|"
    r"more-?news|also-?read|disqus|ad|ads|advert\w*|breaking|live-?blog-?list)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LONG = 80
"""Characters of a paragraph that is no line of author and day any more."""


class Story:
    """The element that holds a page's story."""

    def __init__(self, tree: Any) -> None:
        self._known: dict[Any, bool] = {}
        self._tree = tree
        self._root = self._found(tree)
        self._order = {element: n for n, element in enumerate(self._root.iter())}
        long = (p for p in self._root.iter("p") if _length(p) >= _LONG and not self.is_elsewhere(p))
        first = next(long, None)
        self._begins = len(self._order) if first is None else self._order[first]

    def is_elsewhere(self, element: Any) -> bool:
        """Return whether an element belongs to another story, a comment, an aside or the site."""
        return self._apart(element) or element not in self._order

    def own_page(self) -> Any:
        """Return a copy of the page without other stories, comments, asides and what is the
        site's."""
        copy = deepcopy(self._tree)
        pairs = zip(self._tree.iter(), copy.iter(), strict=True)
        for other in [mine for one, mine in pairs if isinstance(one.tag, str) and _is_other(one)]:
            _drop(other)
        return copy

    def drop_others(self) -> None:
        """Take other stories out of the page, where its own has an element to itself."""
        if self._root is not self._tree:
            for other in [one for one in self._tree.iter("article") if self._apart_above(one)]:
                _drop(other)

    def times(self) -> Iterator[Any]:
        """Yield elements that state a time of the story, in their order."""
        for element in self._root.iter("time", "meta", "span", "abbr", "p", "div"):
            dated = element.tag == "time" or element.get("itemprop") == "datePublished"
            if dated and not self._apart(element):
                yield element

    def heads(self, element: Any) -> bool:
        """Return whether an element stands before the first long paragraph."""
        return self._order.get(element, self._begins) < self._begins

    def headings(self) -> Iterator[str]:
        """Yield the words of the story's highest headings."""
        for heading in self._root.iter("h1"):
            if not self._apart(heading):
                yield _words(heading)

    def outer_headings(self) -> Iterator[str]:
        """Yield the words of the highest headings of the page that are not the story's."""
        for heading in self._tree.iter("h1"):
            if self.is_elsewhere(heading):
                yield _words(heading)

    def _found(self, tree: Any) -> Any:
        """The article, or main part, with the most words in paragraphs; else the whole page."""
        for tag in ("article", "main"):
            parts = [part for part in tree.iter(tag) if not self._apart_above(part)]
            if parts:
                return max(parts, key=_paragraph_words)
        return tree

    def _apart_above(self, element: Any) -> bool:
        """Whether an element is within what is not the story, whatever the story is."""
        path = []
        while element is not None and element not in self._known:
            path.append(element)
            element = element.getparent()
        known = self._known[element] if element is not None else False
        for step in reversed(path):
            known = self._known[step] = known or _is_other(step)
        return known

    def _apart(self, element: Any) -> bool:
        if self._apart_above(element):
            return True
        while element is not None and element is not self._root:
            if element.tag == "article":
                return True
            element = element.getparent()
        return False


def _drop(element: Any) -> None:
    """Take an element out of its page, not the words behind it."""
    if element.getparent() is not None:
        element.drop_tree()


def _is_other(element: Any) -> bool:
    if element.tag in _ELSEWHERE:
        return True
    if element.tag in ("html", "body", "article", "main"):
        return element.tag == "article" and _OTHERS.search(element.get("class") or "") is not None
    about = f"{element.get('class') or ''} {element.get('id') or ''}"
    return _OTHERS.search(about[:400]) is not None


def _paragraph_words(part: Any) -> int:
    return sum(_length(p) for p in part.iter("p"))


def _length(element: Any) -> int:
    return sum(len(words) for words in element.itertext())


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "ins"}
    | {"kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time"}
    | {"tt", "u", "var", "wbr"}
)
_HOLDERS = ("p", "div", "td", "section", "article", "main", "body", "center", "font", "span")
_LONG_CELL = 80
_MOST_CELLS = 200
"""Cells of a row, and rows that one cell spans."""


def tidy(tree: Any) -> None:
    """Change a page's tree in place."""
    for kept in list(tree.iter("pre")):
        _break_lines(kept)
    for listed in list(tree.iter("dl")):
        _join_terms(listed)
    for table in list(tree.iter("table")):
        if any(_holds_story(cell) for cell in table.iter("td")):
            _open_up(table)
    for table in reversed(list(tree.iter("table"))):
        _square(table)
        _lift(table)
    for holder in list(tree.iter(*_HOLDERS)):
        if any(_is_double(br) for br in holder.iterchildren("br")):
            _split(holder)


def _square(table: Any) -> None:
    """Give each row of a table all its cells: one that spans rows heads each of them, unless it
    holds figures, which would be told again, or the row is one of heads; one that spans columns is
    followed by empty ones."""
    above: dict[int, tuple[int, Any]] = {}
    for row in table.iter("tr"):
        if next(row.iterancestors("table")) is not table:
            continue
        own = [cell for cell in row if cell.tag in ("td", "th")]
        is_head = all(cell.tag == "th" for cell in own)
        cells = iter(own)
        made: list[Any] = []
        while len(made) < _MOST_CELLS:
            rows, spanning = above.pop(len(made), (0, None))
            cell = next(cells, None) if spanning is None else _repeated(spanning, is_head)
            if cell is None and not any(place > len(made) for place in above):
                break
            cell = cell if cell is not None else row.makeelement("td", {})
            rows = rows or _spanned(cell, "rowspan")
            if rows > 1:
                above[len(made)] = rows - 1, cell if spanning is None else spanning
            made += [
                cell,
                *(row.makeelement("td", {}) for _ in range(_spanned(cell, "colspan") - 1)),
            ]
        row.extend(made)


def _spanned(cell: Any, name: str) -> int:
    """How many rows or columns a cell spans."""
    words = cell.attrib.pop(name, "1").strip()
    is_number = words.isascii() and words.isdigit() and len(words) < 5
    return max(1, min(int(words), _MOST_CELLS)) if is_number else 1


def _repeated(cell: Any, is_head: bool) -> Any:
    """A cell again, empty if it holds figures or stands in a row of heads."""
    words = _words(cell)
    again = cell.makeelement("td", {})
    again.text = "" if is_head or any(map(str.isdigit, words)) else words
    return again


def _lift(table: Any) -> None:
    """Put a table in an item of a list behind that item, between what was one list."""
    items = list(table.iterancestors("li"))
    if not items or items[-1].getparent().tag not in ("ul", "ol"):
        return
    item = items[-1]
    listed = item.getparent()
    rest = listed.makeelement(listed.tag, dict(listed.attrib))
    rest.extend(list(item.itersiblings()))
    table.getparent().remove(table)
    listed.addnext(table)
    if len(rest):
        table.addnext(rest)


def _is_double(br: Any) -> bool:
    following = br.getnext()
    return _is_empty(br.tail) and following is not None and following.tag == "br"


def _is_empty(words: str | None) -> bool:
    return not (words or "").strip()


def _holds_story(cell: Any) -> bool:
    """Whether a cell has headings or several paragraphs, as no table of facts has."""
    if next(cell.iterchildren("h1", "h2", "h3", "table"), None) is not None:
        return True
    long = sum(len("".join(p.itertext())) > _LONG_CELL for p in cell.iterchildren("p"))
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
