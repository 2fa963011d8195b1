"""A long report is read in a process of its own, and told where that fails."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from extract.load import load
from extract.reader import Reader
from extract.records import Article
from extract.subprocess_reader import LONG, ReadingLostError, SubprocessReader


@pytest.fixture
def report(tmp_path: Path) -> Article:
    path = tmp_path / "report.txt"
    words = "Rescuers counted 12 boats near the pier of Valmora on Monday, the port said."
    path.write_text("\n".join([words] * (LONG // len(words) + 1)))
    return load(path)


def test_a_reading_is_the_same_in_a_process_of_its_own(report: Article) -> None:
    assert SubprocessReader(Reader()).read(report) == Reader().read(report)


def test_why_the_process_failed_is_told_in_one_line(report: Article) -> None:
    with pytest.raises(ReadingLostError, match=r"not read \(.+\); open it again") as told:
        SubprocessReader(Reader("no such tagger")).read(report)
    assert "\n" not in str(told.value)


def test_a_reading_that_nobody_waits_for_is_stopped(report: Article) -> None:
    subprocess_reader = SubprocessReader(Reader())
    text = report.text * 20
    endless = replace(report, text=text, blocks=(replace(report.blocks[0], end=len(text)),))
    told: list[ReadingLostError] = []

    def read() -> None:
        with pytest.raises(ReadingLostError) as caught:
            subprocess_reader.read(endless)
        told.append(caught.value)

    waiting = threading.Thread(target=read)
    waiting.start()
    while waiting.is_alive():
        subprocess_reader.stop(endless.key)
        waiting.join(0.01)
    assert len(told) == 1


def test_stopping_what_is_not_read_does_nothing() -> None:
    SubprocessReader(Reader()).stop("report")
