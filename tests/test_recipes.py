"""The recipes of CONTRIBUTING.md, carried out in a copy of the tree: they end in what they promise.

Each touches the files that its recipe names, and no others.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from textwrap import dedent

import pytest

ROOT = Path(__file__).parents[1]
COPIED = ("extract", "store", "tui", "docs", "tests", "seeds")
BESIDE = ("pyproject.toml", "mkdocs.yml", "README.md", "CONTRIBUTING.md")
_LEFT_OUT = shutil.ignore_patterns("__snapshots__", "images", ".dateline")

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


class Tree:
    """A copy of the tree, to be changed as a recipe says."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name in COPIED:
            shutil.copytree(ROOT / name, root / name, ignore=_LEFT_OUT)
        for name in BESIDE:
            shutil.copy2(ROOT / name, root / name)

    def add(self, path: str, recipe: str) -> None:
        """Add a file, with what stands in a file of `tests/recipes`."""
        assert not (self.root / path).exists(), path
        shutil.copy(ROOT / "tests" / "recipes" / recipe, self.root / path)

    def put(self, path: str, text: str, behind: str = "") -> None:
        """Put text behind other text of a file, or at its end."""
        file = self.root / path
        words = file.read_text(encoding="utf-8")
        assert behind in words, (path, behind)
        at = words.index(behind) + len(behind) if behind else len(words)
        file.write_text(words[:at] + text + words[at:], encoding="utf-8")

    def run(self, *words: str) -> str:
        """Run Python in the copy; its output."""
        done = subprocess.run(
            [sys.executable, *words],
            cwd=self.root,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONPATH": str(self.root)},
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def test(self, *words: str) -> None:
        """Run tests of the copy."""
        self.run("-m", "pytest", "-q", "-p", "no:cacheprovider", *words)

    def touched(self) -> set[str]:
        """The files that are not as they were."""
        found = (path.relative_to(self.root) for path in self._files())
        return {str(path) for path in found if not _same(self.root / path, ROOT / path)}

    def _files(self) -> Iterator[Path]:
        for path in self.root.rglob("*"):
            if path.is_file() and not {"__pycache__", ".hypothesis"} & set(path.parts):
                yield path


def _same(one: Path, other: Path) -> bool:
    return other.is_file() and one.read_bytes() == other.read_bytes()


def files_of(recipe: str) -> list[str]:
    """The files that a recipe of CONTRIBUTING.md names, as patterns."""
    words = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    found = re.search(rf"^### {recipe}\n+Files: (.*?)\.\n\n", words, re.MULTILINE | re.DOTALL)
    assert found, recipe
    return [name.replace("NAME", "*") for name in re.findall(r"`([^`]+)`", found[1])]


def check_touched(tree: Tree, recipe: str) -> None:
    """See that each file touched is named in the recipe, and each one named was touched."""
    named, touched = files_of(recipe), tree.touched()
    assert [name for name in touched if not any(fnmatch(name, one) for one in named)] == []
    assert [one for one in named if not any(fnmatch(name, one) for name in touched)] == []


def program(names: list[str]) -> list[str]:
    """Those of the files that are neither tests nor pages."""
    return [name for name in names if not name.startswith(("tests/", "docs/"))]


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return Tree(tmp_path / "tree")


def test_a_check_is_added_with_one_file_of_the_program(tree: Tree) -> None:
    tree.add("extract/checks/shouting.py", "shouting.py")
    tree.put("docs/checks.md", "| `shouting` | an exclamation mark of the reporter's own |\n")
    tree.add("tests/extract/checks/test_shouting.py", "try_shouting.py")
    tree.test("tests/extract/checks/test_shouting.py", "tests/test_docs.py", "-k", "shouting")
    check_touched(tree, "Add a check")
    assert len(program(files_of("Add a check"))) == 1


_SUB_TYPE_EVERYWHERE = """
    import csv, io, json, sys, tempfile
    from pathlib import Path

    from store.formats.document import Choice, Document, Wishes
    from store.formats.export import export
    from store.formats.incoming.placing import Placer
    from store.formats.incoming.proposal import Incoming, Place, Proposal
    from store.items import Kind, State
    from store.library.library import Library
    from tui.kinds import view
    from tui.kinds.nameable import Nameable

    folder = Path(tempfile.mkdtemp())
    (folder / "report.txt").write_text(sys.argv[1])
    library = Library(folder, "anna")
    notes = library.open_with_reading("report")
    (event,) = notes.items(Kind.EVENT)
    fields = {field.name: field for field in view(Kind.EVENT).form(event, Nameable(notes))}
    notes.decide(event.id, State.ACCEPTED)
    files, _ = export("acled", [Document(notes.article, "anna", notes.items())], Wishes())
    (row,) = csv.DictReader(io.StringIO(files[0][1].decode()))
    drawn = Incoming("x", (Proposal("x", "Tampering", (Place(exact="bridge"),)),))
    (placed,) = Placer(drawn, notes.article).placed()
    print(json.dumps({
        "read": event.fields["subkind"],
        "form": fields["subkind"].read("Tampering"),
        "row": [row["event_type"], row["sub_event_type"]],
        "brought in": placed.told,
    }))
"""
"""Where a sub-type has to arrive: the reading, the form, a row of ACLED's, a label brought in."""

EVENT = "Rebels unbolted a railway bridge near Kano on Monday."


def test_an_event_sub_type_is_added_with_two_files_of_the_program(tree: Tree) -> None:
    vocabulary, triggers = "extract/vocabulary.py", "extract/lexicon/triggers.toml"
    tree.put(
        vocabulary, '\n    TAMPERING = "Tampering"', 'LOOTING = "Looting/property destruction"'
    )
    tree.put(vocabulary, "\n        SubType.TAMPERING,", "        SubType.LOOTING,")
    tree.put(
        triggers,
        "[class.tampering]\n"
        'kind = "Strategic developments"\n'
        'subkind = "Tampering"\n'
        'plover = "ASSAULT"\n'
        'cameo = "180"\n'
        "of_target = true\n"
        "cause = true\n\n",
        'mode = "restrict"\ncameo = "171"\nincident = "forced work stoppage"\n\n',
    )
    tree.put(triggers, 'tampering = ["unbolt"]\n', "\n[verb]\n")
    tree.put(
        "tests/extract/events/data/events.toml",
        "\n[[case]]\n"
        'says = "who unbolts a bridge tampers with it"\n'
        f'text = "{EVENT}"\n'
        'events = [{ words = "unbolted", subkind = "Tampering", who = ["Rebels"] }]\n',
    )
    tree.test(
        "tests/extract/test_vocabulary.py", "tests/extract/events", "-k", "tampers or sub_type"
    )
    told = json.loads(tree.run("-c", dedent(_SUB_TYPE_EVERYWHERE), EVENT))
    of_form = {"kind": "Strategic developments", "subkind": "Tampering"}
    assert told == {
        "read": "Tampering",
        "form": of_form,
        "row": list(of_form.values()),
        "brought in": of_form,
    }
    check_touched(tree, "Add an event sub-type")
    assert len(program(files_of("Add an event sub-type"))) == 2


def test_a_date_rule_is_added_with_one_file_of_the_program(tree: Tree) -> None:
    tree.put(
        "extract/dates/grammar.py",
        """
    name(
        "year-month-day",
        "(?P<year>{year})(?P<month>{month|short_month})(?P<day>{day|day_th})",
        absolute.month_day,
    ),""",
        "RULES: tuple[Rule, ...] = (",
    )
    tree.put(
        "tests/extract/dates/data/dates.toml",
        "\n[[case]]\n"
        'title = "a date may be told from the year down to the day"\n'
        'text = "The bridge fell on [[2020 June 3]]."\n'
        'dates = ["year-month-day 2020-06-03"]\n',
    )
    tree.test("tests/extract/dates", "-k", "year and down or rule")
    check_touched(tree, "Add a date rule")
    assert len(program(files_of("Add a date rule"))) == 1


def test_a_format_is_added_both_ways_with_one_file_of_the_program(tree: Tree) -> None:
    tree.add("store/formats/codecs/spanlist.py", "spanlist.py")
    page = "docs/exports.md"
    tree.put(page, "\n| `spanlist` | tables | bare |", "nothing from the network, prints well |")
    tree.put(page, "\n| `spanlist` | all but labels |", "| `jsonl` | nothing is lost |")
    tree.put(page, "`spanlist`, ", "`dateline import PATH FILE` takes ")
    tree.run("docs/generate.py")
    tree.add("tests/store/formats/test_spanlist.py", "try_spanlist.py")
    tree.test("tests/store/formats/test_spanlist.py")
    tree.test("tests/store/formats", "tests/test_docs.py", "-k", "spanlist or pages")
    check_touched(tree, "Add a format, out and back")
    assert len(program(files_of("Add a format, out and back"))) == 1
