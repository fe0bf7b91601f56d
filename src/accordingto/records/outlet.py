"""What to call the outlet of an article that does not name it."""

from urllib.parse import urlsplit


def outlet_or_site(outlet: str | None, url: str | None) -> str | None:
    """The outlet, or the site at which the article stands: ``example.org``."""
    if outlet or not url:
        return outlet
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return None
    return host.removeprefix("www.") or None
