"""Characters that could mislead a reader or drive a terminal, made visible.

Input is untrusted: an escape sequence could repaint a terminal, a bidirectional override could
show words in another order than they have ("Trojan Source", Boucher and Anderson 2021).
"""

import re

# C0 without tab, line feed and carriage return; DEL and C1; bidirectional embeddings,
# overrides and isolates; line and paragraph separators; lone surrogates; tag characters.
_ODD = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    "\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e007f"
)
ODD = re.compile(f"[{_ODD}]")
_BLANKS = re.compile(r"\s+")


def code(character: str) -> str:
    """The name shown for an odd character: ``U+202E``."""
    return f"U+{ord(character):04X}"


def visible(text: str) -> str:
    """``text`` on one line, each run of blanks as one space and odd characters as ``⟨U+202E⟩``.

    What comes out has no control character, so that it is safe to write to a terminal.
    """
    return _BLANKS.sub(" ", ODD.sub(lambda found: f"⟨{code(found[0])}⟩", text)).strip()
