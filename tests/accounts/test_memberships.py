import pytest

from accounts.domain.memberships import join_municipality, leave_municipality
from accounts.domain.municipalities import close_municipality
from accounts.enums import Role
from accounts.rules import belongs_to, coordinates

pytestmark = pytest.mark.django_db


def groups_of(user):
    return set(user.groups.values_list("name", flat=True))


def test_a_new_role_replaces_the_old(contributor, haderslev):
    join_municipality(by=None, user=contributor, municipality=haderslev, role=Role.COORDINATOR)
    assert coordinates(contributor, haderslev)
    assert groups_of(contributor) == {"0510 coordinator"}


def test_leaving_takes_all_that_joining_gave(contributor, haderslev):
    assert belongs_to(contributor, haderslev)
    leave_municipality(by=None, user=contributor, municipality=haderslev)
    assert not belongs_to(contributor, haderslev)
    assert groups_of(contributor) == set()


def test_leaving_one_municipality_keeps_the_other(contributor, haderslev, koege):
    join_municipality(by=None, user=contributor, municipality=koege, role=Role.CONTRIBUTOR)
    leave_municipality(by=None, user=contributor, municipality=haderslev)
    assert groups_of(contributor) == {"0259 contributor"}


def test_somebody_who_joins_a_closed_municipality_gets_no_group(stranger, haderslev):
    close_municipality(by=None, municipality=haderslev)
    join_municipality(by=None, user=stranger, municipality=haderslev, role=Role.CONTRIBUTOR)
    assert groups_of(stranger) == {"0259 contributor"}
