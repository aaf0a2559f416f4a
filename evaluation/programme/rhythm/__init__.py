"""Whose turn it is, and reminders of it."""
