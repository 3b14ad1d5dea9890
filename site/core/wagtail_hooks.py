from wagtail import hooks

from core.rich_text import SitePageLinkHandler


@hooks.register("register_rich_text_features", order=10)
def links_of_published_pages(features):
    features.register_link_type(SitePageLinkHandler)
