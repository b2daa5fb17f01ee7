"""Parts that several workspaces are made of."""
