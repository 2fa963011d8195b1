"""What happened, was planned, denied or recalled: triggers with their parties, place and date.

Stands on the syntax, the dates and the entities of a reading; imports no later step.
"""
