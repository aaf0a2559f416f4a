"""Staggered starts: effects by group and period, and their averages."""
