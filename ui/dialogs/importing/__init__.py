"""The dialog that brings files in, and its parts."""
