"""One's own municipality in an address, and another's thing after it, or the other way round: there is no such thing.

Every address that names two things or more is asked for with one of Haderslev's among Køge's own, and with one of
Køge's own among Haderslev's, by Køge's coordinator. It is worked out from the addresses themselves.
"""

import pytest

from tests.conventions.addresses import NAMED, keys_of, path_of
from tests.conventions.cast import CAST
from tests.conventions.visits import TYPED, Visit, nothing_kept
from tests.conventions.world import add_koeges_own

REFUSED = ("302", "403", "404", "405", "door")


def mixtures(theirs, own):
    """Each address with one thing exchanged, as (name, path)."""
    for name in NAMED:
        named = [key for key in dict.fromkeys(keys_of(name).values()) if key in own and own[key] != theirs[key]]
        for key in named if len(named) > 1 else ():
            yield name, path_of(name, theirs | own | {key: theirs[key]})
            yield name, path_of(name, theirs | {key: own[key]})


@pytest.fixture
def crossed(world, db, remembered):
    theirs = world.scenes["waiting"]
    own = add_koeges_own(world)
    return Visit(world, CAST["foreign_coordinator"], remembered), list(mixtures(theirs, own)), theirs | own


def test_the_addresses_that_name_two_things_are_found(crossed):
    names = {name for name, _path in crossed[1]}
    assert {"accounts:colleague", "accounts:withdraw", "catalogue:revoke_link", "catalogue:remove_contact"} <= names
    assert {"wagtailadmin_pages:revisions_view", "wagtailadmin_pages:workflow_action", "wagtaildocs_serve"} <= names


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_thing_of_anothers_is_not_found_among_ones_own(crossed, method):
    visit, paths, _values = crossed
    faults = []
    for name, path in paths:
        with nothing_kept():
            got, leaked, written = visit.ask(method, path, TYPED if method == "post" else None)
        if got not in REFUSED or leaked or written:
            faults.append(f"{method} {name} {path}: {got} {sorted(leaked)} {written}")
    assert not faults, "\n".join(faults)


def test_the_same_addresses_lead_somewhere_when_all_of_it_is_ones_own(crossed):
    visit, _paths, values = crossed
    for name in ("accounts:colleague", "wagtailadmin_pages:revisions_view", "wagtailadmin_pages:workflow_action"):
        assert visit.ask("get", path_of(name, values))[0] == "200", name
