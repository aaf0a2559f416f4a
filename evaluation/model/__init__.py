"""The nouns: frozen, slotted, standard dataclasses that check themselves.

Nothing here reads a file, a clock or a database, and nothing knows pandas.
Import from the module that owns the noun (`from evaluation.model.places import Area`).
"""
