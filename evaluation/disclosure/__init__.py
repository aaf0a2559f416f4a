"""Small numbers: what is hidden before anything leaves.

Pure: a table or a result in, the same with its small numbers hidden or rounded out.

What is promised. No number of people from 1 up to the profile's bound is shown, nor
one that leaves out so few, nor a group of so few (`rule`); no profile goes below 5.
Further numbers are hidden (`secondary`) until somebody who sees all the rest, knows every
sum that ties the numbers together, what was given out before and what its percentages
stand for, and knows this rule, must still think every small number possible (`attack`,
`enough`). Hidden numbers all look alike, so that nobody can tell the small ones from those
hidden for their sake. A profile that rounds shows every number to its nearest 5
(`rounding`), and the attack takes each for the range it stands for.

What is not. This is not differential privacy: it guards against sums, not against
everything somebody might know. Who knows some of the children in a cell (one family its own
child, a ward's councillor three of four) can take them away first. A rate for a small area,
an estimate, a range or a chart made of numbers that are all shown says what those numbers
say. Numbers that another body publishes of the same children are known to the attack only
where they are brought in.
"""

from evaluation.disclosure.attack import attack, pinned
from evaluation.disclosure.linked import Linked, crossed, with_totals
from evaluation.disclosure.results import protect_comparison, protect_effect, protect_series
from evaluation.disclosure.rule import PROFILES, Profile, profile_of, protect
from evaluation.disclosure.secondary import KnownAlready, suppress
from evaluation.model.framework import FLOOR

__all__ = [
    "FLOOR",
    "PROFILES",
    "KnownAlready",
    "Linked",
    "Profile",
    "attack",
    "crossed",
    "pinned",
    "profile_of",
    "protect",
    "protect_comparison",
    "protect_effect",
    "protect_series",
    "suppress",
    "with_totals",
]
