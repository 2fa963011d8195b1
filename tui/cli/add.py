"""`dateline add`: files, addresses, feeds and mailboxes into reports of a library."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

import click

from extract.errors import DatelineError, LoadError
from extract.load.encodings import decoded
from store.library.adding import Added, Additions
from tui.cli import options
from tui.incoming import watching
from tui.incoming.sources import (
    LARGEST_LIST,
    Source,
    Wanted,
    in_file,
    is_address,
    listed,
    sources_of,
)
from tui.telling import FAILED, say, tell


@click.command("add")
@click.argument("sources", metavar="[URL-OR-FILE]...", nargs=-1)
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("."),
    help="Folder of the library (default: this one).",
)
@click.option(
    "--from",
    "lists",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    multiple=True,
    help="A list of files and addresses, one a line; - reads it from the pipe.",
)
@click.option("--feed", "feeds", metavar="URL", multiple=True, help="Pages of an RSS or Atom feed.")
@click.option(
    "--watch",
    type=click.Path(file_okay=False, path_type=Path),
    help="Add what comes into a folder, until ctrl+c.",
)
@click.option("--again", is_flag=True, help="Fetch addresses too that were fetched before.")
@click.option(
    "--private", is_flag=True, help="Fetch from your own network too, this machine included."
)
@options.published
def command(
    sources: tuple[str, ...],
    into: Path,
    lists: tuple[Path, ...],
    feeds: tuple[str, ...],
    watch: Path | None,
    again: bool,
    private: bool,
    published: date | None,
) -> int:
    """Turn files, folders, web pages, feeds and mailboxes (.mbox) into reports of a library.

    Title, date and publisher are those that a report states; what had to be guessed is marked so.
    What is in the library already is not added again, and no address fetched twice. An address may
    take a minute and 20 MB, and leads into your own network only with --private. What failed is
    listed at the end; the others are added. Web pages and feeds need the extra "web", PDFs "pdf",
    Word files, books and mails "documents", --watch "watch": pip install 'dateline[web,pdf]'.

    \b
    Examples:
      dateline add https://example.org/report --into reports/
      dateline add saved.html report.pdf mails.mbox --into reports/ --date 2024-05-03
      dateline add --from addresses.txt --feed https://example.org/rss --into reports/
    """
    wanted = Wanted(private, published)
    found = _found((*sources, *chain.from_iterable(map(_lines, lists))), feeds, wanted)
    if not (sources or lists or feeds or watch):
        raise click.UsageError("nothing to add: name a file, an address, --from, --feed or --watch")
    if watch and watch.resolve() == into.resolve():
        raise click.UsageError("--watch is the library itself: name another folder with --into")
    work = _Work(Additions(into), again)
    alone = len(sources) == 1 and not (lists or feeds or watch)
    if alone and isinstance(found[0], LoadError):
        raise found[0]
    try:
        work.add(found)
    finally:
        failed = work.told(alone and len(found) == 1)
    if watch:
        _watch(watch, work, wanted)
    return failed


def _found(words: Sequence[str], feeds: Iterable[str], wanted: Wanted) -> list[Source | LoadError]:
    found = list(sources_of(words, wanted))
    for feed in feeds:
        from tui.incoming.feed import sources_in

        try:
            if not is_address(feed):
                raise LoadError("no web address", feed, "write it with http:// or https://")
            found += sources_in(feed, wanted)
        except LoadError as error:
            found.append(error)
    return found


def _lines(path: Path) -> list[str]:
    """The sources in a list.

    Raises:
        LoadError: if it cannot be read.
    """
    try:
        if str(path) == "-":
            data = sys.stdin.buffer.read(LARGEST_LIST + 1)
        else:
            with path.open("rb") as file:
                data = file.read(LARGEST_LIST + 1)
    except OSError as error:
        reason = (error.strerror or "unreadable").lower()
        raise LoadError(f"cannot be read ({reason})", path, "check the name") from None
    if len(data) > LARGEST_LIST:
        raise LoadError("longer than any list of sources", path, "shorten it")
    return listed(decoded(data, path))


@dataclass(slots=True)
class _Work:
    """What was added, and what was not."""

    additions: Additions
    again: bool
    done: list[tuple[Source, Added | Path, tuple[str, ...]]] = field(default_factory=list)
    """Each source with where it stands, or where it stood before it was asked for, and what is to
    be told of it."""
    failed: list[DatelineError] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)

    def forget(self, source: Source) -> None:
        """Take a source again that was taken before: its file has changed."""
        self._seen.discard(source.same)

    def add(self, found: Sequence[Source | LoadError]) -> None:
        """Get the sources one after the other, a bar before the eyes of a person."""
        with _bar(found) as sources:
            for source in sources:
                if isinstance(source, LoadError):
                    self.failed.append(source)
                elif source.same not in self._seen:
                    self._seen.add(source.same)
                    self._one(source)

    def _one(self, source: Source) -> None:
        known = self.additions.from_address(source.address) if source.address else None
        if known is not None and not self.again:
            self.done.append((source, known, ()))
            return
        try:
            article = source.get()
            added = self.additions.add(article, asked=source.address)
        except DatelineError as error:
            self.failed.append(error)
            return
        guesses = (f"{name} was guessed: {getattr(article, name)}" for name in article.guessed)
        self.done.append((source, added, (*article.problems, *(() if added.again else guesses))))

    def told(self, alone: bool) -> int:
        """Tell what was added and what was not, forget it, and return the exit code."""
        for source, added, lines in self.done:
            self._tell(source, added, lines, alone)
        if self.failed and alone:
            raise self.failed[0]
        count = len(self.done) + len(self.failed)
        if self.failed:
            tell(f"{len(self.failed)} of {count} could not be added:")
        for error in self.failed:
            tell(error)
        code = FAILED if self.failed else 0
        self.done.clear()
        self.failed.clear()
        return code

    def _tell(self, source: Source, added: Added | Path, lines: Iterable[str], alone: bool) -> None:
        if isinstance(added, Path):
            say(str(added))
            tell(f"{source.name}: fetched before, so not again; --again fetches it")
            return
        say(str(added.path))
        where = "" if alone else f"{added.path}: "
        for line in lines:
            tell(line if line.startswith(source.name) else f"{where}{line}")
        if added.again:
            tell(f"{added.path}: this report is here already; nothing was written")
        elif added.before is not None:
            tell(f"{added.before}: another text from the same address is here; both are kept")


def _bar(found: Sequence[Any]) -> Any:
    """The sources, a bar on a terminal that tells how many are done where there are several."""
    if len(found) < 2 or not sys.stderr.isatty():
        return nullcontext(found)
    return click.progressbar(found, label="adding", file=sys.stderr, show_pos=True)


def _watch(folder: Path, work: _Work, wanted: Wanted) -> None:
    """Add what is in a folder and what comes into it, until that is ended."""
    changes = watching.changes_in(folder)
    work.add(list(_outside(sources_of([str(folder)], wanted), work.additions.folder)))
    work.told(alone=False)
    tell(f"watching {folder}; ctrl+c ends it")
    for path in watching.come_to_rest(changes):
        found = [in_file(path, wanted)]
        work.forget(found[0])
        work.add(list(_outside(found, work.additions.folder)))
        work.told(alone=False)


def _outside(found: Iterable[Source | LoadError], library: Path) -> Iterator[Source | LoadError]:
    """The sources that are not in the library itself."""
    inside = library.resolve()
    for source in found:
        if isinstance(source, LoadError) or not Path(source.name).resolve().is_relative_to(inside):
            yield source
