"""Rules for the words at pictures: captions and credits."""

from accordingto.page.plain.rule import Rule, captionable, outside, rules_for, within

_CAPTION = rules_for(
    "caption",
    (9, "has a credit of its own", lambda v: v.hint == "captioned"),
    (9, "labelled as a caption", lambda v: v.hint == "labelled"),
    (7, "alternative text of a picture", lambda v: v.hint == "alt"),
    (4.5, "words that point at a picture", lambda v: v.t.cue >= 1 and v.t.size >= 4),
    (2, "several words that point at a picture", lambda v: v.t.cue >= 2),
    (3, "ends in a date", lambda v: v.t.date_tail and v.t.size >= 5 and not v.t.speech),
    (
        5,
        "tells what is seen, on a day",
        lambda v: v.t.date_tail and v.t.pose and not v.t.past and not v.t.speech and v.t.size <= 50,
    ),
    (5, "a credit follows it", lambda v: v.above_credit and captionable(v)),
    (
        2,
        "tells what is seen, above a credit",
        lambda v: v.above_credit and v.t.pose and captionable(v),
    ),
    (
        3,
        "a credit stands above it",
        lambda v: v.below_credit and not v.above_credit and not v.t.stop and captionable(v),
    ),
    (
        3,
        "no full stop, unlike the text around it",
        lambda v: v.unstopped_here and v.t.size >= 9 and v.isolated and within(v) and not v.t.colon,
    ),
    (2, "tells what is seen", lambda v: v.t.pose and v.t.size >= 6 and not v.t.stop and v.isolated),
    (
        1.5,
        "repeats other words of the text",
        lambda v: v.echoes_long and not v.t.stop and v.t.size >= 5 and within(v),
    ),
    (
        2,
        "tells what is seen, below a paragraph",
        lambda v: (
            v.t.pose
            and v.zone == "after"
            and v.after_flow
            and v.t.size >= 9
            and v.t.title_share < 0.5
        ),
    ),
    (
        -16,
        "the title of another article follows",
        lambda v: v.hint == "alt" and v.zone in ("body", "after") and v.before_title,
    ),
    (
        -7,
        "a few words away from the article",
        lambda v: v.hint == "captioned" and v.t.size < 4 and outside(v),
    ),
    (-3, "somebody says something", lambda v: v.t.speech and v.hint is None),
    (-2, "opens with a quotation", lambda v: v.t.quoted and v.hint is None),
    (-3, "opens with a dateline", lambda v: v.t.dateline and v.t.cue == 0),
    (-3, "long", lambda v: v.t.size > 70),
)

_CREDIT = rules_for(
    "credit",
    (9, "cut from a caption as its credit", lambda v: v.hint == "credit"),
    (6, "names an agency or author of a picture", lambda v: v.t.credit and not v.t.rights),
)

RULES: tuple[Rule, ...] = (
    *_CAPTION,
    *_CREDIT,
)
