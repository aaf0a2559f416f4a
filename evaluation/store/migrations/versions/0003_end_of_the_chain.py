"""Where the chain of seals ends, so that a row cut off is noticed; and no copies of texts in PostgreSQL's statistics.

Revision ID: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the number and the seal of the row written last, as the ledger is now.

    What PostgreSQL's planner keeps of a column holds some of its values: of texts it keeps nothing.
    """
    op.add_column("meta", sa.Column("last_number", sa.Integer(), nullable=True))
    op.add_column("meta", sa.Column("last_seal", sa.String(), nullable=True))
    op.execute(
        "UPDATE meta SET last_number = (SELECT max(number) FROM ledger), "
        "last_seal = (SELECT seal FROM ledger ORDER BY number DESC LIMIT 1)"
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE texts ALTER COLUMN text SET STATISTICS 0")
