"""A guess at the encoding of bytes that declare none, by charset-normalizer."""

from functools import cache

from accordingto.tables import table

_SAMPLE = 64 * 1024


@cache
def _tables() -> tuple[list[str], dict[str, str]]:
    """The encodings to try, and for each language that has one the code page made for it."""
    raw = table("accordingto.intake", "charsets.toml")
    homes = {language: page for page, row in raw["home"].items() for language in row.split()}
    return raw["detectable"].split(), homes


def detect(words: bytes) -> str | None:
    """The Python name of the likeliest encoding of ``words`` (best without markup); ``None``
    where none fits."""
    # Loaded here: most pages are UTF-8, or say what they are.
    import charset_normalizer

    detectable, homes = _tables()
    matches = charset_normalizer.from_bytes(
        words[:_SAMPLE], cp_isolation=detectable, enable_fallback=False
    )
    best = matches.best()
    if best is None:
        return None
    tied = [
        (codec, match.language)
        for match in matches
        if (match.chaos, match.coherence) == (best.chaos, best.coherence)
        for codec in match.could_be_from_charset
    ]
    at_home = [codec for codec, language in tied if homes.get(language) == codec]
    if at_home:
        return at_home[0]
    western = any(codec == "cp1252" and language not in homes for codec, language in tied)
    return "cp1252" if western else best.encoding
