"""Notes, stories and who was heard: what people write down, corrected, answered, found again and removed."""
