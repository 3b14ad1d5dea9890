"""Who writes for a municipality, and inviting to it: for its coordinators and the desk. To others it is not there."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from accounts.domain.invitations import InvitationRefused, invite, send_again, withdraw
from accounts.domain.pasted_people import invite_many
from accounts.forms import InviteForm, PasteForm
from accounts.mails import undelivered
from accounts.models import Invitation, Membership, Municipality, User
from accounts.requests import SignedInRequest
from accounts.rules import coordinates, is_administrator, may_manage_people
from core.views.private import unkept


@unkept
@login_required
@require_safe
def people(request: SignedInRequest, slug: str) -> HttpResponse:
    return people_page(request, managed(request.user, slug))


@unkept
@login_required
@require_POST
def invite_one(request: SignedInRequest, slug: str) -> HttpResponse:
    municipality = managed(request.user, slug)
    form = InviteForm(request.POST)
    if form.is_valid():
        try:
            invite(by=request.user, municipality=municipality, invitee=form.invitee())
        except InvitationRefused as error:
            form.add_error("email", str(error.reason))
        else:
            messages.success(request, told_invited(1))
            return redirect("accounts:people", slug)
    return people_page(request, municipality, invite_form=form)


@unkept
@login_required
@require_POST
def invite_pasted(request: SignedInRequest, slug: str) -> HttpResponse:
    municipality = managed(request.user, slug)
    form = PasteForm(request.POST)
    if not form.is_valid():
        return people_page(request, municipality, paste_form=form)
    outcome = invite_many(by=request.user, municipality=municipality, text=form.cleaned_data["lines"])
    if outcome.invited:
        messages.success(request, told_invited(len(outcome.invited)))
    if outcome.wrong:
        return people_page(request, municipality, paste_form=PasteForm.with_wrong_lines(outcome))
    return redirect("accounts:people", slug)


@unkept
@login_required
@require_POST
def invite_again(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    send_and_tell(request, get_object_or_404(Invitation, municipality=managed(request.user, slug), pk=pk))
    return redirect("accounts:people", slug)


@unkept
@login_required
@require_POST
def withdraw_invitation(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    withdraw_and_tell(request, get_object_or_404(Invitation, municipality=managed(request.user, slug), pk=pk))
    return redirect("accounts:people", slug)


def managed(user: User, slug: str) -> Municipality:
    """The open municipality whose people `user` looks after. Else there is none."""
    municipality = get_object_or_404(Municipality.objects.open(), slug=slug)
    if not may_manage_people(user, municipality):
        raise Http404
    return municipality


def people_page(
    request: SignedInRequest,
    municipality: Municipality,
    *,
    invite_form: InviteForm | None = None,
    paste_form: PasteForm | None = None,
) -> HttpResponse:
    there = Membership.objects.filter(municipality=municipality).shown().select_related("user")
    context = {
        "municipality": municipality,
        "colleagues": there.order_by("-user__is_active", "-role", "user__name"),
        "invitations": listed(Invitation.objects.open().filter(municipality=municipality)),
        "invite_form": invite_form or InviteForm(),
        "paste_form": paste_form or PasteForm(),
        "pasted_wrong": bool(paste_form),
        "me": request.user,
        "reads_log": is_administrator(request.user) or coordinates(request.user, municipality),
        "trail": trail(_("Colleagues"), reverse("accounts:people", args=[municipality.slug])),
        "title": _("Colleagues in %(place)s") % {"place": municipality.name},
    }
    return render(request, "accounts/people.html", context, status=422 if invite_form or paste_form else 200)


def listed(invitations) -> list[dict]:
    """Open invitations, the newest first, each with whether its mail came through. Two queries."""
    rows = list(invitations.select_related("invited_by"))
    lost = undelivered(rows)
    return [{"invitation": row, "lost": row.pk in lost} for row in rows]


def trail(title: str, url: str) -> list[dict]:
    return [{"title": _("My municipality"), "url": reverse("home:my_municipality")}, {"title": title, "url": url}]


def told_invited(number: int) -> str:
    return ngettext("%(number)s person is invited.", "%(number)s people are invited.", number) % {"number": number}


def send_and_tell(request: SignedInRequest, invitation: Invitation) -> None:
    try:
        sent = send_again(by=request.user, invitation=invitation)
    except InvitationRefused as error:
        messages.warning(request, str(error.reason))
    else:
        told = _("A new link is on its way to %(name)s. The old one no longer works.") % {"name": sent.name}
        messages.success(request, told)


def withdraw_and_tell(request: SignedInRequest, invitation: Invitation) -> None:
    try:
        withdraw(by=request.user, invitation=invitation)
    except InvitationRefused as error:
        messages.warning(request, str(error.reason))
    else:
        messages.success(request, _("The invitation to %(name)s is withdrawn.") % {"name": invitation.name})
