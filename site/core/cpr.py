"""Finding what looks like a CPR number in a text. It asks nothing of Django, so a process of its own may use it."""

import re

CPR = re.compile(r"(?<![\d.,/-])(\d{2})(\d{2})\d{2}([- –]?)(\d{4})(?![\d.,/-]*\d)")
WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def cpr_numbers(text: str) -> set[str]:
    """The numbers of a text that look like CPR numbers, as ten digits.

    Written with a hyphen or a space, a date is enough: since 2007 some lack the old check digit. Ten digits without
    are all sorts of things, and count only where the check digit fits.
    """
    found = set()
    for match in CPR.finditer(text):
        day, month, between, _ = match.groups()
        digits = re.sub(r"\D", "", match.group())
        if _is_date(int(day), int(month)) and (between or _check_digit_fits(digits)):
            found.add(digits)
    return found


def _is_date(day: int, month: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= DAYS[month - 1]


def _check_digit_fits(digits: str) -> bool:
    return sum(weight * int(digit) for weight, digit in zip(WEIGHTS, digits, strict=True)) % 11 == 0
