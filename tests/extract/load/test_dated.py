"""The day of publication that a report's own head tells."""

from datetime import date
from pathlib import Path

import pytest

from extract.load import from_text, load
from extract.load.facts import Facts

TITLE = "Gunmen kill six farmers in Kharu"
STORY = "Gunmen attacked a village in Kharu on Tuesday, killing at least six farmers, police said."
LATER = "The bombing of 4 November 2019 is still being looked into, a judge told the paper."
DAY = date(2022, 8, 3)


def published(*parts: str) -> date | None:
    return from_text("\n\n".join(parts), key="r").published


@pytest.mark.parametrize(
    "line",
    [
        "3 August 2022",
        "Wednesday, 3 August 2022",
        "Published: Wednesday, 3 August 2022 09:15 GMT",
        "Published on August 3rd, 2022 at 9:15 am",
        "Posted on Aug 3, 2022 by Miriam Odo",
        "Aug. 3, 2022 |",
        "By Miriam Odo | Aug. 3, 2022 | 4 min read",
        "Miriam Odo, Lamude - 3 August 2022",
        "By Miriam Odo\n3 August 2022",
        "Oru Daily News, Wednesday 3 August 2022",
        "LAMUDE, Aug. 3, 2022",
        "Date: 2022-08-03",
        "2022-08-03T09:15:00Z",
        "03.08.2022, 18:40",
        "Published 23/08/2022",
        "Aug 3, 2022 10:02 AM EDT · Updated Aug 5, 2022",
        "First published: 3 August 2022. Last updated: 5 August 2022",
        "Updated 5 August 2022 | Published 3 August 2022",
        "(3 August 2022)",
    ],
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_line_of_the_head_with_a_date_alone_tells_it(line: str, place: int) -> None:
    head = [TITLE, "By Miriam Odo"]
    expected = date(2022, 8, 23) if "23/08" in line else DAY
    assert published(*head[:place], line, *head[place:], STORY, LATER) == expected


@pytest.mark.parametrize(
    "dateline",
    [
        "LAMUDE, 3 August 2022 (PNA) - ",
        "LAMUDE, Nigeria, Aug. 3, 2022 (PNA) -- ",
        "Lamude, Nigeria – August 3, 2022 – ",
        "LAMUDE (PNA) 3 August 2022 - ",
        "Lamude, 3 August 2022: ",
        "(Lamude, 3 August 2022) ",
        "3 August 2022 (Lamude) - ",
        "LAMUDE, Wednesday, 3 August 2022 /PNA/ - ",
        "Lamude/Kharu, 3 August 2022 — ",
    ],
)
def test_a_dateline_tells_it(dateline: str) -> None:
    assert published(TITLE, dateline + STORY, LATER) == DAY


def test_a_line_goes_before_the_dateline_and_the_last_day_of_a_title_comes_last() -> None:
    assert published(TITLE, "4 August 2022", f"LAMUDE, 3 August 2022 - {STORY}") == date(2022, 8, 4)
    assert published("Weekly brief, 28 July-3 August 2022", STORY, LATER) == DAY
    assert published("Security brief: 1-3 August 2022", STORY, LATER) == DAY


@pytest.mark.parametrize(
    "parts",
    [
        (TITLE, STORY, LATER),
        (TITLE, "On 4 November 2019 - a Monday - a bomb killed nine people in the market.", LATER),
        ("Court jails three over attack of 4 November 2019", STORY),
        (
            "Gunmen Kill Six Farmers On 4 November 2019",
            "Gunmen Killed Six On 4 November 2019",
            STORY,
        ),
        (TITLE, "4 November 2019: A bomb kills nine.", STORY),
        (TITLE, STORY, "1 June 2022", STORY, "3 June 2022", LATER),
        (TITLE, "03/08/2022", STORY),
        (TITLE, "31 February 2022", STORY),
        (TITLE, "Victims of 4 November 2019", STORY),
        (TITLE, "A market was bombed on 4 November 2019", STORY),
        ("3,140 August 2022", STORY),
    ],
)
def test_a_date_of_the_story_or_of_a_chronology_tells_nothing(parts: tuple[str, ...]) -> None:
    assert published(*parts) is None


def test_it_counts_as_guessed_and_gives_way_to_what_is_stated(tmp_path: Path) -> None:
    text = f"{TITLE}\n\n3 August 2022\n\n{STORY}"
    found = from_text(text, key="r")
    assert (found.published, found.guessed) == (DAY, ("published",))
    stated = from_text(text, key="r", facts=Facts(published=date(2022, 8, 9)))
    assert (stated.published, stated.guessed) == (date(2022, 8, 9), ())
    path = tmp_path / "r.md"
    path.write_text(f"# {TITLE}\n\n*3 August 2022*\n\n{STORY}\n")
    assert load(path).published == DAY
