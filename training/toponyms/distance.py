"""Great-circle distance."""

import math

from benchmarks.corpora import Row

_EARTH_KM = 6371.0


def kilometres(gold: Row, lat: float, lon: float) -> float:
    """From a gold toponym to a point, in degrees (WGS 84)."""
    a, b = math.radians(gold["lat"]), math.radians(lat)
    turn = math.radians(lon - gold["lon"])
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(turn / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
