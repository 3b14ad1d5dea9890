"""Lines of names and addresses, as people paste them."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.domain.invitations import Invitee
from accounts.domain.pasted_people import LINES, BadLine, invite_many, read_line
from accounts.enums import Role
from accounts.models import Invitation

ANNA = Invitee("Anna Holm", "anna@kommune.dk", Role.CONTRIBUTOR)
BOSS = Invitee("Anna Holm", "anna@kommune.dk", Role.COORDINATOR)

UNDERSTOOD = [
    ("Anna Holm, anna@kommune.dk, koordinator", BOSS),
    ("Anna Holm; anna@kommune.dk; Kommunekoordinator", BOSS),
    ("Anna Holm\tanna@kommune.dk\tkoordinator", BOSS),
    ("anna@kommune.dk;Anna Holm;koordinator", BOSS),
    ("koordinator, Anna Holm, anna@kommune.dk", BOSS),
    ("Anna Holm <anna@kommune.dk> koordinator", BOSS),
    ("Anna Holm <anna@kommune.dk>, kommune-koordinator", BOSS),
    ('"Anna Holm" <mailto:anna@kommune.dk>;', ANNA),
    ("Anna Holm (anna@kommune.dk)", ANNA),
    ("Anna Holm anna@kommune.dk", ANNA),
    ("Anna Holm anna@kommune.dk koordinator", BOSS),
    ("  Anna   Holm ,ANNA@Kommune.dk ", ANNA),
    ("Anna Holm\tanna@kommune.dk\t\t", ANNA),
    ('"Anna Holm","anna@kommune.dk","bidragyder"', ANNA),
    ("Anna Holm, anna@kommune.dk.", ANNA),
]

WRONG = [
    ("Anna Holm", "mangler en mailadresse"),
    ("anna@kommune.dk", "Navnet mangler"),
    ("Anna, anna@", "galt i adressen"),
    ("Anna, anna@kommune", "galt i adressen"),
    ("Anna, an na@kommune.dk, chef", "chef"),
    ("Anna, anna@kommune.dk, chef", "chef"),
    ("Anna <a@kommune.dk>; Bo <b@kommune.dk>", "to adresser"),
    ("Anna, anna@kommune.dk, bidragyder, koordinator", "to roller"),
    ("Anna <" + "a" * 60 + "@" + "k" * 60 + ".dk" * 70 + ">", "galt i adressen"),
    ('Anna <"an na"@kommune.dk>', "galt i adressen"),
    ("www.vind.example, anna@kommune.dk", "læse navnet"),
    ("Anna 010190-1234, anna@kommune.dk", "CPR"),
    ("x" * 121 + ", anna@kommune.dk", "læse navnet"),
]


@pytest.mark.parametrize(("line", "invitee"), UNDERSTOOD)
def test_every_usual_form_is_understood(line, invitee):
    assert read_line(line) == invitee


@pytest.mark.parametrize(("line", "reason"), WRONG)
def test_a_wrong_line_is_told_what_is_wrong(line, reason):
    with pytest.raises(BadLine, match=reason):
        read_line(line)


@given(st.text(max_size=80))
def test_whatever_is_pasted_is_read_or_refused(line):
    with contextlib.suppress(BadLine):
        read = read_line(line)
        assert read.name.strip()
        assert read.email.count("@") == 1


names = st.lists(st.sampled_from(["Anna", "Bo", "Jens-Åge", "Sørensen", "O'Hara", "von", "Ø"]), min_size=1, max_size=4)


@given(names, st.sampled_from(list("\t;,")), st.sampled_from(["bidragyder", "koordinator", ""]), st.booleans())
def test_what_is_written_in_columns_comes_back_as_it_was(words, separator, role, address_first):
    name = " ".join(words)
    columns = ["a.b@kommune.dk", name] if address_first else [name, "a.b@kommune.dk"]
    read = read_line(separator.join([*columns, role]))
    wanted = Role.COORDINATOR if role == "koordinator" else Role.CONTRIBUTOR
    assert read == Invitee(name, "a.b@kommune.dk", wanted)


def line(number):
    return f"Person {number}; person{number}@kommune.dk; bidragyder"


@pytest.mark.django_db
def test_one_bad_line_of_22_keeps_the_21_and_marks_the_one(coordinator, haderslev):
    lines = [line(number) for number in range(22)]
    lines[9] = "Person 9; person9kommune.dk; bidragyder"
    outcome = invite_many(by=coordinator, municipality=haderslev, text="\n".join(lines))
    assert len(outcome.invited) == Invitation.objects.count() == 21
    assert [(wrong.number, wrong.text) for wrong in outcome.wrong] == [(10, lines[9])]
    assert outcome.to_correct == lines[9]


@pytest.mark.django_db
def test_the_second_of_two_with_one_address_is_told_where_the_first_stands(coordinator, haderslev):
    text = "Anna, faelles@kommune.dk\n\nBo, Faelles@kommune.dk"
    outcome = invite_many(by=coordinator, municipality=haderslev, text=text)
    assert [invitation.name for invitation in outcome.invited] == ["Anna"]
    assert "linje 1" in outcome.wrong[0].reason


@pytest.mark.django_db
def test_headings_and_empty_lines_are_nobody(coordinator, haderslev):
    outcome = invite_many(by=coordinator, municipality=haderslev, text="Navn;E-mail;Rolle\n\n \n" + line(1))
    assert (len(outcome.invited), outcome.wrong) == (1, [])


@pytest.mark.django_db
def test_pasted_twice_they_are_invited_once_and_nothing_is_wrong(coordinator, haderslev):
    for _time in range(2):
        outcome = invite_many(by=coordinator, municipality=haderslev, text=f"{line(1)}\n{line(2)}")
    assert (len(outcome.invited), outcome.wrong, Invitation.objects.count()) == (2, [], 2)


@pytest.mark.django_db
def test_more_than_one_can_oversee_is_taken_in_turns(coordinator, haderslev):
    text = "\n" * LINES + line(1)
    assert "ad gangen" in invite_many(by=coordinator, municipality=haderslev, text=text).wrong[0].reason
