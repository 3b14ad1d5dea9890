"""Signing in with one's municipality's own sign-in: there, and back."""

import logging
import time

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.account.utils import get_next_redirect_url
from allauth.core import ratelimit
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.csp import CSP
from django.views.decorators.http import require_http_methods, require_safe

from accounts import openid
from accounts.domain.sign_in import NotLetIn, person_for
from accounts.models import MunicipalitySignIn
from core.links import absolute
from core.views.private import unlisted

log = logging.getLogger("accounts")
QUESTION, GOOD_FOR = "openid_question", 600  # seconds to sign in over there


@unlisted
@require_http_methods(["GET", "HEAD", "POST"])
def own_sign_in(request: HttpRequest, slug: str) -> HttpResponse:
    """Tells where one is sent, and sends one there. The page alone may send a form to the provider."""
    sign_in = _sign_in(slug)
    if request.user.is_authenticated:
        return redirect(settings.LOGIN_REDIRECT_URL)
    try:
        if request.method == "POST":
            return _leave(request, sign_in)
        where = openid.origin(sign_in.issuer)
    except openid.ProviderIsAway as error:
        return _failed(request, sign_in, "away", error)
    context = {"sign_in": sign_in, "where": where.partition("://")[2], "next": get_next_redirect_url(request)}
    response = render(request, "accounts/own_sign_in.html", context)
    response._csp_config = settings.SECURE_CSP | {"form-action": [CSP.SELF, where]}  # type: ignore[attr-defined]
    return response


@unlisted
@require_safe
def back(request: HttpRequest, slug: str) -> HttpResponse:
    """Where the provider sends one back to. What was asked is forgotten at once, so no answer counts twice."""
    sign_in = _sign_in(slug)
    if request.user.is_authenticated:
        return redirect(settings.LOGIN_REDIRECT_URL)
    kept = request.session.pop(QUESTION, None)
    if not kept or kept["slug"] != slug or time.time() - kept["at"] > GOOD_FOR:
        return _failed(request, sign_in, "refused", "nothing was asked")
    question = openid.Question(**kept["question"])
    try:
        identity = openid.identify(_client(sign_in), question, request.GET.dict())
        user = person_for(sign_in=sign_in, email=identity.email, name=identity.name)
    except openid.ProviderIsAway as error:
        return _failed(request, sign_in, "away", error)
    except openid.AnswerRefused as error:
        return _failed(request, sign_in, "refused", error)
    except NotLetIn:
        return _failed(request, sign_in, "not_let_in", "no way in")
    record_authentication(request, user, method="municipality")
    return perform_login(request, Login(user=user, email=user.email, redirect_url=kept["next"]))


def _leave(request: HttpRequest, sign_in: MunicipalitySignIn) -> HttpResponse:
    if not ratelimit.consume(request, action="login"):
        return ratelimit.respond_429(request)
    question = openid.Question.new()
    address = openid.authorization_address(_client(sign_in), question)
    request.session[QUESTION] = {
        "question": question.kept(),
        "slug": sign_in.municipality.slug,
        "at": time.time(),
        "next": get_next_redirect_url(request),
    }
    return HttpResponseRedirect(address)


def _sign_in(slug: str) -> MunicipalitySignIn:
    there = MunicipalitySignIn.objects.select_related("municipality").filter(municipality__closed_at=None)
    return get_object_or_404(there, municipality__slug=slug)


def _client(sign_in: MunicipalitySignIn) -> openid.Client:
    return openid.Client(
        issuer=sign_in.issuer,
        client_id=sign_in.client_id,
        client_secret=sign_in.client_secret,
        callback=absolute(reverse("accounts:own_sign_in_back", args=[sign_in.municipality.slug])),
    )


def _failed(request: HttpRequest, sign_in: MunicipalitySignIn, what: str, why: object) -> HttpResponse:
    log.warning("sign-in of municipality %s failed: %s, %s", sign_in.municipality_id, what, why)
    context = {"sign_in": sign_in, "what": what}
    return render(request, "accounts/own_sign_in_failed.html", context, status=502 if what == "away" else 403)
