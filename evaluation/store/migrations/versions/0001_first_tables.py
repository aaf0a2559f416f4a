"""The first tables.

Revision ID: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make them: what is referred to before what refers to it."""
    op.create_table(
        "meta",
        sa.Column("programme", sa.String(), nullable=False),
        sa.Column("schema_number", sa.Integer(), nullable=False),
        sa.Column("created", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("programme", name=op.f("pk_meta")),
    )
    op.create_table(
        "declarations",
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name=op.f("pk_declarations")),
    )
    _ledger()
    op.create_table(
        "texts",
        sa.Column("ledger", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("salt", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["ledger"], ["ledger.number"], name=op.f("fk_texts_ledger")),
        sa.PrimaryKeyConstraint("ledger", "field", name=op.f("pk_texts")),
    )
    _observations()


def _ledger() -> None:
    op.create_table(
        "ledger",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=True),
        sa.Column("prototype", sa.String(), nullable=True),
        sa.Column("recorded_at", UTCDateTime(), nullable=False),
        sa.Column("actor_id", sa.String(), nullable=False),
        sa.Column("actor_name", sa.String(), nullable=False),
        sa.Column("actor_role", sa.String(), nullable=False),
        sa.Column("actor_verified", sa.Boolean(), nullable=False),
        sa.Column("request_key", sa.String(), nullable=False),
        sa.Column("amends", sa.Integer(), nullable=True),
        sa.Column("plan", sa.String(), nullable=True),
        sa.Column("schema_number", sa.Integer(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("previous_seal", sa.String(), nullable=False),
        sa.Column("seal", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["amends"], ["ledger.number"], name=op.f("fk_ledger_amends")),
        sa.ForeignKeyConstraint(["plan"], ["declarations.fingerprint"], name=op.f("fk_ledger_plan")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_ledger")),
        sa.UniqueConstraint("kind", "key", name=op.f("uq_ledger_kind_key")),
        sa.UniqueConstraint("kind", "request_key", name=op.f("uq_ledger_kind_request_key")),
    )
    op.create_index(op.f("ix_ledger_prototype"), "ledger", ["prototype"])


def _observations() -> None:
    op.create_table(
        "observations",
        sa.Column("batch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("group", sa.String(), nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("period_start", sa.Date(), nullable=False),
        sa.Column("period_end", sa.Date(), nullable=False),
        sa.Column("period_kind", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("value", sa.Float(), nullable=True),
        sa.Column("numerator", sa.Float(), nullable=True),
        sa.Column("denominator", sa.Float(), nullable=True),
        sa.Column("symbol", sa.String(), nullable=False),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["batch"], ["ledger.number"], name=op.f("fk_observations_batch")),
        sa.PrimaryKeyConstraint("batch", "number", name=op.f("pk_observations")),
    )
    op.create_index(op.f("ix_observations_measure"), "observations", ["measure"])
