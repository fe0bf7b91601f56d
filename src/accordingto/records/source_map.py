"""Where the characters of a fixed text stand in the page that it was read from."""

from accordingto.records.span import Span


class SourceMap:
    """Places in the HTML by places in the text. ``places[i]`` is where the text's ``i``-th
    character begins in the HTML, -1 where it was not found again."""

    def __init__(self, places: list[int], ends: list[int]) -> None:
        self.places = places
        self._ends = ends

    def span(self, span: Span) -> Span | None:
        """The part of the HTML from the first to the last character of ``span`` that was found;
        it may hold tags. ``None`` where none was found."""
        inside = [i for i in range(span.start, span.end) if self.places[i] >= 0]
        if not inside:
            return None
        return Span(min(self.places[i] for i in inside), max(self._ends[i] for i in inside))

    def share(self) -> float:
        """The share of characters that lead back, those set between blocks included."""
        return sum(place >= 0 for place in self.places) / max(1, len(self.places))
