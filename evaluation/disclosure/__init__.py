"""Small numbers: what is hidden before anything leaves.

Pure: a table or a result in, the same with its small numbers hidden out. Rows of
a real office are rarely dangerous one by one; what can be worked out from the
others of a table is a matter for secondary suppression, which this rule is not.
"""

from evaluation.disclosure.results import protect_comparison, protect_effect, protect_series
from evaluation.disclosure.rule import FLOOR, PROFILES, Profile, protect

__all__ = ["FLOOR", "PROFILES", "Profile", "protect", "protect_comparison", "protect_effect", "protect_series"]
