"""What base.html needs around the content: the menu and the trail of pages above."""

from django import template

from core.navigation import navigation
from core.structured_data import as_script

register = template.Library()


@register.simple_tag(takes_context=True)
def main_menu(context) -> list[dict]:
    """The main menu, each item marked when the reader is at it or below it."""
    path = context["request"].path if "request" in context else ""
    return [
        {"title": item.title, "url": item.url, "here": path == item.url, "below": path.startswith(item.url)}
        for item in navigation().menu
    ]


@register.simple_tag(takes_context=True)
def structured_data(context) -> str:
    """The page for search engines. Nothing for a draft or a preview, nor where some may not read it."""
    page, front = context.get("page"), navigation().root
    is_public = getattr(page, "is_open_to_all", False) or (front and getattr(page, "pk", None) == front.pk)
    told = page.structured_data(context) if is_public else None
    return as_script(told) if told else ""


@register.simple_tag(takes_context=True)
def page_trail(context) -> list[dict]:
    """Title and url from the front page down to the page itself. Nothing where the context has no Wagtail page."""
    page = context.get("page")
    return page.trail() if hasattr(page, "trail") else []
