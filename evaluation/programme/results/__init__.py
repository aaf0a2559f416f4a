"""Results: compared, explained, set beside others and taken away."""
