"""The report of agreement, from the window."""
