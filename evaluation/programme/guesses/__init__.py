"""Guesses beforehand, and how the figures settled them."""
