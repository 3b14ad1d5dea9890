from home.models.pages import FrontPage, StandardPage

__all__ = ["FrontPage", "StandardPage"]
