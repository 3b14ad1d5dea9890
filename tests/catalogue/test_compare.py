"""/sammenlign/: two to four stories side by side."""

import pytest

from catalogue.models import StoryTheme
from tests.factories.accounts import MunicipalityFactory
from tests.factories.catalogue import MunicipalityPageFactory, StoryPageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


def address(*stories):
    return "/sammenlign/?" + "&".join(f"e={getattr(story, 'pk', story)}" for story in stories)


def names(soup):
    return [name.text for name in soup.select(".compare__name")]


def row(soup, label):
    heading = soup.find("th", scope="row", string=label)
    return [" ".join(cell.get_text(" ").split()) for cell in heading.parent.select("td")]


def notices(soup):
    return " ".join(notice.text for notice in soup.select(".ds-alert"))


def place(name, **fields):
    municipality = MunicipalityFactory(name=name, **fields)
    return MunicipalityPageFactory(municipality=municipality)


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_it_costs_four_queries_however_many_stories(client, django_assert_num_queries, number):
    stories = StoryPageFactory.create_batch(number)
    client.get("/sammenlign/")
    with django_assert_num_queries(4):
        client.get(address(*stories))


def test_the_stories_stand_in_the_order_of_the_address(read):
    first, second = StoryPageFactory(parent=place("Alken")), StoryPageFactory(parent=place("Bogense"))
    assert names(read(address(second, first))) == ["Bogense", "Alken"]


def test_the_same_question_is_put_to_all_and_silence_is_told(read):
    told, silent = StoryPageFactory(team_size_min=8, team_size_max=10), StoryPageFactory()
    assert row(read(address(told, silent)), "Teamets størrelse") == ["8–10 medarbejdere", "ikke oplyst"]


def test_a_municipalitys_own_word_stands_before_the_common_scale(read):
    story = StoryPageFactory(self_management="Medstyrende", self_management_level=2)
    words = row(read(address(story)), "Selvstyre")[0]
    assert words.startswith("Medstyrende Trin 2 af 4 på den fælles skala")


def test_a_theme_stands_in_its_own_word_with_the_common_group(read):
    story = StoryPageFactory()
    StoryTheme.objects.create(page=story, theme="borger", word="", sort_order=1)
    assert row(read(address(story)), "Temaer") == ["Tillid (ledelse), borgeren"]


def test_a_result_stands_with_its_caveat(read):
    result = {"figure": "87 %", "text": "Tilfredse", "period": "2024", "caveat": "Få svarede."}
    story = StoryPageFactory(results=[("result", result)])
    assert row(read(address(story)), "Resultater") == ["87 % : Tilfredse (2024) Pas på: Få svarede."]


def test_a_long_list_is_shortened_and_says_so(read):
    points = [("point", {"text": f"Svært {n}"}) for n in range(9)]
    cell = row(read(address(StoryPageFactory(difficulties=points))), "Det var svært")[0]
    assert "Svært 3" in cell
    assert "Svært 4" not in cell
    assert cell.endswith("og 5 mere i erfaringen")


def test_after_the_fourth_it_says_that_there_is_room_for_four(read):
    stories = StoryPageFactory.create_batch(6)
    soup = read(address(*stories))
    assert len(names(soup)) == 4
    assert "2 flere, end der er plads til" in notices(soup)


@pytest.mark.database
def test_a_draft_and_a_withdrawn_story_are_counted_and_not_shown(read):
    public, draft, withdrawn = StoryPageFactory(), StoryPageFactory(live=False), StoryPageFactory()
    withdrawn.unpublish()
    soup = read(address(public, draft, withdrawn))
    assert len(names(soup)) == 1
    assert "2 af de erfaringer, du har valgt, er ikke udgivet." in notices(soup)


@pytest.mark.database
@pytest.mark.parametrize("value", ["901&e=902&e=903&e=904", "x", "²", "-1", "1" * 5_000, "1.0", "%00", "' or 1=1"])
def test_what_names_no_story_leads_to_the_catalogue(read, value):
    soup = read(f"/sammenlign/?e={value}")
    assert soup.h1.text == "Sammenlign erfaringer"
    assert soup.select_one(".actions a")["href"] == "/katalog/"


def test_a_story_named_twice_stands_once(read):
    story = StoryPageFactory()
    soup = read(address(story, story))
    assert len(names(soup)) == 1
    assert "Vælg mindst én mere." in notices(soup)


def test_a_story_can_be_taken_out(read):
    one, two, three = StoryPageFactory.create_batch(3)
    links = [link["href"] for link in read(address(one, two, three)).select("thead a.no-print")]
    assert links[0] == address(two, three)


def test_what_is_written_is_shown_and_never_run(client):
    evil = "<script>alert(1)</script>"
    story = StoryPageFactory(title=evil, area=evil, difficulties=[("point", {"text": evil, "note": evil})])
    text = client.get(address(story)).content.decode()
    assert "<script>alert" not in text


def test_search_engines_leave_the_comparisons_alone(read):
    assert read("/sammenlign/").select_one("meta[name=robots]")["content"] == "noindex"


def test_it_sets_no_cookie(client):
    assert not client.get(address(StoryPageFactory())).cookies


def test_the_catalogues_filters_are_left_out_of_the_address(client):
    answer = client.get("/sammenlign/?tema=ledelse&sortering=kommune&e=12&e=34&e=x%26y")
    assert answer["Location"] == "/sammenlign/?e=12&e=34&e=x%26y"


def test_a_story_is_ticked_in_the_catalogue_without_a_script(read):
    story = StoryPageFactory()
    soup = read("/katalog/")
    box, button = soup.select_one(f"input[name=e][value='{story.pk}']"), soup.select_one("[formaction]")
    assert (box["type"], button["formaction"]) == ("checkbox", "/sammenlign/")
    assert box.find_parent("form") == button.find_parent("form")


def test_a_tick_is_kept_through_filters_and_sides(read):
    here, filtered = StoryPageFactory(status="running"), StoryPageFactory(status="trying")
    soup = read(f"/katalog/?status=drift&e={here.pk}&e={filtered.pk}")
    assert [box["value"] for box in soup.select("input[name=e][checked]")] == [str(here.pk)]
    assert [box["value"] for box in soup.select("input[name=e][type=hidden]")] == [str(filtered.pk)]
    assert soup.select_one(".chosen a")["href"] == f"/katalog/?e={here.pk}&e={filtered.pk}"


@pytest.mark.parametrize("value", ["x", "9" * 100_000, '"><script>', "1&e=2&e=3&e=4&e=5&e=6"])
def test_the_catalogue_carries_at_most_four_numbers(read, value):
    assert len(read(f"/katalog/?e={value}").select("input[type=hidden][name=e]")) <= 4
