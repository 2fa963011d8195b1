"""Words with a content of their own are data: they stand in the TOML lists, not in the rules."""

import ast
import re
from collections.abc import Iterator
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, TypeGuard

import pytest

import extract
from extract import vocabulary
from extract.dates.rule import CLASS_NAMES
from extract.lexicon import closed, table
from extract.lexicon.shapes import Shape, shape_of
from extract.tagger.relations import NP_RELATIONS, VG_RELATIONS

HOUSE = Path(extract.__file__).parent
LISTS = sorted(path.stem for path in (HOUSE / "lexicon").glob("*.toml"))
MOST = {
    "checks": 8,
    "dates": 2,
    "doc": 2,
    "entities": 9,
    "gazetteer": 5,
    "lexicon": 1,
    "quantities": 5,
    "tagger": 1,
}
"""Content words in the code of each room that still has some; a number may only fall."""
OF_OTHER_FORMATS = {"load", "batch"}
"""Rooms whose strings are elements and attributes of markup, encodings, and options of a cluster:
words that others have chosen, and no reader's language."""

_WORDS = re.compile(r"[a-z]{2,}(?:[ '’-][a-z]+){0,2}")
"""Longer ones are messages."""
_ALTERNATION = re.compile(r"[a-z]{2,}(?:\|[a-z]{2,})+")
_CLASSES = re.compile(r"\{[^{}]*\}")
"""Names of classes of words or pieces in the patterns of rules: `{digits|scale}`."""
_EXAMPLES = {"Example", "Construction"}
"""What shows a rule, in words that it does not go by."""
_HELD = (ast.Set, ast.Tuple, ast.List, ast.Dict, ast.Compare)


def words_in(code: str) -> Iterator[str]:
    """The English words in collections and in alternations of patterns, one by one."""
    tree = ast.parse(code)
    passed = {id(node.value) for node in tree.body if _is_export(node)}
    passed |= {id(given) for node in ast.walk(tree) if _is_of_ends(node) for given in node.args}
    examples = (node for node in ast.walk(tree) if _is_example(node))
    passed |= {id(inner) for example in examples for inner in ast.walk(example)}
    for node in ast.walk(tree):
        if id(node) in passed:
            continue
        if isinstance(node, _HELD):
            yield from _words_held(node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            for words in _ALTERNATION.findall(_CLASSES.sub(" ", node.value)):
                yield from words.split("|")


def _is_export(node: ast.stmt) -> TypeGuard[ast.Assign]:
    """Whether a statement lists what a module exports, which are names and no words."""
    return isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"


def _is_example(node: ast.AST) -> bool:
    """Whether a call makes the example of a rule, whose words the rule does not go by."""
    called = node.func if isinstance(node, ast.Call) else None
    return isinstance(called, ast.Name) and called.id in _EXAMPLES


def _is_of_ends(node: ast.AST) -> TypeGuard[ast.Call]:
    """Whether a call asks how a word begins or ends: "ches" is no word."""
    called = node.func if isinstance(node, ast.Call) else None
    return isinstance(called, ast.Attribute) and called.attr in {"endswith", "startswith"}


def _words_held(node: ast.AST) -> Iterator[str]:
    for inner in ast.iter_child_nodes(node):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            found = _WORDS.fullmatch(inner.value.strip())
            if found:
                yield found.group()


@cache
def names_of_the_program() -> frozenset[str]:
    """Words that are no English here: enums, keys of lists, labels, classes of tokens."""
    held = vars(vocabulary).values()
    enums = [e for e in held if isinstance(e, type) and issubclass(e, Enum)]
    values = {value.value for enum in enums for value in enum}
    keys = {key for name in LISTS for key in _keys(shape_of(name, table(name)))}
    return frozenset({*LISTS, *map(str, values), *keys, *CLASS_NAMES, *NP_RELATIONS, *VG_RELATIONS})


def _keys(shape: Shape) -> Iterator[str]:
    """The keys that the rules know, not those that are data."""
    for key, inner in shape.keys.items():
        if shape.any_key is None:
            yield key
        yield from _keys(inner)


@cache
def closed_classes() -> frozenset[str]:
    classes: list[Any] = [v for v in vars(closed).values() if isinstance(v, frozenset | tuple)]
    return frozenset().union(*classes)


def content_words(room: Path) -> list[tuple[str, str]]:
    """Words of a room's code that belong into a list, each with the file it stands in."""
    found: set[tuple[str, str]] = set()
    for path in room.rglob("*.py"):
        found |= {(path.name, word) for word in words_in(path.read_text("utf-8"))}
    passed = closed_classes() | names_of_the_program()
    return sorted((name, word) for name, word in found if word not in passed)


@pytest.mark.parametrize("room", sorted(p.parent.name for p in HOUSE.glob("*/__init__.py")))
def test_content_words_are_in_the_lists_and_not_in_the_code(room: str) -> None:
    if room in OF_OTHER_FORMATS:
        return
    found = content_words(HOUSE / room)
    told = ", ".join(f"{word} ({name})" for name, word in found)
    assert len(found) <= MOST.get(room, 0), f"to be moved into extract/lexicon/*.toml: {told}"


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('_FELLED = frozenset({"shot", "stabbed"})', ["shot", "stabbed"]),
        ('_KINDS = {"siege": 1}', ["siege"]),
        ('rule("{clinic|school}")', []),
        ('_PATTERN = re.compile(r"(?:clinic|school)s?")', ["clinic", "school"]),
        ('is_end = word == "repelled"', ["repelled"]),
        ('_ENDS = ("in a siege",)', ["in a siege"]),
        ('__all__ = ["clinic"]', []),
        ('Example("Rebels hit a clinic.", ("a clinic", "rebels"))', []),
        ('is_plural = word.endswith(("ches", "shes"))', []),
        ('told = f"{word} is a clinic"', []),
        ('"""A clinic, a school."""', []),
    ],
)
def test_words_are_found_where_rules_hold_them(code: str, found: list[str]) -> None:
    assert list(words_in(code)) == found
