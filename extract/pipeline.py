"""The order in which a report is read."""

from collections.abc import Callable
from dataclasses import replace

from extract.checks.step import find_checks
from extract.dates.step import find_dates
from extract.events.step import find_events
from extract.figures.find import find_figures
from extract.links import link
from extract.names.step import find_entities
from extract.records import Article, Reading
from extract.sources.step import find_sources
from extract.tagger import find_syntax
from extract.unseen import Seen
from extract.version import READER_VERSION

Step = Callable[[Article, Reading], Reading]

STEPS: tuple[Step, ...] = (
    find_syntax,
    find_dates,
    find_entities,
    find_events,
    find_sources,
    find_figures,
    link,
    find_checks,
)


def read(article: Article) -> Reading:
    """Take an article through every step, in order."""
    reading = Reading(version=READER_VERSION, sha256=article.sha256)
    seen = Seen(article)
    for step in STEPS:
        reading = step(seen.article, reading)
    return seen.told(replace(reading, syntax=None))
