"""A review in progress: which items are listed, which is current, how each is worded and marked.

Plain Python on the store's items; nothing here imports Textual.
"""
