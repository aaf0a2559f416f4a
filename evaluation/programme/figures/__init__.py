"""Figures: how they come in, what they show, and who is warned."""
