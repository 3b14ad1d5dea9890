from accounts.models.audit import AuditEntry, AuditLogIsClosed
from accounts.models.invitation import Invitation
from accounts.models.membership import Membership
from accounts.models.municipality import Municipality, Organisation, Region, RegionPeriod
from accounts.models.sign_in import MunicipalitySignIn
from accounts.models.user import User

__all__ = [
    "AuditEntry",
    "AuditLogIsClosed",
    "Invitation",
    "Membership",
    "Municipality",
    "MunicipalitySignIn",
    "Organisation",
    "Region",
    "RegionPeriod",
    "User",
]
