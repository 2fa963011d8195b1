"""Who says what: attributions, and the sources behind them.

Stands on the syntax, the dates and the entities of a reading; imports no later step.
"""

from extract.attribution.step import find_sources

__all__ = ["find_sources"]
