"""Those who stand by name beside what a municipality has published, and taking them away when they have left."""

from dataclasses import dataclass
from itertools import chain

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import Revision

from accounts.domain.audit import record
from accounts.enums import AuditAction
from accounts.models import Municipality, User
from accounts.rules import may_manage_people
from catalogue.models import MunicipalityPage, StoryPage

FIELDS = ("contact_name", "contact_role", "contact_email")
EMPTY = dict.fromkeys(FIELDS, "") | {"contact_agreed": False}

type Byline = tuple[str, str, str]


class NotTheirs(Exception):
    """The page belongs to another municipality."""


@dataclass(frozen=True)
class ContactPlace:
    """Who stands at `page`, published or in its draft. `has_left`: the address is that of an account now closed."""

    page: StoryPage | MunicipalityPage
    name: str
    role: str
    email: str
    is_public: bool
    has_left: bool


def contacts_in(municipality: Municipality) -> list[ContactPlace]:
    """Every page of the municipality where somebody stands, those who have left first. Three queries."""
    pages = list(_pages(municipality))
    standing = [(page, byline(page)) for page in pages if any(byline(page))]
    addresses = {email.lower() for _page, (_name, _role, email) in standing}
    closed = User.objects.filter(is_active=False, email__in=addresses).values_list("email", flat=True)
    left = {email.lower() for email in closed}
    places = [
        ContactPlace(page, name, role, email, page.live and page.has_contact, email.lower() in left)
        for page, (name, role, email) in standing
    ]
    return sorted(places, key=lambda place: (not place.has_left, place.page.title))


@transaction.atomic
def remove_contact(*, by: User, municipality: Municipality, page_id: int) -> bool:
    """Take whoever stands at that page away, from what is published and from every version kept of it.

    It holds at once and needs nobody's approval: a person who has left should not wait for that. False when nobody
    stood there. Raises NotTheirs for a page of another municipality.
    """
    if not may_manage_people(by, municipality):
        raise NotTheirs
    page = next((page for page in _pages(municipality) if page.pk == page_id), None)
    if page is None:
        raise NotTheirs
    gone = byline(page)
    if not any(gone):
        return False
    if _stored(page) == gone:
        type(page).objects.filter(pk=page.pk).update(**EMPTY)
    _remove_from_versions(page, gone)
    record(by=by, action=AuditAction.CONTACT_REMOVED, about=page.title, municipality=municipality)
    return True


def byline(page: StoryPage | MunicipalityPage) -> Byline:
    """Who stands at the page: the published one, else whoever its draft names."""
    return _stored(page) if any(_stored(page)) else _written(page.latest_revision)


def _pages(municipality: Municipality):
    own = MunicipalityPage.objects.filter(municipality=municipality).select_related("latest_revision")
    stories = StoryPage.objects.filter(municipality=municipality).select_related("latest_revision")
    return chain(own, stories)


def _stored(page: StoryPage | MunicipalityPage) -> Byline:
    return page.contact_name, page.contact_role, page.contact_email


def _written(version: Revision | None) -> Byline:
    content = version.content if version else {}
    return content.get(FIELDS[0], ""), content.get(FIELDS[1], ""), content.get(FIELDS[2], "")


def _remove_from_versions(page: StoryPage | MunicipalityPage, gone: Byline) -> None:
    """Change the kept versions themselves: a new one would have to be approved, and the old would still name them."""
    versions = Revision.objects.filter(
        base_content_type=ContentType.objects.get_for_model(page.page_ptr), object_id=str(page.pk)
    )
    for version in versions:
        if _written(version)[::2] == gone[::2]:
            version.content |= EMPTY
            version.save(update_fields=["content"])
