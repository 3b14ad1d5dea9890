"""What base.html needs around the content: the menu and the trail of pages above."""

from django import template

from core.navigation import navigation

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
def page_trail(context) -> list[dict]:
    """Title and url from the front page down to the page itself. Nothing where the context has no Wagtail page."""
    page = context.get("page")
    return page.trail() if hasattr(page, "trail") else []
