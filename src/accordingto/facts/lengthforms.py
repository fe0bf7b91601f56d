"""Patterns of lengths of time, of what recurs, and of times that name no point by themselves."""

from typing import Any

from accordingto.facts.timeforms import any_of

_AROUND = (
    r"(?:about|around|roughly|some|nearly|almost|over|under|at\s+least|at\s+most|up\s+to"
    r"|more\s+than|less\s+than|fewer\s+than|no\s+more\s+than|just)"
)
_CLOCK = (
    r"(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?\s*[ap]\.?m\b(?:\.|(?!\.))"
    # "At 03:12", "from 0300 GMT".
    r"|(?<=\bat )(?:[01]?\d|2[0-3]):[0-5]\d(?!\d|:\d)"
    r"|(?:[01]\d|2[0-3]):?[0-5]\d(?=\s+(?:GMT|UTC|hours|hrs|local\s+time)\b)"
    # "At 4 in the morning".
    r"|(?<=\b(?:at|by) )(?:1[0-2]|[1-9])(?:[:.][0-5]\d)?(?:\s+o['’]clock)?"
    r"\s+in\s+the\s+(?:morning|afternoon|evening)"
)


def count_form(table: dict[str, Any]) -> str:
    """A number before a unit of time, in digits, words, or vague."""
    words = any_of(table["numbers"])
    # "Up from seven a year ago": an article begins a count and never goes on with one.
    more = any_of([*(w for w in table["numbers"] if w not in {"a", "an"}), "hundred", "thousand"])
    vague = any_of(table["vague_numbers"]["words"])
    # "Between five and seven years" adds nothing up.
    joint = r"[\s-]+(?:(?:(?<=hundred )|(?<=thousand ))and[\s-]+)?"
    spelled = rf"(?:{words})(?:{joint}(?:{more})){{0,6}}"
    return (
        r"(?P<count>\d{1,3}(?:,\d{3})*(?:\.\d+)?(?:\s+1/2|\s*½|\s+and\s+a\s+half)?"
        rf"|(?:(?:a|the)\s+)?couple\s+of|(?:a|the)\s+(?:couple|few|handful|good\s+many)(?:\s+of)?|half\s+an?|an?\s+half|{vague}|{spelled}(?:[\s-]+and[\s-]+(?:a[\s-])?half)?)"
    )


