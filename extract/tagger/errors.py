"""What can be wrong with a tagger that is asked for by name."""

from extract.errors import DatelineError


class TaggerError(DatelineError):
    """The tagger of that name cannot be had."""
