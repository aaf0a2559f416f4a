"""What stands around prototypes: risks, voices, groups and the whole programme."""