def length_forms(table: dict[str, Any]) -> list[tuple[str, str]]:
    """(name, pattern) in the order in which they are tried, after those of the calendar."""
    count = count_form(table)
    unit = rf"(?P<unit>{any_of(table['units'])})"
    units = rf"(?P<unit>{any_of(_plurals(table))})"
    # "A second" is mostly an ordinal.
    counted = [*(u for u in table["units"] if u != "second"), *_plurals(table)]
    either = rf"(?P<unit>{any_of([*counted, 'seconds'])})"
    long = r"(?:day|week|fortnight|month|year|decade)"
    season = any_of(table["seasons"])
    which = (
        r"this|last|next|that|the\s+past|the\s+previous|the\s+following|the\s+coming"
        r"|this\s+past|the|each|every|previous|following"
    )
    days = any_of([*table["weekdays"], *table["months"], *table["short_months"]])
    later = (
        r"(?:\s+(?:GMT|UTC|BST|CET|EST|EDT|CST|CDT|PST|PDT|ET|PT|IST|MSK|local\s+time))?"
        rf",?\s+(?:on\s+)?(?:{days}|yesterday|today|tomorrow|\d{{1,2}}\s+[A-Z])"
    )
    lead = (
        r"(?:(?:the|this|these|those)\s+)?(?:(?P<which>first|last|past|next|following|previous"
        r"|coming|final|intervening|same|other)\s+)?"
    )
    return [
        (
            "ago",
            rf"\b(?:(?P<about>{_AROUND})\s+)?(?:{count}\s+)?(?:more\s+)?{either}\s+(?P<way>ago|from\s+now|earlier|later|before(?=[,.;])|afterwards?|after(?=[,.;]))\b",
        ),
        (
            "year_earlier",
            r"\b(?:(?:the|a)\s+)?year[\s-](?:earlier|ago)(?:\s+(?:period|quarter))?\b",
        ),
        ("each", rf"\b(?:every|each|per)\s+(?:other\s+|single\s+)?(?:{count}\s+)?{either}\b"),
        (
            "quarters",
            rf"\b(?:(?P<each>each|every)\s+quarter|(?:the\s+)?(?:past|last|next|previous)\s+{count}\s+quarters"
            r")\b",
        ),
        (
            "length",
            rf"\b(?!(?<=\bas\s)many\b)(?:{_AROUND}\s+)?{lead}{count}\s+(?:more\s+|full\s+|straight\s+|consecutive\s+|additional\s+|long\s+|fiscal\s+|trading\s+|business\s+|working\s+)*{either}\b(?:\s+and\s+a\s+half\b)?(?!\s+old\b|-old\b)",
        ),
        ("hyphened", rf"\b{count}-{unit}(?:-long)?s?\b(?!-old)"),
        ("unit_long", rf"\b{either}-long\b"),
        (
            "weekend",
            r"\b(?:(?P<which>this|last|next|the|this\s+past|this\s+coming|the\s+past|the\s+coming|the\s+previous|the\s+following|over\s+the)\s+)weekend\b",
        ),
        (
            "bare_season",
            rf"\b(?:in\s+|by\s+|during\s+)?(?:(?:early|mid|late)[\s-]+)?(?:(?P<which>{which})\s+)?(?:(?:early|mid|late)[\s-]+)?(?P<season>{season})\b(?!\s+of\s+(?!that|this))",
        ),
        (
            "bare_quarter",
            rf"\b(?:the\s+)?(?:(?P<which>this|last|next|latest|current|previous|year-ago|year-earlier)\s+)?(?:fiscal\s+)?(?:(?P<quarter>{any_of(table['quarters'])})[\s-]+)?(?P<noun>quarter|half)\b(?!\s+of\s+(?:the|a|an|all)\b|-)",
        ),
        ("latest_period", r"\b(?:the\s+)?latest\s+period\b"),
        ("feast", rf"\b(?:(?P<which>this|last|next)\s+)?(?P<feast>{any_of(table['feasts'])})\b"),
        (
            "clock",
            r"\b(?:(?:about|around|shortly\s+before|shortly\s+after|just\s+after|just\s+before)\s+)?"
            rf"(?P<clock>{_CLOCK}|midnight|midday|(?<!\bhigh )noon)(?!\w)(?!{later})",
        ),
        (
            "rest_of",
            r"\b(?:the\s+)?(?P<which>end|beginning|start|middle|rest|remainder|first\s+part|latter\s+part)\s+of\s+the\s+(?P<unit>year|month|week)\b",
        ),
        (
            "span_of",
            rf"\b(?P<which>the\s+(?:past|last|next|coming|following|entire|whole|full|fiscal|latest)|(?:a|one)\s+full|an\s+entire|recent|coming|past|following)\s+(?:few\s+|several\s+|fiscal\s+|full\s+)?{either}\b",
        ),
        ("rest_of", r"\b(?:the\s+)?(?P<unit>year)(?:['’]s|-)?\s?end\b"),
        (
            "the_unit",
            r"\b(?:the\s+)?current\s+(?:(?:fiscal|calendar)\s+)?(?P<unit>week|month|year)\b(?!\s*-)",
        ),
        # "As recently as late 2019" says when by what is behind it.
        (
            "loose",
            r"\b(?!recently\s+as\b)"
            rf"(?P<phrase>{any_of(p for ps in table['loose'].values() for p in ps)})\b",
        ),
        ("set", rf"\b(?P<set>{any_of(table['sets'])})\b"),
        ("the_unit", rf"\bthe\s+(?:current\s+|entire\s+)?(?P<unit>{long})\b(?!\s*-)"),
        ("units", rf"\b(?<!\bas many ){units}\b(?!\s*-|['’]|\s+old\b)"),
    ]


def _plurals(table: dict[str, Any]) -> list[str]:
    return [
        "centuries" if unit == "century" else unit + "s"
        for unit in table["units"]
        if unit != "second"
    ]
