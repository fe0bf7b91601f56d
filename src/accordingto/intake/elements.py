"""The stack of open elements of an HTML page, as its tags come by.

After "The stack of open elements" and "The list of active formatting elements" in the HTML
Standard (section 13.2.4), reduced to what counts: how many are open, how many are opened again.
Each tag takes constant time, averaged over the page.
"""

from collections import defaultdict

from accordingto.intake.words import elements

_VOID = elements("void")
_FORMATTING = elements("formatting")
_BLOCK = elements("block")
_TABLE = elements("table")
_SCOPE = elements("scope")
_SPECIAL = _BLOCK | _TABLE | _SCOPE
_MARKERS = elements("marker")
_HEADINGS = elements("heading")
_HEADING_NAMES = tuple(sorted(_HEADINGS))
_KEEPS_PARAGRAPH = elements("keeps_paragraph")
_IGNORED = elements("ignored")
_FOREIGN = elements("foreign")
_HTML_AGAIN = elements("html_again")
# Alike formatting is opened again at most three times ("Noah's Ark clause").
_ALIKE = 3
# More formatting than this in force at once is forgotten, the oldest first: a page that gets
# here passes the limit on repeats anyway, and looking back must not take longer and longer.
_MOST_FORMATTING = 1_000

# Where formatting is that is not on the stack as open.
_WAITS = -1  # An element around it ended; text will open it again.
_ENDED = -2  # Its end tag came while blocks in it were open; it lies on the stack, but is over.

# What the start of an element ends, if it is open inside the element given last.
_ENDS: dict[str, tuple[tuple[str, ...], str]] = {
    "li": (("li",), "list"),
    "dt": (("dt", "dd"), "list"),
    "dd": (("dt", "dd"), "list"),
    "option": (("option",), "special"),
    "optgroup": (("option", "optgroup"), "special"),
    "rt": (("rt", "rp"), "special"),
    "rp": (("rt", "rp"), "special"),
    "a": (("a",), "scope"),
    "nobr": (("nobr",), "scope"),
    "button": (("button",), "table"),
    "td": (("td", "th"), "table"),
    "th": (("td", "th"), "table"),
    "tr": (("tr", "caption", "colgroup"), "table"),
    "tbody": (("tbody", "thead", "tfoot", "caption", "colgroup"), "table"),
    "thead": (("tbody", "thead", "tfoot", "caption", "colgroup"), "table"),
    "tfoot": (("tbody", "thead", "tfoot", "caption", "colgroup"), "table"),
}


class _Formatting:
    """Formatting that stays in force until its end tag. ``at`` is its place on the stack (or
    one of the two codes above), ``marker`` that of the cell, caption or object around it."""

    __slots__ = ("at", "attributes", "marker", "name")

    def __init__(self, name: str, attributes: str, at: int, marker: int) -> None:
        self.name, self.attributes, self.at, self.marker = name, attributes, at, marker


