"""The table by which roles are told: each rule gives points to one role, and says why.

All rules are asked of every piece; the role with the most points wins. Points are judgements
made on texts of many shapes, on one scale: 8 and more decides alone, 4 wins unless something
speaks against it, 1 tips a balance.
"""

from collections.abc import Callable
from dataclasses import dataclass

from accordingto.page.plain.context import View
from accordingto.records.article import Role


@dataclass(frozen=True, slots=True)
class Rule:
    role: Role
    points: float
    reason: str
    test: Callable[[View], bool]


def _content(v: View) -> bool:
    """True where nothing marks the piece as furniture, credit, byline or pointer."""
    t = v.t
    return not (t.chrome or t.credit or t.pointer or t.byline >= 0.8) and v.hint is None


def _captionable(v: View) -> bool:
    return 4 <= v.t.size <= 70 and _content(v)


def _titled(v: View) -> bool:
    return v.t.title and _content(v) and v.t.size >= 4


RULES: tuple[Rule, ...] = (
    # headline
    Rule("headline", 12, "best title above the running text", lambda v: v.is_headline),
    Rule("headline", 11, "repeats the headline", lambda v: v.same_as_headline and not v.is_headline),
    # standfirst
    Rule("standfirst", 2, "first running text", lambda v: v.first_flow and v.zone == "body"),
    Rule("standfirst", 3.5, "between headline and running text", lambda v: v.zone == "head" and _content(v) and v.t.size >= 7),
    Rule("standfirst", 5, "byline or date follow it", lambda v: v.meta_follows),
    Rule("standfirst", 4, "a dateline follows it", lambda v: v.dateline_follows and not v.t.dateline),
    Rule("standfirst", 1.5, "set closer to the head than to the text", lambda v: v.glued_to_head and v.first_flow),
    Rule("standfirst", 2, "a picture stands between it and the headline", lambda v: v.glued_to_head and v.first_flow and not v.near_flush),
    Rule("standfirst", 2.5, "its quotation comes back below", lambda v: v.requoted and v.first_flow),
    Rule("standfirst", 2, "told again below", lambda v: v.told_again >= 0.5 and v.t.size >= 7),
    Rule("standfirst", 0.5, "short", lambda v: v.first_flow and v.t.size <= 45),
    Rule("standfirst", 1.5, "no full stop, unlike the text", lambda v: v.unstopped_here and v.zone in ("head", "body") and v.told_again > 0.4),
    Rule("standfirst", -6, "opens with a dateline", lambda v: v.t.dateline),
    Rule("standfirst", -2, "long", lambda v: v.t.size > 70),
    Rule("standfirst", -4, "little text follows", lambda v: v.first_flow and v.flows_left < 2),
    # byline
    Rule("byline", 8, "wording of a byline", lambda v: v.t.byline >= 0.8),
    Rule("byline", 4, "might be a byline", lambda v: 0.3 < v.t.byline < 0.8),
    Rule("byline", 2.5, "by the headline or at the end", lambda v: v.t.byline > 0.3 and (v.near_headline or v.zone == "after")),
    Rule("byline", 5.5, "a name alone below the headline", lambda v: v.t.name and v.near_headline and v.zone == "head" and v.t.size <= 4),
    Rule("byline", -4, "above the headline", lambda v: v.zone == "before"),
    Rule("byline", -3, "no title, no name: prose", lambda v: v.t.prose and v.t.byline < 1 and v.t.size > 25),
    # credit
    Rule("credit", 9, "cut from a caption as its credit", lambda v: v.hint == "credit"),
    Rule("credit", 6, "names an agency or author of a picture", lambda v: v.t.credit and not v.t.rights),
    # caption
    Rule("caption", 9, "has a credit of its own", lambda v: v.hint == "captioned"),
    Rule("caption", 9, "labelled as a caption", lambda v: v.hint == "labelled"),
    Rule("caption", 7, "alternative text of a picture", lambda v: v.hint == "alt"),
    Rule("caption", 4.5, "words that point at a picture", lambda v: v.t.cue >= 1 and v.t.size >= 4),
    Rule("caption", 2, "several words that point at a picture", lambda v: v.t.cue >= 2),
    Rule("caption", 3, "ends in a date", lambda v: v.t.date_tail and v.t.size >= 5 and not v.t.speech),
    Rule("caption", 5, "tells what is seen, on a day", lambda v: v.t.date_tail and v.t.pose and not v.t.past and not v.t.speech and v.t.size <= 50),
    Rule("caption", 5, "a credit follows it", lambda v: v.above_credit and _captionable(v)),
    Rule("caption", 2, "tells what is seen, above a credit", lambda v: v.above_credit and v.t.pose and _captionable(v)),
    Rule("caption", 3, "a credit stands above it", lambda v: v.below_credit and not v.above_credit and not v.t.stop and _captionable(v)),
    Rule("caption", 3, "no full stop, unlike the text around it", lambda v: v.unstopped_here and v.t.size >= 9 and v.isolated and v.zone in ("head", "body") and not v.t.colon),
    Rule("caption", 2, "tells what is seen", lambda v: v.t.pose and v.t.size >= 6 and not v.t.stop and v.isolated),
    Rule("caption", 1.5, "repeats other words of the text", lambda v: v.echoes_long and not v.t.stop and v.t.size >= 5 and v.zone in ("head", "body")),
    Rule("caption", 2, "tells what is seen, below a paragraph", lambda v: v.t.pose and v.zone == "after" and v.after_flow and v.t.size >= 9 and v.t.title_share < 0.5),
    Rule("caption", -16, "the title of another article follows", lambda v: v.hint == "alt" and v.zone in ("body", "after") and v.before_title),
    Rule("caption", -7, "a few words away from the article", lambda v: v.hint == "captioned" and v.t.size < 4 and v.zone in ("before", "after")),
    Rule("caption", -3, "somebody says something", lambda v: v.t.speech and v.hint is None),
    Rule("caption", -2, "opens with a quotation", lambda v: v.t.quoted and v.hint is None),
    Rule("caption", -3, "opens with a dateline", lambda v: v.t.dateline and v.t.cue == 0),
    Rule("caption", -3, "long", lambda v: v.t.size > 70),
    # teaser
    Rule("teaser", 9, "points at another article", lambda v: v.t.pointer and v.t.pointed),
    Rule("teaser", 8, "a title below the picture of another article", lambda v: v.after_alt and v.zone == "body" and _titled(v) and v.t.size >= 5),
    Rule("teaser", 9, "picture above the title of another article", lambda v: v.hint == "alt" and v.zone in ("body", "after") and v.before_title),
    Rule("teaser", 4, "in a list of other articles", lambda v: v.in_list and _titled(v)),
    Rule("teaser", 3.5, "a title above the headline", lambda v: v.zone == "before" and _titled(v)),
    Rule("teaser", 3.5, "a title below the running text", lambda v: v.zone == "after" and _titled(v)),
    Rule("teaser", 3, "a long title amid running text", lambda v: v.zone == "body" and _titled(v) and v.t.size >= 8 and v.t.title_share >= 0.6),
    Rule("teaser", 2, "running text away from the article", lambda v: v.zone in ("before", "after") and v.t.prose and not v.t.chrome),
    Rule("teaser", 3, "a title with a colon, a question or a quotation amid running text", lambda v: v.zone == "body" and v.isolated and _titled(v) and v.t.size >= 8 and v.t.colon),
    # subhead
    Rule("subhead", 4, "short line amid running text", lambda v: v.zone == "body" and _titled(v) and v.t.size <= 9 and v.before_flow),
    Rule("subhead", 3, "a word or two above a paragraph", lambda v: v.zone == "body" and v.t.size < 4 and not v.t.stop and v.before_flow and v.after_flow and _content(v)),
    Rule("subhead", 1.5, "a paragraph above and below", lambda v: v.zone == "body" and _titled(v) and v.t.size <= 12 and v.before_flow and v.after_flow),
    # footnote
    Rule("footnote", 9, "its mark stands in the text", lambda v: v.note_called and v.zone in ("body", "after")),
    Rule("footnote", 5, "opens with a mark of a note", lambda v: v.t.note_mark.startswith(("*", "†", "‡", "[")) and v.t.size >= 5 and v.zone in ("body", "after")),
    # embed
    Rule("embed", 9, "wording of an embedded post", lambda v: v.t.embed and v.t.size >= 4),
    # body
    Rule("body", 3, "running text", lambda v: v.flow),
    Rule("body", 2, "in the main run of text", lambda v: v.zone == "body" and _content(v) and not v.t.title),
    Rule("body", 1.5, "a full stop within the text", lambda v: v.zone == "body" and v.t.stop and _content(v)),
    Rule("body", 1.5, "a sentence below the headline", lambda v: v.zone == "head" and v.t.stop and _content(v)),
    Rule("body", 4, "opens with a dateline", lambda v: v.t.dateline and v.t.prose),
    Rule("body", 1, "somebody says something", lambda v: v.t.speech and v.t.size >= 5 and v.zone == "body"),
    Rule("body", 1.5, "a quotation", lambda v: v.t.quoted and v.zone == "body" and v.t.size >= 4),
    Rule("body", -4, "above the headline", lambda v: v.zone == "before"),
    Rule("body", -3, "below the running text", lambda v: v.zone == "after"),
    # boilerplate
    Rule("boilerplate", 10, "label or button of a page", lambda v: v.t.furniture),
    Rule("boilerplate", 10, "a site speaks of itself", lambda v: v.t.notice),
    Rule("boilerplate", 9, "site's name, picture's width, date", lambda v: v.hint in ("residue", "site")),
    Rule("boilerplate", 9, "counter or time", lambda v: v.t.counter),
    Rule("boilerplate", 8, "date stamp", lambda v: v.t.date_only or v.t.stamp),
    Rule("boilerplate", 9, "rights", lambda v: v.t.rights),
    Rule("boilerplate", 9, "heading over other articles", lambda v: v.t.list_head),
    Rule("boilerplate", 9, "pointer without a title", lambda v: v.t.pointer and not v.t.pointed),
    Rule("boilerplate", 9, "no letters", lambda v: not v.t.lettered),
    Rule("boilerplate", 8, "address or handle", lambda v: v.t.address),
    Rule("boilerplate", 8, "below the heading of the comments", lambda v: v.after_ending or v.t.ending),
    Rule("boilerplate", 6, "script unlike the text's", lambda v: v.t.foreign),
    Rule("boilerplate", 5, "wording of an advert or tag list", lambda v: v.t.opener and not v.flow),
    Rule("boilerplate", 3, "wording of an advert or tag list, in a sentence", lambda v: v.t.opener and v.zone != "body"),
    Rule("boilerplate", 6, "sells something to the reader", lambda v: v.t.advert and not v.t.speech),
    Rule("boilerplate", 2.5, "short line above the headline", lambda v: v.zone == "before" and v.t.size < 5),
    Rule("boilerplate", 2, "above the headline", lambda v: v.zone == "before"),
    Rule("boilerplate", 2.5, "short line below the running text", lambda v: v.zone == "after" and v.t.size < 5),
    Rule("boilerplate", 1.5, "below the running text", lambda v: v.zone == "after"),
    Rule("boilerplate", 3, "a few words below the headline", lambda v: v.zone == "head" and v.t.size < 5),
    Rule("boilerplate", 2, "short line that comes back", lambda v: v.echo.equal >= 1 and v.t.size <= 6),
)  # fmt: skip
