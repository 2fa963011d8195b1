"""Files of notes that an older Dateline wrote, brought to today's form."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from store.errors import DamagedError, NewerVersionError

SCHEMA_VERSION = 1
"""Of the files this program writes; raised with every change that an older program cannot read."""

FORMAT = "dateline-notes"

Tables = dict[str, dict[str, Any]]
Upgrade = Callable[[Tables], Tables]

UPGRADES: Mapping[int, Upgrade] = MappingProxyType({})
"""From each older version to the one after it; a function's name says what it does."""


def version_of(tables: Tables, where: object) -> int:
    """The schema version of a file's tables.

    Raises:
        DamagedError: if they are no notes of Dateline.
    """
    about = tables.get("dateline", {}).get("notes")
    if not isinstance(about, dict) or about.get("format") != FORMAT:
        raise DamagedError("these are no notes of Dateline", where)
    version = about.get("schema_version")
    if type(version) is not int or version < 1:
        raise DamagedError(f"schema_version is {version!r}", where)
    return version


def upgraded(
    tables: Tables,
    where: object,
    *,
    upgrades: Mapping[int, Upgrade] = UPGRADES,
    newest: int = SCHEMA_VERSION,
) -> Tables:
    """The tables in today's form; the same object if they have it.

    Raises:
        NewerVersionError: if a newer program wrote them.
        DamagedError: if they are no notes of Dateline, or no way leads from their version.
    """
    version = version_of(tables, where)
    if version > newest:
        raise NewerVersionError(
            f"written by a newer Dateline (schema {version}, this one knows {newest})",
            where,
            "opened for reading only; update Dateline to change it",
        )
    while version < newest:
        if version not in upgrades:
            raise DamagedError(f"no way leads from schema version {version}", where)
        tables = _numbered(upgrades[version](tables), version + 1)
        version += 1
    return tables


def _numbered(tables: Tables, version: int) -> Tables:
    about = {**tables["dateline"]["notes"], "schema_version": version}
    return {**tables, "dateline": {**tables["dateline"], "notes": about}}
