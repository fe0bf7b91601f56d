"""Page, text, or neither."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.intake.kinds import Kind
from accordingto.intake.sniff import media_of

PAGES = [
    "<!DOCTYPE html><title>Port closed</title>",
    "\n\n  <!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>\n<p>Port closed",
    "<html lang=en><body>Port closed</body></html>",
    "<!-- saved from the archive --><html><body>Port closed",
    "<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC 'x'>\n<html xmlns='y'><body/></html>",
    "<?xml version='1.0'?><div><p>Port closed</p></div>",
    "<div><p>Port closed.</p><p>Two ships wait.</p></div>",
    "<p>Port closed.</p>",
    "<p class=lead>Port closed.",
    "<p>Port closed.\n<p>Two ships wait.",
    "<br />\n<b>Warning</b>: something on line 3<br /><html><head>",
    "<style>\np { color: red }\n</style><p>Port closed</p>",
    '<a href="/port">Port</a> closed',
    "<b>Port closed</b><br>Two ships wait, <i>says the pilot</i>.",
    "Skip to content <div id=a><p>Port closed.</p><p>Two ships wait.</p></div>",
    "HTTP/1.1 200 OK\r\nServer: x\r\n\r\n<html><head><title>P</title></head><body><p>x</p></body>",
]

TEXTS = [
    "Port closed.\nTwo ships wait.",
    "<Northern Wire> Port closed.\nTwo ships wait.",
    "<NW> said the port is closed.",
    "<Head of state> arrives in the port.",
    "<body found> in the harbour, police say",
    "Use <b>bold</b> for the name of the ship.",
    "<b> is how the editor marks bold.",
    "The <p> tag opens a paragraph, the <div> tag a division.",
    "5 < 6 and 7 > 2",
    "<<< Port closed >>>",
    "[1] Port closed, says the pilot",
    "{Port} closed; the pilot {a friend} waits",
    'Port closed.\n<img src="x.jpg" width="620">\nTwo ships wait, the pilot said on Friday.',
    "<",
    "<!-- note to the desk --> Port closed.",
    "Port open; ferry late; crane idle; pilot ill; gate shut; road wet.",
]

OTHERS = [
    ("<?xml version='1.0'?><rss version='2.0'><channel/></rss>", "feed"),
    ("<rss version='2.0'><channel></channel></rss>", "feed"),
    ("<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'></feed>", "feed"),
    ("<rdf:RDF xmlns:rdf='r' xmlns='s'></rdf:RDF>", "feed"),
    ("<?xml version='1.0'?><urlset xmlns='s'></urlset>", "sitemap"),
    ("<svg xmlns='http://www.w3.org/2000/svg'><path d='M0'/></svg>\n", "SVG"),
    ("<?xml version='1.0'?><nitf><body/></nitf>", "nitf"),
    ("<!DOCTYPE plist PUBLIC 'x'><plist></plist>", "plist"),
    ('{"headline": "Port closed"}', "JSON"),
    ('[{"headline": "Port closed"}]', "JSON"),
    ('{"id": 1, "text": "a"}\n{"id": 2, "text": "b"}\n', "JSON"),
    ("body{margin:0}p{color:red;font:x}a{top:1px}", "style sheet"),
    ("(function(){var a=1;if(a){b();c();}})();\nfunction x(){return 2;}", "script"),
    ("MIME-Version: 1.0\nContent-Type: multipart/related;\n boundary=x\n\n--x", "MHTML"),
]


@pytest.mark.parametrize("content", PAGES)
def test_page(content: str) -> None:
    assert media_of(content) == "html"


@pytest.mark.parametrize("content", TEXTS)
def test_text(content: str) -> None:
    assert media_of(content) == "text"


@pytest.mark.parametrize(("content", "word"), OTHERS)
def test_neither(content: str, word: str) -> None:
    found = media_of(content)
    assert isinstance(found, Kind)
    assert word in found.what
    assert found.advice.endswith(".")


@given(st.text(alphabet="<>/!-?= \n\"'{}[];abhtmlpdiv", max_size=200))
def test_any_content_gets_an_answer(content: str) -> None:
    found = media_of(content)
    assert isinstance(found, Kind) or found in ("html", "text")


@given(st.text(alphabet=st.characters(exclude_characters="<{[")))
def test_without_markup_it_is_text(content: str) -> None:
    assert media_of(content) == "text"
