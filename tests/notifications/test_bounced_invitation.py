"""An invitation whose mail the server refuses, from the conversation with the server to the inviter's screen."""

import pytest

from accounts.domain.invitations import Invitee, invite
from accounts.enums import Role

pytestmark = pytest.mark.django_db


def test_a_refused_address_is_shown_to_whoever_invited(client, site, coordinator, haderslev, mail_server, run_tasks):
    mail_server.answers["RCPT"] = "550 no such user"
    for name in ("Anna", "Bo"):
        invite(by=coordinator, municipality=haderslev, invitee=Invitee(name, f"{name}@x.example", Role.CONTRIBUTOR))
    client.force_login(coordinator)
    run_tasks()
    shown = client.get("/min-kommune/haderslev/kolleger/").content.decode()
    assert shown.count("Mailen kom ikke frem") == 2
