"""The workspace of the registries: actors and issues, who uses them, and which are one."""
