"""The screen and the command line.

Knows `store` and `extract`; the only room that imports Textual.
"""
