"""What a person is told outside the screen: one line on standard error, and an exit code."""

import click

_FAILED_IN_PART = "dateline.failed_in_part"
FAILED, WRONG_USAGE = 1, 2
"""Exit codes: some input failed and the rest was done; the call itself was wrong."""


def tell(error: Exception | str) -> None:
    """One line about what went wrong, on standard error."""
    click.echo(f"dateline: {' '.join(str(error).split())}", err=True)


def tell_and_go_on(error: Exception | str) -> None:
    """The same where the rest is done; the command then ends with the exit code for that."""
    tell(error)
    click.get_current_context().find_root().meta[_FAILED_IN_PART] = True


def exit_code(said: int | None) -> int:
    """The code that a command ends with, by what it says and what was told on the way."""
    return said or (FAILED if click.get_current_context().meta.get(_FAILED_IN_PART) else 0)


def tell_usage(error: click.ClickException) -> None:
    """One line about a call that was wrong, with where to read on."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "dateline"
    tell(f"{error.format_message().rstrip('.')}; see '{command} --help'")
