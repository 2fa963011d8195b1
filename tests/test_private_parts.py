"""A class's private parts are its own: no subclass overrides or uses those of a base."""

import ast
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def classes_of(source: str) -> Iterator[ast.ClassDef]:
    return (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ClassDef))


def base_names(node: ast.ClassDef) -> set[str]:
    """Names of the bases, those with parameters too."""
    bases = (base.value if isinstance(base, ast.Subscript) else base for base in node.bases)
    return {base.attr if isinstance(base, ast.Attribute) else ast.unparse(base) for base in bases}


def of_self(node: ast.ClassDef) -> Iterator[ast.Attribute]:
    """Attributes of `self` that the class reads or sets."""
    for one in ast.walk(node):
        if isinstance(one, ast.Attribute) and ast.unparse(one) == f"self.{one.attr}":
            yield one


def methods(node: ast.ClassDef) -> set[str]:
    """Private methods that a class defines."""
    kinds = ast.FunctionDef | ast.AsyncFunctionDef
    return {one.name for one in node.body if isinstance(one, kinds) and private(one.name)}


def parts(node: ast.ClassDef) -> set[str]:
    """Private names that a class gives itself: methods, class attributes, what it sets."""
    made = {one.attr for one in of_self(node) if isinstance(one.ctx, ast.Store)}
    for one in node.body:
        if isinstance(one, ast.Assign | ast.AnnAssign):
            targets = one.targets if isinstance(one, ast.Assign) else [one.target]
            made.update(ast.unparse(target) for target in targets)
    return methods(node) | {name for name in made if private(name)}


def uses(node: ast.ClassDef) -> set[str]:
    """Private names that a class gives itself or reads of itself."""
    return parts(node) | {one.attr for one in of_self(node) if private(one.attr)}


Names = Callable[[ast.ClassDef], set[str]]


def shared(sources: Iterable[str], of_class: Names, of_base: Names) -> list[str]:
    """Names of a base that a subclass of it has too, as "Class._name"."""
    classes = [node for source in sources for node in classes_of(source)]
    known = {node.name: node for node in classes}

    def ancestors(node: ast.ClassDef) -> Iterator[ast.ClassDef]:
        for name in base_names(node) & known.keys() - {node.name}:
            yield known[name]
            yield from ancestors(known[name])

    return sorted(
        {
            f"{node.name}.{name}"
            for node in classes
            for base in ancestors(node)
            for name in of_class(node) & of_base(base)
        }
    )


def sources_of(*rooms: str) -> list[str]:
    files = (path for room in rooms for path in (ROOT / room).rglob("*.py"))
    return [path.read_text("utf-8") for path in files]


def test_no_subclass_overrides_a_private_method_of_a_base() -> None:
    assert shared(sources_of("extract", "store", "tui"), methods, methods) == []


def test_no_class_of_the_screen_uses_what_is_private_to_a_base() -> None:
    assert shared(sources_of("tui"), uses, parts) == []


BASE = "class Base:\n    def __init__(self): self._kept = 0\n    def _read(self): ...\n"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("    def _read(self): ...", ["Part._read"]),
        ("    def look(self): return self._kept", ["Part._kept"]),
        ("    def put(self): self._kept = 1", ["Part._kept"]),
        ("    def read(self): self._read()", ["Part._read"]),
        ("    _read = None", ["Part._read"]),
        ("    def read(self): self._own = 1", []),
        ("    def __init__(self): ...", []),
    ],
)
def test_sharing_is_seen_where_it_is(body: str, found: list[str]) -> None:
    assert shared([BASE, f"class Part(Base):\n{body}\n"], uses, parts) == found


def test_overriding_is_seen_through_a_base_between() -> None:
    between = "class Between(Base): ...\n"
    part = "class Part(Between):\n    async def _read(self): ...\n"
    assert shared([BASE, between, part], methods, methods) == ["Part._read"]
