"""A library's own names of actors: what reports call them, and what a coding sheet does.

`read_actors` reads the table, `ActorTable.find` looks a name up, `shown` gives an item with the
names of the table, `coded_account` what a report tells of an incident, `put_name` puts a name into
the table. What is kept stays as it was
decided; a line taken out of the table is undone.
"""

from store.actors.showing import coded_account, shown
from store.actors.table import ActorTable, CodedActor, joined, read_actors
from store.actors.writing import put_name

__all__ = [
    "ActorTable",
    "CodedActor",
    "coded_account",
    "joined",
    "put_name",
    "read_actors",
    "shown",
]
