"""The day on which a page says that its own story appeared, and where it says so.

Pages are full of other days: of other stories, of comments, of the site. What is not said of this
story is no more than a guess.
"""

import re
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Any

from extract.load.facts import is_possible
from extract.load.linked import Linked
from extract.load.story import Story

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
    """The day of publication that a page's markup states of its own story, if any."""
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
        return None


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
        value = time.get("datetime") or time.get("content") or ""
        about = f"{time.get('itemprop') or ''} {time.get('class') or ''}"
        if time.get("itemprop") == "datePublished" or "pubdate" in time.attrib:
            told.append(value)
        elif not _LATER.search(about) and story.heads(time):
            plain.append(value)
    yield from (*told, *plain)
