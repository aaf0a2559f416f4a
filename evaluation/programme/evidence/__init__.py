"""What speaks for and against a step of how we think it works."""
