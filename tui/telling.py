"""What a person is told outside the screen: one line on standard error, and an exit code."""

import click

FAILED, WRONG_USAGE = 1, 2
"""Exit codes: some input failed and the rest was done; the call itself was wrong."""


def tell(error: Exception | str) -> None:
    """One line about what went wrong, on standard error."""
    click.echo(f"dateline: {' '.join(str(error).split())}", err=True)


def tell_usage(error: click.ClickException) -> None:
    """One line about a call that was wrong, with where to read on."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "dateline"
    tell(f"{error.format_message().rstrip('.')}; see '{command} --help'")
