"""What a library's memory is worth: a simulated coder over the sets of the shared benchmark.

    python bench/memory.py [SET ...]

The coder knows the gold: accepts the suggestions that are right, corrects or rejects the others,
report by report, and adds nothing. From the 5th, 20th and 60th report on the suggestions are
counted: how many are right as the machine has them, and with what is remembered by then. An error
that repeats is one of the same words with the same answer as one that was put right before; one
that is always made was so in two reports before, and never another way. Made is what was right
without the memory. Where there is no benchmark it says so; the exit code is 0 either way.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

# As a script, so that it is started from anywhere: the folder above is the program's.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench import scoring
from bench.scoring import SETS, Json, Set
from bench.wanted import Wanted, fits, pairs
from extract import pipeline
from extract.load import from_row
from extract.records import Article
from extract.vocabulary import Label
from store.history.decisions import corrected, settled
from store.items import Item, Kind, State
from store.memory import Memory, evidence_in, filled_in, folding
from store.memory.features import features
from store.suggestions import suggestions
from store.wording import name, names

AFTER = (5, 20, 60)
"""Reports that are reviewed before it is counted."""
_NAMES, _ROWS = ("worldwide", "re3d"), ("muc4", "attacks")
_SETS = {**SETS, "attacks": Set("dev/incidents.jsonl", {}, every=2)}
_PROCESSES = 2
_CHUNK = 4

_GOLD = {Label.PERSON: "PER", Label.PLACE: "LOC", Label.DATE: "DATE"}
"""Our labels in the gold's words; all others are organisations there."""
_OURS = {"PER": Label.PERSON, "LOC": Label.PLACE, "ORG": Label.ORG, "DATE": Label.DATE}
_CELLS = {"type": "kind", "side A": "side_a", "side B": "side_b", "place": "place"}
_TYPES = {
    "bombing": "Explosions/Remote violence",
    "kidnapping": "Violence against civilians",
}
"""Types of the gold that are one of ours whoever did it to whom."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One suggestion of a report, under the gold."""

    about: tuple[str, str]
    """What it is and its words: by these an error is known again."""
    answer: str
    """What the coder makes of it."""
    right: bool
    remembered: bool = False
    """Whether it is right with what is remembered."""


@dataclass
class Review:
    """The suggestions of one report and the coder's word on them."""

    items: tuple[Item, ...]
    decided: list[Item] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)


def main(wanted: Sequence[str]) -> None:
    """Print the shares for the sets named, or for all."""
    if not scoring.BENCH.is_dir():
        print(f"no benchmark in {scoring.BENCH}: passed over")
        return
    heads = ("suggestions", "right", "with it", "repeat gone", "always gone", "made")
    print(f"{'set':12} {'after':>6}" + "".join(f"{head:>13}" for head in heads))
    for told in wanted or (*_NAMES, *_ROWS):
        rows = _SETS[told].rows()
        with ProcessPoolExecutor(_PROCESSES) as pool:
            read = list(pool.map(suggested, rows, chunksize=_CHUNK))
        found = list(counted(told, rows, read))
        for after in AFTER:
            if after < len(rows):
                print(f"{told:12} {after:6}" + _shares(one for one in found if one.after >= after))


def suggested(row: Json) -> tuple[Article, tuple[Item, ...]]:
    """Return a document with what is suggested for it."""
    article = from_row(row, row["id"])
    return article, suggestions(article, pipeline.read(article))


Read = tuple[Article, tuple[Item, ...]]
About = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Counted:
    """One suggestion, after a number of reports."""

    after: int
    judged: Judged
    repeats: bool
    """Whether it is wrong as one of the same words was before."""
    always: bool
    """Whether it was so in two reports, and never another way."""


def counted(told: str, rows: Sequence[Json], read: Sequence[Read]) -> Iterator[Counted]:
    """Yield the suggestions of all reports, each with what is remembered of those before it."""
    memory = Memory()
    answers: defaultdict[About, Counter[tuple[str, bool]]] = defaultdict(Counter)
    for after, (row, (article, items)) in enumerate(zip(rows, read, strict=True)):
        review = judged(told, row, article, items, memory)
        for one in review.judged:
            before = answers[one.about]
            times = 0 if one.right else before[one.answer, False]
            yield Counted(after, one, times > 0, times > 1 and len(before) == 1)
        for about, answer in {(one.about, (one.answer, one.right)) for one in review.judged}:
            answers[about][answer] += 1
        memory.put(str(row["id"]), evidence_in(review.decided))


def _shares(found: Iterable[Counted]) -> str:
    later = list(found)
    every = max(1, len(later))
    right, with_it = (
        f"{100 * sum(getattr(one.judged, f) for one in later) / every:.1f} %"
        for f in ("right", "remembered")
    )
    made = sum(one.judged.right and not one.judged.remembered for one in later)
    gone = [_gone(one for one in later if getattr(one, f)) for f in ("repeats", "always")]
    return "".join(f"{one:>13}" for one in (len(later), right, with_it, *gone, made))


