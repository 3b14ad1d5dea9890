"""/kom-godt-i-gang/<who reads>.pdf: the guide on paper, with boxes to tick."""

import pytest
from django.core.cache import cache

from catalogue.exports import guide as export
from catalogue.models import GuidePage
from tests.factories.guide import GuidePageFactory, add_source, add_step, dilemma, point
from tests.pdf_check import faults, tags, text_of

pytestmark = pytest.mark.django_db
ADDRESS = "/kom-godt-i-gang/{}.pdf"


@pytest.fixture
def guide(site):
    made = GuidePageFactory(lead="Til alle.")
    add_source(made, title="En artikel")
    made.save_revision().publish()
    return made


@pytest.fixture
def told(client):
    return lambda reader="alle": " ".join(text_of(client.get(ADDRESS.format(reader)).content).split())


def test_it_is_pdf_ua_without_faults(client, guide):
    add_step(guide, [point(lines=[("med", "Følg det.")]), dilemma(), point(kind="dont", sources="")])
    add_step(guide, [], title="Uden punkter")
    made = client.get(ADDRESS.format("alle"))
    assert made["Content-Type"] == "application/pdf"
    assert faults(made.content) == []
    assert [each["/S"] for each in tags(made.content, "H1", "H2")] == ["/H1", "/H2", "/H2", "/H2"]


def test_each_reader_gets_the_shared_points_and_their_own(told, guide):
    add_step(guide, [point("Til alle"), point("Kun ledere", readers=["leder"]), point("Kun MED", readers=["med"])])
    assert "Kom godt i gang for ledere" in told("leder")
    assert "Kun ledere" in told("leder")
    assert "Kun MED" not in told("leder")
    assert "Kun MED" in told("alle")


def test_points_keep_their_numbers_and_their_sources(told, guide):
    add_step(guide, [point("Første", readers=["med"]), point("Anden")])
    assert "1.2 Anden" in told("leder")
    assert "[1] En artikel" in told("leder")


@pytest.mark.parametrize("reader", ["", "direktoer", "Leder", "x" * 2000, "..%2Fleder"])
def test_an_unknown_reader_has_no_file(client, guide, reader):
    assert client.get(ADDRESS.format(reader)).status_code == 404


@pytest.mark.parametrize("change", [{"live": False}, None])
def test_there_is_no_file_of_a_guide_nobody_may_read(client, guide, change):
    if change:
        GuidePage.objects.update(**change)
    else:
        guide.view_restrictions.create(restriction_type="login")
    assert client.get(ADDRESS.format("alle")).status_code == 404


def test_a_step_nobody_may_read_is_not_in_the_file(told, guide):
    add_step(guide, [point("Hemmeligt")], live=False)
    assert "Hemmeligt" not in told()


def test_it_is_made_once_for_a_publication(client, guide, monkeypatch):
    made = []
    monkeypatch.setattr(export, "render_pdf", lambda *a: made.append(1) or b"%PDF")
    for _n in range(3):
        client.get(ADDRESS.format("alle"))
    assert len(made) == 1
    guide.save_revision().publish()
    client.get(ADDRESS.format("alle"))
    assert len(made) == 2


def test_publishing_a_step_has_the_files_made_before_anybody_asks(guide, run_tasks, client, monkeypatch):
    step = add_step(guide, [point()])
    cache.clear()
    step.save_revision().publish()
    run_tasks()
    monkeypatch.setattr(export, "render_pdf", None)  # would fail if it were called
    assert [client.get(ADDRESS.format(reader)).status_code for reader in ("alle", "leder", "med")] == [200] * 3


@pytest.mark.parametrize("text", ["#panic() $x$ *fed* <b>", "\u202e\x00" + "æ" * 300, "😀"])
def test_whatever_is_written_becomes_a_file(client, guide, text):
    add_step(guide, [point(text[:300], sources=text[:100])], title=text[:50].replace("\x00", "") or "x")
    assert faults(client.get(ADDRESS.format("alle")).content) == []


def test_a_guide_that_was_never_edited_is_a_file_too(client, site):
    add_step(GuidePageFactory(), [point()])
    assert faults(client.get(ADDRESS.format("alle")).content) == []
