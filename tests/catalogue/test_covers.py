from xml.etree import ElementTree

import pytest

from catalogue.covers import VERSION, colours, cover
from catalogue.outlines import outlines
from catalogue.templatetags.catalogue import cover_address
from tests.factories.accounts import MunicipalityFactory

CODES = sorted(outlines())


def test_there_is_an_outline_for_each_of_the_98():
    assert len(CODES) == 98


@pytest.mark.parametrize("code", CODES)
def test_a_cover_is_the_same_every_time_and_well_formed(code):
    picture = cover(code, outlines())
    assert picture == cover(code, outlines())
    ElementTree.fromstring(picture)
    assert len(picture) < 5000


def test_neighbours_in_the_list_of_codes_never_share_colours():
    pairs = [colours(code, CODES) for code in CODES]
    for distance in range(1, 6):
        assert all(one != other for one, other in zip(pairs, pairs[distance:], strict=False))


def test_a_guest_gets_a_stone(client, db):
    answer = client.get("/omslag/NO-0301.svg")
    assert answer.status_code == 200
    assert b"M240 34c92" in answer.content


def test_a_cover_is_kept_for_a_year_at_an_address_with_its_version(client, db):
    address = cover_address(MunicipalityFactory(code="0510"))
    assert address == f"/omslag/0510.svg?v={VERSION}"
    answer = client.get(address)
    assert answer["Content-Type"] == "image/svg+xml"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "Vary" not in answer.headers or "Cookie" not in answer["Vary"]


@pytest.mark.parametrize("code", ["0999", "0411", "no-0301", "x", "05100", "NO-03011", "-"])
def test_no_other_code_has_a_cover(client, db, code):
    assert client.get(f"/omslag/{code}.svg").status_code == 404
