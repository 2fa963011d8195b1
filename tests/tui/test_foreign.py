"""A report in another language says so, and words are marked in it by hand, also right to left."""

from pathlib import Path

from ferry import kept, opened, press, told

from extract import pipeline
from store.items import State
from store.library.library import Library

TEXT = (
    "قال مسؤولون إن مسلحين أطلقوا النار على سوق مزدحم في شمال البلاد وقتلوا 14 شخصا.\n\n"
    "وأضاف المحافظ أن الهجوم وقع في 2025-03-19 قرب المدينة.\n"
)


async def test_a_report_from_right_to_left_says_so_and_is_marked_by_hand(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text(TEXT, encoding="utf-8")
    library = Library(tmp_path, "anna", read=pipeline.read, reader="in process")
    async with opened(library) as pilot:
        assert any("In Arabic, which is not read" in words for words in told(pilot))
        await press(pilot, "/", *"المحافظ", "enter", "v", "1")
    added = [item for item in kept(library, "r").items() if item.state is State.ADDED]
    assert [(item.words, item.fields["label"]) for item in added] == [("المحافظ", "PERSON")]
