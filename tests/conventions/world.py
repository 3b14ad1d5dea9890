"""One of everything that an address can name, and a canary in all that is private. It is Haderslev's, where it is
anyone's; Køge's people are the strangers. Built once for a module of tests (the fixture `world` in conftest.py)."""

from dataclasses import dataclass, field
from uuid import uuid4

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import Group
from django.contrib.sessions.backends.db import SessionStore
from django.core.files.base import ContentFile
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, Comment, Site

from accounts.domain.audit import record
from accounts.domain.memberships import appoint, join_municipality
from accounts.domain.municipalities import close_municipality
from accounts.domain.people import add_person, suspend
from accounts.enums import AuditAction, DeskRole, Role
from accounts.models import MunicipalitySignIn
from catalogue.domain.living import ask_about_stories
from catalogue.domain.municipalities import open_municipality
from catalogue.domain.reading_links import make_reading_link
from catalogue.models import DiaryEntryPage, DiaryPage, StoryPage
from events.enums import StaffRole
from notifications.enums import MailStatus
from notifications.models import OutboxMessage
from tests.conventions.canaries import Aviary, beside
from tests.conventions.cast import Thing
from tests.factories.accounts import InvitationFactory, MunicipalityFactory, UserFactory
from tests.factories.catalogue import StoryPageFactory, TermFactory, published_edition
from tests.factories.events import EventFactory, from_now, organise, publish, registered
from tests.factories.guide import GuidePageFactory, add_step, point
from tests.factories.notifications import OutboxMessageFactory
from tests.page_tree import make_site

HOME, PASSWORD = "haderslev", "udviklingsrum-demo"
TOWNS = (
    ("haderslev", "Haderslev", "0510"),
    ("koege", "Køge", "0259"),
    ("odense", "Odense", "0461"),
    ("ribe", "Ribe", "0571"),
)
DRAFT = Thing(home=HOME, owner="contributor")
DIARY = Thing(home=HOME, owner="colleague")
FILE = Thing(home=HOME, owner="contributor")
EVENT = Thing(home=HOME, event="vidensdag")
ELSEWHERE = Thing(home="odense", event="anden-dag")
PAGE_ARGUMENTS = ("page_id", "page_to_move_id", "object_id", "page_pk")


@dataclass
class World:
    """`scenes` gives each argument of an address a value: `waiting` all of them, the others what differs there."""

    birds: Aviary = field(default_factory=Aviary)
    people: dict = field(default_factory=dict)
    towns: dict = field(default_factory=dict)
    scenes: dict = field(default_factory=lambda: {"waiting": {}, "elsewhere": {}})
    pages: dict = field(default_factory=dict)

    def plant(self, name: str, row: int, thing: Thing) -> str:
        return self.birds.plant(name, row, thing)


def build() -> World:
    world = World()
    make_site()
    add_people(world)
    add_texts(world)
    add_event(world)
    add_records(world)
    add_own_sign_in(world)
    for add in (add_files, add_invitations, add_reading_link, add_question, add_the_rest):
        world.scenes["waiting"] |= add(world)
    return world


def add_people(world):
    towns = world.towns
    for slug, name, code in TOWNS:
        towns[slug] = MunicipalityFactory(slug=slug, name=name, code=code)
        world.pages[slug] = open_municipality(by=None, municipality=towns[slug])
    for name, town, role in (
        ("contributor", "haderslev", Role.CONTRIBUTOR),
        ("colleague", "haderslev", Role.CONTRIBUTOR),
        ("coordinator", "haderslev", Role.COORDINATOR),
        ("stranger", "koege", Role.CONTRIBUTOR),
        ("foreign_coordinator", "koege", Role.COORDINATOR),
        ("suspended", "haderslev", Role.CONTRIBUTOR),
        ("member_of_closed", "ribe", Role.COORDINATOR),
    ):
        user = world.people[name] = person(world, name, home=town)
        join_municipality(by=None, user=user, municipality=towns[town], role=role)
    for name in ("editor", "follow_group_reader", "organiser", "checkin_helper"):
        world.people[name] = person(world, name)
    world.people["administrator"] = person(world, "administrator", is_superuser=True)
    appoint(by=None, user=world.people["editor"], role=DeskRole.EDITOR)
    appoint(by=None, user=world.people["follow_group_reader"], role=DeskRole.FOLLOW_GROUP)
    suspend(by=None, user=world.people["suspended"])
    close_municipality(by=None, municipality=towns["ribe"])


