"""Rules for the article's own words: headline, standfirst, byline, subhead, body, notes, posts."""

from accordingto.page.plain.rule import (
    HARDLY,
    LIKELY,
    UNLIKELY,
    Rule,
    content,
    rules_for,
    titled,
    within,
)

ITEMS = frozenset("–—-•·▪●‣◦")  # marks of items

_HEADLINE = rules_for(
    "headline",
    (12, "best title above the running text", lambda v: v.is_headline),
    (11, "repeats the headline", lambda v: v.same_as_headline and not v.is_headline),
)

_STANDFIRST = rules_for(
    "standfirst",
    (2, "first running text", lambda v: v.first_flow and v.zone == "body"),
    (
        3.5,
        "between headline and running text",
        lambda v: v.zone == "head" and content(v) and v.t.size >= 7,
    ),
    (5, "byline or date follow it", lambda v: v.meta_follows),
    (4, "a dateline follows it", lambda v: v.dateline_follows and not v.t.dateline),
    (1.5, "set closer to the head than to the text", lambda v: v.glued_to_head and v.first_flow),
    (
        2,
        "a picture stands between it and the headline",
        lambda v: v.glued_to_head and v.first_flow and not v.near_flush,
    ),
    (2.5, "its quotation comes back below", lambda v: v.requoted and v.first_flow),
    (2, "told again below", lambda v: v.told_again >= 0.5 and v.t.size >= 7),
    (0.5, "short", lambda v: v.first_flow and v.t.size <= 45),
    (
        1.5,
        "no full stop, unlike the text",
        lambda v: v.unstopped_here and within(v) and v.told_again > 0.4,
    ),
    (-6, "opens with a dateline", lambda v: v.t.dateline),
    (-2, "long", lambda v: v.t.size > 70),
    (-4, "little text follows", lambda v: v.first_flow and v.flows_left < 2),
)

_BYLINE = rules_for(
    "byline",
    (8, "wording of a byline", lambda v: v.t.byline >= 0.8),
    (4, "might be a byline", lambda v: 0.3 < v.t.byline < 0.8),
    (
        2.5,
        "by the headline or at the end",
        lambda v: v.t.byline > 0.3 and (v.near_headline or v.zone == "after"),
    ),
    (
        5.5,
        "a name alone below the headline",
        lambda v: v.t.name and v.near_headline and v.zone == "head" and v.t.size <= 6,
    ),
    (
        5.5,
        "a name alone above the text",
        lambda v: (
            (v.t.person or (v.t.name and v.by_date))
            and v.near_top
            and v.zone == "body"
            and v.t.size <= 4
        ),
    ),
    (7, "a name with a job", lambda v: v.t.signed and v.near_top),
    (
        9,
        "a name and a date by the headline",
        lambda v: v.t.dated and v.t.dated_byline and v.near_top,
    ),
    (
        4,
        "an agency alone by the headline",
        lambda v: v.t.byline >= 0.8 and v.hint == "credit" and v.near_top and v.t.size <= 4,
    ),
    (-4, "above the headline", lambda v: v.zone == "before"),
    (-3, "no title, no name: prose", lambda v: v.t.prose and v.t.byline < 1 and v.t.size > 25),
)

_SUBHEAD = rules_for(
    "subhead",
    (
        4,
        "short line amid running text",
        lambda v: v.zone == "body" and titled(v) and v.t.size <= 9 and v.before_flow,
    ),
    (
        3,
        "a word or two above a paragraph",
        lambda v: (
            v.zone == "body"
            and v.t.size < 4
            and not v.t.stop
            and v.before_flow
            and v.after_flow
            and content(v)
        ),
    ),
    (
        1.5,
        "a paragraph above and below",
        lambda v: (
            v.zone == "body" and titled(v) and v.t.size <= 12 and v.before_flow and v.after_flow
        ),
    ),
    (1.5, "reads as a part of the text", lambda v: v.chance >= 0.5 and v.zone == "body"),
    (-1.5, "hardly reads as running text", lambda v: v.chance < UNLIKELY),
    (-1.5, "reads as no running text", lambda v: v.chance < HARDLY),
)

_BODY = rules_for(
    "body",
    (3, "running text", lambda v: v.flow),
    (
        2,
        "in the main run of text",
        lambda v: v.zone == "body" and content(v) and not v.t.title and (v.t.size >= 4 or v.t.ends),
    ),
    (1.5, "a full stop within the text", lambda v: v.zone == "body" and v.t.stop and content(v)),
    (1.5, "a sentence below the headline", lambda v: v.zone == "head" and v.t.stop and content(v)),
    (4, "opens with a dateline", lambda v: v.t.dateline and v.t.prose),
    (24, "a dateline by itself", lambda v: v.t.dateline_alone),
    (1, "somebody says something", lambda v: v.t.speech and v.t.size >= 5 and v.zone == "body"),
    (1.5, "a quotation", lambda v: v.t.quoted and v.zone == "body" and v.t.size >= 4),
    (
        6,
        "an item of a list within the text",
        lambda v: v.t.text[0] in ITEMS and v.zone == "body" and v.t.size >= 3 and content(v),
    ),
    (2.5, "reads as running text", lambda v: v.chance >= LIKELY and not v.first_flow),
    (-1.5, "hardly reads as running text", lambda v: v.chance < UNLIKELY),
    (-1.5, "reads as no running text", lambda v: v.chance < HARDLY),
    (-4, "above the headline", lambda v: v.zone == "before"),
    (-3, "below the running text", lambda v: v.zone == "after" and v.chance < LIKELY),
)

_FOOTNOTE = rules_for(
    "footnote",
    (9, "its mark stands in the text", lambda v: v.note_called and v.zone in ("body", "after")),
    (
        5,
        "opens with a mark of a note",
        lambda v: (
            v.t.note_mark.startswith(("*", "†", "‡", "["))
            and v.t.size >= 5
            and v.zone in ("body", "after")
        ),
    ),
)

_EMBED = rules_for(
    "embed",
    (9, "wording of an embedded post", lambda v: v.t.embed and v.t.size >= 4),
)

RULES: tuple[Rule, ...] = (
    *_HEADLINE,
    *_STANDFIRST,
    *_BYLINE,
    *_SUBHEAD,
    *_BODY,
    *_FOOTNOTE,
    *_EMBED,
)
