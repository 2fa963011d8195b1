"""No decision on an incident that was said to be saved is lost when the program is killed."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import incident_decider
import pytest

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
KILLS = int(os.environ.get("DATELINE_KILLS", "40"))


def test_no_saved_decision_is_lost_when_killed_at_any_moment(tmp_path: Path) -> None:
    path = tmp_path / "anna" / "incidents" / "n000000000000.incident.json"
    chance = random.Random(20250318)
    for _ in range(KILLS):
        command = [sys.executable, incident_decider.__file__, str(path)]
        child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert child.stdout
        assert child.stdout.readline() == "ready\n"
        time.sleep(chance.uniform(0, 0.15))
        child.kill()
        lines = child.communicate()[0].splitlines()
        saved = max((int(line.split()[1]) for line in lines if line.endswith(tuple("0123456789"))),
                    default=0)  # fmt: skip
        kept = incident_decider.opened(path)
        assert len(kept.kept.steps) >= saved
        assert [step.number for step in kept.kept.steps] == list(range(1, len(kept.kept.steps) + 1))
        kept.hold()
        assert kept.take_messages() == []
        kept.close()
        assert not list(path.parent.glob("*.tmp"))


def test_a_file_that_is_held_by_a_killed_program_is_free_again(tmp_path: Path) -> None:
    path = tmp_path / "n000000000000.incident.json"
    child = subprocess.Popen(
        [sys.executable, incident_decider.__file__, str(path)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout
    assert child.stdout.readline() == "ready\n"
    child.kill()
    child.communicate()
    file = incident_decider.opened(path)
    incident_decider.act(file)
    file.close()
    assert incident_decider.opened(path).kept.steps
