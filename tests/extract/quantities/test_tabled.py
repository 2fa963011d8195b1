"""Numbers in rows, columns and behind labels have the outcome that their label states."""

from pathlib import Path

import pytest

from extract import pipeline
from extract.load import load

Outcomes = list[tuple[float | None, str]]
THREE: Outcomes = [(17, "killed"), (31, "wounded"), (6, "missing")]
TABLES: dict[str, tuple[str, Outcomes]] = {
    "bars": ("Killed | 17\nInjured | 31\nMissing | 6\n", THREE),
    "bars under a title": ("Situation report\n\nKilled | 17\nInjured | 31\nMissing | 6\n", THREE),
    "bars at the edges": ("| Killed | 17 |\n| Injured | 31 |\n| Missing | 6 |\n", THREE),
    "colons": ("Killed: 17\nInjured: 31\nMissing: 6\n", THREE),
    "colons and empty lines": ("Killed: 17\n\nInjured: 31\n\nMissing: 6\n", THREE),
    "tabs": ("Killed\t17\nInjured\t31\nMissing\t6\n", THREE),
    "columns": ("Killed      17\nInjured     31\nMissing      6\n", THREE),
    "dashes": ("Killed - 17\nInjured – 31\nMissing — 6\n", THREE),
    "leaders": ("Killed.........17\nInjured ....... 31\nMissing……6\n", THREE),
    "signs of equality": ("Killed = 17\nInjured = 31\nMissing = 6\n", THREE),
    "nothing between": ("Killed 17\nInjured 31\nMissing 6\n", THREE),
    "bullets": ("• Killed: 17\n• Injured: 31\n• Missing: 6\n", THREE),
    "numbers before": ("1. Killed: 17\n2. Injured: 31\n3. Missing: 6\n", THREE),
    "one line": ("Killed: 17, injured: 31, missing: 6.\n", THREE),
    "one line with semicolons": ("Killed: 17; injured: 31; missing: 6\n", THREE),
    "pairs in a row": ("Killed | 17 | Injured | 31 | Missing | 6\n", THREE),
    "pairs apart": ("Killed: 17 | Injured: 31 | Missing: 6\n", THREE),
    "a row of heads": ("Killed | Injured | Missing\n17 | 31 | 6\n", THREE),
    "a row of heads over a rule": (
        "| Killed | Injured | Missing |\n|--|--|--|\n| 17 | 31 | 6 |",
        THREE,
    ),
    "heads of columns": ("Killed    Injured    Missing\n17        31         6\n", THREE),
    "heads with tabs": ("Killed\tInjured\tMissing\n17\t31\t6\n", THREE),
    "places": (
        "District | Killed | Injured\nSulta | 17 | 31\nMerrow | 2 | 6\n",
        [(17, "killed"), (31, "wounded"), (2, "killed"), (6, "wounded")],
    ),
    "places without a corner": ("| Killed | Injured\nSulta | 17 | 31\n", THREE[:2]),
    "places and an empty cell": (
        "Place | Killed | Injured\nSulta | 17 |\nMerrow | | 6\n",
        [(17, "killed"), (6, "wounded")],
    ),
    "a head that names no outcome": (
        "Outcome | Number\nKilled | 17\nInjured | 31\nMissing | 6\n",
        THREE,
    ),
    "long labels": (
        "Number of people killed: 17\nTotal injured so far: 31\nPersons still missing: 6\n",
        THREE,
    ),
    "nouns": ("Deaths: 17\nInjuries: 31\nMissing persons: 6\n", THREE),
    "a toll": ("Death toll: 17\nWounded (in hospital): 31\n", THREE[:2]),
    "people behind": ("Killed: 17 people\nInjured: 31 civilians\nMissing: 6 (5 children)\n", THREE),
    "bounds": ("Killed: at least 17\nInjured: about 31\n", [(None, "killed"), (31, "wounded")]),
    "both": ("Killed and wounded: 48\n", [(48, "casualties")]),
    "things": (
        "Houses burned: 40\nFamilies displaced: 1,250\n",
        [(40, "destroyed"), (1250, "displaced")],
    ),
    "sides": ("Soldiers killed | 4\nRebels wounded | 9\n", [(4, "killed"), (9, "wounded")]),
    "what names no outcome": ("Villages: 17\nKilled: 0\n", [(17, "other"), (0, "killed")]),
    "a sentence with a colon": (
        "He counted those killed: 12 were soldiers.",
        [(12, "other")],
    ),
}


@pytest.mark.parametrize("ending", [".txt", ".md"])
@pytest.mark.parametrize("kind", TABLES)
def test_a_label_tells_the_outcome_of_its_number(tmp_path: Path, kind: str, ending: str) -> None:
    words, expected = TABLES[kind]
    path = tmp_path / f"r{ending}"
    path.write_text(words, encoding="utf-8")
    found = [(figure.point, figure.outcome) for figure in pipeline.read(load(path)).figures]
    found = [(point, outcome) for point, outcome in found if (point, outcome) != (5, "other")]
    assert found == expected


def test_a_label_names_what_is_counted(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text("Civilians killed: 17\nHouses burned | 40\nDead: 3\n")
    article = load(tmp_path / "r.txt")
    counted = [
        f.counted.of(article.text) if f.counted else None for f in pipeline.read(article).figures
    ]
    assert counted == ["Civilians", "Houses", None]
