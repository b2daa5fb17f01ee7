"""Pages on paper: PDFs that this program makes, without a printer and without a screen."""
