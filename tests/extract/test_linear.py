"""However long or odd a text is, the work for it grows with its length and no faster.

Counted, not timed: the lines of our own code that are run for a text and for one twice as long.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from types import CodeType

import pytest

from extract import pipeline
from extract.checks.step import find_checks
from extract.incidents import find_incidents
from extract.records import Article, Block, Reading
from extract.tagger import parse
from extract.vocabulary import BlockKind

_NEWS = (
    "At least {n} people were killed when gunmen attacked a market in Ostrava on Monday, "
    "the Harbour Authority said. “We counted {n} boats,” said Ines Duarte of the coast guard. "
)
TEXTS: dict[str, Callable[[int], str]] = {
    "one line of news": lambda size: "".join(_NEWS.format(n=n % 90 + 2) for n in range(size)),
    "numbers": lambda size: " ".join(str(n) for n in range(size * 8)),
    "numbers in words": lambda size: " ".join(["twenty-one", "hundred", "and"] * size * 2),
    "opening quotation marks": lambda size: "“ " * size * 8,
    "straight quotation marks": lambda size: '" word ' * size * 4,
    "capitals": lambda size: "Ab " * size * 8,
    "one word": lambda size: "a" * size * 40,
    "full stops": lambda size: ". " * size * 8,
    "commas and names": lambda size: "Ines Duarte, " * size * 4,
    "verbs of saying": lambda size: "said " * size * 8,
    "dates": lambda size: "on Monday, 5 March, " * size * 2,
    "brackets": lambda size: "(" * size * 8,
    "spaces": lambda size: " " * size * 40,
    "rows of a table": lambda size: "Killed | 17\n" * size * 4,
    "labels in one line": lambda size: "Killed: 17, wounded: 31, " * size * 2,
    "line ends": lambda size: "\n" * size * 40 + "a",
    "words of no width": lambda size: "a\u200b" * size * 8,
    "quotations and verbs": lambda size: "“x” said " * size * 4,
}
SMALL = 30
"""Enough that what is done once for any text does not show."""


def article(text: str) -> Article:
    digest = sha256(text.encode()).hexdigest()
    return Article("odd", "Odd", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),), digest)


@contextmanager
def counting(lines: list[int]) -> Iterator[None]:
    """Count every line of the reading that is run."""
    ours: dict[CodeType, bool] = {}

    def trace(frame: object, event: str, argument: object) -> object:
        code: CodeType = frame.f_code  # type: ignore[attr-defined]
        if code not in ours:
            ours[code] = "/extract/" in code.co_filename
        if not ours[code]:
            return None
        lines[0] += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)  # type: ignore[arg-type]
    try:
        yield
    finally:
        sys.settrace(before)


def work(text: str) -> int:
    """Lines of our code that reading the text runs."""
    lines = [0]
    with counting(lines):
        pipeline.read(article(text))
    return lines[0]


LONG = {"numbers": pytest.mark.slow}
"""Where the longest sentence there is bounds the work, and a text must be longer to show it."""


@pytest.mark.parametrize("kind", [pytest.param(kind, marks=LONG.get(kind, ())) for kind in TEXTS])
def test_twice_the_text_is_at_most_little_more_than_twice_the_work(kind: str) -> None:
    make = TEXTS[kind]
    pipeline.read(article(make(4)))  # word lists and models are loaded once
    assert work(make(4 * SMALL)) <= 2.4 * work(make(2 * SMALL))


_ACCUSED = (
    "Gunmen killed {n} traders in Ostrava on 5 May {year}. The governor, Idris Valko, blamed the "
    "attack on the Dawn Front. A spokesman for the Dawn Front denied it. "
)


def work_on_incidents(count: int) -> int:
    """Lines of our code that finding and checking so many incidents runs."""
    text = "".join(_ACCUSED.format(n=n % 28 + 2, year=1500 + n) for n in range(count))
    doc = parse(article(text))
    reading = Reading("by hand", doc.article.sha256)
    lines = [0]
    for step in pipeline.STEPS:
        if step in (find_incidents, find_checks):
            with counting(lines):
                reading = step(doc, reading)
        else:
            reading = step(doc, reading)
    return lines[0]


def test_twice_the_incidents_are_at_most_little_more_than_twice_the_work() -> None:
    work_on_incidents(4)
    assert work_on_incidents(160) <= 2.4 * work_on_incidents(80)


@pytest.mark.parametrize("words", ["said ", "he said that ", "police said ", "“x” said "])
def test_a_long_sentence_is_hardly_more_work_than_two_of_half_its_length(words: str) -> None:
    size = 200 // len(words.split())  # twice that is about the longest sentence there is
    pipeline.read(article(words * 4))
    assert work(words * 2 * size) <= 2.6 * work(words * size)


@pytest.mark.slow
@pytest.mark.timeout(600)  # beside other processes the longest takes minutes
@pytest.mark.parametrize("kind", TEXTS)
def test_texts_that_are_long_and_odd_are_read_to_the_end(kind: str) -> None:
    reading = pipeline.read(article(TEXTS[kind](6_000)))
    assert reading.sha256
