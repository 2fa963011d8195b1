"""Two readers with different word lists in one process give what each gives alone."""

from copy import deepcopy
from itertools import pairwise
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from extract import interchange, pipeline
from extract.lexicon import lexicon_of, shipped, table, tables, using
from extract.lexicon.tables import Sections
from extract.load import from_text
from extract.reader import Reader

NAMES = sorted(path.stem for path in Path(tables.__file__).parent.glob("*.toml"))

TEXT = """Kawthoolei fighters shelled Dunda, Zarnia says

The Vandori shelled the Orlen Tigers near Dunda on Monday, killing zwanzig people, a
spokesman for Bluxco said. Residents of Mount Zarn nattered that the Zarnians had gribbled 14
traders. Fishwatch counted a throng of dead."""

LISTS = {
    "groups.toml": '[known]\nnames = ["Vandori", "Orlen Tigers", "Kawthoolei"]\n',
    "name_cues.toml": '[org]\ncompany = ["bluxco"]\n[known]\nbody = ["fishwatch"]\n',
    "countries.toml": '[ZZ]\nnames = ["Zarnia"]\ndemonyms = ["Zarnian", "Zarnians"]\n',
    "cues.toml": '[verb.claim]\nclause = ["natter"]\n',
    "triggers.toml": '[verb]\nattack = ["gribble"]\n',
    "numbers.toml": "[words]\nzwanzig = 20\n",
    "spelling.toml": '[alias]\npairs = [["dunda", "donda"]]\n',
    "people.toml": '[role]\ntrade = ["trader"]\n',
    "tokens.toml": '[clause]\nrelative = ["wich"]\n[casing]\nsmall = ["zu"]\n',
    "regions.toml": '[SY]\nnames = ["Mount Zarn"]\n',
}


def _line(reader: Reader) -> str:
    article = from_text(TEXT, key="t")
    return interchange.line(article, reader.read(article))


@pytest.fixture
def folders(tmp_path: Path) -> list[Path | None]:
    """Folders of one list each, one with all of them, and none."""
    found: list[Path | None] = [None]
    for name, words in LISTS.items():
        folder = tmp_path / name
        folder.mkdir()
        (folder / name).write_text(words)
        found.append(folder)
    everything = tmp_path / "everything"
    everything.mkdir()
    for name, words in LISTS.items():
        (everything / name).write_text(words)
    return [*found, everything]


def test_readers_do_not_touch_each_other_whatever_their_order(
    folders: list[Path | None],
) -> None:
    alone = {folder: _line(Reader(lexicon=folder)) for folder in folders}
    everything = folders[-1]
    orders = [*pairwise(folders), *((other, one) for one, other in pairwise(folders))]
    for one, other in (*orders, (None, everything), (everything, None)):
        first, second = Reader(lexicon=one), Reader(lexicon=other)
        assert [_line(first), _line(second), _line(first)] == [alone[one], alone[other], alone[one]]


def test_a_list_under_its_former_name_is_read_with_the_one_of_the_present_name(
    tmp_path: Path,
) -> None:
    (tmp_path / "fates.toml").write_text('[object]\nkilled = ["gribble"]\n')
    (tmp_path / "outcomes.toml").write_text('[object]\nwounded = ["natter"]\n')
    reader = Reader(lexicon=tmp_path)
    article = from_text("Rebels gribbled 14 traders. Police nattered three farmers.", key="t")
    found = [figure.outcome for figure in reader.read(article).figures]
    assert (found, reader.problems) == (["killed", "wounded"], ())


@pytest.mark.parametrize(
    "name", ["groups.toml", "countries.toml", "cues.toml", "triggers.toml", "numbers.toml"]
)
def test_a_list_of_ones_own_changes_what_is_read(folders: list[Path | None], name: str) -> None:
    (own,) = [folder for folder in folders if folder and folder.name == name]
    assert _line(Reader(lexicon=own)) != _line(Reader())


def test_a_reading_leaves_the_lists_as_they_are(folders: list[Path | None]) -> None:
    with using(lexicon_of(folders[-1])):
        before = deepcopy({name: table(name) for name in NAMES})
        pipeline.read(from_text(TEXT, key="t"))
        assert {name: table(name) for name in NAMES} == before


def test_a_reading_without_a_lexicon_keeps_what_it_makes_of_the_lists_that_ship() -> None:
    pipeline.read(from_text(TEXT, key="t"))
    made = dict(shipped().made)
    assert made
    pipeline.read(from_text(TEXT, key="t"))
    assert all(shipped().made[function] is known for function, known in made.items())


@pytest.mark.parametrize("name", NAMES)
def test_every_list_is_of_the_type_that_it_is_declared_to_be(name: str) -> None:
    plain = name in get_args(tables.Plain)
    declared = Sections if plain else getattr(tables, name.title().replace("_", ""))
    assert msgspec.convert(table(name), declared) == table(name)
    assert plain or set(table(name)) == set(declared.__annotations__)
