"""Checks: what in a report does not fit together, or leaves a reader to ask.

The last step of a reading; stands on all that the others found.
"""

from extract.checks.step import CHECKS, find_checks

__all__ = ["CHECKS", "find_checks"]
