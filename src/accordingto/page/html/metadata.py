"""What the page states about its article outside the visible text."""

import html
import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from accordingto.page.html import linked_data as ld
from accordingto.tables import table

# Lists of names of meta elements that tell something of an article.
_METAS = (
    "title", "description", "published", "modified", "outlet", "language", "url", "authors",
    "origin", "keywords", "section",
)  # fmt: skip
_WANTED = 'script[type*="ld+json"],meta,[itemprop],title,link[rel="canonical"]'
Nodes = list[LexborNode]


@dataclass(slots=True)
class Stated:
    """Values in the order of trust, each with the place where it was found. ``unfree`` is true
    where a part of the page is stated not to be free to read."""

    titles: list[tuple[str, str]] = field(default_factory=list)
    descriptions: list[tuple[str, str]] = field(default_factory=list)
    published: list[tuple[str, str]] = field(default_factory=list)
    modified: list[tuple[str, str]] = field(default_factory=list)
    authors: list[tuple[str, list[str]]] = field(default_factory=list)
    outlets: list[tuple[str, str]] = field(default_factory=list)
    urls: list[tuple[str, str]] = field(default_factory=list)
    languages: list[tuple[str, str]] = field(default_factory=list)
    sections: list[tuple[str, str]] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    origins: list[tuple[str, str]] = field(default_factory=list)
    genre: str | None = None
    unfree: bool = False
    body: str = ""
    updates: str = ""
    entries: list[tuple[str, str, str]] = field(default_factory=list)


@cache
def vocabulary() -> dict[str, Any]:
    """Names of meta elements, types and genres."""
    return table("accordingto.page.html", "metadata.toml")


def read_stated(parser: LexborHTMLParser) -> Stated:
    """JSON-LD, meta elements, microdata and the head's links, in that order of trust."""
    # One look through the page for all, as each costs as much as reading what it finds. A node that
    # is wanted for two reasons comes twice.
    nodes = list({node.mem_id: node for node in parser.css(_WANTED)}.values())
    stated = Stated()
    _linked([node for node in nodes if node.tag == "script"], stated)
    _metas([node for node in nodes if node.tag == "meta"], stated)
    _microdata([node for node in nodes if node.tag != "meta"], stated)
    _head(nodes, parser, stated)
    return stated


def _clean(value: str | None) -> str:
    """One line of plain text. Values are often escaped twice."""
    return " ".join(html.unescape(value or "").split())


def _linked(scripts: Nodes, stated: Stated) -> None:
    values = [ld.parse(node.text(deep=True)) for node in scripts[:60]]
    found = list(ld.nodes([v for v in values if v is not None]))
    by_id: dict[str, ld.Node] = {}
    for node in found:
        if "@id" in node and "name" in node:
            by_id.setdefault(str(node["@id"]), node)
    ranked = sorted(
        (rank, index) for index, node in enumerate(found) if (rank := _rank(node)) is not None
    )
    for _, index in ranked[:3]:
        _article_node(found[index], by_id, stated)
    for node in found:
        if "publisher" in node:
            name = ld.text_of(_resolved(node["publisher"], by_id))
            if name and "://" not in name:
                stated.outlets.append(("json-ld publisher", _clean(name)))
    for node in found:
        name = ld.text_of(node.get("name")) if "WebSite" in ld.types_of(node) else None
        if name and "://" not in name:
            stated.outlets.append(("json-ld WebSite", _clean(name)))
    stated.unfree = any(str(node.get("isAccessibleForFree")).lower() == "false" for node in found)


def _resolved(value: Any, by_id: dict[str, ld.Node]) -> Any:
    if isinstance(value, dict) and "name" not in value:
        return by_id.get(str(value.get("@id")), value)
    return value


def _rank(node: ld.Node) -> int | None:
    """Lower is better; ``None`` for what is no article."""
    known = list(vocabulary()["types"])
    types = [t for t in ld.types_of(node) if t in known]
    if not types:
        return None
    weak = set(types) <= {"WebPage", "VideoObject", "ClaimReview", "Recipe"}
    return 2 * int(weak) + int("headline" not in node)


