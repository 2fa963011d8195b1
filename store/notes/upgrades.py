"""Files of notes that an older Dateline wrote, brought to today's form."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from store.errors import DamagedError, NewerVersionError
from store.kinds import Kind, definition

SCHEMA_VERSION = 2
"""Of the files this program writes; raised with every change that an older program cannot read."""

FORMAT = "dateline-notes"

Tables = dict[str, dict[str, Any]]
Upgrade = Callable[[Tables], Tables]


def with_present_names(kind: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of an item under the names that its kind has for them now."""
    former = definition(Kind(kind)).former if kind in Kind.__members__.values() else {}
    return {former.get(name, name): value for name, value in fields.items()}


def rename_fields(tables: Tables) -> Tables:
    """Return the tables with fields of items, changes and the visit under their present names."""
    items = {ident: with_renamed_fields(item) for ident, item in tables.get("items", {}).items()}
    steps = {key: with_renamed_changes(step) for key, step in tables.get("journal", {}).items()}
    visit = with_present_article_notes(tables.get("visit", {}))
    return {**tables, "items": items, "journal": steps, "visit": visit}


def with_present_article_notes(documents: Mapping[str, Any]) -> dict[str, Any]:
    """Return documents with what the person says of the article, once `sheet`, under its name."""
    rest = {name: value for name, value in documents.items() if name != "sheet"}
    return {"article_notes": documents["sheet"], **rest} if "sheet" in documents else rest


def with_renamed_fields(item: Any, kind: str = "") -> Any:
    """Return the values of an item, all or some, with its fields under present names.

    `kind` is that of the item where its values do not tell it. What is no item is returned as it
    is: whoever reads it says what is wrong.
    """
    if not isinstance(item, dict):
        return item
    kind = str(item.get("kind") or kind)
    suggestion = item.get("suggestion")
    if isinstance(suggestion, dict) and isinstance(suggestion.get("fields"), dict):
        suggested = {**suggestion, "fields": with_present_names(kind, suggestion["fields"])}
        item = {**item, "suggestion": suggested}
    if isinstance(item.get("correction"), dict):
        item = {**item, "correction": with_present_names(kind, item["correction"])}
    return item


def with_renamed_changes(step: Any) -> Any:
    """Return a step of the journal with the fields that it changed under present names."""
    if not isinstance(step, dict) or not isinstance(step.get("changes"), list):
        return step
    return {**step, "changes": [_renamed_change(change) for change in step["changes"]]}


def _renamed_change(change: Any) -> Any:
    if not isinstance(change, dict):
        return change
    # Of an item that was deleted later, nothing else tells the kind.
    letter = str(change.get("id"))[:1]
    kind = next((kind for kind in Kind if definition(kind).letter == letter), "")
    return {
        name: with_renamed_fields(value, kind) if name in ("was", "now") else value
        for name, value in change.items()
    }


UPGRADES: Mapping[int, Upgrade] = MappingProxyType({1: rename_fields})
"""From each older version to the one after it; a function's name says what it does."""


def version_of(tables: Tables, where: object, form: str = FORMAT) -> int:
    """Return the schema version of a file's tables, which are of a form.

    Raises:
        DamagedError: if they are no notes of Dateline, or of another form.
    """
    about = tables.get("dateline", {}).get("notes")
    if not isinstance(about, dict) or about.get("format") != form:
        raise DamagedError("these are no notes of Dateline", where)
    version = about.get("schema_version")
    if type(version) is not int or version < 1:
        raise DamagedError(f"schema_version is {version!r}", where)
    return version


def upgraded(
    tables: Tables,
    where: object,
    *,
    form: str = FORMAT,
    upgrades: Mapping[int, Upgrade] = UPGRADES,
    newest: int = SCHEMA_VERSION,
) -> Tables:
    """Return the tables in today's form; the same object if they have it.

    Raises:
        NewerVersionError: if a newer program wrote them.
        DamagedError: if they are no notes of Dateline, or no way leads from their version.
    """
    version = version_of(tables, where, form)
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
