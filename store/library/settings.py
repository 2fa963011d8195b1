"""What holds for one library: `library.toml` among its notes."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from extract.errors import DatelineError
from store.plainfiles import read_plain
from store.tomlfiles import understand

FILE = "library.toml"
NAMES = frozenset({"numbers", "labels", "keys", "adopt"})
"""What may stand in the file."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The numbers profile, labels, keys and rule of a library; all may be left out."""

    numbers: Literal["literal", "acled", "gtd"] = "literal"
    """Whose bounds vague numbers such as "dozens" get on export."""
    adopt: Literal["latest", "lowest", "highest", "best grade"] = "latest"
    """Which of several reports' numbers stands for an incident until a person adopts another."""
    labels: tuple[str, ...] = ()
    """Tags offered first in this library."""
    keys: dict[str, str] = field(default_factory=dict)
    """Keys by the id of the action, over those of the user's configuration."""
    remarks: tuple[str, ...] = ()
    """Not in the file: a line about names in it that mean nothing."""
    problems: tuple[DatelineError, ...] = ()
    """Not in the file: what of it is passed over, since it is wrong."""


def read_settings(notes: Path) -> Settings:
    """Return the settings in a folder of notes; the usual ones where there is no file,
    or it is wrong."""
    found = understand(notes / FILE, read_plain, Settings, NAMES)
    return Settings(**found.values, remarks=found.remarks, problems=found.problems)
