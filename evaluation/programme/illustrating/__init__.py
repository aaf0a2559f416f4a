"""The illustrative programme: its invented county, its figures and its notes."""
