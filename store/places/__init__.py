"""Where incidents took place: from the gazetteer, a library's own places, and a person's choice."""
