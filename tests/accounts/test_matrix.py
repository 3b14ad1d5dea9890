"""Every role at every address: what is refused tells nothing and changes nothing (tests/conventions/matrix.py)."""

import logging

import pytest

from tests.conventions.cast import CAST
from tests.conventions.visits import Visit

PERSONAS = list(CAST)


@pytest.fixture
def visit(world, db, monkeypatch, caplog):
    # The test client keeps a copy of what each template was given, and pytest what is logged of each refusal.
    monkeypatch.setattr("django.test.client.store_rendered_templates", lambda *args, **kwargs: None)
    caplog.set_level(logging.CRITICAL)

    def by(name):
        return Visit(world, CAST[name])

    return by


@pytest.mark.slow
@pytest.mark.parametrize("name", PERSONAS)
def test_each_reads_what_the_matrix_says(visit, name):
    faults = visit(name).read_everything()
    assert not faults, "\n".join(faults)


@pytest.mark.slow
@pytest.mark.parametrize("name", PERSONAS)
def test_each_may_do_what_the_matrix_says(visit, name):
    faults = visit(name).do_everything()
    assert not faults, "\n".join(faults)
