"""What is closed leaves the index at once, what is published enters it by the worker."""

import pytest
from django.core.management import call_command
from wagtail.models import Page, PageViewRestriction

from catalogue.models import GlossaryIndexPage, StoryTheme
from home.models import StandardPage
from search.models import Entry, Word
from tests.factories.catalogue import MunicipalityPageFactory, StoryPageFactory, TermFactory
from tests.factories.events import EventFactory, publish

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.usefixtures("site")]


@pytest.fixture
def oslo(site, run_tasks):
    """A published page about Oslo, which the worker has indexed."""
    made = site.root_page.add_child(instance=StandardPage(title="Besøg i Oslo", slug="oslo"))
    run_tasks()
    return made


def test_what_is_published_is_found_when_the_worker_has_been(site, run_tasks, found):
    draft = site.root_page.add_child(instance=StandardPage(title="Besøg i Oslo", live=False))
    run_tasks()
    assert found("oslo") == []
    draft.save_revision().publish()
    run_tasks()
    assert found("oslo") == ["Besøg i Oslo"]


def test_a_draft_of_a_published_page_is_not_found(oslo, run_tasks, found):
    oslo.title = "Besøg i Bergen"
    oslo.save_revision()
    run_tasks()
    assert found("bergen") == []
    assert found("oslo") == ["Besøg i Oslo"]


def test_what_is_withdrawn_is_gone_at_once(oslo, found):
    oslo.unpublish()
    assert found("oslo") == []
    assert not Entry.objects.filter(page=oslo).exists()


def test_what_is_deleted_is_gone_at_once(oslo, found):
    oslo.delete()
    assert found("oslo") == []
    assert not Entry.objects.filter(title="Besøg i Oslo").exists()


def test_what_is_closed_is_gone_at_once_with_all_below(oslo, run_tasks, found):
    oslo.add_child(instance=StandardPage(title="Bydelene i Oslo"))
    run_tasks()
    restriction = PageViewRestriction.objects.create(page=oslo, restriction_type="login")
    assert found("oslo") == []
    assert not Entry.objects.filter(page__path__startswith=oslo.path).exists()
    restriction.delete()
    run_tasks()
    assert len(found("oslo")) == 2


def test_what_is_moved_under_a_closed_page_is_gone_at_once(site, oslo, run_tasks, found):
    closed = site.root_page.add_child(instance=StandardPage(title="Lukket"))
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    oslo.refresh_from_db()
    oslo.move(closed, pos="last-child")
    assert found("oslo") == []
    run_tasks()
    assert found("oslo") == []


def test_what_is_moved_has_its_new_address(site, oslo, run_tasks, client):
    above = site.root_page.add_child(instance=StandardPage(title="Rejser", slug="rejser"))
    oslo.refresh_from_db()
    oslo.move(above, pos="last-child")
    run_tasks()
    assert client.get("/soeg/?q=oslo").context["found"].side[0].url == "/rejser/oslo/"


def test_a_page_that_is_closed_behind_our_back_is_not_shown(oslo, found, client):
    Page.objects.filter(pk=oslo.pk).update(live=False)
    assert found("oslo") == []
    assert client.get("/soeg/?q=oslo").context["found"].total == 0
    assert client.get("/soeg/forslag/?q=oslo").json() == {"suggestions": []}


def test_the_index_made_anew_forgets_what_is_not_public(oslo, found):
    Page.objects.filter(pk=oslo.pk).update(live=False)
    call_command("index_search", verbosity=0)
    assert not Entry.objects.filter(page=oslo).exists()
    assert not Word.objects.filter(stem="oslo").exists()


def test_an_index_that_is_there_can_be_left_alone(oslo):
    Entry.objects.update(title="Rørt")
    call_command("index_search", "--if-empty", verbosity=0)
    assert Entry.objects.filter(title="Rørt").exists()


def test_what_every_such_page_says_of_itself_finds_none_of_them(haderslev, found):
    page = MunicipalityPageFactory(municipality=haderslev, title="Haderslev")
    call_command("index_search", verbosity=0)
    assert "teams" in page.description
    assert "Haderslev" not in found("teams")


@pytest.mark.parametrize("words", ["Haderslev", "tvillingeteam", "Vojens", "nærvær", "kaffe først", "forelskelse"])
def test_a_story_is_found_by_what_it_tells(haderslev, found, words):
    told = {"actions": [("point", {"text": "Gav teamet et tvillingeteam.", "note": "", "sources": "A"})]}
    told |= {"area": "Vojens", "summary": "Kaffe først, så pleje.", "unknowns": [("line", "Om det var forelskelse.")]}
    story = StoryPageFactory(parent=MunicipalityPageFactory(municipality=haderslev), title="Vores", **told)
    StoryTheme.objects.create(page=story, theme="borger", word="nærvær")
    call_command("index_search", verbosity=0)
    assert "Vores" in found(words)


def test_a_term_of_the_glossary_is_found_and_leads_to_its_page(client, run_tasks):
    TermFactory(da="kontaktperson", key="kontaktperson", note="Den, borgeren kender.")
    run_tasks()
    hit = client.get("/soeg/?q=kontaktperson").context["found"].side[0]
    assert (hit.kind, hit.url) == ("Begreb", "/begreber/kontaktperson/")


def test_no_term_is_found_while_there_is_no_glossary(run_tasks, found):
    TermFactory(da="kontaktperson")
    run_tasks()
    glossary = GlossaryIndexPage.objects.get()
    glossary.unpublish()
    assert found("kontaktperson") == []
    glossary.save_revision().publish()
    run_tasks()
    assert found("kontaktperson") == ["kontaktperson"]


def test_a_term_that_is_deleted_is_gone_at_once(run_tasks, found):
    term = TermFactory(da="kontaktperson")
    run_tasks()
    term.delete()
    assert found("kontaktperson") == []


@pytest.mark.parametrize("number", [1, 3])
def test_a_page_of_mixed_hits_costs_the_same_for_more_of_each(client, site, django_assert_num_queries, number):
    for place in range(number):
        site.root_page.add_child(instance=StandardPage(title=f"Team {place}"))
        StoryPageFactory(title=f"Team {place}")
        publish(EventFactory(title=f"Team {place}"))
    call_command("index_search", verbosity=0)
    client.get("/soeg/?q=team")
    with django_assert_num_queries(4):
        found = client.get("/soeg/?q=team").context["found"]
    assert len(found.side.object_list) >= 3 * number
