"""Reports, and what lies beside them, changed at random: nothing stops the others."""

import contextlib
import shutil
from pathlib import Path

import pytest
from harbour import TEXT, reading
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.errors import DatelineError
from extract.records import Article, Reading
from store.items import State
from store.library.library import Library, Row

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

MARKDOWN = (
    '---\ntitle: "Harbour"\ndate: 2024-05-03\ntags: [a, b]\nauthor: {name: x}\n---\n# Harbour\n\n'
    "Fishermen *seized* 12 boats, the [Coast Monitor](http://example.org) said.\n\n> A quote\n"
)
SIDECAR = 'title = "Harbour"\npublished = 2024-05-03\npublisher = "The Monitor"\nlanguage = "en"\n'
CONTENTS = {"changed.md": MARKDOWN, "changed.txt": TEXT, "changed.toml": SIDECAR}
POISON = (
    b"\x00\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\x1b[2J", b"\r", b"\n", b"---\n", b"[" * 3000,
    b"{" * 3000, b"9" * 5000, b"2024-02-31", b"0000-00-00", b"&a [*a, *a]", b"*a", b"!!python/x",
    b"- " * 2000, b"a." * 3000, b"> " * 2000, b"```", b"'", b'"', b"=", b"<script>",
    b"\xe2\x80\xae",
)  # fmt: skip


def read(article: Article) -> Reading:
    return reading() if article.text == TEXT else Reading("1", article.sha256)


@st.composite
def changed(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file beside whole ones, cut or with something else somewhere in it."""
    name = draw(st.sampled_from(sorted(CONTENTS)))
    data = CONTENTS[name].encode()
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.sampled_from([start, start, min(len(data), start + 9), len(data)]))
        put = draw(st.one_of(st.just(b""), st.sampled_from(POISON), st.binary(max_size=12)))
        data = data[:start] + put + data[end:]
    return name, data


@settings(
    max_examples=200,
    deadline=5000,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(found=changed())
def test_a_changed_report_stops_no_other(tmp_path: Path, found: tuple[str, bytes]) -> None:
    name, data = found
    folder = tmp_path / "reports"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / "zebra.txt").write_text(TEXT, encoding="utf-8")
    if name == "changed.toml":
        (folder / "changed.txt").write_text(TEXT, encoding="utf-8")
    (folder / name).write_bytes(data)
    rows = list(Library(folder, "anna", read=read).status())
    errors = [row for row in rows if isinstance(row, DatelineError)]
    assert [row.key for row in rows if isinstance(row, Row)][-1] == "zebra"
    assert all("\n" not in str(error) for error in errors)
    with contextlib.suppress(DatelineError):
        _decide(Library(folder, "anna", read=read))
    assert (folder / name).read_bytes() == data


def _decide(library: Library) -> None:
    """Open the changed report, add to it, and open it once more."""
    annotations = library.open_with_reading("changed")
    annotations.note("article", "seen")
    for item in annotations.items():
        annotations.decide(item.id, State.ACCEPTED)
    annotations.close()
    library.close()
    assert library.look(library.article("changed")).article_notes.note == "seen"
