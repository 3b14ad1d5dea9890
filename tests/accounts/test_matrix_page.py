"""The administrators' page with the permission matrix."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from accounts.matrix import COLUMNS, ROWS, grants, tokens

PAGE = "permission_matrix"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.number)
def test_every_cell_can_be_read(row):
    assert set(row.cells) <= set(COLUMNS)
    for cell in filter(None, row.cells.values()):
        assert [tokens(part) for part in cell.split(", ")]


def test_a_word_that_nobody_knows_is_refused():
    with pytest.raises(KeyError):
        grants("R sometimes")


def test_a_cell_is_read_part_by_part():
    assert grants("P o, not one's own text") == [("P", "o", ""), ("", "", "not one's own text")]
    assert grants("all e") == [("RCUDPXM", "e", "all")]


def test_it_shows_every_row_and_role(client, administrator):
    client.force_login(administrator)
    page = BeautifulSoup(client.get(reverse(PAGE)).content, "html.parser")
    rows = [row.find_all(["th", "td"]) for row in page.select(".matrix tr")]
    assert [len(cells) for cells in rows] == [12] * 27
    assert rows[2][3].text.split() == ["bidragyder", "læse", "egen", "kommune"]  # drafts, contributor
    assert rows[2][1].text.split() == []


def test_administrators_find_it_in_their_menu(client, administrator, site):
    client.force_login(administrator)
    assert reverse(PAGE) in client.get("/admin/").text


def test_it_is_not_there_for_the_desk(client, editor):
    client.force_login(editor)
    assert client.get(reverse(PAGE)).status_code == 404
    assert reverse(PAGE) not in client.get("/admin/").text
