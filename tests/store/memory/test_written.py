"""What is written of a memory is read back as nobody's own lines, whatever stands in it."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as some

from extract.vocabulary import Label
from store.library_tables import looked_up
from store.memory import Evidence, Memory, Table
from store.memory.file import read_lines, written

words = some.text(some.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)
names = words.map(looked_up).filter(str.strip)
labels = some.sampled_from([one for one in Label if one is not Label.DATE])
label = some.builds(Evidence, some.just(Table.LABEL), names, labels, some.just(True))
actor = some.builds(Evidence, some.just(Table.ACTOR), names, words, some.just(True))


@settings(max_examples=60, deadline=None)
@given(some.lists(label | actor, max_size=6))
def test_it_is_read_back_without_a_problem(evidence: list[Evidence]) -> None:
    memory = Memory(dict.fromkeys(("a", "b\n"), evidence))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "memory.toml"
        path.write_bytes(written(memory, "anna"))
        found = read_lines(path, "anna")
        assert found.problems == ()
        assert found.lines == ()
        assert len(read_lines(path, "bea").lines) == path.read_bytes().count(b"\nsum = ")
