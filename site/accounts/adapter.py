from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.stagekit import clear_login
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.ratelimit import respond_429
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from accounts import known_browser
from accounts.models import User

PAUSES = ("too_many_login_attempts", "rate_limited")


class AccountAdapter(DefaultAccountAdapter):
    """How allauth behaves here: nobody signs up by themselves, and only those entitled get in.

    Its mails go straight out, not through the outbox: a code that lives for minutes is worth nothing later, and
    codes and reset links should not lie in the database.
    """

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_login(self, request: HttpRequest, user: User, **kwargs) -> HttpResponse | None:
        """Whatever way somebody proved who they are, the same question is asked before the session begins."""
        if not User.objects.entitled().filter(pk=user.pk).exists():
            clear_login(request)
            return self.respond_user_inactive(request, user)
        return super().pre_login(request, user, **kwargs)

    def post_login(self, request: HttpRequest, user: User, **kwargs) -> HttpResponse:
        response = super().post_login(request, user, **kwargs)
        known_browser.remember(response, user.email)
        return response

    def validation_error(self, code: str, *args):
        """Allauth tells of too many tries sometimes in a form and sometimes with a page. Here it is the page."""
        if code in PAUSES:
            raise ImmediateHttpResponse(respond_429(self.request))
        return super().validation_error(code, *args)

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials) -> str:
        key = super()._get_login_attempts_cache_key(request, **credentials)
        return f"{key}:{known_browser.mark(request, credentials.get('email') or '')}"

    def render_mail(self, template_prefix, email, context, headers=None) -> EmailMultiAlternatives:
        """The text that the template writes, and the same in the site's dress."""
        told = {
            "base_url": settings.BASE_URL,
            "site_name": settings.WAGTAIL_SITE_NAME,
            "contact_email": settings.CONTACT_EMAIL,
            "user": None,  # else it is whoever sits at the form, and looking at that marks the answer with Vary
        } | context
        mail = super().render_mail(template_prefix, email, told, headers)
        mail.extra_headers.setdefault("Auto-Submitted", "auto-generated")
        text, code = mail.body.partition("\n--\n")[0], str(context.get("code") or "")
        before, _code, after = text.partition(code) if code else (text, "", "")
        dressed = told | {
            "before": before,
            "after": after,
            "subject": mail.subject,
            "reason": _("You get this mail because somebody used your address to sign in, or changed your account."),
        }
        mail.attach_alternative(render_to_string("account/email/dressed.html", dressed), "text/html")
        return mail
