"""Opening a municipality: its page, diary, shelf of pictures and files, groups, and what these may do."""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from accounts.domain.memberships import desk_group, municipality_group
from accounts.enums import DeskRole, Role
from accounts.models import Municipality, User
from catalogue.domain.approval import assign_approval
from catalogue.models import DiaryPage, MunicipalityIndexPage, MunicipalityPage
from catalogue.models.diary import DIARY_SLUG

PAGES = {
    Role.CONTRIBUTOR: ("add_page", "change_page"),
    Role.COORDINATOR: ("add_page", "change_page"),
}
FILES = {
    Role.CONTRIBUTOR: ("add", "change", "choose"),
    Role.COORDINATOR: ("add", "change", "choose", "delete"),
}
DESK_PAGES = ("add_page", "change_page", "publish_page", "lock_page", "unlock_page", "bulk_delete_page")
DESK_FILES = ("add", "change", "choose", "delete")


class NoMunicipalityIndex(Exception):
    """There is no page /kommuner/ to open a municipality below."""


@transaction.atomic
def open_municipality(*, by: User | None, municipality: Municipality) -> MunicipalityPage:
    """Make everything a municipality needs to write here. Run twice, it changes nothing.

    Its people are whoever has a membership, now or later. Raises NoMunicipalityIndex before /kommuner/ exists.
    """
    index = MunicipalityIndexPage.objects.first()
    if index is None:
        raise NoMunicipalityIndex
    # The lock makes a second opener wait and find the page made.
    municipality = Municipality.objects.select_for_update().get(pk=municipality.pk)
    open_desk(by=by)
    assign_approval(by=by, index=index)
    page = _page(by, index, municipality)
    _diary(by, page)
    shelf = shelf_of(municipality)
    for role in Role:
        group = municipality_group(municipality, role)
        _let_into_admin(group)
        _grant_pages(group, page, PAGES[role])
        _grant_files(group, shelf, FILES[role])
    return page


@transaction.atomic
def open_desk(*, by: User | None) -> Group:
    """Give the central desk what it may do with every page, picture and file. Run twice, it changes nothing."""
    desk = desk_group(DeskRole.EDITOR)
    _let_into_admin(desk)
    _grant_pages(desk, Page.get_first_root_node(), DESK_PAGES)
    _grant_files(desk, Collection.get_first_root_node(), DESK_FILES)
    return desk


def _page(by: User | None, index: MunicipalityIndexPage, municipality: Municipality) -> MunicipalityPage:
    page = MunicipalityPage.objects.filter(municipality=municipality).first()
    if page:
        return page
    page = MunicipalityPage(title=municipality.name, slug=municipality.slug, municipality=municipality, owner=by)
    return _publish_below(by, index, page)


def _diary(by: User | None, page: MunicipalityPage) -> DiaryPage:
    diary = DiaryPage.objects.child_of(page).first()
    return diary or _publish_below(by, page, DiaryPage(title=_("Diary"), slug=DIARY_SLUG, owner=by))


def _publish_below[P: Page](by: User | None, parent: Page, page: P) -> P:
    parent.add_child(instance=page)
    page.save_revision(user=by).publish(user=by)
    page.refresh_from_db()
    return page


def shelf_of(municipality: Municipality) -> Collection:
    """The municipality's collection. Known by its contributors' permission, so that it may be renamed."""
    group = municipality_group(municipality, Role.CONTRIBUTOR)
    granted = GroupCollectionPermission.objects.filter(group=group).select_related("collection").first()
    return granted.collection if granted else Collection.get_first_root_node().add_child(name=municipality.name)


def _let_into_admin(group: Group) -> None:
    group.permissions.add(
        Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"),
    )


def _grant_pages(group: Group, page: Page, codenames: Iterable[str]) -> None:
    for permission in Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=codenames):
        GroupPagePermission.objects.get_or_create(group=group, page_id=page.pk, permission=permission)


def _grant_files(group: Group, shelf: Collection, actions: Iterable[str]) -> None:
    """Pictures and files: Wagtail hangs both on the permissions of its own two models."""
    codenames = [f"{action}_{kind}" for action in actions for kind in ("image", "document")]
    apps = ("wagtailimages", "wagtaildocs")
    for permission in Permission.objects.filter(content_type__app_label__in=apps, codename__in=codenames):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=shelf, permission=permission)
