"""What a page is, for search engines: schema.org as JSON-LD in the page's head. Data, which no browser runs."""

import json
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

NAME = "Udviklingsrummet"
# So that no text ends the element it stands in, or is read as markup.
ESCAPES = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&\u2028\u2029"}


def organization() -> dict[str, Any]:
    return {"@type": "Organization", "name": NAME, "url": f"{settings.BASE_URL}/"}


def article(page: Any, *, author: str) -> dict[str, Any]:
    """A published text of one municipality."""
    told = {
        "@type": "Article",
        "headline": page.title,
        "description": page.description,
        "inLanguage": "da",
        "mainEntityOfPage": page.canonical_url,
        "datePublished": moment(page.first_published_at),
        "dateModified": moment(page.last_published_at),
        "author": {"@type": "GovernmentOrganization", "name": author},
        "publisher": organization(),
        "isAccessibleForFree": True,
    }
    return {name: value for name, value in told.items() if value}


def moment(at: Any) -> str:
    return at.isoformat() if at else ""


def as_script(data: dict[str, Any]) -> SafeString:
    text = json.dumps({"@context": "https://schema.org"} | data, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(f'<script type="application/ld+json">{text.translate(ESCAPES)}</script>')  # noqa: S308 (escaped above)
