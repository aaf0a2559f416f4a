"""What was learnt, what surprised us and what we do not know yet."""
