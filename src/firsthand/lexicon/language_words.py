"""Words of grammar that tell one language from another, and the scripts that tell it alone.

Unlike `function_words`, which folds words for comparing sentences, these are as written but for capitals, and each
stands by its language. Closed classes only, written by hand: articles, pronouns, prepositions, conjunctions,
auxiliaries, negations. A word may stand in several languages ("de", "is"); it is the sum that tells.
"""

from __future__ import annotations

import re
from collections import defaultdict

__all__ = ["LANGUAGES_OF_WORD", "LANGUAGE_WORDS", "OTHER_SCRIPT", "SCRIPT_LANGUAGES", "Script", "is_unspaced"]

LANGUAGE_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in that for on with was as at by from is it his be are were an has have had not but this"
        " which who they their he she we you i its or been would could should will can may about after before when"
        " while where there than then into over under more also because if so what all some any no her him them our us"
        " said a out up against between during through since until among being did do does how these those my your"
        " other such only just even very most many both each per via",
        "de": "der die das den dem des und in zu mit von für auf ist im nicht ein eine einen einem einer eines sich als"
        " auch es an werden aus er hat dass sie nach wird bei um am sind noch wie über so zum war haben nur oder aber"
        " vor zur bis mehr durch man dann soll sei wurde wurden vom gegen worden können habe hatte unter wenn ihr ihre"
        " seine seinen keine diese dieser dieses wir ich uns was schon zwischen ohne während kann muss ab beim seit",
        "fr": "le la les de des du et à un une en dans que qui est pour par sur au aux il elle ne pas plus ce cette ces"
        " son sa ses se avec sont a été ont mais ou où nous vous ils elles leur leurs être avoir fait comme après"
        " avant entre sous sans contre depuis dont lors si tout tous y même aussi selon était c'est d'un d'une qu'il"
        " s'est n'est qu'une qu'un on je lui deux très",
        "es": "el la los las de del y a en que un una por con para no es se su sus lo al como más pero fue este esta"
        " estos estas o ha han sin sobre entre desde hasta también ya cuando muy son era le les nos si ser está están"
        " había tras durante contra según e porque quien donde hay tiene unos unas todo todos dos ante otro otra yo",
        "pt": "o a os as de do da dos das e em no na nos nas que um uma por com para não é se seu sua seus suas ao aos"
        " à às como mais mas foi este esta isso ou são pelo pela pelos pelas já também entre sobre até quando muito"
        " ser está estão foram ele ela eles tem têm há sem após segundo num numa depois nós você onde contra",
        "it": "il lo la i gli le di del della dei degli delle e a in che un una uno per con da dal dalla nel nella nei"
        " sul sulla non è si al alla ai alle come più ma ha hanno sono era anche o se su suo sua loro questo questa"
        " ed tra fra dopo ci stato stata essere quando dove l'ha dell'anno c'è all'interno già senza contro perché",
        "nl": "de het een en van in is dat op te voor met zijn die niet aan er om ook als door bij naar uit over maar"
        " dan nog wordt worden werd heeft hebben had was waren hij ze zij we wij ik hun deze dit of tot meer tegen"
        " onder na zo wel geen moet kan zal zou al tussen omdat volgens tijdens volgend wat wie haar hem",
        "sv": "och att det som en på är av för med den till inte har de ett om i var från men vi så kan han hon när"
        " eller sig ska efter än också under vid mot blir blev hade mer hur ut upp där vara alla här nu ha över bara"
        " sin sina sitt utan mellan kommer skulle detta dessa jag",
        "da": "og at det som en på er af for med den til ikke har de et i var fra men vi så kan han hun når eller sig"
        " skal efter end også under ved mod bliver blev havde mere hvor ud op der være alle her nu over kun sin sine"
        " uden mellem vil ville dette disse jeg blevet have være",
        "no": "og at det som en på er av for med den til ikke har de et i var fra men vi så kan han hun når eller seg"
        " skal etter enn også under ved mot blir ble hadde mer hvor ut opp der være alle her nå over bare sin sine"
        " uten mellom vil ville dette disse jeg blitt",
        "fi": "ja on ei että se oli hän ovat mutta myös kun niin kuin tai joka jotka hänen sen ole ollut mukaan jos"
        " vain jo nyt siitä tämä tämän olisi voi vielä mitä eivät he ne kanssa ennen sekä eli koska olla sitä siinä"
        " olivat minä me te hyvin noin yli alle vuonna",
        "pl": "i w na z do nie się że to jest o jak po co za od przez ale dla ze oraz jego jej ich był była było było"
        " są czy tym tej tego który która które którzy już tylko przed przy także lub może bez został została być"
        " pod nad między kiedy gdy jako we po więc też ma mają",
        "cs": "a v se na je že to s z do o i ve k za po pro jako ale by jsou byl byla bylo byly má tak od podle který"
        " která které kteří až při nebo před už ještě také jeho její jejich není u co když ze jen si mezi však tím",
        "tr": "ve bir bu da de için ile olarak çok daha olan en gibi ne kadar sonra ancak ama o her değil var ya mi mı"
        " ise göre oldu olduğunu olduğu ettiği etti dedi diye ki tarafından şu veya hem nasıl önce ilk kendi biz ben"
        " bunu bunun iki arasında üzerinde yok eden edilen",
        "hu": "a az és hogy nem is egy volt ez meg csak de már mint még azt ha el vagy ki van lesz szerint után ezt"
        " pedig kell amely aki ami akik majd között több minden sem így úgy most mert itt ott voltak lehet",
        "ro": "și de în la a cu că pe nu o din care un pentru este sunt se au fost mai ce prin dar după între sau"
        " către această acest acestea ale al ai lui ei lor fi să va vor era iar cum când până fără despre unei unui"
        " într dintr ca",
        "id": "yang dan di dengan untuk dari pada ini itu dalam tidak akan ke oleh juga telah adalah sebagai karena"
        " ada bisa atau saat kata para mereka kami ia dia tersebut sudah bahwa lebih seperti setelah hingga"
        " secara menjadi dapat kepada namun antara tahun hari",
        "ca": "el la els les de del i a en que un una per amb no és se al dels com més però va aquest aquesta o ha han"
        " sense sobre entre des fins també ja quan són era li ens ser està estan havia tras durant contra segons"
        " perquè on hi seu seva seus van pel pels",
        "ru": "и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по её мне было от о из ему"
        " теперь когда даже ну ли если уже или ни быть был него до вас опять вам этот эта это эти для также при"
        " были была будет после который которые которая между чтобы под без об том этого более их только",
        "uk": "і в у на не що він я з із зі як а то все вона так його але та до ти до є же ви за би по її мені було від"
        " про коли навіть чи якщо вже або ні бути був щоб цей ця це ці для також при були була буде після який які яка"
        " між під без тому цього більше їх тільки й",
        "bg": "и в на не че той я с със като а то всичко тя така го но да ти от за се са е ще до по или при след"
        " когато които който която този тази това тези между без към също беше бяха има няма",
    }.items()
}


