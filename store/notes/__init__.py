"""One file of notes: its tables, its lock, its writer, and what older files become."""
