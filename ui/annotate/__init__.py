"""The annotate workspace: the list of articles, the reader, the inspector."""