def person(world, name, *, home="", **fields):
    letters = name.replace("_", "")
    word = world.plant(f"mail{letters}", 26, Thing(home=home, holder=name, kind="user"))
    email = f"{word}@demo.example"
    return add_person(by=None, name=f"Person {letters}", email=email, password=PASSWORD, **fields)


def add_texts(world):
    people, home = world.people, world.pages[HOME]
    draft = story(world, "draft", live=False)
    draft.summary = beside(world.plant("draftsummary", 2, DRAFT))
    draft.save()
    send_in(world, draft)
    live = story(world, "", live=True)
    live.title = beside(world.plant("newtitle", 2, DRAFT))
    live.contact_name = world.plant("contactname", 2, DRAFT)
    live.contact_email = f"{world.plant('contactmail', 2, DRAFT)}@demo.example"
    live.save_revision(user=people["contributor"])
    withdrawn = story(world, "withdrawn", live=True)
    withdrawn.unpublish(user=people["coordinator"])
    diary = DiaryPage.objects.child_of(home).get()
    entry = DiaryEntryPage(
        title=beside(world.plant("entrytitle", 2, DIARY)),
        slug="zqentryslugqz",
        body=f"<p>{beside(world.plant('entrybody', 2, DIARY))}</p>",
        owner=people["colleague"],
        live=False,
    )
    entry.photo = add_picture(world, "entry", owner=people["colleague"])
    diary.add_child(instance=entry)
    entry.save_revision(user=people["colleague"])
    world.birds.watch("zqentryslugqz", 2, DIARY)
    world.pages |= {"draft": draft, "live": live, "withdrawn": withdrawn, "entry": entry}
    world.scenes["waiting"] |= values_of(draft) | workflow_of(draft)
    world.scenes |= {
        name: values_of(page) for name, page in (("live", live), ("withdrawn", withdrawn), ("entry", entry))
    }
    size = entry.photo.get_rendition("width-100")
    world.scenes["entry"] |= {"image_id": entry.photo.pk, "path": size.file.name}


def story(world, name, *, live):
    title = beside(world.plant(f"{name}title", 2, DRAFT)) if name else "Offentlig erfaring"
    slug = world.plant(f"{name}slug", 2, DRAFT) if name else "offentlig-erfaring"
    owner = world.people["contributor"]
    made = StoryPageFactory(parent=world.pages[HOME], owner=owner, live=live, title=title, slug=slug)
    made.refresh_from_db()
    revision = made.save_revision(user=owner)
    if live:
        revision.publish()
    made.refresh_from_db()
    return made


def send_in(world, draft):
    """Sent in, sent back with a comment, sent in again; and a remark in the margin."""
    contributor, coordinator = world.people["contributor"], world.people["coordinator"]
    draft.save_revision(user=contributor)
    state = draft.get_workflow().start(draft, contributor)
    state.current_task_state.task.specific.on_action(
        state.current_task_state, coordinator, "reject", comment=beside(world.plant("sentback", 2, DRAFT))
    )
    state.refresh_from_db()
    state.resume(contributor)
    remark = beside(world.plant("remark", 2, DRAFT))
    Comment.objects.create(page=draft, user=coordinator, text=remark, contentpath="summary")
    draft.refresh_from_db()


def values_of(page) -> dict:
    return {
        **dict.fromkeys((*PAGE_ARGUMENTS, "pk"), page.pk),
        "revision_id": page.latest_revision_id,
        "revision_id_a": "earliest",
        "revision_id_b": "latest",
    }


def workflow_of(draft) -> dict:
    state = draft.current_workflow_state
    return {
        "task_state_id": state.current_task_state_id,
        "task_id": state.current_task_state.task_id,
        "workflow_state_id": state.pk,
        "workflow_id": state.workflow_id,
        "workflow_pk": state.workflow_id,
    }


