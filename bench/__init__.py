"""What measures speed and the quality of the reading; nothing at run time imports it."""
