"""A persona goes round the site's addresses: what is answered, what leaks, and what is written meanwhile."""

from contextlib import contextmanager
from dataclasses import replace

from django.db import connection, transaction
from django.test import Client

from tests.conventions.addresses import NAMED, path_of
from tests.conventions.canaries import leaks
from tests.conventions.cast import AS_ANONYMOUS, WITHOUT_ACCOUNT, Thing, may
from tests.conventions.matrix import EVERYTHING, ONLY_WAITING, POSTED, POSTED_SCENES, SCENES
from tests.conventions.world import DIARY, DRAFT, ELSEWHERE, EVENT, FILE, HOME

SIGN_IN = "/konto/login/"
SHUT = ("shut", "404", "door")
# The thing that a row of the matrix is about, in each scene.
THINGS = {
    **dict.fromkeys((2, 3, 4, 8), DRAFT),
    **dict.fromkeys((6, 7), FILE),
    **dict.fromkeys(range(18, 25), EVENT),
    26: Thing(home=HOME, kind="user"),
}
IN_SCENE = {"entry": dict.fromkeys((2, 3, 4, 8), DIARY), "elsewhere": dict.fromkeys(range(18, 25), ELSEWHERE)}
# What a visit writes about itself, and what Wagtail keeps of who has a page open and of a picture's sizes.
BOOKKEEPING = (
    "django_session",
    "usersessions_",
    "wagtailusers_userprofile",
    "wagtailadmin_editingsession",
    "wagtailcore_pagesubscription",
    "core_sitepicturerendition",
)
# Whose GET writes: that somebody has read a draft by a link is to be logged.
LOGGED = {
    "catalogue:read_draft": {"catalogue_readinglink", "accounts_auditentry"},
    "events:attendee-list": {"accounts_auditentry"},  # who took the list away
}
# Something for each field that any form has, so that a POST which gets in would change something.
TYPED = {
    "title": "Overtaget",
    "slug": "overtaget",
    "name": "Overtaget",
    "email": "overtaget@demo.example",
    "comment": "Overtaget",
    "reason": "Overtaget",
    "text": "Overtaget",
    "body": "Overtaget",
    "summary": "Overtaget",
    "seats": "99",
    "role": "coordinator",
    "user": "1",
    "event": "1",
    "date": "2026-11-21",
    "confirm": "1",
    "restriction_type": "none",
    "action-publish": "1",
    "next": "/",
}
BEFORE_TABLE = {"INSERT": "INTO", "UPDATE": "UPDATE", "DELETE": "FROM"}


class Writes:
    """The tables written to while it watches, but for a visit's own bookkeeping."""

    def __init__(self):
        self.tables: list[str] = []

    def __call__(self, execute, sql, params, many, context):
        words = sql[:200].replace('"', "").split()
        if words[0] in BEFORE_TABLE:
            table = words[words.index(BEFORE_TABLE[words[0]]) + 1]
            if not table.startswith(BOOKKEEPING):
                self.tables.append(table)
        return execute(sql, params, many, context)


@contextmanager
def nothing_kept():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


class Remembered:
    """Who somebody is and what they may is asked for once, and again when something has been written.

    The site asks at every request. In a walk where nothing changes the answer is the same, and a third of the time.
    """

    def __init__(self, ask):
        self.ask, self.people = ask, {}

    def __call__(self, backend, pk):
        if pk not in self.people:
            self.people[pk] = self.ask(backend, pk)
        return self.people[pk]


