"""What holds for one library: `library.toml` among its notes."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import msgspec

from store.errors import StoreError

FILE = "library.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """The numbers profile, labels and keys of a library; all may be left out."""

    numbers: Literal["literal", "acled", "gtd"] = "literal"
    """Whose bounds vague numbers such as "dozens" get on export."""
    labels: tuple[str, ...] = ()
    """Tags offered first in this library."""
    keys: dict[str, str] = field(default_factory=dict)
    """Keys by the id of the action, over those of the user's configuration."""


def read_settings(notes: Path) -> Settings:
    """The settings in a folder of notes; the usual ones where there is no file.

    Raises:
        StoreError: if the file is no TOML or a value is of the wrong kind.
    """
    path = notes / FILE
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
        return msgspec.convert(values, Settings)
    except FileNotFoundError:
        return Settings()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise StoreError(f"not understood ({error})", path, "mend or remove it") from None
    except OSError as error:
        reason = (error.strerror or "unreadable").lower()
        raise StoreError(f"cannot be read ({reason})", path, "check its permissions") from None
