"""The German words for the accounts side by side. See `firsthand.report.words`."""

# ruff: noqa: E501 - one phrase a line, so that two catalogues can be compared line by line

from __future__ import annotations

__all__ = ["ACCOUNTS"]

_UNITS = {
    "minutes": ("eine Minute", "{number} Minuten"),
    "hours": ("eine Stunde", "{number} Stunden"),
    "days": ("einen Tag", "{number} Tage"),
}

_FIGURES = {
    "figures.title": "Die Zahlen",
    "figures.lead": "[[Zahlen|figure]] und Tage, die mehrere Artikel für dieselbe Sache angeben. Was abweicht, steht zuerst. Eine Zeile öffnet die genauen Zeichen.",
    "figures.empty": "Es wurde nichts gefunden, wofür mehrere dieser Artikel eine Zahl angeben.",
    "figures.relation.contradiction": "kann nicht beides gelten",
    "figures.relation.update": "weicht ab: spätere Berichte sagen es anders",
    "figures.relation.precision": "weicht ab: manche sind genauer",
    "figures.relation.agree": "gleich",
    "figures.agreeing.one": "{number} Zahl, die in allen Artikeln, die sie angeben, gleich ist",
    "figures.agreeing.many": "{number} Zahlen, die in allen Artikeln, die sie angeben, gleich sind",
    "figures.telling": "{name}: {value}",
    "figures.between": "; ",
    "figures.teller_when": "{name}, {when}",
    "figures.teller_credits": "{name} (nach {credited})",
    "figures.credited": "Sie berufen sich auf: {name}",
    "figures.as_of": "Stand {time}",
    "figures.and_more.one": "{name} und {number} weiterer",
    "figures.and_more.many": "{name} und {number} weitere",
    "figures.more_in_line.one": "und {number} weiterer Wert",
    "figures.more_in_line.many": "und {number} weitere Werte",
    "figures.more_values.one": "{number} weiterer Wert steht im Archiv.",
    "figures.more_values.many": "{number} weitere Werte stehen im Archiv.",
    "figures.more": "{number} weitere Zahlen stehen im Archiv: `firsthand export {archive} figures`",
} | {
    f"figures.{unit}_{side}.{number}": f"{words} {said}"
    for unit, pair in _UNITS.items()
    for side, said in (("earlier", "früher"), ("later", "später"))
    for number, words in zip(("one", "many"), pair, strict=True)
}

_SAYINGS = {
    "sayings.variants.one": "{number} andere Fassung",
    "sayings.variants.many": "{number} andere Fassungen",
    "sayings.marked": "Markiert: was von der Fassung darüber abweicht.",
    "sayings.more.one": "{number} weitere Fassung steht im Archiv.",
    "sayings.more.many": "{number} weitere Fassungen stehen im Archiv.",
    "sayings.alteration.truncated": "gekürzt",
    "sayings.alteration.spliced": "aus mehreren Teilen zusammengesetzt",
    "sayings.alteration.reworded": "in anderen Worten",
    "sayings.alteration.translated": "in Übersetzung",
    "sayings.alteration.made_indirect": "ohne Anführungszeichen wiedergegeben",
    "sayings.alteration.hedge_removed": "ein einschränkendes Wort steht hier nicht",
    "sayings.alteration.other_speaker": "einem anderen Sprecher gegeben: {speaker}",
}

_COVERAGE = {
    "coverage.title": "Die Berichte nebeneinander",
    "coverage.lead": "Was mehrere Artikel [[aussagen|statement]], und was jedes Medium daraus machte. Medien einer [[Quelle|origin]] stehen nebeneinander. Strittiges steht zuerst, dann was aus übernommenem Text gestrichen wurde, dann was manche nicht erwähnen. Eine Zeile öffnet die Sätze.",
    "coverage.empty": "Es wurde nichts gefunden, was zwei dieser Artikel beide aussagen.",
    "coverage.caption": "Aussage nach Medium",
    "coverage.statement": "Aussage",
    "coverage.origin": "Quelle",
    "coverage.no_origin": "keine Quelle",
    "coverage.differs": "die Sätze weichen ab",
    "coverage.rests_on": "beruht auf einer Quelle: {name}",
    "coverage.alone.one": "{number} Aussage, die nur eine Quelle macht",
    "coverage.alone.many": "{number} Aussagen, die nur eine Quelle macht",
    "coverage.difference": "{kind}: „{one}“ ({one_name}), „{other}“ ({other_name})",
    "coverage.differs_in.who": "wer",
    "coverage.differs_in.where": "wo",
    "coverage.differs_in.when": "wann",
    "coverage.differs_in.order": "in welcher Folge",
    "coverage.differs_in.cause": "warum",
    "coverage.differs_in.negation": "ob überhaupt",
    "coverage.differs_in.attribution": "wer es sagt",
    "coverage.differs_in.act": "was getan wurde",
    "coverage.differs_in.degree": "wie sehr",
    "coverage.status.reported": "berichtet",
    "coverage.status.cut": "gestrichen",
    "coverage.status.absent": "nicht erwähnt",
    "coverage.status.before": "vorher erschienen",
    "coverage.status.unknown": "unbekannt",
    "coverage.key": "„Gestrichen“: Es steht in dem Text, aus dem dieses Medium abschrieb, und hier nicht. „Vorher erschienen“: Der Artikel dieses Mediums ist älter als der erste Bericht davon. „Unbekannt“: Der Text ist nicht vollständig oder wurde nicht gelesen.",
    "coverage.more": "{number} weitere Aussagen stehen im Archiv: `firsthand export {archive} statements`",
    "coverage.more_outlets": "{number} weitere Medien stehen im Archiv: `firsthand export {archive} coverage`",
    "coverage.more_sources.one": "{number} weiterer Satz steht im Archiv.",
    "coverage.more_sources.many": "{number} weitere Sätze stehen im Archiv.",
}

