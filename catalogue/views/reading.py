"""What somebody without an account sees and does by a link to a draft. It shows on GET and acts on POST."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from catalogue.domain.reading_links import (
    AlreadyApproved,
    LinkIsClosed,
    TooManyApprovals,
    approve_as_reader,
    has_draft,
    link_by,
    note_opening,
    state_now,
)
from catalogue.enums import LinkState
from catalogue.forms import ReaderApprovalForm
from catalogue.models import ReadingLink
from core.fetching import allow_in_session
from core.views.private import by_secret_link


@by_secret_link
@require_http_methods(["GET", "HEAD", "POST"])
def read_draft(request: HttpRequest, token: str) -> HttpResponse:
    link = link_by(token)
    if link is None:
        raise Http404
    if state_now(link) != LinkState.OPEN or not has_draft(link.page):
        return closed(request, link)
    if request.method == "POST":
        return approve(request, link)
    if request.method == "GET":
        note_opening(link=link)
    return draft(request, link, ReaderApprovalForm())


def approve(request: HttpRequest, link: ReadingLink) -> HttpResponse:
    form = ReaderApprovalForm(request.POST)
    if not form.is_valid():
        return draft(request, link, form)
    try:
        approve_as_reader(link=link, **form.cleaned_data)
    except AlreadyApproved:
        form.add_error("name", _("Somebody of that name has already said yes. If it was you, you need do no more."))
    except TooManyApprovals:
        form.add_error(None, _("Many have said yes by this link already. Write to whoever sent it to you instead."))
    except LinkIsClosed:
        return closed(request, link)
    else:
        return redirect(f"{request.path}?tak")
    return draft(request, link, form)


def draft(request: HttpRequest, link: ReadingLink, form: ReaderApprovalForm) -> HttpResponse:
    """The newest text in its own page's dress, with what it is said above and the reader's yes below."""
    page = link.page.get_latest_revision_as_object()
    allow_in_session(request, page)
    context = page.get_context(request) | {
        "page_template": page.get_template(request),
        "link": link,
        "form": form,
        "thanked": "tak" in request.GET,
    }
    return render(request, "catalogue/read_draft.html", context, status=422 if form.errors else 200)


def closed(request: HttpRequest, link: ReadingLink) -> HttpResponse:
    """It can be read no longer by this link, and why."""
    state = state_now(link)
    context = {"link": link, "state": state, "title": _("A draft to read")}
    return render(request, "catalogue/link_closed.html", context, status=200 if state == LinkState.OPEN else 410)
