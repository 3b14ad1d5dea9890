"""Follows every link a role meets, with GET, and looks for words that are not that role's to read."""

import html
import re
from collections import Counter, deque
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.test import Client
from django.urls import resolve
from django.urls.exceptions import Resolver404

from tests.conventions.canaries import searched_for, text_of
from tests.conventions.cast import WITHOUT_ACCOUNT

ATTRIBUTES = re.compile(
    r'(?:href|src|srcset|action)="([^"\s]+)|(?:content|value|data-[\w-]+)="((?:https?:/)?/[^"\s]+)'
)
IN_JSON = re.compile(r'"((?:https?:/)?/[^"\s]+)"')
IN_XML = re.compile(r"<(?:loc|link|id)>([^<]+)<")
HERE = {"testserver", urlsplit(settings.BASE_URL).netloc, ""}
ELSEWHERE = (settings.STATIC_URL, "/admin/sprite", "/admin/jsi18n")
OF_ONE_PATH = 3  # the same list sorted, filtered and paged goes on for ever
OF_ONE_NAME = 12  # one page a municipality and one a person is enough
AT_MOST = 200
STARTS = (
    "/",
    "/min-kommune/",
    "/min-kommune/haderslev/kolleger/",
    "/min-kommune/haderslev/log/",
    "/min-kommune/folk/",
    "/min-kommune/log/",
    "/arrangoer/",
    "/konto/email/",
    "/konto/sessions/",
    "/admin/",
    "/admin/pages/",
    "/admin/images/",
    "/admin/documents/",
    "/admin/reports/site-history/",
    "/admin/api/main/pages/",
    "/admin/choose-page/",
    "/admin/images/chooser/",
    "/admin/documents/chooser/",
    "/sitemap.xml",
    "/robots.txt",
    "/findes-ikke/",
    "/kommuner/haderslev/findes-ikke/",
)
SEARCHES = (
    "/soeg/?q={}",
    "/soeg/forslag/?q={}",
    "/katalog/?q={}",
    "/admin/pages/search/?q={}",
    "/admin/choose-page/search/?q={}",
    "/admin/images/?q={}",
    "/admin/images/chooser/results/?q={}",
    "/admin/documents/?q={}",
    "/admin/documents/chooser/results/?q={}",
    "/admin/users/?q={}",
    "/admin/tag-autocomplete/?term={}",
    "/admin/api/main/pages/?search={}",
    "/arrangoer/vidensdag/?q={}",
)
# One of each kind of private thing that a search could find.
SOUGHT = ("zqdrafttitleqz", "zqnewtitleqz", "zqentrybodyqz", "zqpicturetitleqz", "zqfiletitleqz", "zqattendeenameqz")


class Crawl:
    """`leaks` are the hidden words with where they stood; `met` every canary there was; `paths` where it has been."""

    def __init__(self, world, persona):
        self.birds = world.birds
        self.hidden = set(world.birds.hidden_from(persona))
        self.words = {canary.word for canary in world.birds.canaries}
        self.client = Client()
        if persona.name not in WITHOUT_ACCOUNT:
            self.client.force_login(world.people[persona.name])
        self.paths: set[str] = set()
        self.counted: Counter = Counter()
        self.met: set[str] = set()
        self.leaks: list[str] = []

    def run(self, *starts):
        """Visit the starts, the searches and all that they lead to. What is named at the start is always visited."""
        first = [*starts, *STARTS, *(path.format(searched_for(word)) for path in SEARCHES for word in SOUGHT)]
        waiting = deque((path, None) for path in dict.fromkeys(first))
        while waiting:
            path, found_on = waiting.popleft()
            if path not in self.paths and (found_on is None or self.is_new_enough(path)):
                self.paths.add(path)
                waiting.extend((link, path) for link in self.visit(path, found_on))
        return self

    def is_new_enough(self, path):
        place, name = urlsplit(path).path, name_of(path)
        if path.startswith(ELSEWHERE) or len(self.paths) > AT_MOST:
            return False
        self.counted[place] += 1
        self.counted[name] += 1
        return self.counted[place] <= OF_ONE_PATH and self.counted[name] <= OF_ONE_NAME

    def visit(self, path, found_on):
        """Look at one answer; the links in it."""
        response = self.client.get(path)
        text = text_of(response)
        met = {word for word in self.words if word in text}
        self.met |= met
        for word in sorted(met & self.hidden - self.birds.told_by(path)):
            self.leaks.append(f"{word} at {path} ({response.status_code}), linked from {found_on}")
        return links_in(text, response, path)


def name_of(path):
    """Of the address; of a page of the site, which all have the same, its path."""
    place = urlsplit(path).path
    try:
        name = resolve(place).view_name
    except Resolver404:
        return place
    return place if name == "wagtail_serve" else name


def links_in(text, response, path):
    found = [link for pair in ATTRIBUTES.findall(text) for link in pair]
    kind = response.headers.get("Content-Type", "")
    if "json" in kind:
        found += IN_JSON.findall(text)
    if "xml" in kind:
        found += IN_XML.findall(text)
    found.append(response.headers.get("Location", ""))
    for link in filter(None, found):
        parts = urlsplit(urljoin(path, html.unescape(link)))
        if parts.netloc in HERE and parts.scheme in ("", "http", "https") and parts.path.startswith("/"):
            yield parts.path + (f"?{parts.query}" if parts.query else "")
