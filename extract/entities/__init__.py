"""People, places, sides, organisations and outlets, each under all its names in a report.

Knows the tokens, phrases and tagged names of a `Syntax` and the gazetteer; nothing of the steps
after it. Other steps ask `EntityIndex` who stands at some words, and `Antecedents` whom a pronoun
or a description means.
"""
