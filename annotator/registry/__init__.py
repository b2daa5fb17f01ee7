"""Names, countries, duplicates and mergers of actors and issues. Pure."""
