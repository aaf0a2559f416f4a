"""One series interrupted: its time axis and the design of its regression."""
