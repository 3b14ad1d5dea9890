"""One of everything that an address can name, for the permission matrix. It is Haderslev's where it is anyone's."""

from uuid import uuid4

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, Site

from accounts.enums import DeskRole, Role
from catalogue.domain.reading_links import make_reading_link
from events.enums import StaffRole
from tests.factories.accounts import InvitationFactory, UserFactory
from tests.factories.catalogue import StoryPageFactory
from tests.factories.events import EventFactory, from_now, organise, publish, registered
from tests.personas import member


@pytest.fixture
def draft(haderslev_page, contributor, coordinator):
    """A story that waits for the coordinator."""
    story = StoryPageFactory(parent=haderslev_page, owner=contributor, live=False, title="Kladde fra Haderslev")
    story.save_revision(user=contributor)
    story.get_workflow().start(story, contributor)
    story.refresh_from_db()
    return story


@pytest.fixture
def files(haderslev_page, contributor):
    shelf = Collection.objects.get(name="Haderslev")
    picture = get_image_model().objects.create(
        title="Haderslevs billede", file=get_test_image_file(), collection=shelf, uploaded_by_user=contributor
    )
    document = get_document_model().objects.create(
        title="Haderslevs fil", file=ContentFile(b"a", "a.txt"), collection=shelf, uploaded_by_user=contributor
    )
    return picture, document


@pytest.fixture
def event(site, organiser, checkin_helper):
    """Held today, so that the helper at the door has something to do."""
    made = EventFactory(
        title="Vidensdag",
        slug="vidensdag",
        starts_at=from_now(minutes=-1),
        ends_at=from_now(hours=5),
        registration_closes_at=from_now(minutes=-2),
    )
    publish(made)
    organise(made, organiser)
    organise(made, checkin_helper, StaffRole.CHECKIN)
    return made


def values_of(draft) -> dict:
    """What the addresses about a page and about the approval it waits for take."""
    state = draft.current_workflow_state
    return {
        **dict.fromkeys(("page_id", "pk", "page_to_move_id", "object_id", "page_pk"), draft.pk),
        "revision_id": draft.latest_revision_id,
        "revision_id_a": "earliest",
        "revision_id_b": "latest",
        "task_state_id": state.current_task_state_id,
        "task_id": state.current_task_state.task_id,
        "workflow_state_id": state.pk,
        "workflow_id": state.workflow_id,
        "workflow_pk": state.workflow_id,
    }


@pytest.fixture
def world(haderslev, haderslev_page, koege_page, draft, files, event, organiser, contributor, stranger):
    """For each argument of an address a value that exists."""
    picture, document = files
    key = Authenticator.objects.create(user=UserFactory(), type=Authenticator.Type.WEBAUTHN, data={"name": "x"})
    link = make_reading_link(by=contributor, page=draft, for_whom="Lederen", days=7, key=uuid4())
    return {
        **values_of(draft),
        "membership": member(haderslev, Role.CONTRIBUTOR, "Kollega i Haderslev").memberships.get().pk,
        "invitation": InvitationFactory(municipality=haderslev).pk,
        "desk_invitation": InvitationFactory(role=DeskRole.FOLLOW_GROUP).pk,
        "parent_page_id": haderslev_page.pk,
        "destination_id": koege_page.pk,
        "action_name": "approve",
        "action": "delete",
        "uidb64": "MQ",
        "content_type_app_name": "catalogue",
        "content_type_model_name": "storypage",
        "app_label": "catalogue",
        "model_name": "storypage",
        "task_model": "coordinatorapproval",
        "app_name": "core",
        "image_id": picture.pk,
        "document_id": document.pk,
        "document_name": document.filename,
        "event_id": event.pk,
        "post_id": event.staff.first().pk,
        "user": stranger.pk,
        "session_id": 1,
        "page_view_restriction_id": 1,
        "restriction_id": 1,
        "token_id": 1,
        "collection_id": picture.collection_id,
        "filter_spec": "width-100",
        "slug": "haderslev",
        "event": event.slug,
        "token": registered(event, by=organiser).token,
        "link": link.pk,
        "reading": link.address.split("/")[-2],
        "authenticator": key.pk,
        "group": Group.objects.first().pk,
        "site": Site.objects.get().pk,
        "redirect": Redirect.objects.create(old_path="/gammel", redirect_link="/").pk,
        "code": "0510",
        "path": picture.file.name,
        "uidb36": "1",
        "key": "a-b",
        "rest": "done/",
        "signed": "x",
    }