def _gone(found: Iterable[Counted]) -> str:
    errors = [one.judged.remembered for one in found]
    return f"{sum(errors)} of {len(errors)}"


def judged(
    told: str, row: Json, article: Article, items: tuple[Item, ...], memory: Memory
) -> Review:
    """Return the review of a document by the gold, with what is remembered shown."""
    review = Review(items)
    if told in _NAMES:
        _judge_names(review, row["gold"]["entities"], article, memory)
    else:
        _judge_rows(review, row["gold"]["events"], article, memory)
    return review


# Names: which label the gold has where the name stands


def _judge_names(review: Review, gold: Sequence[Json], article: Article, memory: Memory) -> None:
    for item in review.items:
        if item.kind is not Kind.ENTITY or item.fields["label"] == Label.DATE:
            continue
        wanted = _label(item, gold)
        if wanted is None:
            continue
        shown = filled_in(item, memory)
        answer = wanted or "rejected"
        there = folding(item, memory) is None
        about = ("name", str(item.fields["name"]).casefold())
        right, remembered = (_gold(one) == wanted for one in (item, shown))
        remembered = remembered if there else not wanted
        review.judged.append(Judged(about, answer, right, remembered))
        if not wanted:
            review.decided.append(settled(item, State.REJECTED))
        elif _gold(shown) == wanted:
            review.decided.append(settled(shown, State.ACCEPTED))
        else:
            fields = {"label": _OURS[wanted].value}
            review.decided.append(corrected(shown, article.text, fields))


def _gold(item: Item) -> str:
    return _GOLD.get(Label(item.fields["label"]), "ORG")


def _label(item: Item, gold: Sequence[Json]) -> str | None:
    """The gold's label of most of its places, nothing where it has none; none where the gold leaves
    it open.
    """
    found: Counter[str] = Counter()
    for span in item.spans:
        here = [one for one in gold if one["start"] < span.end and span.start < one["end"]]
        if any(one.get("optional") or one["label"] not in _OURS for one in here):
            return None
        found.update([here[0]["label"] if here else ""])
    return found.most_common(1)[0][0]


# Rows: which are wanted, and whether their cells fit


def _judge_rows(review: Review, gold: Sequence[Json], article: Article, memory: Memory) -> None:
    rows = [item for item in review.items if item.kind is Kind.INCIDENT]
    found = pairs(article.text, [_wanted(one) for one in gold], rows)
    for item in rows:
        wanted, there = found.get(item.id), folding(item, memory) is None
        narrow = next(iter(features(item)))
        answer = "kept" if wanted else "rejected"
        right = wanted is not None
        review.judged.append(Judged(("row", narrow), answer, right, there is right))
        if wanted is None:
            review.decided.append(settled(item, State.REJECTED))
            continue
        shown = filled_in(item, memory)
        review.judged += _cells(wanted, item, shown, there)
        changes = dict(_changes(wanted, shown))
        review.decided.append(
            corrected(shown, article.text, changes) if changes else settled(shown, State.ACCEPTED)
        )


def _cells(wanted: Wanted, item: Item, shown: Item, there: bool) -> Iterator[Judged]:
    for cell, column in _CELLS.items():
        about = (cell, _words(item, column))
        right, remembered = (fits(cell, wanted, one.fields) for one in (item, shown))
        yield Judged(about, wanted.cell(cell), right, remembered and there)


def _words(item: Item, column: str) -> str:
    value = item.fields.get(column)
    told = value if isinstance(value, str) else name(value) if column == "place" else names(value)
    return str(told).casefold()


def _changes(wanted: Wanted, shown: Item) -> Iterator[tuple[str, Any]]:
    """What a coder types where a cell does not fit."""
    for cell, column in _CELLS.items():
        if fits(cell, wanted, shown.fields):
            continue
        typed = {"name": wanted.cell(cell)} if wanted.cell(cell) else None
        if cell == "type":
            yield from (("kind", wanted.type), ("subkind", None))
        elif cell == "place":
            yield column, typed
        else:
            yield column, [typed] if typed else []


def _wanted(event: Mapping[str, Any]) -> Wanted:
    parties = [*event["perpetrators"], *event["targets"]]
    days = event["dates"][0] if event["dates"] else {}
    return Wanted(
        tuple((start, end) for one in parties for start, end in one["spans"]),
        next(filter(None, (_TYPES.get(one) for one in event["types"])), ""),
        tuple(alternative for place in event["places"] for alternative in place),
        _day(days.get("from")),
        _day(days.get("to")),
        _alternatives(event["perpetrators"]),
        _alternatives(event["targets"]),
        None,
        None,
        (),
    )


def _alternatives(parties: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    return tuple(alternative for party in parties for alternative in party["alts"])


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None


if __name__ == "__main__":
    main(sys.argv[1:])
