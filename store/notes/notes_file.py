"""The file of one article's notes, held open."""

from pathlib import Path

from store.notes.encoding import Documents
from store.notes.forms import Form
from store.notes.held_file import HeldFile
from store.notes.tables import Notes, StoredNotes
from store.notes.upgrades import FORMAT, SCHEMA_VERSION, UPGRADES
from store.notes.writer import Writer


def _text(tables: Documents) -> str | None:
    """The text that notes are on, by its sha256."""
    about = tables.get("dateline", {}).get("notes")
    sha256: str | None = about["article"]["sha256"] if about else None
    return sha256


FORM = Form(
    name=FORMAT,
    newest=SCHEMA_VERSION,
    upgrades=UPGRADES,
    records=Notes,
    read=Notes.read,
    empty=StoredNotes,
    subject=_text,
    another="the file was replaced by notes on another text",
)
"""What a file of notes on an article holds."""


class NotesFile(HeldFile[Notes, StoredNotes]):
    """One article's notes by one annotator; without a path they are in memory alone."""

    def __init__(
        self, path: Path | None = None, writer: Writer | None = None, *, reading: bool = False
    ) -> None:
        """Open the notes; `reading` leaves them, and all around them, as they are.

        Raises:
            StoreError: if the file cannot be read, and for `reading` also if it is damaged.
        """
        super().__init__(FORM, path, writer, reading=reading)

    @property
    def notes(self) -> Notes:
        """The records of the file."""
        return self.records
