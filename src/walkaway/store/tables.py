"""The tables, as the newest migration leaves them: one schema for an encrypted file, memory and PostgreSQL."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

HEAD = "0002"
"""The migration that this program is written for."""

metadata = MetaData()

you = Table("you", metadata, Column("id", Integer, primary_key=True), Column("document", JSON, nullable=False))
"""What is true of the person over all pursuits: one row, 1."""

pursuit = Table(
    "pursuit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False, unique=True),  # the name without capitals, by which it is found
    Column("keeps", String(8), nullable=False),
    Column("document", JSON, nullable=False),
    Column("part_of", Integer),  # the pursuit that this one is shown inside
)

channel = Table(
    "channel",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("pursuit_id", ForeignKey("pursuit.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("source", Text, nullable=False),
    Column("about", JSON, nullable=False),  # title, me, them, people, tz, assumed
)

chunk = Table(
    "chunk",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("channel_id", ForeignKey("channel.id", ondelete="CASCADE"), nullable=False),
    Column("month", Integer, nullable=False),  # months since January 1970, UTC
    Column("n", Integer, nullable=False),
    Column("columns", LargeBinary, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    UniqueConstraint("channel_id", "month"),
)

words = Table(
    "words",
    metadata,
    Column("chunk_id", ForeignKey("chunk.id", ondelete="CASCADE"), primary_key=True),
    Column("text", LargeBinary, nullable=False),
    Column("digest", LargeBinary, nullable=False),
)

arrival = Table(
    "arrival",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("pursuit_id", ForeignKey("pursuit.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("at", BigInteger, nullable=False),
    Column("source", Text, nullable=False),
    Column("content", String(64), nullable=False),
    Column("read", Integer, nullable=False),
    Column("kept", Integer, nullable=False),
    Column("there", Integer, nullable=False),
    Column("skipped", Integer, nullable=False),
)

alias = Table(
    "alias",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("pursuit_id", ForeignKey("pursuit.id", ondelete="CASCADE"), nullable=False),
    Column("name", Text, nullable=False),
    Column("stands_for", Text, nullable=False),
    UniqueConstraint("pursuit_id", "name"),
)
