"""How far annotators agree, as cards, tables and lines."""
