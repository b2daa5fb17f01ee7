"""The dialog that makes a data set for training."""
