"""Alembic's way in: runs the steps on the connection, and in the transaction, that the store hands it."""

from __future__ import annotations

from alembic import context

from evaluation.store.rows import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite cannot alter a table; Alembic rebuilds it
    transactional_ddl=True,  # both databases take a step back whole
)
context.run_migrations()
