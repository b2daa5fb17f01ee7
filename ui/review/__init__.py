"""Review: how far readers agree, what they differ in, what a lead decides."""
