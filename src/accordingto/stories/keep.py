"""Profiles as bytes, for a shelf that keeps them in a table."""

import msgspec
import numpy as np

from accordingto.stories.profile import Profile, View


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    id: str
    day: int | None
    days: tuple[int, ...]
    views: tuple[tuple[bytes, bytes, float], ...]
    counted: tuple[tuple[int, int], ...]
    passages: tuple[int, ...]
    size: int
    outlet: str | None
    year: int | None = None
    weekdays: tuple[int, ...] = ()


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(_Kept)


def packed(profile: Profile) -> bytes:
    """A profile as bytes; numbers are little-endian on every machine."""
    views = tuple(
        (v.terms.astype("<i4").tobytes(), v.weights.astype("<f4").tobytes(), v.rare)
        for v in profile.views
    )
    return _ENCODER.encode(
        _Kept(
            profile.id,
            profile.day,
            profile.days,
            views,
            profile.counted,
            profile.passages,
            profile.size,
            profile.outlet,
            profile.year,
            profile.weekdays,
        )
    )


def unpacked(data: bytes) -> Profile:
    """The profile that was packed. Raises msgspec.DecodeError for other bytes."""
    kept = _DECODER.decode(data)
    views = tuple(
        View(np.frombuffer(terms, dtype="<i4"), np.frombuffer(weights, dtype="<f4"), rare)
        for terms, weights, rare in kept.views
    )
    return Profile(
        kept.id,
        kept.day,
        kept.days,
        views,
        kept.counted,
        kept.passages,
        kept.size,
        kept.outlet,
        kept.year,
        kept.weekdays,
    )
