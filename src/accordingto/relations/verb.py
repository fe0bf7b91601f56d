"""By which word a statement is made."""

from accordingto.records.statement import Statement
from accordingto.relations.scene import Scene


def verb_of(scene: Scene, said: Statement) -> str:
    """The verb or noun that its cue is headed by, in its dictionary form and in lower case; ""
    without a cue."""
    head = scene.reading.head_of(said.cue_span) if said.cue_span is not None else None
    return head.lemma.lower() if head is not None else ""


def cue_words(scene: Scene, said: Statement) -> str:
    """The words of its cue, as they stand in the text."""
    return said.cue_span.of(scene.article.text) if said.cue_span is not None else ""
