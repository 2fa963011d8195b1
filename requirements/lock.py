"""Write requirements/run.txt and requirements/dev.txt: exact versions with hashes, no index named.

Run by `make lock` with any Python that has pip-tools; the lock is made on the oldest Python that
is supported and installed on all of them.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMON = [
    "--quiet",
    "--generate-hashes",
    "--allow-unsafe",
    "--strip-extras",
    "--no-header",
    "--no-emit-index-url",
    "--no-emit-trusted-host",
    "--no-emit-find-links",
]


def lock(output: str, *arguments: str) -> None:
    """Compile one lock file from `pyproject.toml` and the further inputs."""
    command = [sys.executable, "-m", "piptools", "compile", *COMMON, *arguments]
    sources = ["pyproject.toml", "requirements/build.in"]
    subprocess.run([*command, "--output-file", f"requirements/{output}", *sources], cwd=ROOT, check=True)


if __name__ == "__main__":
    lock("run.txt", *sys.argv[1:])
    groups = [f"--group={name}" for name in ("test", "static", "models")]
    lock("dev.txt", "--constraint=requirements/run.txt", *groups, *sys.argv[1:])
