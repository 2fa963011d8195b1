"""What is measured: the reader on reports of several sizes, and its peers on the same texts."""

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.measuring import Job
from bench.peers.install import installed
from bench.reports import report
from bench.terminal import Program
from store.history.article_notes import Progress
from store.library.library import Library

HERE = Path(__file__).resolve().parent
SEED = HERE.parent / "seeds" / "000_82356d672ab70ae1.txt"
SEED_SHOWS, MADE_SHOWS = "Heavy clashes grip", "Clashes spread along"
DATELINE = Path(sys.executable).with_name("dateline")
FROGMOUTH, SLATE = "frogmouth==0.9.2", "slate-nlp==1.1.3"
"""A Markdown reader on Textual; and what annotators use in a terminal."""


@dataclass(frozen=True)
class Subjects:
    """Everything that is started, in one folder."""

    folder: Path
    presses: int

    @property
    def home(self) -> dict[str, str]:
        """An environment in which nothing of the user's is read or changed."""
        names = ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
        return dict.fromkeys(names, str(self.folder)) | {"DATELINE_ANNOTATOR": "bench"}

    def bare(self) -> Job:
        """The least that Textual can do."""
        script = str(HERE / "peers" / "bare.py")
        return Job(Program("bare", [sys.executable, script], "one label"))

    def seed(self) -> Job:
        """The reader on the report that ships."""
        folder = self.folder / "seed"
        folder.mkdir()
        path = Path(shutil.copy(SEED, folder / "seed.txt"))
        return self._reader("seed", path, SEED_SHOWS)

    def made(self, name: str, characters: int) -> Job:
        """The reader on a report made by rule."""
        folder = self.folder / name
        folder.mkdir()
        path = folder / "report.txt"
        path.write_text(report(characters), encoding="utf-8")
        return self._reader(name, path, MADE_SHOWS)

    def peers(self, made: Path) -> Iterator[Job]:
        """Those that can be had: frogmouth on the seed, SLATE on a made report."""
        frogmouth = installed(FROGMOUTH, "frogmouth", self.folder)
        if frogmouth:
            path = shutil.copy(SEED, self.folder / "seed.md")
            command = [str(frogmouth), str(path)]
            program = Program("frogmouth", command, SEED_SHOWS, "\x11", self.home)
            yield Job(program, ("down",), self.presses)
        slate = installed(SLATE, "slate", self.folder)
        if slate:
            path = Path(shutil.copy(made, self.folder / "slate.txt"))
            label_all(path)
            command = [str(slate), str(path), "-t", "categorical", "-s", "token", "-o"]
            program = Program("slate", command, MADE_SHOWS, "q", self.home, self.folder)
            yield Job(program, ("right",), self.presses)

    def _reader(self, name: str, path: Path, shows: str) -> Job:
        progress, marks = keep_reading(path)
        print(f"{name}: {path.stat().st_size:,} bytes, {marks:,} marks", flush=True)
        program = Program(name, [str(DATELINE), str(path)], shows, "q", self.home)
        return Job(program, ("j", "]", "a"), self.presses, f"/{progress.items} decided")


def keep_reading(path: Path) -> tuple[Progress, int]:
    """Have a report read and the reading kept beside it; what there is to decide, and to mark."""
    library = Library(path, "bench")
    try:
        annotations = library.open_with_reading(library.named[0])
        marks = sum(len(item.spans) for item in annotations.items())
        annotations.close()
        return annotations.progress(), marks
    finally:
        library.close()


def label_all(path: Path) -> None:
    """Annotations for SLATE: every eighth word has a label, as dense as ours."""
    places = (
        (line, word)
        for line, words in enumerate(path.read_text(encoding="utf-8").splitlines())
        for word in range(0, len(words.split()), 8)
    )
    lines = "".join(f"({line}, {word}) - a\n" for line, word in places)
    path.with_name(path.name + ".annotations").write_text(lines, encoding="utf-8")
