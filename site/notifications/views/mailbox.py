"""/udvikling/mail/, in development: the mails that would have been sent."""

from functools import wraps

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.csp import csp_override

from notifications.domain.mailbox import StoredMail, find_mail, stored_mails

PER_PAGE = 50
HEADERS = ("From", "To", "Reply-To", "Date", "Message-ID", "Auto-Submitted")
# A mail carries its own styles and nothing else. In the sandbox it has no origin, no script and no form; a link that
# somebody presses opens in place of the whole page.
MAIL_CSP = {
    "default-src": ["'none'"],
    "style-src": ["'unsafe-inline'"],
    "img-src": ["data:"],
    "base-uri": ["'self'"],
    "frame-ancestors": ["'self'"],
    "sandbox": ["allow-top-navigation-by-user-activation"],
}


def in_development_only(view):
    """A second lock: elsewhere the addresses do not even exist (notifications.urls)."""

    @wraps(view)
    def guarded(request, **arguments):
        if not settings.DEBUG:
            raise Http404
        return view(request, **arguments)

    return guarded


@in_development_only
def mailbox(request):
    mails = Paginator(stored_mails(), PER_PAGE).get_page(request.GET.get("side"))
    return render(request, "notifications/mailbox.html", {"title": "Mail", "mails": mails})


@in_development_only
def mail(request, mail_id):
    found = _mail_or_404(mail_id)
    context = {
        "title": found.subject,
        "mail": found,
        "headers": [(name, found.message[name]) for name in HEADERS if found.message[name]],
    }
    return render(request, "notifications/mail.html", context)


@in_development_only
@xframe_options_sameorigin
@csp_override(MAIL_CSP)
def mail_html(request, mail_id):
    html = _mail_or_404(mail_id).html
    return HttpResponse(html.replace("<head>", '<head><base target="_top">', 1))


@in_development_only
def mail_attachment(request, mail_id, number):
    attachments = _mail_or_404(mail_id).attachments
    if number >= len(attachments):
        raise Http404
    # Always to be saved, never shown: whatever it is, it must not run as a page of ours.
    return HttpResponse(
        attachments[number].content,
        content_type="application/octet-stream",
        headers={"Content-Disposition": content_disposition_header(True, attachments[number].name or "fil")},
    )


def _mail_or_404(mail_id: str) -> StoredMail:
    found = find_mail(mail_id)
    if found is None:
        raise Http404
    return found
