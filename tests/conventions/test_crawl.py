"""Each role walks the whole site by its links, and meets nothing private that is not its own."""

import pytest
from wagtail.models import Page

from catalogue.models import DiaryPage
from notifications.models import OutboxMessage
from tests.conventions.cast import CAST, WITHOUT_ACCOUNT
from tests.conventions.crawler import Crawl
from tests.conventions.visits import nothing_kept

# What proves that the walk gets where the role's things are.
MEETS = {
    "contributor": {"zqdrafttitleqz", "zqnewtitleqz", "zqwithdrawntitleqz", "zqentrytitleqz", "zqentryphototitleqz"},
    "coordinator": {"zqdrafttitleqz", "zqsentbackqz", "zqremarkqz", "zqinvitedqz", "zqauditreasonqz"},
    "editor": {"zqdrafttitleqz", "zqfiletitleqz", "zqmailcontributorqz"},
    "organiser": {"zqattendeenameqz", "zqattendeemailqz", "zqattendeesubjectqz"},
    "checkin_helper": {"zqattendeenameqz"},
    "attendee": {"zqattendeenameqz", "zqattendeemailqz"},
    "invited": {"zqinvitedqz"},
}


@pytest.fixture
def crawl(world, db, remembered):
    def by(name):
        scene = world.scenes["waiting"]
        files = [f"/media/{scene['path']}", f"/filer/{scene['document_id']}/{scene['document_name']}"]
        files.append(f"/media/{world.scenes['entry']['path']}")  # a size of the photo in a colleague's draft
        links = {"attendee": f"/tilmelding/{scene['token']}/", "invited": f"/invitation/{scene['invitation_token']}/"}
        own = [links[name]] if name in links else []
        return Crawl(world, CAST[name]).run(*files, *own)

    return by


@pytest.mark.slow
@pytest.mark.parametrize("name", CAST)
def test_a_role_meets_only_what_is_its_to_read(crawl, name):
    walked = crawl(name)
    assert not walked.leaks, "\n".join(walked.leaks)
    assert MEETS.get(name, set()) - walked.met == set()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["anonymous", "organiser"])
def test_the_walk_would_find_a_leak(crawl, world, name):
    with nothing_kept():
        diary = DiaryPage.objects.child_of(world.pages["haderslev"]).get()
        Page.objects.filter(pk=diary.pk).update(title="Dagbog zqdrafttitleqz")
        assert any("zqdrafttitleqz at /kommuner/haderslev/" in leak for leak in crawl(name).leaks)


@pytest.mark.parametrize("name", [name for name in CAST if name not in WITHOUT_ACCOUNT])
def test_a_mail_tells_its_reader_nothing_that_is_not_hers(world, db, name):
    hidden = world.birds.hidden_from(CAST[name])
    mails = OutboxMessage.objects.filter(recipient=world.people[name].email)
    assert [word for mail in mails for word in hidden if word in mail.subject + mail.text + mail.html] == []


def test_somebody_has_had_a_mail(world, db):
    assert OutboxMessage.objects.filter(recipient=world.people["coordinator"].email).exists()
