"""Accounts of incidents over many reports: which of them tell of one incident, and why.

An account is what one report tells of one incident. A `Joiner` holds the accounts of a library and
says which belong together, as suggestions; reports that carry the same text are one origin. Knows
the records and the word lists, no store: accounts are made of a reading or of corrected values.
"""

from extract.accounts.account import Account, AccountKey, Joined, Link, Telling
from extract.accounts.joiner import Joiner
from extract.accounts.making import accounts_of, line, read_line, telling_of
from extract.accounts.near_copies import fingerprint
from extract.accounts.numbers import numbers_of

__all__ = [
    "Account",
    "AccountKey",
    "Joined",
    "Joiner",
    "Link",
    "Telling",
    "accounts_of",
    "fingerprint",
    "line",
    "numbers_of",
    "read_line",
    "telling_of",
]
