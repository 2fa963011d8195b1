"""The installed `dateline` in a real terminal, on the report that ships with the project."""

import json
import re
import signal
from pathlib import Path

import pytest
from terminal import Terminal, running

SEED = Path(__file__).parents[2] / "seeds" / "000_82356d672ab70ae1.txt"


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return tmp_path / "notes"


def reader(notes: Path) -> list[str]:
    return [str(SEED), "--notes", str(notes), "--as", "anna"]


def decided(terminal: Terminal, number: int) -> None:
    terminal.wait_for(f" {number}/")


def test_the_seed_is_read_decided_on_and_found_again(notes: Path) -> None:
    with running(*reader(notes)) as terminal:
        terminal.wait_for("Fighting between Syrian government forces")
        terminal.wait_for("Al Jazeera · Thu 29 Jul 2021")
        terminal.type("ax")
        decided(terminal, 2)
        terminal.wait_for("saved ")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    with running(*reader(notes)) as terminal:
        decided(terminal, 2)
        terminal.wait_for("✓")
        terminal.wait_for("✗")


def test_a_decision_called_saved_outlives_a_kill(notes: Path) -> None:
    with running(*reader(notes)) as terminal:
        terminal.type("a")
        decided(terminal, 1)
        terminal.wait_for("saved ")
        terminal.kill()
    with running(*reader(notes)) as terminal:
        decided(terminal, 1)


def test_keys_typed_while_it_starts_are_played_back_in_order(notes: Path) -> None:
    with running(*reader(notes)) as terminal:
        terminal.type("aac who says so?\raq")
        assert terminal.wait_for_end() == 0
    with running(*reader(notes)) as terminal:
        decided(terminal, 3)
        terminal.type("C")
        terminal.wait_for("who says so?")


def test_wide_and_narrow_terminals_show_the_report(notes: Path) -> None:
    for columns, rows in ((60, 20), (200, 50)):
        with running(*reader(notes), columns=columns, rows=rows) as terminal:
            terminal.wait_for("Heavy clashes grip")
            terminal.wait_for("? help")


def test_escape_sequences_in_a_report_do_not_reach_the_terminal(notes: Path) -> None:
    report = notes.parent / "report.txt"
    report.write_text("A title here\n\x1b]0;owned\x07Then \x1b[31mred\x1b[0m [b]bold[/b] text.\n")
    with running(str(report), "--notes", str(notes)) as terminal:
        terminal.wait_for("Then ␛[31mred␛[0m [b]bold[/b] text.")


MOUSE_OFF, SCREEN_OFF = b"\x1b[?1000l", b"\x1b[?1049l"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_end_leaves_the_terminal_right_and_the_decision_on_disk(
    notes: Path, number: int
) -> None:
    with running(*reader(notes)) as terminal:
        terminal.type("a")
        decided(terminal, 1)
        terminal.signal(number)
        said = terminal.rest()
        assert MOUSE_OFF in said
        assert SCREEN_OFF in said
        assert terminal.exit_code() == 128 + number
    with running(*reader(notes)) as terminal:
        decided(terminal, 1)


def test_ctrl_z_goes_to_the_shell_and_comes_back(notes: Path) -> None:
    with running(*reader(notes)) as terminal:
        decided(terminal, 0)
        terminal.type("\x1a")
        terminal.wait_until_stopped()
        terminal.signal(signal.SIGCONT)
        terminal.type("a")
        decided(terminal, 1)


@pytest.mark.parametrize(
    ("keys", "shown"), [("", "? help"), ("e\t", "Correct figure"), ("/", "Find")]
)
def test_the_whole_screen_is_there_again_after_the_shell(
    notes: Path, keys: str, shown: str
) -> None:
    with running(*reader(notes)) as terminal:
        decided(terminal, 0)
        terminal.type("3")
        terminal.type(keys)
        terminal.wait_for(shown)
        terminal.type("\x1a")
        terminal.wait_until_stopped()
        terminal.wipe()
        terminal.signal(signal.SIGCONT)
        terminal.wait_for(shown)
        terminal.wait_for("│")


def test_a_terminal_that_is_closed_ends_the_program_even_where_hang_ups_are_ignored(
    notes: Path,
) -> None:
    with running(*reader(notes), ignored=(signal.SIGHUP,)) as terminal:
        decided(terminal, 0)
        terminal.hang_up()
        terminal.wait_until_gone()
    with running(*reader(notes)) as terminal:
        assert "read only" not in terminal.wait_for("? help")


def steps_on_disk(notes: Path) -> int:
    """How many steps the journal of the seed has on disk."""
    (path,) = notes.glob("anna/*.json")
    return len(json.loads(path.read_text(encoding="utf-8"))["journal"])


def test_incidents_are_decided_joined_split_and_corrected_and_outlive_a_kill(notes: Path) -> None:
    with running(*reader(notes), columns=140, rows=40) as terminal:
        first = re.search(r"0/(\d+) incidents", terminal.wait_for(" incidents decided"))
        assert first is not None
        number = int(first[1])
        terminal.type("1\taaaa")
        decided(terminal, 4)
        terminal.type("+")
        terminal.wait_for("The same as")
        terminal.type("\r")
        decided(terminal, 5)
        terminal.type("\rjjS")
        terminal.wait_for(f" 6/{number + 1} incidents decided")
        terminal.type("e")
        terminal.wait_for("Correct incident")
        terminal.type("\t" * 9 + "\x155\r")
        terminal.wait_until(lambda text: "Correct incident" not in text, "the form closed")
        terminal.type("u" * 7)
        terminal.wait_for(f" 0/{number} incidents decided")
        terminal.type("\x12" * 7)
        terminal.wait_for(f" 6/{number + 1} incidents decided")
        terminal.wait_until(lambda _: steps_on_disk(notes) == 3 * 7, "21 steps on disk")
        terminal.kill()
    with running(*reader(notes), columns=140, rows=40) as terminal:
        terminal.wait_for(f" 6/{number + 1} incidents decided")
        terminal.type("u" * 7)
        terminal.wait_for(f" 0/{number} incidents decided")
