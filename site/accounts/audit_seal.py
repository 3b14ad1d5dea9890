"""What keeps the audit log from being changed behind the model's back: triggers in the database itself.

They are set after every migration, since SQLite makes a table anew when one of its columns changes and leaves its
triggers behind. Whoever owns the database can still remove them; nobody who acts through the site can.
"""

from django.db import connections

TABLE = "accounts_auditentry"
REFUSAL = "The audit log is never changed."
CHANGES = ("update", "delete")

SQLITE = """
    CREATE TRIGGER IF NOT EXISTS {table}_no_{change} BEFORE {change} ON {table}
    BEGIN SELECT RAISE(ABORT, '{refusal}'); END
"""
POSTGRES_FUNCTION = """
    CREATE OR REPLACE FUNCTION {table}_refuse() RETURNS trigger AS
    $$ BEGIN RAISE EXCEPTION '{refusal}' USING ERRCODE = 'integrity_constraint_violation'; END $$ LANGUAGE plpgsql
"""
POSTGRES = """
    CREATE OR REPLACE TRIGGER {table}_no_{change} BEFORE {change} ON {table}
    FOR EACH ROW EXECUTE FUNCTION {table}_refuse()
"""


def seal(using: str = "default") -> None:
    """Set the triggers. Done twice, it changes nothing. Until the table is there, it does nothing."""
    connection = connections[using]
    if TABLE not in connection.introspection.table_names():
        return
    words = {"table": TABLE, "refusal": REFUSAL}
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRES_FUNCTION.format(**words))
        template = POSTGRES if connection.vendor == "postgresql" else SQLITE
        for change in CHANGES:
            cursor.execute(template.format(change=change, **words))


def break_seal(using: str = "default") -> None:
    """Take the triggers away: for the test suite, which sweeps every table between tests."""
    connection = connections[using]
    with connection.cursor() as cursor:
        for change in CHANGES:
            table = f" ON {TABLE}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {TABLE}_no_{change}{table}")


def seal_after_migrating(sender, using: str, **kwargs) -> None:
    seal(using)
