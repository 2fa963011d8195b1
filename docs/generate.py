"""Write the pages of the handbook that come from the program: commands and keys.

`python docs/generate.py` writes them; `--check` says which are not as the program is now, and exits
with 1. Screenshots are made with `python docs/screenshots.py`.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from tui.actions import GROUPS, Action, shown
from tui.command import dateline

PAGES = Path(__file__).parent
_MADE = "<!-- Made by docs/generate.py: change the program, not this page. -->"


def commands() -> str:
    """The page of commands, with each one's help as it prints it."""
    parts = ["# Commands", _MADE, *_command_parts("dateline", dateline, None)]
    return "\n\n".join(parts) + "\n"


def _command_parts(
    name: str, command: click.Command, parent: click.Context | None
) -> Iterator[str]:
    context = click.Context(command, info_name=name, parent=parent, max_content_width=80)
    yield f"## `{context.command_path}`"
    yield f"```text\n{command.get_help(context).rstrip()}\n```"
    if isinstance(command, click.Group):
        for child in command.list_commands(context):
            found = command.get_command(context, child)
            if found is not None:
                yield from _command_parts(child, found, context)


def keys() -> str:
    """The page of keys, from the table that makes the bindings, the footer and the help."""
    parts = [
        "# Keys",
        _MADE,
        "Each action has an id. To move it to another key, name the id in `config.toml` in the"
        " user's configuration folder, or under `[keys]` in a library's `library.toml`:",
        '```toml\n[keys]\n"reader.accept" = "ctrl+y"\n"reader.reject" = "x,delete"\n```',
    ]
    for group in GROUPS:
        rows = "\n".join(_row(action) for action in group.actions)
        parts.append(f"## {group.title}")
        parts.append(f"| keys | what | id |\n| --- | --- | --- |\n{rows}")
    return "\n\n".join(parts) + "\n"


def _row(action: Action) -> str:
    names = " ".join(f"`{_in_table(shown(key))}`" for key in action.keys)
    return f"| {names} | {_in_table(action.tooltip)} | `{action.id}` |"


def _in_table(words: str) -> str:
    return words.replace("|", "\\|")


MADE: dict[str, Callable[[], str]] = {"cli.md": commands, "keys.md": keys}
"""The pages that are made, by file name."""


def main() -> int:
    """Write the pages, or with `--check` compare them; the exit code."""
    check = "--check" in sys.argv[1:]
    stale = []
    for name, make in MADE.items():
        path = PAGES / name
        words = make()
        if check and (not path.exists() or path.read_text(encoding="utf-8") != words):
            stale.append(name)
        elif not check:
            path.write_text(words, encoding="utf-8")
    for name in stale:
        print(f"docs/{name} is not as the program is now: run python docs/generate.py")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
