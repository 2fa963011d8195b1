"""A library's own names of actors: what reports call them, and what a coding sheet does.

`read_actors` reads the table, `ActorTable.find` looks a name up, `shown` gives an item with the
names of the table. What is kept stays as it was decided; a line taken out of the table is undone.
"""

from store.actors.showing import shown
from store.actors.table import ActorTable, CodedActor, read_actors

__all__ = ["ActorTable", "CodedActor", "read_actors", "shown"]
