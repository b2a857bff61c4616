"""What time it is: UTC for records, the city's own day for people."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

CITY = ZoneInfo("Europe/Berlin")


def now() -> datetime:
    """Return this moment in UTC."""
    return datetime.now(UTC)


def timestamp(moment: datetime | None = None) -> str:
    """Return a moment, or now, as ISO text in UTC that sorts by time."""
    return (moment or now()).astimezone(UTC).isoformat(timespec="microseconds")


def day_of(moment: datetime) -> date:
    """Return the day that a moment belongs to in the city."""
    return moment.astimezone(CITY).date()


def today() -> date:
    """Return the day it is in the city."""
    return day_of(now())
