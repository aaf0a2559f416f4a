"""Inference, one way a file: numbers in, an interval with its p-value or a chance check out."""
