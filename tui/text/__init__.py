"""A report's text made ready for the screen: safe to show, wrapped, with its marks found by place.

Plain functions on strings and numbers; nothing here imports Textual.
"""
