"""Sides, type of violence and the dead of each side, from the words of a report to rows of GED."""

import pytest
from rows_of import reviewed, rows

COLUMNS = ("type_of_violence", "side_a", "side_b")
DEAD = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")


@pytest.mark.parametrize(
    ("text", "sides", "dead"),
    [
        (
            "Eleven soldiers were killed in Mali on Monday when rebels ambushed a convoy near Gao. "
            "The army said soldiers killed six of the attackers.",
            ["1", "Government of Mali", "Rebels (Mali)"],
            ["11", "6", "0", "0"],
        ),
        (
            "Gunmen shot dead two traders in Gao, Mali, on Monday.",
            ["3", "Unidentified Armed Group (Mali)", "Civilians"],
            ["0", "0", "2", "0"],
        ),
        (
            "Police shot dead three protesters in Kisumu, Kenya, on Monday.",
            ["3", "Government of Kenya", "Civilians"],
            ["0", "0", "3", "0"],
        ),
        (
            "Al-Shabaab fighters killed 12 clan militiamen near Abudwak, Somalia, on Monday.",
            ["2", "Al-Shabaab", "Unidentified Clan Militia (Somalia)"],
            ["0", "12", "0", "0"],
        ),
        (
            "Ethiopian troops shelled Al-Shabaab positions near Baidoa, Somalia, on Monday, "
            "killing 17 fighters.",
            ["1", "Government of Ethiopia", "Al-Shabaab"],
            ["0", "17", "0", "0"],
        ),
    ],
)
def test_who_fought_whom_and_of_whom_the_dead_were(
    text: str, sides: list[str], dead: list[str]
) -> None:
    (row,) = rows("ucdp", reviewed(text)[0])
    assert [row[column] for column in COLUMNS] == sides
    assert [row[column] for column in DEAD] == dead
    assert sum(map(int, dead)) == int(row["best"])


def test_both_sides_make_the_dyad() -> None:
    text = "Rebels attacked an army post near Gao, Mali, on Monday, killing four soldiers."
    (row,) = rows("ucdp", reviewed(text)[0])
    assert row["dyad_name"] == f"{row['side_a']} - {row['side_b']}"
    assert row["side_a"] == "Government of Mali"
