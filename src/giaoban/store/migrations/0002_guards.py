"""Triggers that refuse to change or delete an entry, on both databases.

On SQLite a third one refuses an entry whose number is taken, because INSERT OR
REPLACE would delete the old row without asking the DELETE trigger.
"""

from django.db import migrations

REFUSAL = "giaoban: an entry is never changed or deleted (muc ghi khong bao gio duoc sua hoac xoa)"

SQLITE = {
    "store_entry_no_update": f"""
        CREATE TRIGGER store_entry_no_update BEFORE UPDATE ON store_entry
        BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END
    """,
    "store_entry_no_delete": f"""
        CREATE TRIGGER store_entry_no_delete BEFORE DELETE ON store_entry
        BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END
    """,
    "store_entry_no_replace": f"""
        CREATE TRIGGER store_entry_no_replace BEFORE INSERT ON store_entry
        WHEN EXISTS (SELECT 1 FROM store_entry WHERE book_id = NEW.book_id AND number = NEW.number)
        BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END
    """,
}

POSTGRESQL = {
    "store_entry_refusal": f"""
        CREATE FUNCTION store_entry_refusal() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END
        $$
    """,
    "store_entry_no_change": """
        CREATE TRIGGER store_entry_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON store_entry
        FOR EACH STATEMENT EXECUTE FUNCTION store_entry_refusal()
    """,
}


def stand_guard(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[vendor].values():
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("store", "0001_tables")]
    operations = [migrations.RunPython(stand_guard, elidable=False)]
