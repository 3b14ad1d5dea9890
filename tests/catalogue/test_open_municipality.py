import pytest
from django.contrib.auth.models import Group
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page, Workflow, WorkflowPage

from catalogue.domain.municipalities import NoMunicipalityIndex, open_desk, open_municipality
from catalogue.models import DiaryPage, MunicipalityIndexPage, MunicipalityPage, StoryPage

pytestmark = pytest.mark.django_db

COUNTED = (Page, Collection, Group, GroupPagePermission, GroupCollectionPermission, Workflow, WorkflowPage)


def count_all():
    return {model.__name__: model.objects.count() for model in COUNTED}


def test_it_makes_the_page_the_diary_and_the_shelf(site, haderslev):
    page = open_municipality(by=None, municipality=haderslev)
    assert page.url == "/kommuner/haderslev/"
    assert page.live
    assert DiaryPage.objects.child_of(page).get().url == "/kommuner/haderslev/dagbog/"
    assert Collection.objects.filter(name="Haderslev").exists()


@pytest.mark.database
def test_run_twice_it_changes_nothing(site, haderslev):
    first = open_municipality(by=None, municipality=haderslev)
    before = count_all()
    assert open_municipality(by=None, municipality=haderslev) == first
    assert count_all() == before


def test_a_renamed_shelf_and_workflow_are_found_again(site, haderslev):
    open_municipality(by=None, municipality=haderslev)
    Collection.objects.filter(name="Haderslev").update(name="Billeder fra Haderslev")
    Workflow.objects.update(name="Vejen til udgivelse")
    before = count_all()
    open_municipality(by=None, municipality=haderslev)
    assert count_all() == before


def test_each_municipality_has_its_own_and_they_share_one_workflow(site, haderslev, koege):
    open_municipality(by=None, municipality=haderslev)
    open_municipality(by=None, municipality=koege)
    assert MunicipalityPage.objects.count() == DiaryPage.objects.count() == 2
    assert Workflow.objects.count() == 1
    assert MunicipalityIndexPage.objects.get().get_workflow() == Workflow.objects.get()


def test_without_the_page_of_municipalities_it_says_so(db, haderslev):
    with pytest.raises(NoMunicipalityIndex):
        open_municipality(by=None, municipality=haderslev)
    assert not GroupPagePermission.objects.exists()


def test_members_may_write_below_their_own_page_only(site, haderslev, koege, contributor):
    own, other = (open_municipality(by=None, municipality=each) for each in (haderslev, koege))
    assert own.permissions_for_user(contributor).can_add_subpage()
    assert not other.permissions_for_user(contributor).can_add_subpage()
    assert not MunicipalityIndexPage.objects.get().permissions_for_user(contributor).can_edit()


def test_the_desk_may_publish_everywhere(site, haderslev, editor):
    page = open_municipality(by=None, municipality=haderslev)
    assert page.permissions_for_user(editor).can_publish()
    assert site.root_page.permissions_for_user(editor).can_edit()


def test_opening_the_desk_alone_and_twice(site, editor):
    open_desk(by=None)
    before = count_all()
    open_desk(by=None)
    assert count_all() == before
    assert editor.has_perm("wagtailadmin.access_admin")


def test_the_diary_cannot_be_made_a_second_time(site, haderslev):
    page = open_municipality(by=None, municipality=haderslev)
    assert not DiaryPage.can_create_at(page)
    assert StoryPage.can_create_at(page)
