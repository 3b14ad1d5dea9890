from accounts.models.audit import AuditEntry, AuditLogIsClosed
from accounts.models.membership import Membership
from accounts.models.municipality import Municipality, Organisation, Region, RegionPeriod
from accounts.models.user import User

__all__ = [
    "AuditEntry",
    "AuditLogIsClosed",
    "Membership",
    "Municipality",
    "Organisation",
    "Region",
    "RegionPeriod",
    "User",
]
