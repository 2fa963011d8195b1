"""Which report of a library a file speaks of."""

from collections import Counter
from collections.abc import Iterator

from extract.errors import LoadError
from extract.records import Article
from store.formats.incoming.proposal import Incoming
from store.library.library import Library

_ALIKE = 0.5
"""Share of its words that a text of another wording has in common with the one it is called by."""


class Finder:
    """Finds reports by their text before all else: a key may be a running number elsewhere."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._by_sign: dict[str, list[str]] | None = None

    def article(self, found: Incoming) -> Article | None:
        """Return the report, if the library has it."""
        key = self._by_text(found) or self._by_key(found)
        try:
            return self._library.article(key) if key else None
        except LoadError:
            return None

    def _by_text(self, found: Incoming) -> str | None:
        """Of the reports with that very text, the one of that key, if there is one."""
        text = found.text.strip() if found.text is not None else None
        for sign in (found.sha256, text):
            keys = self._signs().get(sign, []) if sign else []
            if keys:
                return found.key if found.key in keys else keys[0]
        return None

    def _by_key(self, found: Incoming) -> str | None:
        if found.key is None:
            return None
        keys = [found.key] if found.key in self._library.keys else self._signs().get(found.key, [])
        return next((key for key in keys if self._is_alike(key, found.text)), None)

    def _is_alike(self, key: str, text: str | None) -> bool:
        try:
            return text is None or alike(text, self._library.article(key).text)
        except LoadError:
            return False

    def _signs(self) -> dict[str, list[str]]:
        if self._by_sign is None:
            self._by_sign = {}
            for sign, key in self._all_signs():
                self._by_sign.setdefault(sign, []).append(key)
        return self._by_sign

    def _all_signs(self) -> Iterator[tuple[str, str]]:
        for key in self._library.keys:
            try:
                article = self._library.article(key)
            except LoadError:
                continue
            yield article.sha256, key
            yield article.text.strip(), key
            if article.url:
                yield article.url, key


def alike(first: str, second: str) -> bool:
    """Return whether two texts may be wordings of one report, by the words that they share."""
    one, other = (Counter(text.casefold().split()) for text in (first, second))
    shared = (one & other).total()
    return shared >= _ALIKE * max(1, min(one.total(), other.total()))
