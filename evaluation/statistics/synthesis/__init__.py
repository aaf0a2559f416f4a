"""Synthetic areas: comparison areas weighted so that together they resemble the test area before."""
