"""Where words and patterns stand in a text. Pure."""
