"""A figure's note: what its publisher remarks on it. Empty in every figure stored before.

Revision ID: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add it at the end, where either database needs not rebuild the table."""
    op.add_column("observations", sa.Column("note", sa.String(), nullable=True))
