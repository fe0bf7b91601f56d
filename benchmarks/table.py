"""A table of figures: printed for a person, kept for floors."""

from dataclasses import dataclass, field

Cell = float | str | None


@dataclass
class Table:
    """Rows of a name and figures. ``scores`` maps each name to its first figure."""

    title: str
    columns: tuple[str, ...]
    rows: list[tuple[str, tuple[Cell, ...]]] = field(default_factory=list)

    def add(self, name: str, *cells: Cell) -> None:
        """One more row."""
        self.rows.append((name, cells))

    @property
    def scores(self) -> dict[str, float]:
        return {name: float(c[0]) for name, c in self.rows if c and isinstance(c[0], int | float)}

    def __str__(self) -> str:
        lines = [(self.columns[0], *self.columns[1:])]
        lines += [(name, *(_cell(c) for c in cells)) for name, cells in self.rows]
        widths = [max(len(line[i]) if i < len(line) else 0 for line in lines)
                  for i in range(max(map(len, lines)))]  # fmt: skip
        body = "\n".join(
            "  ".join(
                cell.ljust(width) if i == 0 else cell.rjust(width)
                for i, (cell, width) in enumerate(zip(line, widths, strict=False))
            )
            for line in lines
        )
        return f"== {self.title}\n{body}\n"


def _cell(value: Cell) -> str:
    if value is None:
        return "-"
    return value if isinstance(value, str) else f"{value:.3f}"
