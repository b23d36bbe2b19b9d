"""The German words for terms, languages and times. See `firsthand.report.words`."""

# ruff: noqa: E501 - one phrase a line, so that two catalogues can be compared line by line

from __future__ import annotations

__all__ = ["TERMS"]

_TIMES = {
    "time.minute": "{day}. {month} {year}, {hour}:{minute}",
    "time.day": "{day}. {month} {year}",
    "time.month": "{month} {year}",
    "time.year": "{year}",
    "time.offset": "{time} (UTC{offset})",
    "time.utc": "{time} (UTC)",
    "time.no_offset": "{time} (Zeitzone nicht angegeben)",
    "time.unknown": "nicht bekannt",
    "time.unknown_why": "nicht bekannt: {reason}",
    "time.not_before": "nicht vor dem {day}",
    "time.precision.day": "auf den Tag bekannt",
    "time.precision.month": "auf den Monat bekannt",
    "time.precision.year": "auf das Jahr bekannt",
    "time.short_minute": "{day}. {month}, {hour}:{minute}",
    "time.short_day": "{day}. {month} {year}",
} | {
    f"month.{number}": name
    for number, name in enumerate(
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(), start=1
    )
}

_GLOSSARY = {
    "term.article": "Artikel",
    "term.article.text": "Ein veröffentlichter Text, genau so, wie er Firsthand gegeben wurde.",
    "term.outlet": "Medium",
    "term.outlet.text": "Wer einen Artikel veröffentlichte: eine Zeitung, eine Seite, ein Sender, eine Agentur.",
    "term.story": "Geschichte",
    "term.story.text": "Alle Artikel über eine Sache bei einem Anlass.",
    "term.storyline": "Reihe",
    "term.storyline.text": "Geschichten, die einander fortsetzen: der Unfall, die Untersuchung, das Urteil.",
    "term.origin": "Quelle",
    "term.origin.text": "Die Artikel, die ein Bericht sind. Zehn Medien, die einen Agenturbericht drucken, sind eine Quelle. Ein Artikel gehört zu einer Quelle, wenn er ihr seinen ganzen Text zuschreibt oder wenn mehr als die Hälfte davon dort steht.",
    "term.mixed": "Gemischt",
    "term.mixed.text": "Ein eigener Bericht, der auch Text von anderswo hat: Die Hälfte oder weniger ist abgeschrieben.",
    "term.passage": "Passage",
    "term.passage.text": "Ein Stück Text, das in zwei Artikeln steht, Wort für Wort oder bearbeitet. Rede, die beide zitieren, gilt nicht als abgeschrieben.",
    "term.version": "Stand",
    "term.version.text": "Ein Artikel, wie er zu einer Zeit dastand. Medien ändern Artikel nach der Veröffentlichung; Stände eines Artikels sind ein Bericht, nie zwei.",
    "term.lineage": "Herkunft",
    "term.lineage.text": "Welcher Artikel Text von welchem anderen hat, oder dass beide ihn von einem dritten haben.",
    "term.direction": "Richtung",
    "term.direction.text": "Wer den Text zuerst hatte. Bekannt, wo ein Artikel den anderen nachweist, oder wo Zeiten der Veröffentlichung und Nachweise keinen anderen Weg lassen.",
    "term.quotation": "Zitat",
    "term.quotation.text": "Worte, die ein Artikel als die eines anderen gibt, zwischen Anführungszeichen, mit dem Sprecher, wo der Text ihn nennt.",
    "term.utterance": "Äußerung",
    "term.utterance.text": "Etwas, das eine Person zu einer Zeit sagte, in allen Fassungen, in denen Artikel es geben.",
    "term.figure": "Zahl",
    "term.figure.text": "Eine Menge oder ein Tag, wie mehrere Artikel sie für dieselbe Sache angeben. „Kann nicht beides gelten“ heißt, dass keine Lesart der zwei Texte sie vereint, nicht, welcher recht hat.",
    "term.statement": "Aussage",
    "term.statement.text": "Sätze mehrerer Artikel, die dasselbe sagen oder bestreiten. Was ein Medium nicht erwähnt, wusste es vielleicht nicht.",
    "term.timeline": "Liste nach Tagen",
    "term.timeline.text": "Sätze, die einen Tag nennen, in der Folge dieser Tage. „Geplant“ heißt, dass der Satz davon als noch kommend spricht.",
    "term.published": "Veröffentlicht",
    "term.published.text": "Wann der Artikel erschien, wie Seite oder Text es angeben, mit der Zeitzone, die die Quelle gab. Wo Angaben abweichen, stehen alle da, mit dem Grund für die Wahl.",
}

_LANGUAGES = {
    "language.ar": "Arabisch",
    "language.bg": "Bulgarisch",
    "language.cs": "Tschechisch",
    "language.da": "Dänisch",
    "language.de": "Deutsch",
    "language.el": "Griechisch",
    "language.en": "Englisch",
    "language.es": "Spanisch",
    "language.fa": "Persisch",
    "language.fi": "Finnisch",
    "language.fr": "Französisch",
    "language.he": "Hebräisch",
    "language.hi": "Hindi",
    "language.hu": "Ungarisch",
    "language.id": "Indonesisch",
    "language.it": "Italienisch",
    "language.ja": "Japanisch",
    "language.ko": "Koreanisch",
    "language.nl": "Niederländisch",
    "language.no": "Norwegisch",
    "language.pl": "Polnisch",
    "language.pt": "Portugiesisch",
    "language.ro": "Rumänisch",
    "language.ru": "Russisch",
    "language.sv": "Schwedisch",
    "language.tr": "Türkisch",
    "language.uk": "Ukrainisch",
    "language.ur": "Urdu",
    "language.vi": "Vietnamesisch",
    "language.zh": "Chinesisch",
}

TERMS: dict[str, str] = _GLOSSARY | _LANGUAGES | _TIMES
