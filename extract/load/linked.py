"""What a page's JSON-LD says of the story that the page is about."""

import json
import re
from collections.abc import Iterator
from typing import Any

_STORY = re.compile(r"(?:.*Article|.*BlogPosting|.*Report|.*Posting|Review.*News)$")
_SITE = re.compile(r"(?:WebSite|.*Organization)$")
_INTO = ("@graph", "mainEntity", "mainEntityOfPage")
_DEEPEST = 8
_MOST = 2000
_LONGEST = 2_000_000


class Linked:
    """The objects of a page's linked data that are about its own story."""

    def __init__(self, tree: Any) -> None:
        self.problems: list[str] = []
        objects = [found for value in self._values(tree) for found in _objects(value)]
        self._sites = [o for o in objects if any(map(_SITE.match, _types(o)))]
        stories = [o for o in objects if any(map(_STORY.match, _types(o)))]
        bare = [o for o in objects if not _types(o) and "datePublished" in o]
        self._stories = _own(stories, tree) or ([] if stories or len(bare) > 1 else bare)

    def published(self) -> Iterator[str]:
        """Yield the days of publication that are stated, most telling first."""
        yield from self._of_stories("datePublished")

    def titles(self) -> Iterator[str]:
        """Yield the headlines that are stated."""
        yield from self._of_stories("headline")

    def publishers(self) -> Iterator[str]:
        """Yield the names of who publishes the story, then of the site."""
        for story in self._stories:
            publisher = story.get("publisher")
            yield from _names([publisher] if isinstance(publisher, dict) else [])
        yield from _names(self._sites)

    def _of_stories(self, name: str) -> Iterator[str]:
        for story in self._stories:
            value = story.get(name)
            if isinstance(value, str) and value.strip():
                yield value

    def _values(self, tree: Any) -> Iterator[Any]:
        for script in tree.iter("script"):
            if "ld+json" not in (script.get("type") or ""):
                continue
            words = (script.text or "").strip().removesuffix(";")
            try:
                yield json.loads(words[:_LONGEST], strict=False)
            except (ValueError, RecursionError):
                if words:
                    self.problems.append("its JSON-LD cannot be read, so passed over")


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """The objects that describe the page, not those that belong to others of them."""
    waiting = [(value, 0)]
    for _ in range(_MOST):
        if not waiting:
            return
        found, depth = waiting.pop(0)
        if depth > _DEEPEST:
            continue
        if isinstance(found, list):
            waiting.extend((part, depth + 1) for part in found[:_MOST])
        elif isinstance(found, dict):
            yield found
            waiting.extend((found[name], depth + 1) for name in _INTO if name in found)


def _own(stories: list[dict[str, Any]], tree: Any) -> list[dict[str, Any]]:
    """Those stories that the page is about, by address or title; one alone, unless both differ."""
    addresses = {a.rstrip("/") for a in _addresses(tree)}
    titles = _folded(" ".join(_page_titles(tree)))
    own = [s for s in stories if not addresses.isdisjoint(_addresses_of(s))]
    own = own or [s for s in stories if _is_in(s.get("headline"), titles)]
    if own or len(stories) > 1:
        return own
    return [s for s in stories if not (s.get("headline") and addresses and _addresses_of(s))]


def _is_in(headline: Any, titles: str) -> bool:
    return isinstance(headline, str) and bool(folded := _folded(headline)) and folded in titles


def _addresses(tree: Any) -> Iterator[str]:
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            yield link.get("href") or ""
    for meta in tree.iter("meta"):
        if meta.get("property") == "og:url":
            yield meta.get("content") or ""


def _page_titles(tree: Any) -> Iterator[str]:
    yield from ("".join(title.itertext()) for title in tree.iter("title"))
    for meta in tree.iter("meta"):
        if meta.get("property") == "og:title":
            yield meta.get("content") or ""


def _addresses_of(story: dict[str, Any]) -> set[str]:
    page = story.get("mainEntityOfPage")
    page = page.get("@id") if isinstance(page, dict) else page
    found = (story.get("url"), story.get("@id"), page)
    return {f.rstrip("/") for f in found if isinstance(f, str) and f}


def _types(found: dict[str, Any]) -> list[str]:
    types = found.get("@type")
    listed = types if isinstance(types, list) else [types]
    return [str(kind).rsplit("/", 1)[-1] for kind in listed if isinstance(kind, str)]


def _names(found: list[dict[str, Any]]) -> Iterator[str]:
    for value in found:
        if isinstance(value.get("name"), str) and value["name"].strip():
            yield value["name"]


def _folded(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))
