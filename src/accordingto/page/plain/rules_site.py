"""Rules for what is not the article's: other articles' titles, and the furniture of the page."""

from accordingto.page.plain.rule import LIKELY, Rule, outside, rules_for, titled

_TEASER = rules_for(
    "teaser",
    (9, "points at another article", lambda v: v.t.pointer and v.t.pointed),
    (
        8,
        "a title below the picture of another article",
        lambda v: v.after_alt and v.zone == "body" and titled(v) and v.t.size >= 5,
    ),
    (
        9,
        "picture above the title of another article",
        lambda v: v.hint == "alt" and v.zone in ("body", "after") and v.before_title,
    ),
    (4, "in a list of other articles", lambda v: v.in_list and titled(v)),
    (3.5, "a title above the headline", lambda v: v.zone == "before" and titled(v)),
    (3.5, "a title below the running text", lambda v: v.zone == "after" and titled(v)),
    (
        3,
        "a long title amid running text",
        lambda v: v.zone == "body" and titled(v) and v.t.size >= 8 and v.t.title_share >= 0.6,
    ),
    (
        2,
        "running text away from the article",
        lambda v: outside(v) and v.t.prose and not v.t.chrome and v.chance < LIKELY,
    ),
    (
        3,
        "a title with a colon, a question or a quotation amid running text",
        lambda v: v.zone == "body" and v.isolated and titled(v) and v.t.size >= 8 and v.t.colon,
    ),
)

_BOILERPLATE = rules_for(
    "boilerplate",
    (10, "label or button of a page", lambda v: v.t.furniture),
    (10, "a site speaks of itself", lambda v: v.t.notice),
    (9, "site's name, picture's width, date", lambda v: v.hint in ("residue", "site")),
    (9, "counter or time", lambda v: v.t.counter),
    (
        8,
        "date stamp",
        lambda v: (v.t.date_only or v.t.stamp) and not (v.t.dated_byline and v.near_top),
    ),
    (6.5, "a date by the headline", lambda v: v.t.dated and v.near_top and not v.t.dateline),
    (
        5,
        "a menu on one line",
        lambda v: v.t.size >= 20 and v.t.title_share >= 0.8 and not v.t.ends and outside(v),
    ),
    (9, "rights", lambda v: v.t.rights),
    (9, "heading over other articles", lambda v: v.t.list_head),
    (9, "pointer without a title", lambda v: v.t.pointer and not v.t.pointed),
    (9, "no letters", lambda v: not v.t.lettered),
    (8, "address or handle", lambda v: v.t.address),
    (8, "below the heading of the comments", lambda v: v.after_ending or v.t.ending),
    (3, "asks the reader to take part", lambda v: v.t.prompt and outside(v) and not v.t.stop),
    (6, "script unlike the text's", lambda v: v.t.foreign),
    (5, "wording of an advert or tag list", lambda v: v.t.opener and not v.flow),
    (
        3,
        "wording of an advert or tag list, in a sentence",
        lambda v: v.t.opener and v.zone != "body",
    ),
    (6, "sells something to the reader", lambda v: v.t.advert and not v.t.speech),
    (2.5, "short line above the headline", lambda v: v.zone == "before" and v.t.size < 5),
    (2.2, "above the headline", lambda v: v.zone == "before"),
    (2.5, "short line below the running text", lambda v: v.zone == "after" and v.t.size < 5),
    (1.5, "below the running text", lambda v: v.zone == "after"),
    (3, "a few words below the headline", lambda v: v.zone == "head" and v.t.size < 5),
    (
        1.5,
        "a word or two that no sentence ends",
        lambda v: v.zone == "body" and v.t.size < 4 and not v.t.ends,
    ),
    (3, "a name in a list of other articles", lambda v: v.in_list and v.t.name and v.t.size <= 4),
    (2, "short line that comes back", lambda v: v.echo.equal >= 1 and v.t.size <= 6),
)

RULES: tuple[Rule, ...] = (
    *_TEASER,
    *_BOILERPLATE,
)
