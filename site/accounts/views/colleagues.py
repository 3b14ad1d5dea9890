"""One colleague: the role, and closing or opening the account."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.domain.colleagues import NotTheirs, belongs_elsewhere, change_role, close_access, open_access
from accounts.enums import Role
from accounts.forms import CloseForm, RoleForm
from accounts.models import Membership
from accounts.requests import SignedInRequest
from accounts.views.municipality_people import managed, trail
from core.views.private import unkept


@unkept
@login_required
@require_safe
def colleague(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    return colleague_page(request, found(request, slug, pk))


@unkept
@login_required
@require_POST
def give_role(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    membership = found(request, slug, pk)
    form = RoleForm(request.POST)
    if not form.is_valid():
        return colleague_page(request, membership, role_form=form)
    try:
        changed = change_role(by=request.user, membership=membership, role=Role(form.cleaned_data["role"]))
    except NotTheirs:
        raise Http404 from None
    told = {"name": membership.user, "role": changed.get_role_display()}
    messages.success(request, _("%(name)s is now %(role)s.") % told)
    return redirect("accounts:people", slug)


@unkept
@login_required
@require_POST
def close_account(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    membership = found(request, slug, pk)
    form = CloseForm(request.POST)
    if not form.is_valid():
        return colleague_page(request, membership, close_form=form)
    try:
        close_access(by=request.user, membership=membership, reason=form.cleaned_data["reason"])
    except NotTheirs:
        raise Http404 from None
    told = {"name": membership.user, "place": membership.municipality}
    messages.success(request, _("%(name)s can no longer write for %(place)s. The texts are still there.") % told)
    return redirect("accounts:people", slug)


@unkept
@login_required
@require_POST
def open_account(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    membership = found(request, slug, pk)
    try:
        open_access(by=request.user, membership=membership)
    except NotTheirs:
        raise Http404 from None
    messages.success(request, _("%(name)s can sign in again.") % {"name": membership.user})
    return redirect("accounts:people", slug)


def found(request: SignedInRequest, slug: str, pk: int) -> Membership:
    there = Membership.objects.shown().select_related("user", "municipality")
    return get_object_or_404(there, municipality=managed(request.user, slug), pk=pk)


def colleague_page(
    request: SignedInRequest,
    membership: Membership,
    *,
    role_form: RoleForm | None = None,
    close_form: CloseForm | None = None,
) -> HttpResponse:
    slug = membership.municipality.slug
    context = {
        "membership": membership,
        "municipality": membership.municipality,
        "is_me": membership.user_id == request.user.pk,
        "may_open": not belongs_elsewhere(membership.user, membership.municipality),
        "role_form": role_form or RoleForm(initial={"role": membership.role}),
        "close_form": close_form or CloseForm(),
        "trail": [
            *trail(_("Colleagues"), reverse("accounts:people", args=[slug])),
            {"title": str(membership.user), "url": reverse("accounts:colleague", args=[slug, membership.pk])},
        ],
        "title": str(membership.user),
    }
    return render(request, "accounts/colleague.html", context, status=422 if role_form or close_form else 200)
