"""The workspace of the codebook: labels, values, definitions, examples, versions."""
