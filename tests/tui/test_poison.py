"""No word from a report, file name or notes reaches the terminal raw, by whatever way out."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from extract.harmless import harmless_json
from store.items import State
from store.library.library import Library
from tui.app import ReaderApp
from tui.command import dateline
from tui.telling import say, say_json, say_text, tell

POISON = "a\x1b[31m\x07\x00\x9b2J\x9d0;x\x9c\u202e\x7f\x85\u2028z"
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


@pytest.mark.parametrize("door", [say, say_text, tell, lambda words: say(words, err=True)])
def test_a_door_shows_what_a_terminal_would_act_on(
    door: object, capsys: pytest.CaptureFixture[str]
) -> None:
    door(POISON)  # type: ignore[operator]
    said = capsys.readouterr()
    assert RAW.search(said.out + said.err) is None
    assert "␛" in said.out + said.err


def test_json_keeps_its_data_and_loses_its_teeth(capsys: pytest.CaptureFixture[str]) -> None:
    say_json(json.dumps([POISON], ensure_ascii=False))
    said = capsys.readouterr().out
    assert RAW.search(said) is None
    assert json.loads(said) == [POISON]


def test_tags_beyond_the_first_plane_are_escaped_in_pairs() -> None:
    assert json.loads(harmless_json('"\U000e0041"')) == "\U000e0041"


def test_an_error_is_one_line_whatever_stands_in_it(capsys: pytest.CaptureFixture[str]) -> None:
    tell("x\ndateline: all is well\r\n\x0bdone")
    assert capsys.readouterr().err.count("\n") == 1


@pytest.fixture
def poisoned(tmp_path: Path) -> Path:
    """A library with poison in the text, the title, the sidecar, the file name and the notes."""
    folder = tmp_path / "re\x1b[31mports"
    folder.mkdir()
    report = folder / "a\x1b[2Jb.txt"
    text = f"Blast {POISON} kills 12\n\nA blast killed 12 people in Sulta on Monday, police said."
    report.write_text(text, "utf-8")
    said = json.dumps(f"Wire {POISON}")
    report.with_suffix(".toml").write_text(f"publisher = {said}\npublished = 2024-04-10\n", "utf-8")
    library = Library(folder, "anna")
    session = library.open(library.article(library.keys[0]))
    for item in list(session.items()):
        session.decide(item.id, State.ACCEPTED)
        session.note(item.id, f"note {POISON}")
        session.tag(item.id, (f"tag {POISON}",))
    library.close()
    return folder


@pytest.mark.parametrize(
    "words",
    [
        ["status"],
        ["status", "--format", "json"],
        ["history"],
        ["print"],
        ["extract"],
        ["extract", "--format", "jsonl"],
    ],
    ids=" ".join,
)
def test_no_command_says_a_raw_word(poisoned: Path, words: list[str]) -> None:
    who = [] if words[0] == "extract" else ["--as", "anna"]
    result = CliRunner().invoke(dateline, [words[0], str(poisoned), *words[1:], *who])
    assert result.exception is None
    assert RAW.search(result.output) is None


def _shown(app: ReaderApp) -> str:
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text for strip in strips)


@pytest.mark.parametrize(
    "keys",
    [
        "1",
        "2",
        "3",
        "4",
        "5",
        "1 e",
        "2 e",
        "1 c",
        "1 t",
        "o",
        "question_mark",
        "colon",
        "y",
        "slash",
    ],
)
async def test_no_screen_shows_a_raw_word(poisoned: Path, keys: str) -> None:
    library = Library(poisoned, "anna")
    app = ReaderApp(library, library.open(library.article(library.keys[0])))
    async with app.run_test(size=(120, 40)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press(*keys.split())
        await pilot.pause()
        app.notify(POISON, title=POISON)
        await pilot.pause()
        assert RAW.search(_shown(app).replace("\n", "")) is None
    library.close()
