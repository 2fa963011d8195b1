"""What the keys of the reader do: functions over one `Context`, named in the table of actions.

No module here loads Textual by itself; the screens that a command opens are imported when it does.
"""
