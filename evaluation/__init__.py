"""Prototype-test evaluation and learning framework."""

__version__ = "0.1.0"