_CALLED = {
    "called.title": "Wie sie genannt werden, nach Medium",
    "called.lead": "Wörter, mit denen Medien eine Person oder eine Art von Leuten nennen, wo nicht alle dasselbe wählen. Wörter, die ein Medium zitiert, werden gesondert gezählt. Dass zwei Wörter einer Gruppe dieselben Leute meinen, ist in einer Angelegenheit wahrscheinlich und nicht sicher.",
    "called.outlet": "{outlet}: {words}",
    "called.between": "; ",
    "called.words": "„{words}“",
    "called.own.one": "{number}-mal in eigenen Worten",
    "called.own.many": "{number}-mal in eigenen Worten",
    "called.quoted.one": "{number}-mal in zitierten Worten",
    "called.quoted.many": "{number}-mal in zitierten Worten",
    "called.more_places.one": "{number} weitere Stelle ist im Archiv.",
    "called.more_places.many": "{number} weitere Stellen sind im Archiv.",
    "called.more": "{number} weitere sind im Archiv: `firsthand export {archive} labels`",
    "called.group.armed_groups": "Bewaffnete Gruppen",
    "called.group.newcomers": "Leute, die von anderswo kommen",
    "called.group.protesters": "Die protestieren",
    "called.group.rulers": "Die regieren",
    "called.group.attackers": "Die angriffen",
    "called.group.occupiers": "Die Land halten oder besiedeln",
    "called.group.wealthy": "Wohlhabende",
    "called.group.the_dead": "Die Toten",
}

_RATES = {
    "rates.origins": "Gemessen: Bei 8 von Hand gelesenen Geschehnissen stimmte die Gruppierung nach Quelle zu {whole} von 100, und die Zahl lag in {off} von 100 um eins daneben. Bei anderer Berichterstattung ist weniger zu erwarten.",
    "rates.timeline": "Gemessen: Von 60 von Hand gelesenen Zeilen hatten {right} den richtigen Tag und Stand; von 58 datierten Antworten im Muster wurden {found} gefunden.",
    "rates.coverage": "Gemessen: Von 50 von Hand gelesenen Aussagen sagen {same} durchweg eines; von 14 von Hand gefundenen Widersprüchen werden {conflicts} gezeigt.",
    "rates.figures": "Gemessen: Gegen von Hand verbundene Zahlen sind Verbindungen zu {linked} von 100 richtig und vollständig (F1), und das Verhältnis stimmt in {relation} von 100. Von 30 gezeigten Abweichungen waren {differing} wirklich.",
    "rates.quotations": "Gemessen: Zitate werden zu {found} von 100 gefunden (F1), und der Sprecher stimmt in {speaker} von 100. Fassungen eines Ausspruchs werden zu {joined} von 100 verbunden (F1), in Artikeln, die niemand angesehen hatte, zu {unread}.",
    "rates.passages": "Gemessen: Gegen von Hand markierte Passagen sind Zeichen zu {characters} von 100 richtig und vollständig (F1).",
    "rates.lineage": "Gemessen: Paare mit gemeinsamem Text werden zu {pairs} von 100 richtig und vollständig gefunden (F1). Die Richtung stimmte überall, wo ein Leser sie erkennen konnte, das war in 5 Paaren: zu wenige, um es zu versprechen.",
    "rates.articles": "Gemessen: In acht ausgezeichneten Sammlungen von Nachrichten werden Artikel zu zwischen {least} und {best} von 100 richtig und vollständig in Geschichten geordnet (B-cubed F1).",
    "rates.unmeasured": "Wie oft dies falsch ist, wurde noch nicht gemessen.",
}

ACCOUNTS: dict[str, str] = _FIGURES | _SAYINGS | _COVERAGE | _CALLED | _RATES
