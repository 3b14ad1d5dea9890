"""The audit log: what may be asked about later is written down in the transaction that did it."""

from accounts.enums import AuditAction
from accounts.models import AuditEntry, Municipality, User


def record(
    *,
    by: User | None,
    action: AuditAction,
    about: User | str = "",
    municipality: Municipality | None = None,
    reason: str = "",
) -> AuditEntry:
    """Write down that `by` (None: the system itself) did `action` about a person, or about a thing named in words.

    Call it inside the transaction of the deed, so that neither stands without the other.
    """
    person = about if isinstance(about, User) else None
    return AuditEntry.objects.create(
        by=by,
        by_name=str(by) if by else "",
        action=action,
        about=person,
        about_text=str(about)[:250],
        municipality=municipality,
        reason=reason,
    )
