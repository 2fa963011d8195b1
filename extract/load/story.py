"""Which part of a page is its story, and what beside it is another's."""

import re
from collections.abc import Iterator
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

    def times(self) -> Iterator[Any]:
        """Elements that state a time of the story, in their order."""
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
