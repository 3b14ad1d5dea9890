"""What allauth's pages need in our dress."""

import re

from django import forms, template
from django.contrib.auth.password_validation import password_validators_help_texts
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Municipality

register = template.Library()

# The first that fits names the browser: Edge and Opera call themselves Chrome as well, and Chrome Safari.
BROWSERS = {"Edg": "Edge", "OPR": "Opera", "Firefox": "Firefox", "Chrome": "Chrome", "Safari": "Safari"}
SYSTEMS = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "Windows": "Windows",
    "Mac OS X": "Mac",
    "Linux": "Linux",
}


@register.filter
def without_placeholders(form: forms.Form) -> forms.Form:
    """Allauth writes each label a second time inside the field, where it is gone as soon as one types."""
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)
    return form


@register.filter
def with_rules_as_sentences(form: forms.Form) -> forms.Form:
    """Django tells the rules for passwords as a list in HTML, which has no place inside a field's paragraph."""
    for field in form.fields.values():
        if "<ul" in str(field.help_text):
            field.help_text = " ".join(password_validators_help_texts())
    return form


@register.filter
def browser_and_system(user_agent: str) -> str:
    """Such as "Firefox, Windows". What is not recognised is told as unknown, not as the string it calls itself."""
    browser = next((name for sign, name in BROWSERS.items() if re.search(rf"\b{sign}/", user_agent)), "")
    system = next((name for sign, name in SYSTEMS.items() if sign in user_agent), "")
    return ", ".join(filter(None, (browser, system))) or _("unknown browser")


@register.simple_tag
def municipalities_with_own_sign_in() -> list[dict]:
    there = Municipality.objects.open().filter(sign_in__isnull=False).values_list("name", "slug")
    return [{"name": name, "url": reverse("accounts:own_sign_in", args=[slug])} for name, slug in there]


@register.simple_tag(takes_context=True)
def account_pages(context) -> list[dict]:
    """The pages of one's own account, the one shown marked."""
    pages = (
        (_("Ways to sign in"), reverse("mfa_index")),
        (_("Password"), reverse("account_change_password")),
        (_("E-mail"), reverse("account_email")),
        (_("Where you are signed in"), reverse("usersessions_list")),
        (_("Sign out"), reverse("account_logout")),
    )
    path = context["request"].path
    return [{"title": title, "url": url, "here": path.startswith(url)} for title, url in pages]
