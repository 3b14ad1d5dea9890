"""Who acts in a test, by role, each a fixture.

The municipalities are Haderslev (contributor and coordinator) and Køge (the stranger, a contributor of another).
"""

import pytest

from accounts.domain.memberships import appoint, join_municipality
from accounts.domain.municipalities import close_municipality
from accounts.domain.people import suspend
from accounts.enums import DeskRole, Role
from catalogue.domain.municipalities import open_municipality
from tests.factories.accounts import MunicipalityFactory, UserFactory


@pytest.fixture
def haderslev(db):
    return MunicipalityFactory(haderslev=True)


@pytest.fixture
def koege(db):
    return MunicipalityFactory(koege=True)


@pytest.fixture
def haderslev_page(site, haderslev):
    return open_municipality(by=None, municipality=haderslev)


@pytest.fixture
def koege_page(site, koege):
    return open_municipality(by=None, municipality=koege)


def member(municipality, role, name):
    user = UserFactory(name=name)
    join_municipality(by=None, user=user, municipality=municipality, role=role)
    return user


@pytest.fixture
def contributor(haderslev):
    return member(haderslev, Role.CONTRIBUTOR, "Bidragyder i Haderslev")


@pytest.fixture
def coordinator(haderslev):
    return member(haderslev, Role.COORDINATOR, "Koordinator i Haderslev")


@pytest.fixture
def other_coordinator(haderslev):
    return member(haderslev, Role.COORDINATOR, "Anden koordinator i Haderslev")


@pytest.fixture
def stranger(koege):
    return member(koege, Role.CONTRIBUTOR, "Bidragyder i Køge")


@pytest.fixture
def editor(db):
    user = UserFactory(name="Redaktør")
    appoint(by=None, user=user, role=DeskRole.EDITOR)
    return user


@pytest.fixture
def follow_group_reader(db):
    user = UserFactory(name="Følgegruppe")
    appoint(by=None, user=user, role=DeskRole.FOLLOW_GROUP)
    return user


@pytest.fixture
def administrator(db):
    return UserFactory(name="Administrator", is_superuser=True)


@pytest.fixture
def suspended(contributor):
    return suspend(by=None, user=contributor)


@pytest.fixture
def member_of_closed(contributor, haderslev):
    close_municipality(by=None, municipality=haderslev)
    return contributor


@pytest.fixture
def organiser(db):
    """Organises the events that a test gives to `organise(event, organiser)`."""
    return UserFactory(name="Arrangør")


@pytest.fixture
def checkin_helper(db):
    """Stands at the door of the events that a test gives to `organise(event, checkin_helper, StaffRole.CHECKIN)`."""
    return UserFactory(name="Indgang")
