"""Reports of our own in a language of few words, with a reader for it: for tests of incidents.

Each sentence reads "On 18 March 2025 gunmen killed 14 people in Kesten, the mayor said."
"""

import hashlib
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from extract.records import (
    Article,
    Block,
    Entity,
    Event,
    Figure,
    Incident,
    Mention,
    Party,
    Reading,
    Source,
    Span,
    Toll,
    When,
)
from extract.vocabulary import BlockKind, Label, MentionForm, Precision, Qualifier
from store.incidents.library_incidents import LibraryIncidents
from store.library.library import Library

_SENTENCE = re.compile(
    r"On (?P<day>\d+ March 2025) (?P<side_a>[\w ]+?) killed (?P<killed>\d+) (?P<side_b>\w+)"
    r" in (?P<place>\w+), (?P<source>[\w ]+) said\."
)
_KILLED = "killed"


def told(day: int, place: str, killed: int, source: str = "the mayor", who: str = "gunmen") -> str:
    """A sentence that tells of an incident."""
    return f"On {day} March 2025 {who} killed {killed} people in {place}, {source} said."


def write(folder: Path, key: str, *sentences: str, day: int = 19, publisher: str = "") -> Path:
    """Put a report into a folder, published on a day of that March."""
    path = folder / f"{key}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([f"News of {key}", *sentences]), encoding="utf-8")
    facts = f'title = "News of {key}"\npublished = 2025-03-{day}\n'
    facts += f'publisher = "{publisher or key.title()}"\n'
    path.with_suffix(".toml").write_text(facts, encoding="utf-8")
    return path


def library(folder: Path, annotator: str = "anna") -> Library:
    """The reports of a folder, read by the reader of this language."""
    return Library(folder, annotator, read=read, reader="market 1")


def opened(folder: Path, annotator: str = "anna") -> LibraryIncidents:
    """All incidents of a folder, up to date."""
    found = LibraryIncidents(library(folder, annotator), clock=Clock())
    for _ in found.bring_up_to_date():
        pass
    return found


def three_reports(folder: Path) -> None:
    """One attack in three reports, one of them with another attack, and one of something else."""
    attack = "Traders fled the cattle market while stalls burned."
    write(folder, "wire", told(18, "Kesten", 14), attack, day=19)
    write(folder, "courier", told(18, "Kesten", 19, "a doctor"), attack, day=21)
    other = told(17, "Lorsk", 3, "the army", "rebels")
    write(folder, "herald", told(18, "Kesten", 16, "a trader"), attack, other, day=20)


class Clock:
    """Time that goes on by a second each time it is asked, from a later moment each time."""

    _began = datetime(2025, 3, 22, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        Clock._began += timedelta(seconds=1)
        return Clock._began


def article(text: str, key: str = "report") -> Article:
    """A report with one paragraph a line."""
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(line)))
        start += len(line) + 1
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Article(key, text.split("\n")[0], text, tuple(blocks), sha256, date(2025, 3, 19))


def read(article: Article) -> Reading:
    """What a reader of this language finds."""
    reading = Reading("market 1", article.sha256)
    for number, match in enumerate(_SENTENCE.finditer(article.text), 1):
        reading = _with(reading, match, number)
    return reading


def _with(reading: Reading, match: re.Match[str], number: int) -> Reading:
    def span(name: str) -> Span:
        return Span(*match.span(name))

    killed = float(match["killed"])
    day = datetime.strptime(match["day"], "%d %B %Y").replace(tzinfo=UTC).date()
    verb = Span(match.end("side_a") + 1, match.end("side_a") + 1 + len(_KILLED))
    ids = {letter: f"{letter}{number}" for letter in "edfsvi"}
    place = Party(*match.span("place"), ids["e"])
    doer, harmed = (Party(*match.span(side)) for side in ("side_a", "side_b"))
    return Reading(
        reading.version,
        reading.sha256,
        (*reading.entities, Entity(ids["e"], Label.PLACE, match["place"],
            (Mention(*match.span("place"), MentionForm.NAME),))),
        (*reading.dates, When(ids["d"], *match.span("day"), match["day"], day, day,
            Precision.DAY, "day", day.isoformat())),
        (*reading.figures, Figure(ids["f"], *match.span("killed"), killed, killed, killed,
            Qualifier.EXACT, span("side_b"), outcome="killed", when=ids["d"], place=place,
            source=ids["s"], event=ids["v"])),
        (),
        (*reading.sources, Source(ids["s"], match["source"], "official", (span("source"),),
            figures=(ids["f"],), events=(ids["v"],))),
        (*reading.events, Event(ids["v"], (verb,), "Violence against civilians", "Attack",
            (doer,), (harmed,), place, ids["d"], source=ids["s"])),
        (*reading.incidents, Incident(ids["i"], "Violence against civilians", "Attack",
            (ids["v"],), (verb,), (ids["f"],), (doer,), (harmed,), (), (place,), ids["d"],
            (Toll("killed", killed, killed, killed, "stated", (ids["f"],), (ids["s"],)),),
            (ids["s"],), main=number == 1)),
    )  # fmt: skip
