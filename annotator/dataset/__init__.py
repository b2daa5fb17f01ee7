"""Data sets for training: what is alike, how articles are parted, views, and what goes with them. Pure."""