class OpenElements:
    """Follows tags. ``depth`` is the number of open elements, ``repeats`` how many elements
    were opened again for formatting left open."""

    def __init__(self) -> None:
        self.repeats = 0
        self._stack: list[tuple[str, _Formatting | None]] = []
        self._at: dict[str, list[int]] = defaultdict(list)
        self._bounds: dict[str, list[int]] = {
            name: [-1] for name in ("special", "scope", "list", "item", "table", "marker")
        }
        self._formatting: list[_Formatting] = []
        self._alike: dict[tuple[str, str], int] = defaultdict(int)
        self._in_force: dict[str, int] = defaultdict(int)
        self._stale = 0

    @property
    def depth(self) -> int:
        return len(self._stack) - self._stale

    def text(self) -> None:
        """Text comes by: formatting that is in force but not open is opened again."""
        if not self._formatting or not self._waits(self._formatting[-1]):
            return
        first = len(self._formatting)
        while first and self._waits(self._formatting[first - 1]):
            first -= 1
        for entry in self._formatting[first:]:
            entry.at = len(self._stack)
            self._push(entry.name, entry)
            self.repeats += 1

    def open(self, name: str, attributes: str) -> None:
        """A start tag comes by."""
        if name in _IGNORED or (attributes.endswith("/") and self._is_foreign()):
            return
        self._end_before(name)
        if name not in _SPECIAL or name in _KEEPS_PARAGRAPH:
            self.text()
        if name in _VOID or (name in _TABLE and name != "table" and not self._at["table"]):
            return
        self._push(name, self._new_formatting(name, attributes))

    def close(self, name: str) -> None:
        """An end tag comes by."""
        if name in _FORMATTING:
            self._close_formatting(name)
        elif name in _HEADINGS:
            self._pop_last(_HEADING_NAMES, "scope")
        elif name in _TABLE:
            self._pop_last((name,), "table")
        elif name == "li":
            self._pop_last((name,), "item")
        else:
            self._pop_last((name,), "scope" if name in _SPECIAL else "special")

    def _waits(self, entry: _Formatting) -> bool:
        return entry.at == _WAITS and entry.marker == self._bounds["marker"][-1]

    def _is_foreign(self) -> bool:
        inside = any(self._at[name] for name in _FOREIGN)
        return inside and not any(self._at[name] for name in _HTML_AGAIN)

    def _end_before(self, name: str) -> None:
        """End what the start of ``name`` ends without saying so."""
        if name in _ENDS:
            self._pop_last(*_ENDS[name])
        if name in ("a", "nobr"):
            self._forget_last(name)
        if (name in _BLOCK and name not in _KEEPS_PARAGRAPH) or name in ("hr", "table"):
            self._pop_last(("p",), "scope")
        if name in _HEADINGS and self._stack and self._stack[-1][0] in _HEADINGS:
            self._pop_to(len(self._stack) - 1)

    def _pop_last(self, names: tuple[str, ...], bound: str) -> None:
        """End the outermost last-opened of ``names`` that is open inside ``bound``."""
        outer = self._bounds[bound][-1]
        found = -1
        for name in names:
            places = self._at[name]
            if places and places[-1] >= outer and (found < 0 or places[-1] < found):
                found = places[-1]
        if found >= 0:
            self._pop_to(found)

    def _push(self, name: str, entry: _Formatting | None) -> None:
        at = len(self._stack)
        self._stack.append((name, entry))
        self._at[name].append(at)
        for bound in _BOUNDS.get(name, ()):
            self._bounds[bound].append(at)

    def _pop_to(self, at: int) -> None:
        """End the element at ``at`` and all inside it."""
        while len(self._stack) > at:
            name, entry = self._stack.pop()
            for bound in _BOUNDS.get(name, ()):
                self._bounds[bound].pop()
            if entry is not None and entry.at == _ENDED:
                self._stale -= 1
                continue
            self._at[name].pop()
            if entry is not None:
                entry.at = _WAITS
            if name in _MARKERS:
                self._forget_inside(len(self._stack))

    def _forget_inside(self, marker: int) -> None:
        while self._formatting and self._formatting[-1].marker >= marker:
            self._forget(len(self._formatting) - 1)

    def _forget(self, index: int) -> None:
        entry = self._formatting.pop(index)
        self._alike[entry.name, entry.attributes] -= 1
        self._in_force[entry.name] -= 1

    def _new_formatting(self, name: str, attributes: str) -> _Formatting | None:
        if name not in _FORMATTING:
            return None
        entry = _Formatting(name, attributes, len(self._stack), self._bounds["marker"][-1])
        if self._alike[name, attributes] < _ALIKE:
            self._alike[name, attributes] += 1
            self._formatting.append(entry)
            self._in_force[name] += 1
        if len(self._formatting) > _MOST_FORMATTING:
            self._forget(0)
        return entry

    def _close_formatting(self, name: str) -> None:
        """End formatting. Blocks opened inside it stay open, without it."""
        if not self._at[name]:
            self._forget_last(name)
            return
        at = self._at[name][-1]
        if at < self._bounds["marker"][-1]:
            return
        entry = self._stack[at][1]
        self._forget_last(name)
        if at > self._bounds["special"][-1]:
            self._pop_to(at)
        elif entry is not None:
            entry.at = _ENDED
            self._at[name].pop()
            self._stale += 1

    def _forget_last(self, name: str) -> None:
        if not self._in_force[name]:
            return
        marker = self._bounds["marker"][-1]
        for index in range(len(self._formatting) - 1, -1, -1):
            entry = self._formatting[index]
            if entry.marker != marker:
                return
            if entry.name == name:
                self._forget(index)
                return


def _bounds_of(name: str) -> tuple[str, ...]:
    kinds = {
        "special": True,
        "scope": name in _SCOPE,
        "list": name not in ("address", "div", "p"),
        "item": name in _SCOPE or name in ("ol", "ul"),
        "table": name in ("table", "template"),
        "marker": name in _MARKERS,
    }
    return tuple(bound for bound, holds in kinds.items() if holds)


_BOUNDS = {name: _bounds_of(name) for name in sorted(_SPECIAL)}
