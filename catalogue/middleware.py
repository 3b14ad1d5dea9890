from collections.abc import Iterable

from django.apps import apps
from django.conf import settings
from django.http import Http404, HttpRequest
from django.shortcuts import redirect, render
from django.urls import ResolverMatch, reverse
from django.utils.datastructures import MultiValueDictKeyError
from wagtail.models import Page, TaskState
from wagtail.permissions import policy_registry

from accounts.models import User
from accounts.rules import is_administrator, is_known, works_at_desk
from core.models import ForeignChoice
from core.views.errors import bad_request

ANYTHING = {"add", "change", "publish", "delete", "bulk_delete", "lock", "unlock"}
PAGE_ARGUMENTS = ("page_id", "parent_page_id", "page_to_move_id", "destination_id")
EXPLORING = ("wagtailadmin_explore", "wagtailadmin_explore_results")
CHOSEN = "wagtailadmin_choose_page_chosen_multiple"
BULK = "wagtail_bulk_action"
# Where a page is copied or moved to is typed into a form, whose error would tell the title of a page out of reach.
PLACING = {"copy": "new_parent_page", "move": "new_parent_page", BULK: "chooser"}
CHOOSING = ("wagtailadmin_choose_page_child", CHOSEN)
# Lists of everybody's work. They are the desk's, whatever Wagtail would show of them.
DESK_ONLY = ("wagtailadmin_reports",)
# How the house is arranged, and lists of every picture and file there is: Wagtail opens some to whoever edits pages.
ADMINISTRATORS_ONLY = (
    "wagtailadmin_workflows",
    "wagtailadmin_collections",
    "wagtailadmin_api:images",
    "wagtailadmin_api:documents",
)
# One raises an error on purpose; the other tells everybody's tags, which no form asks about.
TRAPS = ("wagtailadmin_error_test", "wagtailadmin_tag_autocomplete")


class AdminWallMiddleware:
    """In the editors' rooms, a page outside one's own part of the tree does not exist, whatever is done to it.

    Wagtail asks for permission in each view by itself. Some tell a title or a state before they ask, or lead away
    with a message; here the same question is asked once, before any of them begins.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.admin = reverse("wagtailadmin_home")

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not request.path.startswith(self.admin) or not is_known(request.user):
            return None
        match = request.resolver_match
        if match.url_name == BULK and kwargs["app_label"] == User._meta.app_label:
            raise Http404  # people are changed one by one, and in the log
        closed = match.namespace in ADMINISTRATORS_ONLY and not is_administrator(request.user)
        if closed or match.url_name in TRAPS:
            raise Http404
        refuse_strangers_step(match.kwargs)
        if works_at_desk(request.user):
            return None
        if match.url_name == "wagtailadmin_home":
            return redirect(
                settings.LOGIN_REDIRECT_URL
            )  # where those who write begin: Wagtail's own is empty for them
        if match.namespace in DESK_ONLY:
            raise Http404
        if match.url_name == BULK:
            refuse_strangers_objects(request, kwargs["app_label"], kwargs["model_name"])
        for page in Page.objects.filter(pk__in=named_pages(request)):
            if not within_reach(request.user, page, match.url_name):
                raise Http404
        return None

    def process_exception(self, request, exception):
        if isinstance(exception, ForeignChoice):
            return render(request, "catalogue/foreign_choice.html", status=403)
        if isinstance(exception, MultiValueDictKeyError):  # Wagtail took for granted that its own page sent the form
            return bad_request(request, exception)
        return None


def named_pages(request: HttpRequest) -> list[int]:
    """The pages that the address names, in its path or in its query."""
    match: ResolverMatch = request.resolver_match  # type: ignore[assignment]  # a view is about to run, so there is one
    names = (*PAGE_ARGUMENTS, "pk") if match.namespace == "wagtailadmin_pages" else PAGE_ARGUMENTS
    queried = request.GET.getlist("childOf")
    if match.url_name == CHOSEN:
        queried += request.GET.getlist("id")
    if request.method == "POST" and match.url_name in PLACING:
        queried += request.POST.getlist(PLACING[match.url_name])
    return [int(match.kwargs[name]) for name in names if name in match.kwargs] + whole_numbers(queried)


def within_reach(user, page: Page, url_name: str | None) -> bool:
    """The page is one the user may do something with; or one above those, looked at; or a public one, linked to."""
    policy = policy_registry.get(page)
    if policy.user_has_any_permission_for_instance(user, ANYTHING, page):
        return True
    if url_name in EXPLORING:
        return policy.explorable_instances(user).filter(pk=page.pk).exists()
    return url_name in CHOOSING and page.live


def refuse_strangers_step(named: dict) -> None:
    """Wagtail shows the form for a step of the approval beside whatever page the address names with it."""
    if "task_state_id" in named and "page_id" in named:
        steps = TaskState.objects.filter(pk=named["task_state_id"])
        if not steps.filter(workflow_state__object_id=str(named["page_id"])).exists():
            raise Http404


def refuse_strangers_objects(request: HttpRequest, app_label: str, model_name: str) -> None:
    """Wagtail names the objects of a bulk action that one may not touch. None of those may be a stranger's."""
    try:
        model = apps.get_model(app_label, model_name)
    except LookupError:
        raise Http404 from None
    if "all" in request.GET.getlist("id") and not (issubclass(model, Page) and request.GET.get("childOf")):
        raise Http404  # everything there is, strangers' too
    policy = policy_registry.get_by_type(model)
    for instance in model._default_manager.filter(pk__in=whole_numbers(request.GET.getlist("id"))):
        if not policy.user_has_any_permission_for_instance(request.user, ANYTHING, instance):
            raise Http404


def whole_numbers(texts: Iterable[str]) -> list[int]:
    return [int(text) for text in texts if text.isdecimal()]
