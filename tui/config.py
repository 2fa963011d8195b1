"""What a user has set for all libraries, and what the reader remembers from one time to the next.

`config.toml` in the user's configuration folder is the user's own and only read; what the reader
remembers is in `reader.toml` in the user's state folder.
"""

import contextlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
from platformdirs import user_config_path, user_state_path

from extract.errors import DatelineError
from store.tomlfiles import understand

CONFIG, STATE = "config.toml", "reader.toml"


class ConfigError(DatelineError):
    """A configuration that cannot be understood."""


@dataclass(frozen=True, slots=True)
class Config:
    """A user's own settings; all may be left out."""

    annotator: str | None = None
    """Who decides, where the command line does not say."""
    theme: str | None = None
    """Over the theme chosen last in the reader."""
    keys: dict[str, str] = field(default_factory=dict)
    """Keys by the id of their action, several parted by commas."""
    remarks: tuple[str, ...] = ()
    """Not in the file: a line about names in it that mean nothing."""
    problems: tuple[DatelineError, ...] = ()
    """Not in the file: what of it is passed over, since it is wrong."""

    lost: frozenset[str] = frozenset()
    """Not in the file: the names of which it is not known what it says."""

    def named_annotator(self) -> str | None:
        """Return who decides, if the file says so.

        Raises:
            ConfigError: if that cannot be told, since somebody else would seem to decide.
        """
        if "annotator" not in self.lost:
            return self.annotator
        problem = self.problems[0]  # in the order of the names, as this one is the first
        raise ConfigError(problem.what, problem.where, f"{problem.then}, or give --as")


NAMES = frozenset({"annotator", "theme", "keys"})
"""What may stand in the file."""


def config_path() -> Path:
    """Return where a user's configuration is, on this system."""
    return user_config_path("dateline") / CONFIG


def read_config() -> Config:
    """Return the user's configuration; the usual settings where there is none, or it is wrong."""
    found = understand(config_path(), Path.read_bytes, Config, NAMES)
    return Config(**found.values, remarks=found.remarks, problems=found.problems, lost=found.lost)


def remembered() -> Mapping[str, Any]:
    """Return what the reader remembers; nothing where that is lost."""
    try:
        return tomllib.loads(state_path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def remember(name: str, value: str) -> None:
    """Remember something; where that fails it is forgotten."""
    values = {**remembered(), name: value}
    lines = [f"{key} = {msgspec.json.encode(str(kept)).decode()}\n" for key, kept in values.items()]
    with contextlib.suppress(OSError):
        state_path().parent.mkdir(parents=True, exist_ok=True)
        state_path().write_text("".join(lines), encoding="utf-8")


def state_path() -> Path:
    """Return where the reader keeps what it remembers, on this system."""
    return user_state_path("dateline") / STATE
