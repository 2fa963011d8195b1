"""The order in which a report is read."""

from collections.abc import Callable

from extract.attribution import find_sources
from extract.checks import find_checks
from extract.dates import find_dates
from extract.doc import Doc
from extract.entities import find_entities
from extract.events import find_events
from extract.incidents import find_incidents
from extract.links import link
from extract.quantities import find_figures
from extract.records import Article, Reading
from extract.tagger import parse
from extract.tagger.step import SHIPPED
from extract.unseen import Seen
from extract.version import READER_VERSION
from extract.victims import find_victims

Step = Callable[[Doc, Reading], Reading]

STEPS: tuple[Step, ...] = (
    find_dates,
    find_entities,
    find_events,
    find_sources,
    find_figures,
    link,
    find_incidents,
    find_victims,
    find_checks,
)


def read(article: Article, tagger: str = SHIPPED) -> Reading:
    """Return the reading of an article: by the tagger, then by every step, in order.

    Raises:
        TaggerError: if there is no such tagger, or it is not installed.
    """
    seen = Seen(article)
    doc = parse(seen.article, tagger)
    reading = Reading(READER_VERSION, article.sha256)
    for step in STEPS:
        reading = step(doc, reading)
    return seen.told(reading)
