"""What pages tell search engines: schema.org, as data that ends no element and runs nowhere."""

import json

import pytest
from bs4 import BeautifulSoup

from core.structured_data import as_script
from tests.factories.catalogue import StoryPageFactory
from tests.factories.events import EventFactory, publish


@pytest.fixture
def told(client):
    """A function: what the page at an address tells, or None."""

    def read(address):
        element = BeautifulSoup(client.get(address).content, "html.parser").select_one(
            "head script[type='application/ld+json']"
        )
        return json.loads(element.string) if element else None

    return read


def test_no_text_ends_the_element_it_stands_in():
    text = "</script><!-- & \u2028"
    script = as_script({"name": text})
    assert script.count("<") == 2
    assert json.loads(script.partition(">")[2].removesuffix("</script>"))["name"] == text


def test_the_front_page_tells_who_is_behind_it(told, site, settings):
    found = told("/")
    assert (found["@context"], found["@type"]) == ("https://schema.org", "Organization")
    assert found["url"] == f"{settings.BASE_URL}/"


def test_a_story_is_an_article_of_its_municipality(told, site):
    story = StoryPageFactory(title="Ét </script> hus")
    story.save_revision().publish()
    found = told(story.path_on_site)
    assert found["@type"] == "Article"
    assert found["headline"] == "Ét </script> hus"
    assert found["author"]["name"] == story.municipality.name
    assert found["mainEntityOfPage"] == story.canonical_url
    assert found["datePublished"] <= found["dateModified"]


def test_an_event_tells_when_and_an_example_that_it_is_one(told, site):
    event = EventFactory(is_demo=True)
    publish(event)
    found = told(event.get_absolute_url())
    assert (found["@type"], found["startDate"]) == ("Event", event.starts_at.isoformat())
    assert found["description"].startswith("Eksempel")


def test_what_some_may_not_read_tells_nothing(told, client, site, django_user_model):
    story = StoryPageFactory()
    story.view_restrictions.create(restriction_type="login")
    client.force_login(django_user_model.objects.create(email="x@demo.example", is_superuser=True))
    assert told(story.path_on_site) is None


@pytest.mark.browser
def test_the_browser_has_nothing_to_say_of_it(live_server, site, page):
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(f"{live_server}/")
    assert page.locator("script[type='application/ld+json']").count() == 1
    assert complaints == []
