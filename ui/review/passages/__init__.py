"""The passages behind a number."""
