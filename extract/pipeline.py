"""The order in which a report is read."""

from collections.abc import Callable

from extract.attribution import find_sources
from extract.checks import find_checks
from extract.dates import find_dates, find_dates_in_digits
from extract.doc import Doc
from extract.entities import find_entities
from extract.events import find_events
from extract.incidents import find_incidents
from extract.links import link
from extract.quantities import find_digits, find_figures
from extract.records import Article, Reading
from extract.tagger import parse, untagged
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

STEPS_OF_DIGITS: tuple[Step, ...] = (find_dates_in_digits, find_digits)
"""For reports in a language that is not read."""
STEPS_OF_NAMES: tuple[Step, ...] = (find_dates_in_digits, find_entities, find_digits)
"""For those with a tagger that the person has chosen for them."""


def read(article: Article, tagger: str = SHIPPED) -> Reading:
    """Return the reading of an article: by the tagger, then by every step, in order.

    Of one that is not in English only dates and numbers in digits are read, and the names that a
    tagger other than the one that ships finds in it.

    Raises:
        TaggerError: if there is no such tagger, or it is not installed.
    """
    seen = Seen(article)
    unknown = article.foreign and tagger == SHIPPED
    doc = untagged(seen.article) if unknown else parse(seen.article, tagger)
    reading = Reading(READER_VERSION, article.sha256)
    others = STEPS_OF_DIGITS if unknown else STEPS_OF_NAMES
    for step in others if article.foreign else STEPS:
        reading = step(doc, reading)
    return seen.told(reading)