def _article_node(node: ld.Node, by_id: dict[str, ld.Node], stated: Stated) -> None:
    where = f"json-ld {ld.types_of(node)[0]}"
    weak = ld.types_of(node)[0] in ("WebPage", "VideoObject", "ClaimReview")
    for key, target in (
        ("headline", stated.titles),
        ("description", stated.descriptions),
        ("datePublished", stated.published),
        ("dateCreated", stated.published),
        ("uploadDate", stated.published),
        ("dateModified", stated.modified),
        ("inLanguage", stated.languages),
        ("url", stated.urls),
    ):
        value = ld.text_of(node.get(key))
        if value and not (weak and key in ("description", "url")):
            target.append((where, _clean(value)))
    for key in ("author", "creator"):
        names = [_clean(n) for n in ld.people(node.get(key), by_id)]
        if names and not weak:
            stated.authors.append((where, names))
    body = node.get("articleBody")
    if isinstance(body, str) and len(body) > len(stated.body):
        stated.body = html.unescape(body)
    updates = ld.updates(node)
    if len(updates) > len(stated.updates):
        stated.updates = html.unescape(updates)
        stated.entries = [
            (time, _clean(headline), html.unescape(text))
            for time, headline, text in ld.entries(node)
        ]
    section = ld.text_of(node.get("articleSection"))
    if section:
        stated.sections.append((where, _clean(section)))
    _topics(node, stated)
    for key in ("sourceOrganization", "provider", "creditText"):
        for name in ld.people(_resolved(node.get(key), by_id), by_id)[:3]:
            stated.origins.append((f"{where} {key}", _clean(name)))
    for kind in ld.types_of(node):
        stated.genre = stated.genre or vocabulary()["types"].get(kind) or None


def _topics(node: ld.Node, stated: Stated) -> None:
    """Keywords as a list, or as one string with commas."""
    value = node.get("keywords")
    listed = value if isinstance(value, list) else [value]
    for item in listed[:60]:
        text = ld.text_of(item)
        if text:
            stated.keywords += [_clean(part) for part in re.split("[,;]", text)]


@cache
def _wanted_names() -> frozenset[str]:
    return frozenset(name for kind in _METAS for name in vocabulary()[kind])


def _metas(metas: Nodes, stated: Stated) -> None:
    table: dict[str, list[str]] = {}
    for node in metas[:600]:
        attributes = node.attributes
        # Pages that a cache or converter has rewritten give it as a value.
        content = attributes.get("content") or attributes.get("value")
        if not content:
            continue
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = (attributes.get(key) or "").lower()
            if name in _wanted_names():
                table.setdefault(name, []).append(_clean(content))
    names = vocabulary()

    def gather(kind: str, target: list[tuple[str, str]]) -> None:
        for name in names[kind]:
            target.extend((f"meta {name}", v) for v in table.get(name, [])[:3] if v)

    gather("title", stated.titles)
    gather("description", stated.descriptions)
    gather("published", stated.published)
    gather("modified", stated.modified)
    gather("outlet", stated.outlets)
    gather("language", stated.languages)
    gather("url", stated.urls)
    for name in names["authors"]:
        if table.get(name):
            stated.authors.append((f"meta {name}", table[name][:20]))
    for name in names["origin"]:
        stated.origins.extend((f"meta {name}", value) for value in table.get(name, [])[:2])
    for name in names["keywords"]:
        for value in table.get(name, [])[:40]:
            stated.keywords += [part.strip() for part in re.split("[,;]", value)]
    for name in names["section"]:
        stated.sections.extend((f"meta {name}", value) for value in table.get(name, [])[:2])


def _microdata(nodes: Nodes, stated: Stated) -> None:
    headlines: list[tuple[str, str]] = []
    wanted = {
        "headline": headlines,
        "datePublished": stated.published,
        "dateModified": stated.modified,
    }
    for node in nodes[:400]:
        attributes = node.attributes
        names = (attributes.get("itemprop") or "").split()
        for name in names:
            if name in wanted:
                value = attributes.get("content") or attributes.get("datetime")
                value = _clean(value or node.text(deep=True)[:500])
                if value:
                    wanted[name].append((f"microdata {name}", value))
        if "author" in names:
            text = _clean(node.text(deep=True)[:300])
            if text:
                stated.authors.append(("microdata author", [text]))
    stated.titles += _of_article(headlines, stated.titles)


def _of_article(
    headlines: list[tuple[str, str]], titles: list[tuple[str, str]]
) -> list[tuple[str, str]]:
    """The headlines of the page's own article: on many pages each teaser has one too."""
    if len({text for _, text in headlines}) < 2:
        return headlines
    told = [text for _, text in titles]
    own = [(w, text) for w, text in headlines if any(text in t or t in text for t in told)]
    return own or headlines[:1]


def _head(nodes: Nodes, parser: LexborHTMLParser, stated: Stated) -> None:
    title = next((node for node in nodes if node.tag == "title"), None)
    if title is not None:
        text = _clean(title.text(deep=True)[:1000])
        if text:
            stated.titles.append(("title", text))
    for node in [node for node in nodes if node.tag == "link"][:1]:
        stated.urls.insert(0, ("link canonical", _clean(node.attributes.get("href"))))
    root = parser.css_first("html")
    if root is not None:
        lang = root.attributes.get("lang") or root.attributes.get("xml:lang")
        if lang:
            stated.languages.insert(0, ("html lang", _clean(lang)))
