"""The persons whom a report tells to have been killed or hurt, taken or missing, one record each.

Stands on the figures of one person, the incidents that they belong to, and the names of people;
only what reads records stands on it.
"""

from extract.victims.step import find_victims

__all__ = ["find_victims"]
