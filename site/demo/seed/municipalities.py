"""The 98 municipalities, their regions, the guests and the organisations."""

from accounts.domain.municipalities import DATA, load_guests, load_municipalities, load_organisations, read_rows


def seed_municipalities() -> None:
    """The 98 municipalities, their regions, the guests and the organisations. Run twice, it changes nothing."""
    load_municipalities(read_rows(DATA / "municipalities.csv"))
    load_guests(read_rows(DATA / "guests.csv"))
    load_organisations(read_rows(DATA / "organisations.csv"))