def _languages_of_words() -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for language, words in LANGUAGE_WORDS.items():
        for word in sorted(words):
            found[word].append(language)
    return {word: tuple(languages) for word, languages in found.items()}


# Each word with the languages that have it.
LANGUAGES_OF_WORD: dict[str, tuple[str, ...]] = _languages_of_words()

Script = str  # name of a script in Unicode, in small letters

# A script that one language of the press writes, or that one language writes by far the most.
SCRIPT_LANGUAGES: dict[Script, str] = {
    "hangul": "ko",
    "kana": "ja",
    "han": "zh",
    "hebrew": "he",
    "thai": "th",
    "greek": "el",
    "georgian": "ka",
    "armenian": "hy",
    "devanagari": "hi",
    "bengali": "bn",
    "tamil": "ta",
    "arabic": "ar",
    "cyrillic": "ru",
}
# Letters by script, each run of one script a match. Latin is what is left. Accents and vowel signs belong to the run.
OTHER_SCRIPT: re.Pattern[str] = re.compile(
    "(?P<cyrillic>[\u0400-\u052f]+)|(?P<han>[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3005]+)"
    "|(?P<kana>[\u3040-\u30ff\uff66-\uff9d]+)|(?P<hangul>[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]+)"
    "|(?P<arabic>[\u0600-\u060b\u060d-\u061a\u061c-\u061e\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff"
    "\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]+)"
    "|(?P<hebrew>[\u0591-\u05f4\ufb1d-\ufb4f]+)|(?P<greek>[\u0370-\u037d\u037f-\u03ff\u1f00-\u1fff]+)"
    "|(?P<thai>[\u0e00-\u0e7f]+)|(?P<devanagari>[\u0900-\u0963\u0970-\u097f]+)|(?P<bengali>[\u0980-\u09ff]+)"
    "|(?P<tamil>[\u0b80-\u0bff]+)|(?P<armenian>[\u0531-\u058f]+)|(?P<georgian>[\u10a0-\u10ff]+)"
)
_UNSPACED = frozenset({"han", "kana", "thai"})


def is_unspaced(script: Script) -> bool:
    """Whether the script is written without spaces between words, so that a few letters say as much as a few words."""
    return script in _UNSPACED
