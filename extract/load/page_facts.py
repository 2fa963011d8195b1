"""What a page and its JSON-LD say of its own story: title, site, day of publication."""

import json
import re
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Any

from extract.load.dated import day_in
from extract.load.facts import is_possible
from extract.load.story import Story

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


_METAS = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "parsely-pub-date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
)
"""Names under which a page's head states the day of publication, most telling first."""
_DAY = re.compile(r"(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)")
_LATER = re.compile(r"modif|updat", re.IGNORECASE)


def stated_date(tree: Any, linked: Linked, story: Story) -> date | None:
    """Return the day of publication that a page's markup states of its own story, if any."""
    found = (*linked.published(), *_in_metas(tree, story), *_in_times(story))
    return next((day for day in map(_day, found) if day is not None and is_possible(day)), None)


def _day(words: str) -> date | None:
    words = words.strip()[:60]
    match = _DAY.match(words)
    try:
        if match:
            return date(int(match[1]), int(match[2]), int(match[3]))
        return parsedate_to_datetime(words).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return day_in(words)


def _in_metas(tree: Any, story: Story) -> Iterator[str]:
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name")
        if name is None and story.is_elsewhere(meta):
            continue
        name = (name or meta.get("itemprop") or "").lower()
        metas.setdefault(name, meta.get("content") or "")
    yield from (metas[name] for name in _METAS if name in metas)


def _in_times(story: Story) -> Iterator[str]:
    """Times that the story's own head gives, those that are said to be of publication first."""
    told, plain = [], []
    for time in story.times():
        value = time.get("datetime") or time.get("content") or _words_of(time)
        about = f"{time.get('itemprop') or ''} {time.get('class') or ''}"
        if time.get("itemprop") == "datePublished" or "pubdate" in time.attrib:
            told.append(value)
        elif not _LATER.search(about) and story.heads(time):
            plain.append(value)
    yield from (*told, *plain)


def _words_of(time: Any) -> str:
    """What stands in a time that gives it in words alone; meta elements and others have none."""
    return " ".join("".join(time.itertext()).split()) if time.tag == "time" else ""


_PARTS = re.compile(r"(?<!\s)\s+[|–—\-:·•»«/]{1,2}\s+")
_SITE_METAS = ("og:site_name", "application-name", "apple-mobile-web-app-title", "twitter:site")
_TITLE_METAS = ("og:title", "twitter:title", "dc.title", "title")


def site_name(tree: Any, linked: Linked) -> str | None:
    """Return the name that the page gives to its site or publisher."""
    metas = _metas(tree)
    stated = [metas[name] for name in _SITE_METAS[:1] if metas.get(name)]
    stated += linked.publishers()
    stated += [metas[name] for name in _SITE_METAS[1:-1] if metas.get(name)]
    return next(filter(None, (" ".join(name.split()) for name in stated)), None)


def title_of(tree: Any, linked: Linked, story: Story, site: str | None) -> str | None:
    """Return the title of the story: its own heading, else what is stated of it;
    never the site's name."""
    metas = _metas(tree)
    page = " ".join("".join(next(tree.iter("title"), tree.makeelement("x")).itertext()).split())
    stated = [*linked.titles(), *(metas[name] for name in _TITLE_METAS if metas.get(name))]
    sites = {_folded(site or ""), _folded(_site_in(page, story)), ""}
    headings = [words for words in story.headings() if _folded(words) not in sites]
    agreed = [words for words in headings if _is_part(words, [page, *stated])]
    own = agreed or (headings if len(headings) == 1 and not stated else [])
    found = (*own, *(_without_site(words, sites) for words in (*stated, page)), *headings)
    return next((words for words in found if _folded(words) not in sites), None)


def _site_in(page: str, story: Story) -> str:
    """The end of the page's title that a heading repeats which cannot be the story's.

    Such a heading stands outside the story, or has fewer words than the rest of the page's title.
    """
    cuts = list(_PARTS.finditer(page))
    if not cuts:
        return ""
    rest, last = page[: cuts[-1].start()], page[cuts[-1].end() :]
    outer = {_folded(words) for words in story.outer_headings()}
    inner = {_folded(words) for words in story.headings()}
    shorter = len(last.split()) < len(rest.split())
    return last if _folded(last) in outer or (shorter and _folded(last) in inner) else ""


def _is_part(words: str, stated: list[str]) -> bool:
    folded = _folded(words)
    return any(folded in _folded(other) or _folded(other) == folded for other in stated)


def _without_site(words: str, sites: set[str]) -> str:
    """A title without the part that names the site, at its end or its start."""
    words = " ".join(words.split())
    cuts = list(_PARTS.finditer(words))
    if cuts and _folded(words[cuts[-1].end() :]) in sites:
        return words[: cuts[-1].start()]
    if cuts and _folded(words[: cuts[0].start()]) in sites:
        return words[cuts[0].end() :]
    return words


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or "").lower()
        found.setdefault(name, (meta.get("content") or "").strip())
    return found


def _folded(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))
