import pytest
from django.http import QueryDict
from wagtail.models import PageViewRestriction

from catalogue.models import StoryPage, StoryTheme
from catalogue.models.facets import Choices
from tests.factories.accounts import MunicipalityFactory
from tests.factories.catalogue import MunicipalityPageFactory, StoryPageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


def titles(soup):
    return [link.text for link in soup.select(".story__title a")]


def count(soup, name, value):
    return int(soup.select_one(f"input[name={name}][value={value}]").parent.select_one(".n").text)


@pytest.mark.parametrize("stories", [1, 3])
def test_the_list_costs_eight_queries_after_a_change_and_then_four_however_long_it_is(
    client, django_assert_num_queries, stories
):
    StoryPageFactory.create_batch(stories)
    client.get("/arrangementer/")  # the menu and the site's record, which every page needs
    with django_assert_num_queries(8):
        client.get("/katalog/?maalgruppe=leder&tema=ledelse")
    with django_assert_num_queries(4):
        client.get("/katalog/?maalgruppe=leder&tema=ledelse")


def test_a_row_is_made_anew_when_its_story_is_published_or_moved(read):
    story = StoryPageFactory(title="Før")
    assert titles(read("/katalog/")) == ["Før"]
    story.title = "Efter"
    story.save_revision().publish()
    assert titles(read("/katalog/")) == ["Efter"]
    story.slug = "et-andet-sted"
    story.save_revision().publish()
    assert read("/katalog/").select_one(".story__title a")["href"].endswith("/et-andet-sted/")


def test_a_row_goes_with_its_story(read):
    story = StoryPageFactory()
    read("/katalog/")
    story.unpublish()
    assert titles(read("/katalog/")) == []


def test_a_draft_does_not_show_in_the_row(read):
    story = StoryPageFactory(title="Det udgivne")
    story.title = "Kladden"
    story.save_revision()
    assert titles(read("/katalog/")) == ["Det udgivne"]


def test_the_newest_story_comes_first(read):
    StoryPageFactory(title="Den ældste")
    StoryPageFactory(title="Den nyeste")
    assert titles(read("/katalog/")) == ["Den nyeste", "Den ældste"]


@pytest.mark.database
def test_sorted_by_municipality_aa_comes_last(read):
    for name in ("Aalborg", "Ærø", "Faxe", "Ørsted", "Åbenrå", "Zealand"):
        municipality = MunicipalityFactory(name=name)
        StoryPageFactory(title=name, parent=MunicipalityPageFactory(municipality=municipality))
    assert titles(read("/katalog/?sortering=kommune")) == ["Faxe", "Zealand", "Ærø", "Ørsted", "Åbenrå", "Aalborg"]


def test_within_a_filter_choices_widen_and_between_filters_they_narrow(read):
    StoryPageFactory(title="Leder i drift", status="running")
    StoryPageFactory(title="Leder på forsøg", status="trying")
    StoryPageFactory(title="Stoppet", status="stopped", for_leader=False, for_staff=True)
    assert titles(read("/katalog/?status=drift&status=forsoeg")) == ["Leder på forsøg", "Leder i drift"]
    assert titles(read("/katalog/?status=drift&status=stoppet&maalgruppe=medarbejder")) == ["Stoppet"]


def test_a_count_tells_what_the_choice_would_leave(read):
    StoryPageFactory(status="running")
    StoryPageFactory(status="trying", for_leader=False, for_staff=True)
    soup = read("/katalog/?maalgruppe=leder")
    assert count(soup, "maalgruppe", "leder") == 1
    assert count(soup, "maalgruppe", "medarbejder") == 1
    assert count(soup, "status", "drift") == 1
    assert count(soup, "status", "forsoeg") == 0


def test_a_story_with_two_words_of_one_theme_counts_once(read):
    story = StoryPageFactory()
    StoryTheme.objects.create(page=story, theme="ledelse", word="coach")
    soup = read("/katalog/?tema=ledelse")
    assert count(soup, "tema", "ledelse") == 1
    assert len(titles(soup)) == 1


@pytest.mark.database
def test_every_count_is_the_length_of_the_list_it_promises():
    for status in ("running", "trying", "stopped"):
        StoryPageFactory(status=status, for_staff=status == "trying", team_size_min=5, team_size_max=9)
    choices = Choices(QueryDict("maalgruppe=medarbejder&tema=ledelse"))
    for facet in choices.facets():
        for option in facet.options:
            asked = Choices(QueryDict(choices.query()))
            asked.chosen[facet.name] = [option.value]
            assert len(asked.results()) == option.stories, option


def test_a_choice_made_can_be_taken_back(read):
    StoryPageFactory(status="running")
    soup = read("/katalog/?status=drift&maalgruppe=leder&sortering=kommune")
    hrefs = [link["href"] for link in soup.select(".chosen a")]
    assert hrefs == [
        "/katalog/?maalgruppe=leder&sortering=kommune",
        "/katalog/?status=drift&sortering=kommune",
        "/katalog/",
    ]


def test_nothing_found_tells_which_choice_to_leave_out(read):
    StoryPageFactory(status="running")
    soup = read("/katalog/?status=stoppet&maalgruppe=leder")
    assert "Ingen erfaringer passer" in soup.text
    assert [link.text for link in soup.select(".empty a")] == ["Fjern “Stoppet”"]
    assert titles(read(soup.select_one(".empty a")["href"]))


def test_nothing_found_whatever_one_leaves_out_clears_it_all(read):
    StoryPageFactory(status="running")
    soup = read("/katalog/?status=stoppet&maalgruppe=medarbejder&tema=borger")
    assert [link["href"] for link in soup.select(".empty a")] == ["/katalog/"]


def test_an_empty_catalogue_says_so(read):
    assert "Der er ikke udgivet en erfaring endnu" in read("/katalog/").text


@pytest.mark.parametrize(
    "address",
    [
        "?status=x",
        "?maalgruppe=",
        "?tema=%00",
        "?side=x",
        "?side=-1",
        "?side=999999999",
        "?sortering=%27",
        "?side=%F0%9F",
    ],
)
def test_what_is_not_known_in_the_address_is_left_alone(read, address):
    StoryPageFactory(title="Den ene")
    assert titles(read("/katalog/" + address)) == ["Den ene"]


def test_twenty_stand_on_a_page_and_the_choices_go_along(read):
    StoryPageFactory.create_batch(21, status="running")
    soup = read("/katalog/?status=drift")
    assert len(titles(soup)) == 20
    following = soup.select_one(".ds-pagination a[rel=next]")["href"]
    assert following == "?status=drift&side=2"
    assert len(titles(read("/katalog/" + following))) == 1


def test_drafts_and_closed_stories_are_neither_listed_nor_counted(read):
    StoryPageFactory(title="Kladde", live=False)
    closed = StoryPageFactory(title="Lukket")
    PageViewRestriction.objects.create(page=closed.get_parent(), restriction_type="login")
    soup = read("/katalog/")
    assert titles(soup) == []
    assert not soup.select(".facet")


def test_a_story_in_the_list_has_one_link(read):
    StoryPageFactory()
    assert len(read("/katalog/").select("article.story a")) == 1


@pytest.mark.database
def test_public_stories_are_those_wagtail_calls_public():
    kept = StoryPageFactory()
    StoryPageFactory(live=False)
    PageViewRestriction.objects.create(page=StoryPageFactory(), restriction_type="login")
    assert list(StoryPage.objects.live_public()) == list(StoryPage.objects.live().public()) == [kept]
