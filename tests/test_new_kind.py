"""A kind of item is added by two files and a line in each registry: shown in a copy of the tree."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

IN_STORE = '''
"""Parades: all that a report counts, under its title."""

from typing import TypedDict

from store.items import Item
from store.kinds import Kind
from store.kinds.base import Definition
from store.kinds.values import Named, Reference


class ParadeFields(TypedDict, total=False):
    name: Named
    figures: list[Reference]


def suggested(known):
    title = known.reading.figures[0].span
    yield (title,), {"name": "the ferry", "figures": list(known.figures.values())}


DEFINITION = Definition(
    letter="p",
    title="Parades",
    plural="parades",
    fields=ParadeFields,
    needed=("name",),
    suggested=suggested,
    claim=lambda item, ascii_only: f"parade of {item.fields['name']}",
    columns=("Parade",),
    cells=lambda item: (item.fields["name"],),
    compared={"parade: name": lambda item: item.fields["name"]},
    members={"figures": Kind.FIGURE},
)
'''

ON_SCREEN = '''
"""Parades on the screen."""

from store.kinds import Kind
from tui.kinds.base import Making, Tab, View
from tui.kinds.rows import facts, left_on, sign
from tui.review.fields import Plain
from tui.text.looks import Look
from tui.text.entry import Entry
from tui.text.words import Words

VIEW = View(
    tab=Tab("parades", "List the parades.", "No parade was found in this report."),
    row=lambda item, review: Entry(
        sign(item), (Words(f"Parade of {item.fields['name']}"), *left_on(item)), facts("on foot")
    ),
    form=lambda item, known: (Plain("name", "name", needed=True),),
    makings=(Making("parade", "a parade", Kind.PARADE, {"name": "a new one"}),),
    look=lambda item: Look.EVENT,
    filter_fields=("name",),
)
'''


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of store and tui in which parades are a kind, the first of all."""
    tree = tmp_path_factory.mktemp("tree")
    for room in ("store", "tui"):
        shutil.copytree(ROOT / room, tree / room, ignore=shutil.ignore_patterns("__pycache__"))
    (tree / "extract").symlink_to(ROOT / "extract", target_is_directory=True)
    (tree / "store/kinds/parade.py").write_text(IN_STORE)
    (tree / "tui/kinds/parade.py").write_text(ON_SCREEN)
    put_line(
        tree / "store/kinds/__init__.py", '    INCIDENT = "incident"\n', '    PARADE = "parade"\n'
    )
    put_line(tree / "tui/kinds/__init__.py", "    Kind.INCIDENT,\n", "    Kind.PARADE,\n")
    return tree


def put_line(path: Path, before: str, line: str) -> None:
    """Put a line into a registry."""
    text = path.read_text()
    assert text.count(before) == 1
    path.write_text(text.replace(before, line + before))


WALK = Path(__file__).with_name("new_kind_walk.py")
STEPS = (
    "it_is_the_first_tab_and_the_others_move_on",
    "accepting_it_takes_its_members_along_as_one_step",
    "it_has_a_form_and_what_is_filled_in_is_kept",
    "its_row_opens_on_its_members",
    "it_is_found_by_its_marks_and_filters",
    "words_are_made_one_by_hand",
    "a_keymap_of_a_user_goes_before_its_number",
    "two_annotators_are_compared_and_settled",
    "it_is_printed_and_exported",
    "it_follows_its_words_into_a_changed_text",
)


@pytest.mark.parametrize("step", STEPS)
def test_a_new_kind_works(step: str, tree: Path, tmp_path: Path) -> None:
    script = f"import new_kind_walk; new_kind_walk.walk({step!r}, {str(tmp_path)!r})"
    paths = [str(tree), str(WALK.parent), str(WALK.parent / "tui")]
    code = f"import sys; sys.path[:0] = {paths!r}; {script}"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tree, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
