"""Wagtail's editors' rooms, cut down to what each role needs and behind the municipality's walls."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.widgets import Button
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.permissions import policy_registry, register_permission_policy

from accounts.rules import is_administrator, works_at_desk
from catalogue.domain.comments import tell_of_comments
from catalogue.files_policy import MunicipalityFilesPolicy
from catalogue.models import DiaryEntryPage, MunicipalityPage, StoryPage, Term
from catalogue.rules import DeskPolicy, may_see_way, municipality_paths
from catalogue.views.terms import TermViewSet

for model, auth_model in ((get_image_model(), "wagtailimages.Image"), (get_document_model(), "wagtaildocs.Document")):
    register_permission_policy(
        model, MunicipalityFilesPolicy(model, auth_model=auth_model, owner_field_name="uploaded_by_user")
    )


def tell_of_comments_by_our_mails(self: EditView, changes: dict) -> None:
    tell_of_comments(by=self.request.user, page=self.page, changes=changes)


# Wagtail's own mails about comments go out at once, past the outbox, and it has no setting for others.
EditView.send_commenting_notifications = tell_of_comments_by_our_mails

register_permission_policy(Term, DeskPolicy(Term))

FOR_WRITERS = {"my-municipality", "images", "documents"}
FOR_THE_DESK = FOR_WRITERS | {"explorer", "reports", "glossary"}


@hooks.register("insert_global_admin_css")
def our_colours_and_type() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("catalogue/admin.css"))


@hooks.register("register_admin_viewset")
def glossary_viewset():
    return TermViewSet("term")


@hooks.register("register_admin_menu_item")
def my_municipality_menu_item():
    home = resolve_url(settings.LOGIN_REDIRECT_URL)
    return MenuItem(_("My municipality"), home, name="my-municipality", icon_name="home", order=1)


@hooks.register("construct_main_menu")
def only_what_the_role_needs(request: HttpRequest, menu_items: list) -> None:
    """Administrators see all of Wagtail but its help in English; the desk sees the tree and its reports.

    Who writes in one municipality has no tree to open: an item of the menu leads straight to its pages.
    """
    if is_administrator(request.user):
        menu_items[:] = [item for item in menu_items if item.name != "help"]
        return
    at_desk = works_at_desk(request.user)
    shown = FOR_THE_DESK if at_desk else FOR_WRITERS
    menu_items[:] = [item for item in menu_items if item.name in shown]
    if not at_desk:
        menu_items += own_pages_items(request.user)


def own_pages_items(user) -> list[MenuItem]:
    own = MunicipalityPage.objects.filter(path__in=municipality_paths(user)).order_by("title")
    return [
        MenuItem(
            _("Pages in %(place)s") % {"place": page.title},
            reverse("wagtailadmin_explore", args=[page.pk]),
            name=f"pages-{page.slug}",
            icon_name="folder-open-inverse",
            order=100,
        )
        for page in own
    ]


@hooks.register("construct_page_chooser_queryset")
def public_pages_and_ones_own(pages, request: HttpRequest):
    """One may link to what everybody can read, and to what one may work on. A stranger's draft has no title here."""
    if works_at_desk(request.user):
        return pages
    reach = policy_registry.get_by_type(Page).explorable_instances(request.user)
    return pages & (Page.objects.live() | reach)


@hooks.register("construct_page_action_menu")
def approving_comes_first(menu_items: list, request: HttpRequest, context: dict) -> None:
    """To whoever a text waits for, saving it is the lesser thing, and publishing it past the approval needless."""
    if any(item.name == "approve" for item in menu_items):
        menu_items[:] = [item for item in menu_items if item.name != "action-publish"]
        menu_items.sort(key=lambda item: ["approve", "reject", item.name].index(item.name))


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def back_to_my_municipality(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Who has sent a text in, or judged one, is done with the editor: back to what else waits."""
    if "action-submit" in request.POST:
        done = "udgivet" if page.live and not page.has_unpublished_changes else "sendt"
        return redirect(f"{resolve_url(settings.LOGIN_REDIRECT_URL)}?{done}")
    if "action-workflow-action" in request.POST:
        done = "godkendt" if request.POST.get("workflow-action-name") == "approve" else "retur"
        return redirect(f"{resolve_url(settings.LOGIN_REDIRECT_URL)}?{done}")
    return None


@hooks.register("register_page_header_buttons")
def way_of_the_text(page: Page, user, view_name: str, next_url: str | None = None):
    """From the editor to who has read the text, and the links by which others read it."""
    if page.specific_class in (StoryPage, DiaryEntryPage) and may_see_way(user, page):
        yield Button(_("Who reads along"), reverse("catalogue:way", args=[page.pk]), icon_name="view", priority=5)
