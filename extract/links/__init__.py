"""Findings joined: who stands behind a figure or event, and to what, when and where it belongs.

Imports nothing but the records and the syntax.
"""

from extract.links.step import link

__all__ = ["link"]
