"""What a user has set for all libraries, and what the reader remembers from one time to the next.

`config.toml` in the user's configuration folder is the user's own and only read; what the reader
remembers is in `reader.toml` in the user's state folder.
"""

import contextlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

import msgspec
from platformdirs import user_config_path, user_state_path

from extract.errors import DatelineError
from store.plainfiles import reason
from store.settings import unknown_names

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
    unknown: tuple[str, ...] = ()
    """Names in the file that mean nothing."""

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a person should know about the file: a line each."""
        return unknown_names(config_path(), self.unknown)


_NAMES = {each.name for each in fields(Config)} - {"unknown"}


def config_path() -> Path:
    """Where a user's configuration is, on this system."""
    return user_config_path("dateline") / CONFIG


def read_config() -> Config:
    """The user's configuration; the usual settings where there is none.

    Raises:
        ConfigError: if it is no TOML, or a value is of the wrong kind.
    """
    path = config_path()
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
        config = msgspec.convert(values, Config)
        return replace(config, unknown=tuple(sorted(set(values) - _NAMES)))
    except FileNotFoundError:
        return Config()
    except (ValueError, RecursionError) as error:  # no TOML, no UTF-8, other types, depth
        raise ConfigError(f"not understood ({error})", path, "mend or remove it") from None
    except OSError as error:
        raise ConfigError(
            f"cannot be read ({reason(error)})", path, "check its permissions"
        ) from None


def remembered() -> Mapping[str, Any]:
    """What the reader remembers; nothing where that is lost."""
    try:
        return tomllib.loads(_state_path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def remember(name: str, value: str) -> None:
    """Remember something; where that fails it is forgotten."""
    values = {**remembered(), name: value}
    lines = [f"{key} = {msgspec.json.encode(str(kept)).decode()}\n" for key, kept in values.items()]
    with contextlib.suppress(OSError):
        _state_path().parent.mkdir(parents=True, exist_ok=True)
        _state_path().write_text("".join(lines), encoding="utf-8")


def _state_path() -> Path:
    return user_state_path("dateline") / STATE
