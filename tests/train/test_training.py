"""Making the models anew."""

import json
import lzma
from collections.abc import Sequence
from pathlib import Path

import pytest
from treebank import rows

from train.__main__ import train
from train.card import card
from train.data import NameRow
from train.measure import NAME_PARTS, SYNTAX_PARTS

_NAMES = [
    NameRow(source="a", text="Omar Sy left Vantia.", entities=[(0, 7, "PER"), (13, 19, "LOC")]),
    NameRow(source="a", text="OK", entities=[], unknown=[(0, 2)]),
    NameRow(source="b", text="The Blue Front won.", entities=[(4, 14, "ORG")]),
]


def _write(path: Path, records: Sequence[object]) -> None:
    with lzma.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(record) + "\n" for record in records)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the training data come in, of a few sentences."""
    folder = tmp_path_factory.mktemp("data")
    for part in ("train", "dev", *SYNTAX_PARTS):
        _write(folder / f"syntax.{part}.jsonl.xz", rows() * 6)
    for part in ("train", *NAME_PARTS):
        _write(folder / f"names.{part}.jsonl.xz", _NAMES * 6)
    return folder


def _models(data: Path, folder: Path) -> dict[str, bytes]:
    train(data, folder)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_same_data_make_the_same_models_bit_for_bit(data: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    assert _models(data, first) == _models(data, second)


def test_the_card_tells_sources_licence_and_figures(data: Path, tmp_path: Path) -> None:
    assert set(_models(data, tmp_path)) == {
        f"{n}.crf" for n in ["pos", "chunks", "relations", "names"]
    }
    text = card(data, tmp_path)
    assert "CC BY-SA 4.0" in text
    assert "| parts of speech, accuracy | 100.0 | 100.0 | 100.0 |" in text
    assert "| names of all three, F1 | 100.0 | 100.0 | 100.0 |" in text


def test_without_data_nothing_is_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from train import __main__ as program

    models = tmp_path / "models"
    argv = ["train", "--data", str(tmp_path / "none"), "--models", str(models)]
    monkeypatch.setattr("sys.argv", argv)
    program.main()
    assert not models.exists()
    assert "No training data" in capsys.readouterr().out