class Visit:
    def __init__(self, world, persona, remembered):
        self.world, self.persona, self.remembered = world, persona, remembered
        self.hidden = world.birds.hidden_from(persona)
        self.client = Client()
        if persona.name not in WITHOUT_ACCOUNT:
            self.client.force_login(world.people[persona.name])
        if persona.name == "invited":  # with whatever the page behind her link leaves in her browser
            self.client.get(path_of("accounts:invitation", world.scenes["waiting"]))

    def values(self, scene):
        return self.world.scenes["waiting"] | self.world.scenes[scene]

    def paths(self, table, scene):
        """The addresses with their paths; but for the first scene, only those whose path is another there."""
        found = {name: path_of(name, self.values(scene)) for name in table}
        if scene == "waiting":
            return found
        first = {name: path_of(name, self.values("waiting")) for name in table}
        return {name: path for name, path in found.items() if path != first[name]}

    def wanted(self, answers, scene):
        """What the table says: `in`, `shut`, or the literal answer."""
        name = self.persona.name
        if isinstance(answers, str):
            number, verb, *kind = answers.split()
            thing = IN_SCENE.get(scene, THINGS).get(int(number)) or THINGS[int(number)]
            if kind:
                thing = replace(thing, kind=kind[0])
            return "in" if may(self.persona, int(number), verb, thing) else "shut"
        if name in AS_ANONYMOUS:
            name = "anonymous"
        return answers["stranger" if name == "foreign_coordinator" else name]

    def ask(self, method, path, data=None):
        """The status, or `door`; and what is wrong with the answer whatever the status: words that leak."""
        watch = Writes()
        with connection.execute_wrapper(watch):
            response = getattr(self.client, method)(path, data) if data else getattr(self.client, method)(path)
        if watch.tables:
            self.remembered.people.clear()
        leaked = set(leaks(response, self.hidden)) - self.world.birds.told_by(path)
        door = response.status_code == 302 and response["Location"].partition("?")[0] == SIGN_IN
        return "door" if door else str(response.status_code), leaked, watch.tables

    def read_everything(self):
        """Where the answer is not the table's, a word leaks, or reading writes. What is shut is tried every way."""
        return [fault for scene in self.scenes() for fault in self.read(EVERYTHING | SCENES.get(scene, {}), scene)]

    def scenes(self):
        """Whoever has nothing to do among the editors' rooms meets the same door before each page: one is enough."""
        inside = self.persona.home or {"editor", "admin", "anonymous"} & {self.persona.name, *self.persona.roles}
        return self.world.scenes if inside else ("waiting", "elsewhere")

    def read(self, table, scene):
        for name, path in self.paths(table, scene).items():
            wanted = self.wanted(table[name], scene)
            got, leaked, written = self.ask("get", path)
            if leaked or set(written) - LOGGED.get(name, set()) or not fits(got, wanted, self.persona):
                yield f"{scene} GET {name}: {got}, not {wanted}; {sorted(leaked)} {written}"
            if wanted in SHUT and NAMED[name].arguments and (scene == "waiting" or self.persona.home):
                yield from self.force(scene, name, path, derived=isinstance(table[name], str))

    def force(self, scene, name, path, *, derived):
        every_way = derived and scene == "waiting"
        methods = ("post", "head", "options", "put", "patch", "delete") if every_way else ("post",)
        for method in methods:
            got, leaked, written = self.ask(method, path, TYPED if method == "post" else None)
            gets_in = got.startswith("2") and method != "options"
            if leaked or written or gets_in:
                yield f"{scene} {method.upper()} {name}: {got}; {sorted(leaked)} {written}"

    def do_everything(self):
        faults = []
        for scene in self.scenes():
            table = POSTED | POSTED_SCENES.get(scene, {})
            for name, path in self.paths(table, scene).items():
                if scene != "waiting" and name in ONLY_WAITING and name not in POSTED_SCENES.get(scene, {}):
                    continue
                wanted = self.wanted(table[name], scene)
                with nothing_kept():
                    got, leaked, written = self.ask("post", path)
                if leaked or (written and wanted in SHUT) or not fits(got, wanted, self.persona):
                    faults.append(f"{scene} POST {name}: {got}, not {wanted}; {sorted(leaked)} {written}")
        return faults


def fits(got, wanted, persona):
    if wanted == "in":
        return got not in ("404", "403", "door")
    if wanted == "shut":
        return got == "404" or (got == "door" and not persona.roles) or (got == "door" and persona.name == "attendee")
    return got == wanted
