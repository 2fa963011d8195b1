"""What holds for one library: `library.toml` among its notes."""

import tomllib
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Literal

import msgspec

from store.errors import StoreError
from store.plainfiles import read_plain, reason

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
    unknown: tuple[str, ...] = ()
    """Names in the file that mean nothing."""

    def remarks(self, notes: Path) -> tuple[str, ...]:
        """What a person should know about the file in a folder of notes: a line each."""
        return unknown_names(notes / FILE, self.unknown)


def unknown_names(path: Path, names: tuple[str, ...]) -> tuple[str, ...]:
    """A line about names in a file of settings that mean nothing; none where there are none."""
    if not names:
        return ()
    named = ", ".join(f"'{name[:80]}'" for name in names[:5])
    more = f" and {len(names) - 5} more" if len(names) > 5 else ""
    return (f"{path}: {named}{more} not known here and passed over; check the spelling",)


_NAMES = {each.name for each in fields(Settings)} - {"unknown"}


def read_settings(notes: Path) -> Settings:
    """The settings in a folder of notes; the usual ones where there is no file.

    Raises:
        StoreError: if the file is no TOML or a value is of the wrong kind.
    """
    path = notes / FILE
    try:
        values = tomllib.loads(read_plain(path).decode())
        settings = msgspec.convert(values, Settings)
        return replace(settings, unknown=tuple(sorted(set(values) - _NAMES)))
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except (ValueError, RecursionError) as error:  # no TOML, no UTF-8, other types, depth
        raise StoreError(f"not understood ({error})", path, "mend or remove it") from None
    except OSError as error:
        raise StoreError(
            f"cannot be read ({reason(error)})", path, "check its permissions"
        ) from None
