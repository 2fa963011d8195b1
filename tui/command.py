"""The command `dateline`: which words it knows, and the one place where errors end."""

import importlib
import os
import sys

import click
from click.shell_completion import CompletionItem

from extract.errors import DatelineError
from tui.telling import FAILED, exit_code, tell, tell_usage

_COMMANDS = {
    "read": "read",
    "add": "add",
    "example": "example",
    "extract": "extract",
    "incidents": "incidents",
    "print": "printing",
    "status": "status",
    "history": "history",
    "memory": "memory",
    "export": "export",
    "import": "importing",
    "agree": "agree",
    "serve": "serve",
    "config": "config",
}
"""Name of each command and the module in `tui.cli` that holds it, loaded when called."""

_EPILOG = """\b
Examples:
  dateline report.txt                  read and review one report
  dateline reports/                    read and review a folder of reports
  dateline example                     three reports of one attack, to try it on
  dateline extract report.txt          what the machine finds, as plain text
  dateline extract --format jsonl reports/ > found.jsonl
  dateline incidents reports/          one row an incident over all its reports
  dateline print report.txt            the report and what was decided
  dateline status reports/             how far the review has come

\b
Keys in the reader: ? shows them all; q leaves. Every decision is saved at once.
"""


class _Commands(click.Group):
    """Commands loaded on demand; anything else is a path to read."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return names of the commands, in the order of a session."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, its module loaded now."""
        module = _COMMANDS.get(cmd_name)
        if module is None:
            return None
        command: click.Command = importlib.import_module(f"tui.cli.{module}").command
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the commands that the words may become, and what the shell knows of files."""
        files = CompletionItem(incomplete, type="file")
        return [*super().shell_complete(ctx, incomplete), files]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Return the arguments, with `read` in front of a call that names no command."""
        if not (ctx.resilient_parsing or _names_command(args)):
            args = ["read", *args]
        return super().parse_args(ctx, args)


def _names_command(args: list[str]) -> bool:
    if not args:
        return False
    return args[0] in _COMMANDS or args[0] in ("--help", "-h", "--version")


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=_EPILOG,
)
@click.version_option(None, "--version", package_name="dateline", message="dateline %(version)s")
def dateline() -> None:
    """Read news reports in the terminal: what happened, how many, and who says so.

    Give a report (.txt or .md; pages, PDF, Word and mail with extras) or a folder of them.
    Decisions are kept in .dateline beside the reports, in the moment they are made.
    """


@dateline.result_callback()
def _ended(said: int | None) -> int:
    return exit_code(said)


def main() -> None:
    """Run the command, and end with one line and an exit code whatever goes wrong."""
    try:
        sys.exit(dateline.main(standalone_mode=False) or 0)
    except click.ClickException as error:
        tell_usage(error)
        sys.exit(error.exit_code)
    except click.Abort:
        sys.exit(130)
    except DatelineError as error:
        tell(error)
        sys.exit(FAILED)
    except BrokenPipeError:
        # What reads our output has left; Python would complain once more when it closes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(FAILED)
    except Exception as error:  # the one place: a person gets a line, and a file to report it with
        from tui.crash import CrashError, keep_crash

        tell(CrashError(error, keep_crash(error)))
        sys.exit(FAILED)
