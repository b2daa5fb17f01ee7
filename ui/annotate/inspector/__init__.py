"""The inspector: forms and lists beside the text."""
