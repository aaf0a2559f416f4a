"""A plan: agreed, changed, moved through its stages, adapted and made ready."""
