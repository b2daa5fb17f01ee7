"""Parts of the dialogs that write a project out."""
