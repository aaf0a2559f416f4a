"""What every folder of tests may ask for, and how patient its properties are.

A run that fails should say something of what was changed since the last, so the examples
of properties are the same in every run. `--hypothesis-profile curious` draws others.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings

pytest_plugins = ["tests.databases", "tests.illustrative"]

# How long an example takes is the machine's affair that day, and no property of ours.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
settings.register_profile("curious", settings.get_profile("patient"), derandomize=False)
settings.load_profile("patient")
