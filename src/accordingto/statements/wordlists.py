"""Word lists of this stage, from the tables in its ``data/`` folder."""

from accordingto.tables import table


def word_list(name: str, section: str, key: str) -> tuple[str, ...]:
    """The words under ``[section] key`` of a data file."""
    return tuple(table("accordingto.statements", name)[section][key])
