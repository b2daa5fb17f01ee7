"""A report of agreement as a page and as tables. Pure: what was counted in, text out."""
