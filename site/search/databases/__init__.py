"""What PostgreSQL and SQLite each do in their own way: both find the same stems, and each ranks what it found."""

from types import ModuleType

from django.db import connection

from search.databases import postgresql, sqlite

BEST = 120  # nobody reads further, and neither database is asked to rank more


def database() -> ModuleType:
    return postgresql if connection.vendor == "postgresql" else sqlite


def rows(sql: str, values: list) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()
