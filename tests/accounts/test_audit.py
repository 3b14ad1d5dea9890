"""The audit log: written with the deed, read by those it concerns, changed by nobody."""

import pytest
from django.db import DatabaseError, connection, transaction

from accounts.domain.audit import record
from accounts.enums import AuditAction
from accounts.models import AuditEntry, AuditLogIsClosed

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def entry(coordinator, contributor, haderslev):
    return record(by=coordinator, action=AuditAction.ROLE_GIVEN, about=contributor, municipality=haderslev)


def test_an_entry_names_who_did_what_about_whom(entry, coordinator, contributor):
    entry.refresh_from_db()
    assert (entry.by, entry.by_name) == (coordinator, coordinator.name)
    assert (entry.about, entry.about_text) == (contributor, contributor.name)


def test_the_model_neither_changes_nor_deletes(entry):
    with pytest.raises(AuditLogIsClosed):
        entry.save()
    with pytest.raises(AuditLogIsClosed):
        entry.delete()


@pytest.mark.parametrize(
    "change",
    [
        lambda: AuditEntry.objects.update(reason="Noget andet"),
        lambda: AuditEntry.objects.all().delete(),
        lambda: connection.cursor().execute("DELETE FROM accounts_auditentry"),
    ],
)
def test_the_database_neither_changes_nor_deletes(entry, change):
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        change()
    assert AuditEntry.objects.filter(pk=entry.pk, reason="").exists()


def test_an_entry_outlives_whom_it_tells_about(entry, contributor):
    name = contributor.name
    contributor.delete()
    assert AuditEntry.objects.get(pk=entry.pk).about_text == name


@pytest.mark.parametrize(
    ("persona", "sees"),
    [
        ("administrator", True),
        ("coordinator", True),
        ("contributor", False),
        ("stranger", False),
        ("editor", False),
        ("follow_group_reader", False),
    ],
)
def test_who_reads_it(request, entry, persona, sees):
    reader = request.getfixturevalue(persona)
    assert AuditEntry.objects.visible_to(reader).filter(pk=entry.pk).exists() is sees
