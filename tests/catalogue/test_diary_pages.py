import datetime

import pytest

from catalogue.models import DiaryEntryPage, DiaryPage

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
def test_the_diary_costs_five_queries_however_long_it_is(client, diary, django_assert_num_queries, rows):
    for number in range(rows):
        entry(diary, number + 1)
    client.get("/kommuner/haderslev/dagbog/")
    with django_assert_num_queries(5):
        client.get("/kommuner/haderslev/dagbog/")
