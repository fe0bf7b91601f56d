"""Times in order, whatever the zone in which each is written."""

from datetime import UTC, datetime
from functools import lru_cache

# "2024-10-18T06:34": shorter ones have no minute, as "2024-10-17TNI" has none.
_TO_THE_MINUTE = 16


@lru_cache(maxsize=4096)
def instant(when: str | None) -> str:
    """A key that sorts a day or moment (ISO 8601) by when it was: 23:00-05:00 comes after
    01:00+02:00 of the next day. A day sorts before its hours, no time before all."""
    if not when or len(when) < _TO_THE_MINUTE or "T" not in when:
        return when or ""
    try:
        parsed = datetime.fromisoformat(when)
    except ValueError:
        return when
    return when if parsed.tzinfo is None else parsed.astimezone(UTC).isoformat()
