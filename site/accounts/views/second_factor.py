from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.domain.sessions import end_sessions
from accounts.requests import SignedInRequest
from accounts.rules import owes_second_factor


@never_cache
@require_safe
@login_required
def second_factor(request: SignedInRequest) -> HttpResponse:
    """Where `accounts.middleware.SecondFactorMiddleware` leads whoever owes one."""
    if not owes_second_factor(request.user):
        return redirect("mfa_index")
    return render(request, "accounts/second_factor.html")


@never_cache
@require_POST
@login_required
def sign_out_everywhere(request: SignedInRequest) -> HttpResponse:
    end_sessions(user=request.user)
    logout(request)
    return redirect("account_login")
