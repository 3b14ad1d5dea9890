"""How links in rich text become addresses."""

from django.utils.html import escape
from wagtail.rich_text.pages import PageLinkHandler

from core.navigation import navigation


class SitePageLinkHandler(PageLinkHandler):
    """Links to pages, all of a text read in one query. A page that is not published gets no address."""

    @classmethod
    def get_many(cls, attrs_list: list[dict]) -> list:
        pages = cls.get_model().objects.in_bulk([int(attrs["id"]) for attrs in attrs_list])
        return [pages.get(int(attrs["id"])) for attrs in attrs_list]

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        root_paths = navigation().root_paths
        root = root_paths[0].root_path if root_paths else "/"
        return [cls.tag(page, root) for page in cls.get_many(attrs_list)]

    @staticmethod
    def tag(page, root: str) -> str:
        if page is None or not page.live or not page.url_path.startswith(root):
            return "<a>"
        return f'<a href="/{escape(page.url_path.removeprefix(root))}">'
