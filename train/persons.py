"""Cuts lists of given names and surnames from those of the package Faker.

    python -m train.persons

Kept are names of one word in Latin letters, of every language the package has.
"""

import re
from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import faker.providers.person

from extract.gazetteer.places import key_of

TARGET = Path(__file__).parent.parent / "extract" / "gazetteer" / "persons.txt"
_NAME = re.compile(r"[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ɏḀ-ỿ'’\-]+")
_HEADING = """\
# Given names, then surnames, without case and accents: Faker {version} (MIT licence), made by
# train/persons.py.

"""


def names(kind: str) -> list[str]:
    """Keys of all names of a kind, "first_name" or "last_name", sorted."""
    return sorted({key_of(name) for provider in _providers() for name in _names_of(provider, kind)})


def _providers() -> Iterator[type]:
    package = faker.providers.person
    for module in iter_modules(package.__path__):
        yield import_module(f"{package.__name__}.{module.name}").Provider


def _names_of(provider: type, kind: str) -> Iterator[str]:
    for attribute in dir(provider):
        listed: Any = getattr(provider, attribute)
        if attribute.startswith(kind) and isinstance(listed, list | tuple | dict):
            for entry in listed:
                if isinstance(entry, str) and _NAME.fullmatch(entry):
                    yield entry


def main() -> None:
    """Write the lists."""
    body = "\n\n".join("\n".join(names(kind)) for kind in ("first_name", "last_name"))
    TARGET.write_text(_HEADING.format(version=version("faker")) + body, encoding="utf-8")


if __name__ == "__main__":
    main()
