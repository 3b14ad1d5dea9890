from django.urls import register_converter

from catalogue.enums import EVERYONE, GuideReader


class YearConverter:
    regex = "[0-9]{4}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:04}"


class MonthConverter(YearConverter):
    regex = "0[1-9]|1[0-2]"

    def to_url(self, value: int) -> str:
        return f"{value:02}"


class ReaderConverter:
    """Who the guide is read by: one of those it is marked for, or everyone."""

    regex = "|".join([EVERYONE, *GuideReader.values])

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(ReaderConverter, "reader")
register_converter(YearConverter, "year")
register_converter(MonthConverter, "month")
