"""Words of grammar by language, and the few that weigh nothing when a sentence is edited.

Closed classes only, written by hand: articles, pronouns, prepositions, conjunctions, auxiliaries. Folded as
`firsthand.text.tokens.fold_word` folds: lower case, without accents.
"""

from __future__ import annotations

__all__ = ["DETERMINERS", "FUNCTION_WORDS", "WEIGHTLESS_WORDS"]

_ENGLISH = """
a an the this that these those each every some any no another other such both either neither all
i me my mine we us our ours you your yours he him his she her hers it its they them their theirs who whom whose which
what himself herself itself themselves myself ourselves one's there here
of in on at by for with from to into onto upon over under about above below between among amongst through during before
after since until till against across along around behind beside beyond near off out up down toward towards within
without via per as than like amid
and or but nor so yet if because although though while whilst whereas when where why how whether
is are was were be been being am has have had having do does did doing will would shall should can could may might must
also then too very just not n't isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't
can't couldn't shouldn't it's he's she's they're we're i'm that's there's
"""
_OTHERS = """
der die das den dem des ein eine einen einem einer eines und oder aber in im an am auf aus bei mit nach von vom vor zu
zum zur uber unter fur gegen um durch ist sind war waren wird werden wurde wurden hat haben hatte hatten sich er sie es
ihr
ihre sein seine als wie dass nicht auch noch nur
le la les l un une des du de d et ou mais dans en sur sous par pour avec sans chez est sont etait etaient a ont avait
avaient il elle ils elles se s son sa ses leur leurs que qui qu ne pas au aux ce cette ces
el los las una unos unas del y o pero con sin por para al es son era eran fue ha han habia se su sus lo que no
и в во не что на я с со как а то но к ко у за из от до по о об для при он она они оно его ее их это этот эта эти был
была было были будет будут же бы ли
"""

FUNCTION_WORDS = frozenset(_ENGLISH.split()) | frozenset(_OTHERS.split())

# To swap, add or drop one of these is an editor's habit and no change of what is said: articles, the conjunction that
# English may leave out ("said that he", "said he"), the preposition before a day, the auxiliary of the perfect,
# courtesy titles. Modals, negations and prepositions that turn a sense ("before", "against") are not among them.
WEIGHTLESS_WORDS = frozenset(
    """
    a an the that of on in at had has have mr mrs ms miss
    der die das den dem des ein eine einen einem einer eines am im herr frau
    le la les un une el los las una mme señor señora
    """.split()
)

# Words that open a noun phrase and belong to it: a changed phrase is shown with them.
DETERMINERS = frozenset("a an the this that these those his her its their our my your no some any each every".split())
