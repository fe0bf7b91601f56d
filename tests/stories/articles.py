"""Short articles on invented incidents, for tests of what groups and compares articles."""

from accordingto.records.story import Report

PIER = (
    "A fire broke out at the Olsund fish market on Tuesday night and killed four traders, the fire "
    "chief Marit Solheim said. The blaze began in a cold store of the Havik company, she said. "
    "Twelve people were taken to Olsund County Hospital. The market hall, built in 1911, is lost."
)
PIER_AGAIN = (
    "Four traders died when flames swept through Olsund’s fish market late on Tuesday. Marit "
    "Solheim, who leads the fire brigade, told reporters that a cold store owned by Havik was "
    "where it started. The county hospital took in a dozen injured."
)
MINE = (
    "Nine miners were trapped on Wednesday when water broke into the Kestral coal mine near "
    "Dunmore, the operator Brannoch Coal said. Rescue teams from three counties were pumping "
    "through the night. The union leader Owen Pryce said warnings had been ignored for months."
)
VOTE = (
    "The parliament of Tarvia voted by 61 to 58 on Thursday to raise the pension age to 67. The "
    "labour minister, Ilva Renko, called it a painful but honest step. Thousands marched in the "
    "capital, Brelin, and the opposition promised to take the law to the constitutional court."
)


def report(name: str, text: str, day: str, title: str = "", outlet: str | None = None) -> Report:
    return Report(id=name, text=text, title=title or None, day=day, outlet=outlet)


def stream() -> list[Report]:
    return [
        report("pier-1", PIER, "2031-03-04", "Four die in Olsund fish market fire"),
        report("mine-1", MINE, "2031-03-05", "Nine trapped in flooded Kestral mine"),
        report("pier-2", PIER_AGAIN, "2031-03-05", "Olsund: four traders killed in market blaze"),
        report("vote-1", VOTE, "2031-03-06", "Tarvia raises pension age to 67"),
    ]
