"""Charts of a story's figures: each claimant's range on one scale, and what each gave when."""

from accordingto.exports.markup import attribute, words
from accordingto.exports.story_words import count_words, range_words
from accordingto.exports.wording import spaced
from accordingto.records.instant import instant
from accordingto.records.story import Claimant, Count, StoryToll

_WIDTH, _ROW, _LEFT, _RIGHT = 800, 24, 260, 180
_MOST = 14
_NAME = 36
# Labels nearer than this, in units of the picture, would cover each other.
_LABEL = 62


def chart_of(toll: StoryToll) -> str:
    """Ranges, and under them the same claimants along time where they speak at several times."""
    shown = [c for c in toll.claimants if _counts(c)][:_MOST]
    if len(shown) < 2:
        return ""
    return _ranges(toll, shown) + _times(shown)


def _counts(claimant: Claimant) -> list[Count]:
    """What a claimant gives for the story's own event."""
    return [c for c in claimant.counts if not (c.elsewhere or c.denied)]


def _ranges(toll: StoryToll, shown: list[Claimant]) -> str:
    """Each claimant's range on one scale; an open end where no bound was given."""
    given = [(c, *_bounds(c)) for c in shown]
    top = max((float(v) for _, *bounds in given for v in bounds if v is not None), default=0.0)
    if top <= 0:
        return ""
    scale = (_WIDTH - _LEFT - _RIGHT) / top
    rows = []
    for at, (claimant, least, most) in enumerate(given):
        y = at * _ROW + 14
        low = float(least) if least is not None else 0.0
        high = float(most) if most is not None else low
        x, x2 = _LEFT + low * scale, _LEFT + high * scale
        rows.append(_name(claimant, y))
        if most is None:
            rows.append(f'<path d="M{x:.0f} {y} h26 l-6 -5 m6 5 l-6 5" class="open"/>')
        if least is None:
            rows.append(f'<path d="M{x2:.0f} {y} h-26 l6 -5 m-6 5 l6 5" class="open"/>')
        elif x2 > x:
            rows.append(f'<path d="M{x:.0f} {y} H{x2:.0f}" class="bar"/>')
        ends = {x if least is not None else x2, x2 if most is not None else x}
        rows += [f'<circle cx="{value:.0f}" cy="{y}" r="5"/>' for value in sorted(ends)]
        roles = {c.role for c in _counts(claimant)}
        part = f" {next(iter(roles))}" if len(roles) == 1 and None not in roles else ""
        label = f"{range_words(least, most)}{part}"
        beside = max(x, x2) + (34 if most is None else 12)
        rows.append(f'<text x="{beside:.0f}" y="{y + 4}">{words(label)}</text>')
    caption = f"{spaced(toll.what).capitalize()}, by claimant. An arrow: at least, or at most."
    return _figure(caption, len(given), rows)


def _bounds(claimant: Claimant) -> tuple[float | int | None, float | int | None]:
    """The least and the most that a claimant still gives for the story's own event."""
    counts = [c for c in _counts(claimant) if not c.withdrawn] or _counts(claimant)
    whole = [c for c in counts if c.role is None] or counts
    lows = [c.low for c in whole if c.low is not None]
    highs = [c.high for c in whole if c.high is not None]
    return min(lows, default=None), max(highs, default=None)


def _times(shown: list[Claimant]) -> str:
    """A line for each claimant, with a mark wherever an article prints a figure and the figure
    beside it where it is a new one. Moments stand in order, as far apart as there is room."""
    dated = _dated(shown)
    moments = list(dict.fromkeys(map(_moment, sorted(dated, key=lambda c: instant(c.published)))))
    if len(moments) < 2:
        return ""
    step = (_WIDTH - _LEFT - _RIGHT) / (len(moments) - 1)
    x_of = {moment: _LEFT + 8 + at * step for at, moment in enumerate(moments)}
    rows = []
    for at, claimant in enumerate(shown):
        y = at * _ROW + 14
        dated = [c for c in _counts(claimant) if c.published]
        rows.append(_name(claimant, y))
        if len(dated) > 1:
            x, x2 = x_of[_moment(dated[0])], x_of[_moment(dated[-1])]
            rows.append(f'<path d="M{x:.0f} {y} H{x2:.0f}" class="since"/>')
        rows += _marks(dated, x_of, y)
    foot = len(shown) * _ROW + 14
    labels, last = [], -1.0
    for moment in moments:
        if last < 0 or x_of[moment] - last >= _LABEL:
            last = x_of[moment]
            labels.append(
                f'<text x="{last:.0f}" y="{foot}" class="when">{words(moment[5:])}</text>'
            )
    caption = "When each number was printed."
    if any(count.withdrawn for count in _dated(shown)):
        caption += " A hollow mark: withdrawn since."
    return _figure(caption, len(shown) + 1, [*rows, *labels])


def _dated(claimants: list[Claimant]) -> list[Count]:
    """What claimants give for the story's own event in articles with a day."""
    return [c for one in claimants for c in _counts(one) if c.published]


def _marks(dated: list[Count], x_of: dict[str, float], y: int) -> list[str]:
    rows, before, last = [], "", -_LABEL * 1.0
    for count in dated:
        told, x = count_words(count), x_of[_moment(count)]
        tip = f"<title>{words(', '.join((told, count.outlet or '?', _moment(count))))}</title>"
        old = ' class="old"' if count.withdrawn else ""
        rows.append(f'<circle cx="{x:.0f}" cy="{y}" r="4"{old}>{tip}</circle>')
        if told != before and x - last >= _LABEL / 2:
            number = range_words(count.low, count.high)
            rows.append(f'<text x="{x + 8:.0f}" y="{y + 4}" class="on">{words(number)}</text>')
            before, last = told, x
    return rows


def _moment(count: Count) -> str:
    """Day and, where it is known, the minute of publication."""
    return (count.published or "")[:16].replace("T", " ")


def _name(claimant: Claimant, y: int) -> str:
    name = claimant.name if len(claimant.name) < _NAME else f"{claimant.name[: _NAME - 1]}…"
    return f'<text x="{_LEFT - 10}" y="{y + 4}" class="who">{words(name)}</text>'


def _figure(caption: str, rows: int, inside: list[str]) -> str:
    """A picture with its caption; the same numbers stand as text in the table below."""
    height = rows * _ROW + 6
    return (
        f'<figure><figcaption>{words(caption)}</figcaption><div class="wide">'
        f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{attribute(caption)}">'
        f'<path d="M{_LEFT} 0 V{height}" class="axis"/>{"".join(inside)}</svg></div></figure>'
    )
