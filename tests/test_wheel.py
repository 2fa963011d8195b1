"""The wheel installs and runs outside the checkout, without what only developers have."""

import json
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "000_82356d672ab70ae1.txt"

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


def run(*command: object, cwd: Path) -> str:
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command `dateline` in a fresh environment, from a wheel built of this checkout."""
    folder = tmp_path_factory.mktemp("fresh")
    pip = ("-m", "pip", "--disable-pip-version-check", "--quiet")
    build = ("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder)
    run(sys.executable, *pip, *build, ROOT, cwd=folder)
    run(sys.executable, "-m", "venv", folder / "venv", cwd=folder)
    python = folder / "venv" / "bin" / "python"
    run(python, *pip, "install", "-r", ROOT / "requirements" / "run.txt", cwd=folder)
    run(python, *pip, "install", "--no-deps", *folder.glob("*.whl"), cwd=folder)
    return folder / "venv" / "bin" / "dateline"


def test_it_tells_its_version(installed: Path, tmp_path: Path) -> None:
    assert run(installed, "--version", cwd=tmp_path).startswith("dateline ")


def test_it_reads_the_seed(installed: Path, tmp_path: Path) -> None:
    line = run(installed, "extract", "--format", "jsonl", SEED, cwd=tmp_path)
    found = json.loads(line)
    assert found["entities"]
    assert found["figures"]
    assert found["attributions"]


def test_it_opens_the_reader(installed: Path, tmp_path: Path) -> None:
    notes = ["--notes", str(tmp_path / "notes"), "--as", "anna"]
    reader = pexpect.spawn(str(installed), [str(SEED), *notes], dimensions=(30, 100), timeout=60)
    reader.expect("Heavy clashes")
    reader.send("q")
    reader.expect(pexpect.EOF)
    reader.close()
    assert reader.exitstatus == 0


def test_it_brings_a_first_report(
    installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_ANNOTATOR", "anna")
    welcome = pexpect.spawn(str(installed), cwd=tmp_path, dimensions=(30, 100), timeout=60)
    welcome.expect("The report that ships")
    welcome.send("\r")
    welcome.expect("Heavy clashes")
    welcome.send("q")
    welcome.expect(pexpect.EOF)
    welcome.close()
    assert welcome.exitstatus == 0


def test_it_brings_an_example_library(installed: Path, tmp_path: Path) -> None:
    told = run(installed, "example", "library", cwd=tmp_path)
    assert "dateline library" in told
    found = run(installed, "extract", "--format", "jsonl", tmp_path / "library", cwd=tmp_path)
    assert [json.loads(line)["title"] for line in found.splitlines()]


def test_it_names_the_licences_of_all_that_it_carries(installed: Path, tmp_path: Path) -> None:
    script = (
        "from importlib.metadata import metadata, files;"
        "print(metadata('dateline')['License-Expression']);"
        "print(sorted(f.name for f in files('dateline') if 'licenses' in f.parts))"
    )
    told = run(installed.with_name("python"), "-c", script, cwd=tmp_path)
    assert told.splitlines() == [
        "MIT AND CC-BY-SA-4.0 AND CC-BY-4.0",
        "['LICENSE', 'MODELS.md', 'NOTICE.md']",
    ]
