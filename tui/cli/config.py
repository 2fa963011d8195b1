"""`dateline config`: where settings are, and what stands in them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from store.library.settings import FILE, NAMES, read_settings
from store.notes.paths import NOTES_FOLDER
from tui import config
from tui.cli import options
from tui.telling import say, tell, tell_and_go_on

_MEANINGS = {
    "annotator": "who decides, where neither --as nor DATELINE_ANNOTATOR says",
    "theme": "colours of the reader, over those chosen last (T)",
    "keys": "keys by the id of their action: [keys]",
    "numbers": "whose bounds vague numbers have on export: literal, acled, gtd",
    "adopt": "which of several reports' numbers stands: latest, lowest, highest, best grade",
    "labels": "tags that are offered first",
}


@click.command("config")
@click.argument("path", type=click.Path(path_type=Path), default=Path("."), required=False)
@options.notes
def command(path: Path, notes: Path | None) -> int:
    """Tell where the settings of the user and of a library are, and what stands in them.

    What a file says that means nothing here, or is wrong, is named. The page "Configuration" of the
    handbook has all that may stand in them.

    \b
    Examples:
      dateline config
      dateline config reports/
    """
    own = config.read_config()
    _tell("The user's settings", config.config_path(), own, sorted(config.NAMES))
    folder = path if path.is_dir() else path.parent
    place = (notes or folder / NOTES_FOLDER) / FILE
    settings = read_settings(notes or folder / NOTES_FOLDER)
    _tell("Settings of this library", place, settings, sorted(NAMES))
    say(f"What the reader remembers (colours, what was opened): {config.state_path()}")
    for problem in (*own.problems, *settings.problems):
        tell_and_go_on(problem)
    for remark in (*own.remarks, *settings.remarks):
        tell(remark)
    return 0


def _tell(title: str, path: Path, found: object, names: Iterable[str]) -> None:
    say(f"{title}: {path}{'' if path.is_file() else ' (there is none)'}")
    for name in names:
        say(f"  {name} = {_shown(getattr(found, name))}  # {_MEANINGS[name]}")


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(_keys(value)) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(f'"{one}"' for one in value) + "]"
    return "(not set)" if value is None else f'"{value}"'


def _keys(value: dict[object, object]) -> Iterator[str]:
    return (f'"{ident}" = "{keys}"' for ident, keys in value.items())
