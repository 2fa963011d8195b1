"""Write the locks: exact versions with hashes, no index named.

`run.txt` holds what running needs, `dev.txt` that and what testing needs, `full.txt` all of it with
every extra but those that have a lock of their own and the handbook's tools, `ftm.txt` the extra of
that name, which can be installed only where a compiler and ICU are, `models.txt` what making the
gazetteer needs. Run by
`make lock` with a Python that has pip-tools; the oldest Python that is supported makes the lock,
and all of them install it.
"""

import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMON = [
    "--quiet",
    "--generate-hashes",
    "--allow-unsafe",
    "--strip-extras",
    "--no-header",
    "--no-annotate",
    "--no-emit-options",
]


def compile_lock(output: str, requirements: list[str]) -> None:
    """Resolve the requirements, keeping to what `run.txt` already fixes, into one lock file."""
    with tempfile.NamedTemporaryFile("w", suffix=".in") as wanted:
        wanted.write("\n".join(requirements))
        wanted.flush()
        command = [sys.executable, "-m", "piptools", "compile", *COMMON, *sys.argv[1:]]
        target = str(ROOT / "requirements" / output)
        subprocess.run([*command, "--output-file", target, wanted.name], cwd=ROOT, check=True)


def main() -> None:
    """Write every lock file."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    running = [
        *project["project"]["dependencies"],
        *project["build-system"]["requires"],
        "editables",
    ]
    fixed = f"-c {ROOT / 'requirements' / 'run.txt'}"
    compile_lock("run.txt", running)
    compile_lock("dev.txt", [fixed, *running, *groups["test"], *groups["static"]])
    extras = project["project"]["optional-dependencies"]
    compiled = extras.pop("ftm")
    tested = [fixed, f"-c {ROOT / 'requirements' / 'dev.txt'}", *running]
    groups_all = [groups[name] for name in ("test", "static", "formats", "docs")]
    compile_lock(
        "full.txt",
        [*tested, *(wish for wishes in [*extras.values(), *groups_all] for wish in wishes)],
    )
    compile_lock("ftm.txt", [*tested, *compiled])
    compile_lock("models.txt", [fixed, *groups["models"]])


if __name__ == "__main__":
    main()
