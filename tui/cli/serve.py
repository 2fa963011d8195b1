"""`dateline serve`: the reader in a browser."""

import asyncio
import secrets
import sys
from datetime import date
from pathlib import Path

import click

from extract.errors import MissingReportError, needs
from tui.cli import options
from tui.serving.limits import SESSIONS
from tui.telling import say, tell


@click.command("serve")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="Port to listen on; 0 takes a free one.",
)
@click.option(
    "--sessions",
    default=SESSIONS,
    show_default=True,
    type=click.IntRange(1, 100),
    help="Readers at a time.",
)
@click.option(
    "--no-token",
    is_flag=True,
    help="Let every program of this machine in; only with an address of this machine.",
)
@options.published
@options.notes
@options.annotator
def command(
    path: Path,
    host: str,
    port: int,
    sessions: int,
    no_token: bool,
    published: date | None,
    notes: Path | None,
    annotator: str | None,
) -> int:
    """Open the reader in a browser, at the address that is printed.

    Whoever has that address can read and decide: the token in it is the only key. Pages of other
    sites are not let in. Needs the extra: pip install 'dateline[web]'.

    \b
    Example:
      dateline serve reports/ --as anna
    """
    if not path.exists():
        raise MissingReportError("no such file or folder", path, "check the name")
    with needs("textual-serve", "web"):
        from tui.serving.guard import Guard, is_of_this_machine
        from tui.serving.server import Server, listen
    if no_token and not is_of_this_machine(host):
        raise click.UsageError("--no-token goes with an address of this machine only")
    listening = listen(host, port)
    port = listening.getsockname()[1]
    token = None if no_token else secrets.token_urlsafe(24)
    if no_token:
        tell("without a token every program of this machine can read and decide")
    wishes = {"--as": options.who(annotator), "--notes": notes, "--date": published}
    given = [part for name, value in wishes.items() if value for part in (name, str(value))]
    # -P: a folder of reports may hold one that is called like our package
    reader = [sys.executable, "-P", "-m", "tui", "read", str(path.absolute()), *given]
    address = _address(host, port, token)
    server = Server(reader, Guard(host, port, token), sessions)
    asyncio.run(server.run(listening, lambda: say(f"Dateline is at {address}")))
    return 0


def _address(host: str, port: int, token: str | None) -> str:
    """What to open in a browser; of an address for all of them, the one of this machine."""
    name = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    shown = f"[{name}]" if ":" in name else name
    return f"http://{shown}:{port}/" + (f"?token={token}" if token else "")
