"""Steps from one schema to the next, run by Alembic. One file a schema in `versions`, named by its number."""
