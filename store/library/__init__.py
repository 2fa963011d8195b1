"""A folder of reports with the notes on them."""
