from home.models.answer import PageAnswer
from home.models.pages import FrontPage, StandardPage

__all__ = ["FrontPage", "PageAnswer", "StandardPage"]