def add_files(world):
    shelf, owner = Collection.objects.get(name="Haderslev"), world.people["contributor"]
    picture = add_picture(world, "picture", owner=owner)
    document = get_document_model().objects.create(
        title=beside(world.plant("filetitle", 6, FILE)),
        file=ContentFile(world.plant("filebytes", 6, FILE).encode(), f"{world.plant('filename', 6, FILE)}.txt"),
        collection=shelf,
        uploaded_by_user=owner,
    )
    return {
        "image_id": picture.pk,
        "document_id": document.pk,
        "document_name": document.filename,
        "path": picture.file.name,
        "collection_id": shelf.pk,
        "filter_spec": "width-100",
    }


def add_picture(world, name, *, owner):
    """On Haderslev's shelf, with a word in all that is told of it."""
    return get_image_model().objects.create(
        title=beside(world.plant("picturetitle" if name == "picture" else f"{name}phototitle", 6, FILE)),
        description=world.plant(f"{name}seen", 6, FILE),
        file=get_test_image_file(f"{world.plant(f'{name}file', 6, FILE)}.png"),
        collection=Collection.objects.get(name="Haderslev"),
        uploaded_by_user=owner,
    )


def add_own_sign_in(world):
    """Of a provider that is away. Its secret is for nobody to read, whoever they are."""
    MunicipalitySignIn.objects.create(
        municipality=world.towns[HOME],
        issuer="http://127.0.0.1:9",
        client_id="udviklingsrummet",
        client_secret=world.plant("clientsecret", 21, Thing()),
        domains="haderslev.example",
    )


def add_event(world):
    """Held today, so that the helper at the door has something to do, and one that is nobody's here."""
    organiser = world.people["organiser"]
    for slug, thing, name in (("vidensdag", EVENT, "attendee"), ("anden-dag", ELSEWHERE, "other")):
        event = EventFactory(
            title=slug.title(),
            slug=slug,
            starts_at=from_now(minutes=-1),
            ends_at=from_now(hours=5),
            registration_closes_at=from_now(minutes=-2),
        )
        publish(event)
        if thing is EVENT:
            organise(event, organiser)
            organise(event, world.people["checkin_helper"], StaffRole.CHECKIN)
        holder = Thing(home=thing.home, event=slug, holder=name)
        person = registered(
            event,
            f"Deltager {beside(world.plant(f'{name}name', 20, holder))}",
            email=f"{world.plant(f'{name}mail', 18, holder)}@demo.example",
            municipality=world.towns[thing.home],
            by=organiser,
            key=slug,
        )
        token = world.birds.watch(person.token, 18, Thing(holder=name))
        world.birds.links[token] = {f"zq{name}nameqz", f"zq{name}mailqz"}
        add_failed_mail(world, person, name, thing)
        post = event.staff.first()
        values = {"event": slug, "event_id": event.pk, "post_id": post.pk if post else 1, "token": token}
        world.scenes["waiting" if thing is EVENT else "elsewhere"] |= values


def add_failed_mail(world, registration, name, thing):
    OutboxMessageFactory(
        about=f"{registration._meta.label_lower}:{registration.pk}",
        subject=world.plant(f"{name}subject", 24, thing),
        text=world.plant(f"{name}body", 24, Thing(event=thing.event, kind="body")),
        status=MailStatus.FAILED,
    )


def add_records(world):
    """What is written about people: the log, and a visit from another browser."""
    contributor, mine = world.people["contributor"], Thing(holder="contributor")
    record(
        by=world.people["coordinator"],
        action=AuditAction.ROLE_GIVEN,
        about=contributor,
        municipality=world.towns[HOME],
        reason=world.plant("auditreason", 26, Thing(home=HOME, kind="log")),
    )
    session = SessionStore()
    session.create()
    UserSession.objects.create(
        user=contributor,
        ip="127.0.0.1",
        user_agent=world.plant("useragent", 26, mine),
        session_key=world.birds.watch(session.session_key, 26, mine),
    )


def add_invitations(world):
    word, desk_word = (
        world.plant("invited", 26, Thing(home=HOME, kind="user")),
        world.plant("deskinvited", 26, Thing(kind="user")),
    )
    token = world.plant("invitationtoken", 21, Thing(holder="invited"))
    asked = InvitationFactory(email=f"{word}@demo.example", municipality=world.towns[HOME], token=token)
    world.birds.links[token] = {word}
    at_desk = InvitationFactory(email=f"{desk_word}@demo.example", role=DeskRole.FOLLOW_GROUP)
    return {
        "invitation": asked.pk,
        "invitation_token": token,
        "desk_invitation": at_desk.pk,
        "membership": world.people["colleague"].memberships.get().pk,
    }


