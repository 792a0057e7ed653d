"""One person over several pursuits and under several names: said beside the messages, so that it can be taken back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """A pursuit may be part of another, and a name may stand for another."""
    op.add_column("pursuit", sa.Column("part_of", sa.Integer))
    op.create_table(
        "alias",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("pursuit_id", sa.Integer, sa.ForeignKey("pursuit.id", ondelete="CASCADE"), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("stands_for", sa.Text, nullable=False),
        sa.UniqueConstraint("pursuit_id", "name"),
    )
