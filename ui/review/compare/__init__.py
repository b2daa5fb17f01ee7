"""The readings of an article side by side, and the verdicts on them."""
