"""One function per user action, by noun. Each is one step and returns it.

`by` is the annotator's id; marks go to that annotator's own layer of the article, which the first mark opens.
"""
