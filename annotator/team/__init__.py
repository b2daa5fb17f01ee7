"""Who reads what, packages out and back, and putting them together again."""
