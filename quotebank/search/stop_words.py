"""English words too common to be asked for: they count only when a query has nothing else.

Folded forms, our own choice. Left out on purpose are words that are also names: ``us``, ``may``, ``will``.
"""

STOP_WORDS = frozenset(
    """
    a about above after again against all also although am among an and another any are arent as at be because been
    before being below between both but by can cannot cant could couldnt did didnt do does doesnt doing dont down during
    each either every few for from further had hadnt has hasnt have havent having he hence her here hers herself him
    himself his how however i if in into is isnt it itself ive just me might more most much must my myself neither no
    nor not of off on once only or other others ought our ours ourselves out over own per rather same shall she should
    shouldnt since so some such than that the their theirs them themselves then there these they this those though
    through thus to too under until unto up upon very was wasnt we were werent what when where whether which while who
    whom whose why with within without would wouldnt yet you your yours yourself yourselves
    """.split()  # noqa: SIM905 - a list of 170 literals is no easier to read
)
"""About 170 words."""