def add_reading_link(world):
    word = world.plant("reader", 2, DRAFT)
    made = {"by": world.people["contributor"], "page": world.pages["draft"]}
    link = make_reading_link(**made, for_whom=word, days=7, key=uuid4())
    reading = world.birds.watch(link.address.split("/")[-2], 2, DRAFT)
    world.birds.links[reading] = {"zqdrafttitleqz", "zqdraftsummaryqz", word}
    return {"link": link.pk, "reading": reading}


def add_question(world):
    """A story that was published long ago, and the link by which somebody without an account answers for it."""
    told = {"contact_name": "Kontakt", "contact_email": "kontakt@udenfor.example"}
    story = StoryPageFactory(parent=world.pages[HOME], title="Gammel erfaring", **told)
    StoryPage.objects.filter(pk=story.pk).update(first_published_at=from_now(days=-200))
    ask_about_stories()
    mail = OutboxMessage.objects.get(recipient=told["contact_email"])
    token = mail.text.partition("/bekraeft/")[2].partition("/")[0]
    world.birds.links[token] = set()
    return {"question": world.birds.watch(token, 21, Thing(holder="contact"))}


def add_the_rest(world):
    """What the house is arranged by, and arguments that name nothing private."""
    term = TermFactory(key="medstyrende-team", da="medstyrende team")
    add_step(GuidePageFactory(), [point()])
    key = Authenticator.objects.create(user=UserFactory(), type=Authenticator.Type.WEBAUTHN, data={"name": "x"})
    return {
        "parent_page_id": world.pages[HOME].pk,
        "destination_id": world.pages["koege"].pk,
        "action_name": "approve",
        "action": "delete",
        "uidb64": "MQ",
        "uidb36": "1",
        "key": "a-b",
        "term": term.key,
        "term_id": term.pk,
        "rest": "done/",
        "signed": "x",
        "code": "0510",
        "reader": "leder",
        "slug": HOME,
        "story": "offentlig-erfaring",
        "edition": published_edition(world.pages["live"].pk).slug,
        "theme": "ledelse",
        "content_type_app_name": "catalogue",
        "content_type_model_name": "storypage",
        "app_label": "catalogue",
        "model_name": "storypage",
        "task_model": "coordinatorapproval",
        "app_name": "core",
        "user": world.people["stranger"].pk,
        **dict.fromkeys(("session_id", "page_view_restriction_id", "restriction_id", "token_id"), 1),
        "authenticator": key.pk,
        "group": Group.objects.first().pk,
        "site": Site.objects.get().pk,
        "redirect": Redirect.objects.create(old_path="/gammel", redirect_link="/").pk,
    }


def add_koeges_own(world) -> dict:
    """What an argument is called for Haderslev's things, filled in with Køge's: to be mixed with those."""
    writer, town, page = world.people["stranger"], world.towns["koege"], world.pages["koege"]
    draft = StoryPageFactory(parent=page, owner=writer, live=False, title="Køges kladde")
    draft.refresh_from_db()
    draft.save_revision(user=writer)
    draft.get_workflow().start(draft, writer)
    draft.refresh_from_db()
    shelf = Collection.objects.get(name="Køge")
    told = {"title": "Køges", "collection": shelf}
    picture = get_image_model().objects.create(file=get_test_image_file("koege.png"), **told)
    document = get_document_model().objects.create(file=ContentFile(b"x", "koege.txt"), **told)
    link = make_reading_link(by=writer, page=draft, for_whom="Køges læser", days=7, key=uuid4())
    return {
        **(values_of(draft) | workflow_of(draft)),
        "slug": "koege",
        "parent_page_id": page.pk,
        "image_id": picture.pk,
        "document_id": document.pk,
        "document_name": document.filename,
        "collection_id": shelf.pk,
        "membership": writer.memberships.get().pk,
        "invitation": InvitationFactory(municipality=town).pk,
        "link": link.pk,
    }
