"""Feeds of the whole site, of a theme and of a municipality."""

from xml.etree import ElementTree

import pytest

from catalogue.models import DiaryEntryPage, DiaryPage, StoryTheme
from tests.factories.accounts import MunicipalityFactory
from tests.factories.catalogue import MunicipalityPageFactory, StoryPageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESSES = ("/katalog/feed.xml", "/katalog/ledelse/feed.xml", "/kommuner/haderslev/feed.xml")


@pytest.fixture
def haderslev_page(db):
    return MunicipalityPageFactory(municipality=MunicipalityFactory(haderslev=True))


@pytest.fixture
def entries(client):
    """A function: the titles in the feed at an address, as they stand."""

    def read(address):
        answer = client.get(address)
        assert (answer.status_code, answer["Content-Type"]) == (200, "application/atom+xml; charset=utf-8")
        feed = ElementTree.fromstring(answer.content)
        return [title.text for title in feed.iterfind(f"{ATOM}entry/{ATOM}title")]

    return read


@pytest.mark.database
@pytest.mark.parametrize("address", ADDRESSES)
def test_the_newest_story_comes_first_and_no_draft(entries, haderslev_page, address):
    StoryPageFactory(parent=haderslev_page, title="Den ældste")
    StoryPageFactory(parent=haderslev_page, title="Den nyeste")
    StoryPageFactory(parent=haderslev_page, title="Kladde", live=False)
    assert entries(address) == ["Den nyeste", "Den ældste"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_withdrawn_story_is_gone_at_once(entries, haderslev_page, address):
    story = StoryPageFactory(parent=haderslev_page)
    assert len(entries(address)) == 1
    story.unpublish()
    assert entries(address) == []


@pytest.mark.database
def test_diary_entries_stand_between_the_stories(entries, haderslev_page):
    story = StoryPageFactory(parent=haderslev_page, title="En erfaring")
    diary = haderslev_page.add_child(instance=DiaryPage(title="Dagbog", slug="dagbog"))
    entry = diary.add_child(instance=DiaryEntryPage(title="En dag", body="<p>Kaffe.</p>"))
    entry.save_revision().publish()
    for address in ("/katalog/feed.xml", "/kommuner/haderslev/feed.xml"):
        assert entries(address) == ["En dag", story.title]


@pytest.mark.database
def test_a_theme_holds_its_own_stories_once_each(entries):
    own = StoryPageFactory(title="Om ledelse")
    StoryTheme.objects.create(page=own, theme="ledelse", word="coach")
    StoryPageFactory(title="Om borgeren").themes.update(theme="borger")
    assert entries("/katalog/ledelse/feed.xml") == ["Om ledelse"]


@pytest.mark.parametrize("address", ["/katalog/findes-ikke/feed.xml", "/kommuner/findes-ikke/feed.xml"])
def test_what_is_not_known_has_no_feed(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("stories", [1, 3])
def test_the_whole_feed_costs_two_queries_however_long_it_is(client, django_assert_num_queries, stories):
    StoryPageFactory.create_batch(stories)
    client.get("/katalog/feed.xml")
    with django_assert_num_queries(2):
        client.get("/katalog/feed.xml")


def test_a_reader_that_asks_again_is_told_when_nothing_is_new(client):
    StoryPageFactory()
    tag = client.get("/katalog/feed.xml")["ETag"]
    assert client.get("/katalog/feed.xml", headers={"If-None-Match": tag}).status_code == 304
    StoryPageFactory()
    assert client.get("/katalog/feed.xml", headers={"If-None-Match": tag}).status_code == 200


def test_pages_tell_feed_readers_of_their_feeds(read, haderslev_page):
    def told(address):
        return [link["href"] for link in read(address).select("link[rel=alternate]")]

    assert told("/") == ["/katalog/feed.xml"]
    assert told("/katalog/?tema=ledelse") == ["/katalog/feed.xml", "/katalog/ledelse/feed.xml"]
    assert told("/kommuner/haderslev/") == ["/kommuner/haderslev/feed.xml"]
