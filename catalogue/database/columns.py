"""What the columns of our tables are made of: times as text, closed sets with a CHECK."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel


class Moment(sa.types.TypeDecorator[datetime]):
    """A time as readable, sortable UTC text: 2026-11-21T06:00:00Z. Naive times are refused."""

    impl = sa.String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> str | None:
        """To the database."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value!r} has no time zone")
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> datetime | None:
        """From the database."""
        return datetime.fromisoformat(value) if value else None


def words(members: type[StrEnum], *, nullable: bool = False, index: bool = False) -> Any:
    """A column of a closed set: the value is stored (not the member's name), and a CHECK holds it."""
    kept = sa.Enum(
        members, values_callable=lambda kind: [w.value for w in kind], native_enum=False, create_constraint=True
    )
    return Field(default=None, sa_type=kept, nullable=nullable, index=index)


def moment(*, nullable: bool = True, index: bool = False) -> Any:
    """A column of times."""
    return Field(default=None, sa_type=Moment, nullable=nullable, index=index)


def table_of(model: type[SQLModel]) -> sa.Table:
    """The table behind a model, for core statements."""
    return SQLModel.metadata.tables[str(model.__tablename__)]
