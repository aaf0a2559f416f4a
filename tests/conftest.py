"""What every folder of tests may ask for, and how patient its properties are."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

pytest_plugins = ["tests.databases", "tests.illustrative"]

# How long an example takes is the machine's affair that day, and no property of ours.
settings.register_profile("patient", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")
