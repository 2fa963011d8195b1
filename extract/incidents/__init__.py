"""Attacks on people and property, as lists of incidents record them: type, parties, country.

Imports the events and the gazetteer; no step stands on it.
"""

from extract.incidents.find import Incident, incidents

__all__ = ["Incident", "incidents"]
