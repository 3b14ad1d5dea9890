"""For the central desk: where a coordinator is missing, and who works at the desk."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.domain.invitations import InvitationRefused, invite
from accounts.forms import DeskInviteForm
from accounts.models import Invitation, Municipality, User
from accounts.requests import SignedInRequest
from accounts.rules import desk_roles_to_give, is_administrator, works_at_desk
from accounts.views.municipality_people import listed, send_and_tell, told_invited, trail, withdraw_and_tell
from core.views.private import unkept


@unkept
@login_required
@require_safe
def desk_people(request: SignedInRequest) -> HttpResponse:
    return desk_page(at_desk(request))


@unkept
@login_required
@require_POST
def desk_invite(request: SignedInRequest) -> HttpResponse:
    form = DeskInviteForm(request.POST, roles=desk_roles_to_give(at_desk(request).user))
    if form.is_valid():
        try:
            invite(by=request.user, municipality=None, invitee=form.invitee())
        except InvitationRefused as error:
            form.add_error("email", str(error.reason))
        else:
            messages.success(request, told_invited(1))
            return redirect("accounts:desk_people")
    return desk_page(request, form)


@unkept
@login_required
@require_POST
def desk_invite_again(request: SignedInRequest, pk: int) -> HttpResponse:
    send_and_tell(request, _desk_invitation(request, pk))
    return redirect("accounts:desk_people")


@unkept
@login_required
@require_POST
def desk_withdraw(request: SignedInRequest, pk: int) -> HttpResponse:
    withdraw_and_tell(request, _desk_invitation(request, pk))
    return redirect("accounts:desk_people")


def at_desk(request: SignedInRequest) -> SignedInRequest:
    if not works_at_desk(request.user):
        raise Http404
    return request


def desk_page(request: SignedInRequest, form: DeskInviteForm | None = None) -> HttpResponse:
    may_give = desk_roles_to_give(request.user)
    municipalities = list(Municipality.objects.open().with_people().order_by("name"))
    context = {
        "without_coordinator": [each for each in municipalities if each.is_known and not each.coordinators],
        "municipalities": municipalities,
        "desk": User.objects.at_desk(),
        "invitations": listed(Invitation.objects.open().filter(municipality=None, role__in=may_give)),
        "form": form or DeskInviteForm(roles=may_give),
        "reads_log": is_administrator(request.user),
        "trail": trail(_("People"), reverse("accounts:desk_people")),
        "title": _("People"),
    }
    return render(request, "accounts/desk_people.html", context, status=422 if form else 200)


def _desk_invitation(request: SignedInRequest, pk: int) -> Invitation:
    mine = Invitation.objects.filter(municipality=None, role__in=desk_roles_to_give(at_desk(request).user))
    return get_object_or_404(mine, pk=pk)
