"""The table of figures: what it is held against, and what it does without the benchmark."""

from pathlib import Path

import pytest

from bench import quality


def test_without_the_benchmark_it_says_so_and_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(quality, "BENCH", tmp_path / "nowhere")
    quality.main([])
    assert "passed over" in capsys.readouterr().out


def test_no_row_is_held_twice() -> None:
    rows = [(row.set, row.row) for row in quality.targets()]
    assert len(rows) == len(set(rows))


def test_every_target_lies_above_its_floor() -> None:
    assert all(row.floor is None or row.floor < row.target for row in quality.targets())
