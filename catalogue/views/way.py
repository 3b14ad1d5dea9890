"""How far a text has come: who has read it, who has it now, and through which links it is read."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from wagtail.models import Page, TaskState

from accounts.requests import SignedInRequest
from catalogue.domain.approval import municipality_of
from catalogue.domain.reading_links import (
    AlreadyPublished,
    MayNotHandOn,
    has_draft,
    make_reading_link,
    revoke_reading_link,
)
from catalogue.domain.taking_over import MayNotTakeOver, NothingToTakeOver, take_over_step
from catalogue.forms import ReadingLinkForm, TakeOverForm
from catalogue.models import DiaryEntryPage, ReadingLink, StoryPage
from catalogue.rules import may_hand_on, may_see_way, may_take_over, waits_in_municipality

DONE = {
    "overtaget": _("You have taken it over. It waits for the editors now, and those concerned get a mail."),
    "link": _("The link is made. Copy it below and send it to whoever is to read along."),
    "lukket": _("The link is revoked. Nobody reads by it any longer."),
    "udgivet": _("The text is published. Everybody can read it where it stands."),
    "for-sent": _("It does not wait at a coordinator any longer."),
}


@never_cache
@login_required
@require_safe
def way(request: SignedInRequest, pk: int) -> HttpResponse:
    return show(request, text_of(request, pk))


@never_cache
@login_required
@require_POST
def take_over(request: SignedInRequest, pk: int) -> HttpResponse:
    page = text_of(request, pk)
    form = TakeOverForm(request.POST)
    if not may_take_over(request.user, page, requested_by(page)):
        raise Http404
    if not form.is_valid():
        return show(request, page, take_over_form=form)
    try:
        take_over_step(by=request.user, page=page, reason=form.cleaned_data["reason"])
    except MayNotTakeOver:
        raise Http404 from None
    except NothingToTakeOver:
        return back_to(page, "for-sent")
    return back_to(page, "overtaget")


@never_cache
@login_required
@require_POST
def make_link(request: SignedInRequest, pk: int) -> HttpResponse:
    page = text_of(request, pk)
    if not may_hand_on(request.user, page):
        raise Http404
    form = ReadingLinkForm(request.POST)
    if not form.is_valid():
        return show(request, page, link_form=form)
    try:
        make_reading_link(by=request.user, page=page, **form.cleaned_data)
    except MayNotHandOn:
        raise Http404 from None
    except AlreadyPublished:
        return back_to(page, "udgivet")
    return back_to(page, "link")


@never_cache
@login_required
@require_POST
def revoke_link(request: SignedInRequest, pk: int, link: int) -> HttpResponse:
    page = text_of(request, pk)
    revoke_reading_link(by=request.user, link=get_object_or_404(ReadingLink, pk=link, page=page))
    return back_to(page, "lukket")


def text_of(request: SignedInRequest, pk: int) -> Page:
    """A story or a diary entry that the reader may follow on its way, or 404."""
    page = Page.objects.select_related("owner", "latest_revision").filter(pk=pk).first()
    if page is None or page.specific_class not in (StoryPage, DiaryEntryPage):
        raise Http404
    if not may_see_way(request.user, page):
        raise Http404
    return page


def requested_by(page: Page) -> int | None:
    state = page.current_workflow_state
    return state.requested_by_id if state else None


def show(request: SignedInRequest, page: Page, **forms: Any) -> HttpResponse:
    state = page.current_workflow_state
    waits = bool(state and state.current_task_state.status == TaskState.STATUS_IN_PROGRESS)
    for_taking = waits and waits_in_municipality(page) and may_take_over(request.user, page, state.requested_by_id)
    may_link = may_hand_on(request.user, page) and has_draft(page)
    context = {
        "text": page,
        "title": page.draft_title or page.title,
        "place": municipality_of(page),
        "state": state,
        "waits": waits,
        "in_municipality": waits and waits_in_municipality(page),
        "steps": steps_of(page),
        "links": ReadingLink.objects.about(page),
        "link_form": forms.get("link_form") or (ReadingLinkForm() if may_link else None),
        "take_over_form": forms.get("take_over_form") or (TakeOverForm() if for_taking else None),
        "done": next((text for name, text in DONE.items() if name in request.GET), ""),
        "failed": any(form.errors for form in forms.values()),
    }
    return render(request, "catalogue/way.html", context, status=422 if context["failed"] else 200)


def steps_of(page: Page) -> list[TaskState]:
    """What has been said to the text, the newest first. A step that was skipped because nobody was there to ask is
    none."""
    done = TaskState.objects.filter(workflow_state__object_id=str(page.pk), finished_by__isnull=False)
    return list(done.select_related("finished_by", "task").order_by("-finished_at")[:20])


def back_to(page: Page, done: str) -> HttpResponse:
    return redirect(f"{reverse('catalogue:way', args=[page.pk])}?{done}")
