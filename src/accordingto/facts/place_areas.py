"""The places of our own tables: regions, waters, parts of the world, natural features, sites."""

from functools import cache

import msgspec

from accordingto.facts.gazetteer_form import fold_place
from accordingto.records.facts import PlaceKind
from accordingto.tables import table

# Of ``features.toml`` the kind of place that each part holds.
_PARTS: dict[str, PlaceKind] = {"natural": "area", "named": "region", "sites": "site"}


class Area(msgspec.Struct, frozen=True):
    """A place without a settlement of its name. ``level`` is area, natural, named or sites;
    ``country`` is "" where it lies in several."""

    lat: float
    lon: float
    kind: PlaceKind
    level: str
    country: str = ""
    gid: int | None = None


@cache
def areas() -> dict[str, Area]:
    """By folded name; ``places.toml`` goes before ``features.toml``."""
    found: dict[str, Area] = {}
    for name, row in table("accordingto.facts", "places.toml")["areas"].items():
        made = Area(
            row["lat"], row["lon"], row["kind"], "area", row.get("country", ""), row.get("gid")
        )
        for spelled in (name, *row["names"]):
            found.setdefault(fold_place(spelled), made)
    features = table("accordingto.facts", "features.toml")
    for level, kind in _PARTS.items():
        for name, (lat, lon, country) in features[level].items():
            found.setdefault(fold_place(name), Area(lat, lon, kind, level, country))
    return found


def area_of(name: str) -> Area | None:
    """A region, water, natural feature or site by this name, also without its article."""
    key = fold_place(name)
    return areas().get(key) or areas().get(key.removeprefix("the "))
