"""What a person is told outside the screen, and the exit code.

The one door to a terminal: whatever a command says goes through `say` or `say_text`, which show
what a terminal would act on and replace what it cannot encode.
"""

import sys
from typing import TYPE_CHECKING, TextIO

from extract.harmless import harmless_json
from tui.text.visible import visible

if TYPE_CHECKING:
    import click

_FAILED_IN_PART = "dateline.failed_in_part"
FAILED, WRONG_USAGE = 1, 2
"""Exit codes: some input failed and the rest was done; the call itself was wrong."""


def say(words: str, *, err: bool = False) -> None:
    """One line, on standard output or standard error, whatever stands in the words."""
    _put(f"{visible(words)}\n", sys.stderr if err else sys.stdout)


def say_text(text: str) -> None:
    """Several lines on standard output, each as `say` has it."""
    _put("".join(f"{visible(line)}\n" for line in text.splitlines()), sys.stdout)


def say_json(text: str) -> None:
    """JSON on standard output, for programs: the same data, with nothing a terminal acts on."""
    _put(f"{harmless_json(text)}\n", sys.stdout)


def _put(text: str, stream: TextIO) -> None:
    """Write to a stream, with a question mark for each character that it cannot encode."""
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "replace").decode(encoding))
    stream.flush()


def tell(error: Exception | str) -> None:
    """One line about what went wrong, on standard error."""
    say(f"dateline: {' '.join(str(error).split())}", err=True)


def tell_and_go_on(error: Exception | str) -> None:
    """The same where the rest is done; the command then ends with the exit code for that."""
    import click  # the screen, which tells in its own way, does without

    tell(error)
    click.get_current_context().find_root().meta[_FAILED_IN_PART] = True


def exit_code(said: int | None) -> int:
    """Return the code that a command ends with, by what it says and what was told on the way."""
    import click

    return said or (FAILED if click.get_current_context().meta.get(_FAILED_IN_PART) else 0)


def tell_usage(error: "click.ClickException") -> None:
    """One line about a call that was wrong, with where to read on."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "dateline"
    tell(f"{error.format_message().rstrip('.')}; see '{command} --help'")
