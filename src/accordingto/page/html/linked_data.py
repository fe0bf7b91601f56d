"""JSON-LD of a page: the nodes that describe articles, read also from broken JSON."""

import json
import re
from collections.abc import Iterator
from typing import Any

Node = dict[str, Any]

_MOST_NODES = 4000
_LARGEST = 3_000_000  # characters of one script
# Under these keys stand other works, not the page's own article.
_OTHERS = frozenset(
    (
        "itemListElement",
        "isPartOf",
        "hasPart",
        "relatedLink",
        "mentions",
        "citation",
        "isBasedOn",
        "review",
        "comment",
        "liveBlogUpdate",
        "associatedArticle",
        "breadcrumb",
        "potentialAction",
        "associatedMedia",
    )
)
_OPENINGS = ("<!--", "//", "<![CDATA[", "/*", "*/")
_CLOSINGS = (";", "-->", "//", "]]>", "/*", "*/")
_TRAILING = re.compile(r",(\s*[}\]])")
_FIELD = re.compile(
    r'"(headline|datePublished|dateModified|articleBody|inLanguage|description)"\s*:\s*'
    r'"((?:[^"\\]|\\.)*)"',
    re.DOTALL,
)
_AUTHOR = re.compile(r'"author"\s*:\s*[\[{\s]*[^\]}]{0,300}?"name"\s*:\s*"((?:[^"\\]|\\.){1,200})"')


def parse(text: str) -> Any:
    """The value of a JSON-LD script; of one that cannot be mended, the fields found in it."""
    if len(text) > _LARGEST:
        return None
    bare = _uncovered(text)
    try:
        return json.loads(bare, strict=False)
    except (ValueError, RecursionError):
        pass
    try:
        return json.loads(_TRAILING.sub(r"\1", bare), strict=False)
    except (ValueError, RecursionError):
        return _fields(bare)


def _uncovered(text: str) -> str:
    """The script without the marks of comments and sections that hid it from old browsers."""
    bare = text.strip()
    for _ in range(6):
        before = bare
        for mark in _OPENINGS:
            bare = bare.removeprefix(mark).lstrip()
        for mark in _CLOSINGS:
            bare = bare.removesuffix(mark).rstrip()
        if bare == before:
            break
    return bare


def _fields(text: str) -> Node | None:
    """Single fields picked out of text that is no JSON."""
    node: Node = {}
    for found in _FIELD.finditer(text):
        node.setdefault(found[1], _unescape(found[2]))
    author = _AUTHOR.search(text)
    if author is not None:
        node["author"] = {"name": _unescape(author[1])}
    if not node:
        return None
    node["@type"] = "Article"
    return node


def _unescape(text: str) -> str:
    try:
        return str(json.loads(f'"{text}"', strict=False))
    except ValueError:
        return text


def nodes(values: list[Any]) -> Iterator[Node]:
    """All objects of the page's scripts, outermost first, without those of other works."""
    queue: list[Any] = list(values)
    for seen, value in enumerate(queue):
        if seen > _MOST_NODES:
            return
        if isinstance(value, list):
            queue.extend(value)
        elif isinstance(value, dict):
            yield value
            for key, below in value.items():
                if key not in _OTHERS and isinstance(below, dict | list):
                    queue.append(below)


def types_of(node: Node) -> list[str]:
    """The names of a node's types, without the vocabulary's address."""
    value = node.get("@type") or node.get("type") or []
    listed = value if isinstance(value, list) else [value]
    return [str(t).rsplit("/", 1)[-1] for t in listed]


def text_of(value: Any) -> str | None:
    """A text value on one line: of a string, of ``@value``, or of the first of a list."""
    for _ in range(4):
        if isinstance(value, list):
            value = value[0] if value else None
        elif isinstance(value, dict):
            value = value.get("@value") or value.get("name") or value.get("url")
    if isinstance(value, str | int | float):
        return " ".join(str(value).split()) or None
    return None


def people(value: Any, by_id: dict[str, Node]) -> list[str]:
    """Names of authors, as given: strings, persons, organisations, or references to them."""
    names: list[str] = []
    queue = [value]
    for item in queue:
        if len(queue) > 100:
            break
        if isinstance(item, list):
            queue.extend(item)
        elif isinstance(item, str):
            names.append(item)
        elif isinstance(item, dict):
            if "name" not in item and item.get("@id") in by_id:
                item = by_id[str(item["@id"])]
            name = item.get("name")
            if isinstance(name, list):
                queue.extend(name)
            elif isinstance(name, str):
                names.append(name)
    return names


def entries(node: Node) -> list[tuple[str, str, str]]:
    """Time, headline and body of a live blog's entries; empty where one is not stated."""
    listed = node.get("liveBlogUpdate")
    found = []
    for entry in (listed if isinstance(listed, list) else [listed])[:500]:
        if isinstance(entry, dict):
            keys = ("datePublished", "headline", "articleBody")
            time, headline, body = (v if isinstance(v := entry.get(k), str) else "" for k in keys)
            found.append((time, headline, body))
    return found


def updates(node: Node) -> str:
    """Headlines and bodies of a live blog's entries, a line each."""
    return "\n".join(part for _, *parts in entries(node) for part in parts if part)
