"""What a library remembers of its annotator's decisions: it fills in and folds away, and decides
nothing.

`evidence_in` says what the decisions on one report teach, a `Memory` holds that of all reports and
the lines that a person wrote, `filled_in` and `folding` apply it to one suggestion, and
`LibraryMemory` keeps it for a library, report by report.
"""

from store.memory.evidence import Evidence, Table, evidence_in
from store.memory.fills import filled_in, filling
from store.memory.folds import folding, leaning
from store.memory.memory import Memory, Remembered

__all__ = [
    "Evidence",
    "Memory",
    "Remembered",
    "Table",
    "evidence_in",
    "filled_in",
    "filling",
    "folding",
    "leaning",
]
