"""What the screens are made of: widgets that paint what they are given and say what was wished.

Nothing here knows an app, a screen or the store.
"""
