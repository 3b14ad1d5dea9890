import datetime
from xml.etree import ElementTree

import pytest

from catalogue.models import DiaryEntryPage, DiaryPage
from core.models import SitePicture
from core.tasks import make_renditions
from tests.core.upload_files import picture, uploaded

ATOM = "{http://www.w3.org/2005/Atom}"

pytestmark = pytest.mark.django_db


@pytest.fixture
def diary(haderslev_page):
    return DiaryPage.objects.child_of(haderslev_page).get()


def entry(diary, number, **fields):
    made = DiaryEntryPage(title=f"Dag {number}", body=f"<p>Vi nåede {number}.</p>", **fields)
    made.date = datetime.date(2026, 11, number)
    return diary.add_child(instance=made)


def test_the_newest_entry_stands_first(client, diary):
    for number in (1, 3, 2):
        entry(diary, number)
    page = client.get("/kommuner/haderslev/dagbog/")
    assert [each.title for each in page.context["entries"]] == ["Dag 3", "Dag 2", "Dag 1"]


def test_a_draft_is_shown_nowhere(client, diary):
    entry(diary, 1, live=False)
    assert "Dag 1" not in client.get("/kommuner/haderslev/dagbog/").content.decode()
    assert "Dag 1" not in client.get("/kommuner/haderslev/").content.decode()
    assert client.get("/kommuner/haderslev/dagbog/dag-1/").status_code == 404


def test_an_entry_tells_whose_it_is_and_leads_back(client, diary):
    entry(diary, 1)
    page = client.get("/kommuner/haderslev/dagbog/dag-1/").content.decode()
    assert "Vi nåede 1." in page
    assert "Haderslev, " in page
    assert 'href="/kommuner/haderslev/dagbog/"' in page


def test_the_municipalitys_page_shows_the_three_newest(client, diary):
    for number in range(1, 6):
        entry(diary, number)
    page = client.get("/kommuner/haderslev/").content.decode()
    assert "Dag 5" in page
    assert "Dag 2" not in page


@pytest.mark.parametrize("side", ["0", "99", "x", "-1"])
def test_a_side_that_does_not_exist_is_answered_with_the_nearest(client, diary, side):
    entry(diary, 1)
    assert client.get(f"/kommuner/haderslev/dagbog/?side={side}").status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
def test_the_diary_costs_the_same_however_long_it_is(client, diary, photo, django_assert_num_queries, rows):
    for number in range(rows):
        entry(diary, number + 1, photo=photo)
    client.get("/kommuner/haderslev/dagbog/")
    with django_assert_num_queries(7):
        client.get("/kommuner/haderslev/dagbog/")
    with django_assert_num_queries(8):
        client.get("/kommuner/haderslev/dagbog/2026/11/")


@pytest.fixture
def photo(haderslev_page):
    made = SitePicture.objects.create(
        title="IMG_1", description="To kopper kaffe", file=uploaded("a.jpg", picture("JPEG", size=(900, 600)))
    )
    make_renditions.func(made.pk)
    return made


def test_a_photo_is_shown_with_what_one_sees_in_it(client, diary, photo):
    entry(diary, 1, photo=photo)
    assert 'alt="To kopper kaffe"' in client.get("/kommuner/haderslev/dagbog/").content.decode()
    assert 'alt="To kopper kaffe"' in client.get("/kommuner/haderslev/dagbog/dag-1/").content.decode()


def test_a_month_shows_its_own_entries_and_the_way_to_the_others(client, diary):
    entry(diary, 1)
    october = entry(diary, 2)
    DiaryEntryPage.objects.filter(pk=october.pk).update(date=datetime.date(2026, 10, 31))
    page = client.get("/kommuner/haderslev/dagbog/2026/11/").content.decode()
    assert "Dag 1" in page
    assert "Dag 2" not in page
    assert 'href="/kommuner/haderslev/dagbog/2026/10/"' in page
    assert "Dagbog fra Haderslev, november 2026" in page


@pytest.mark.parametrize("month", ["2026/12", "0000/01", "2026/13", "2026/1"])
def test_a_month_without_entries_is_not_there(client, diary, month):
    entry(diary, 1)
    entry(diary, 2, live=False)
    assert client.get(f"/kommuner/haderslev/dagbog/{month}/").status_code == 404


def test_the_feed_holds_what_is_published_with_whole_addresses(client, diary, settings):
    first = entry(diary, 1)
    first.save_revision().publish()
    entry(diary, 2, live=False)
    answer = client.get("/kommuner/haderslev/dagbog/feed.xml")
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = ElementTree.fromstring(answer.content)
    titles = [each.text for each in feed.iter(f"{ATOM}title")]
    assert titles == ["Dagbog fra Haderslev", "Dag 1"]
    links = [each.get("href") for each in feed.iter(f"{ATOM}link")]
    assert all(link.startswith(settings.BASE_URL) for link in links)
    assert f"{settings.BASE_URL}/kommuner/haderslev/dagbog/dag-1/" in links
    first.refresh_from_db()
    updated = feed.find(f"{ATOM}entry/{ATOM}updated").text
    assert datetime.datetime.fromisoformat(updated) == first.last_published_at


def test_the_diary_and_the_municipality_tell_feed_readers_where_it_is(client, diary):
    entry(diary, 1)
    wanted = 'type="application/atom+xml" href="/kommuner/haderslev/dagbog/feed.xml" title="Dagbog fra Haderslev"'
    assert wanted in client.get("/kommuner/haderslev/dagbog/").content.decode()
    assert wanted in client.get("/kommuner/haderslev/").content.decode()


def test_an_empty_diary_has_a_feed_without_entries(client, diary):
    assert client.get("/kommuner/haderslev/dagbog/feed.xml").status_code == 200
