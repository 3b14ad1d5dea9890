"""Wagtail and Django bring sign-in pages of their own. Each of their addresses leads to allauth's, so that limits,
second factors and closed accounts hold whichever door somebody tries."""

from urllib.parse import urlencode

from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from accounts.rules import is_known, may_use_admin


# Neither view reads anything that was posted, so a missing token need not be told about.
@csrf_exempt
@never_cache
def to_sign_in(request: HttpRequest) -> HttpResponse:
    """Lead to the sign-in page, and afterwards to `next` where that is an address of ours."""
    wanted = request.POST.get(REDIRECT_FIELD_NAME) or request.GET.get(REDIRECT_FIELD_NAME) or ""
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    if is_known(request.user) and not may_use_admin(request.user):
        raise Http404
    query = f"?{urlencode({REDIRECT_FIELD_NAME: wanted})}" if safe else ""
    return HttpResponseRedirect(reverse("account_login") + query)


@csrf_exempt
@never_cache
def to_password_reset(request: HttpRequest, rest: str = "") -> HttpResponse:
    return HttpResponseRedirect(reverse("account_reset_password"))
