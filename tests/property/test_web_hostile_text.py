"""Whatever stands in a text, a name, an address or a reason: pages escape it, and none fails."""

from __future__ import annotations

import importlib.util
import sys
from itertools import cycle
from pathlib import Path
from xml.etree import ElementTree as ET

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from firsthand.model import (
    Annotation,
    ArticleRow,
    Coverage,
    DateCandidate,
    Direction,
    Dossier,
    Entity,
    Figure,
    FigureValue,
    Happening,
    Label,
    Lineage,
    Member,
    Origin,
    Passage,
    PassageKind,
    Quotation,
    Relation,
    Segment,
    SegmentLabel,
    Source,
    Span,
    Statement,
    StatementSentence,
    Story,
    Storyline,
    StorylineLink,
    Utterance,
    UtteranceInstance,
    Wording,
)
from firsthand.report import ReportOptions, render_report

_ELEMENTS = set(
    "a article b bdi blockquote body br caption circle clippath code dd desc details div dl dt figcaption figure "
    "footer g h1 h2 h3 h4 head header html li line link main mark meta nav ol p path polygon rect section span strong "
    "style summary svg table tbody td text th thead time title tr ul "
    "button datalist del form input ins label option select".split()
)
_PROBES = [
    "<script>alert(1)</script>",
    "</title><xss-probe onload=alert(1)>",
    "\"><xss-probe onclick='x'>",
    "' onmouseover='x",
    "</style><xss-probe>",
    "<!--",
    "]]>",
    "&lt;b&gt;&amp;",
    "{{ 7*7 }}{% raw %}",
    "{0}{archive}{",
    "[[x|origin]]`y`",
    "javascript:alert(1)",
    'https://a.example/"><xss-probe>',
    "https://a.example/?q=don't&b=AC-130",
    "\x1b[31mred\x07",
    "\u202eevil\u2066",
    "\x00\ud800\uffff",
    "don't AC-130 C++ \"",
    "عبّارة",
    "",
]
_HOSTILE = st.one_of(
    st.sampled_from(_PROBES),
    st.text(max_size=30),
    st.builds(lambda one, two: one + two, st.sampled_from(_PROBES), st.sampled_from(_PROBES)),
)
_NO_MARKS = range(0x202A, 0x202F)


def _dossier(words: list[str]) -> Dossier:
    """One story in which every field that can hold text from outside holds some of `words`."""
    at = cycle(words)

    def word() -> str:
        return next(at)

    text = f"{word()}\nx {word()} y {word()}"
    whole = Span(0, len(text))
    names = ("a1", f"b{word()}")

    def row(article: str) -> ArticleRow:
        return ArticleRow(
            article=article,
            text=text,
            url=word(),
            outlet=word(),
            headline=word(),
            byline=word(),
            dateline=word(),
            published=word(),
            published_precision=word(),
            published_evidence=word(),
            published_not_before=word(),
            event_date=word(),
            language=word(),
            agencies=(word(),),
            cites=(word(),),
            source=Source(path=word(), sha256="0" * 64, bytes_kept=1),
            why_null={"byline": word(), "published": word()},
            story="st-1",
            stories=("st-1",),
            origin="or-1",
        )

    def link(direction: Direction) -> Lineage:
        return Lineage(
            a=names[0],
            b=names[1],
            relation=Relation.CUT,
            direction=direction,
            via=word(),
            containment_a=0.4,
            containment_b=2.0,
            evidence=(word(),),
        )

    quotation = Quotation(
        quotation=word(),
        article=names[0],
        span=whole,
        spans=(whole,),
        kind="direct",
        source_span=Span(0, 1),
        speaker_name=word() or None,
        why_null={"speaker": word()},
    )
    rows = tuple(map(row, names))
    return Dossier(
        story=Story(
            story="st-1",
            title=word(),
            title_article=names[0],
            date=word(),
            articles=names,
            members=tuple(Member(article=name, reasons=(word(),)) for name in names),
            outlets=2,
            origins=2,
            storyline="sl-1",
        ),
        storyline=Storyline(
            storyline="sl-1",
            stories=("st-1", "st-2"),
            links=(StorylineLink(source="st-1", target="st-2", reasons=(word(),)),),
        ),
        related=(Story(story="st-2", title=word(), title_article="z", date=word(), articles=(), members=()),),
        articles=rows,
        segments={names[0]: (Segment(article=names[0], span=Span(0, 1), label=SegmentLabel.MENU),)},
        dates={names[0]: (DateCandidate(article=names[0], kind=word(), raw=word(), locator=word(), reason=word()),)},
        annotations={
            names[0]: Annotation(article=names[0], quotations=(quotation,)),
            names[1]: Annotation(article=names[1], skipped=word()),
        },
        passages=(
            Passage(a=names[0], b=names[1], a_span=whole, b_span=whole, kind=PassageKind.EDITED, similarity=0.9),
        ),
        lineages=(link(Direction.COMMON_SOURCE), link(Direction.A_TO_B)),
        origins=(
            Origin(
                origin="or-1",
                name=word(),
                stories=("st-1",),
                articles=names,
                mixed=True,
                borrows_from=(word(),),
                evidence=(word(),),
            ),
        ),
        timeline=(
            Happening(
                story="st-1",
                date=word(),
                earliest=word(),
                latest=word(),
                article=names[0],
                span=whole,
                time_span=Span(0, 1),
                status=word(),
                supports=((names[1], whole),),
            ),
        ),
        figures=(
            Figure(
                figure=word(),
                stories=("st-1",),
                what=word(),
                kind=word(),
                relation=word(),
                reason=word(),
                origins=("or-1",),
                values=tuple(
                    FigureValue(
                        article=name,
                        origin=None,
                        span=Span(0, 2),
                        value=word(),
                        unit=word(),
                        attributed_to=word(),
                        as_of=word(),
                    )
                    for name in names
                ),
            ),
        ),
        utterances=(
            Utterance(
                utterance=word(),
                stories=("st-1",),
                speaker="en-1",
                speaker_name=word() or "x",
                origins=(),
                instances=tuple(
                    UtteranceInstance(
                        quotation=word(),
                        article=name,
                        origin=None,
                        span=whole,
                        kind=word(),
                        alteration=alteration,
                        changed=(Span(0, 1),),
                        speaker_as_written=word(),
                    )
                    for name, alteration in zip(names, ("other_speaker", word()), strict=True)
                ),
            ),
        ),
        statements=(
            Statement(
                statement="sa-1",
                stories=("st-1",),
                relation="differs",
                sentences=tuple(
                    StatementSentence(article=name, origin=None, span=whole, credited_to=word()) for name in names
                ),
                origins=("or-1",),
                outlets=(word(),),
                rests_on=word(),
            ),
        ),
        coverage=tuple(
            Coverage(story="st-1", statement="sa-1", outlet=outlet, status=status, evidence=(word(),))
            for outlet, status in [(rows[0].outlet or "", "cut"), (rows[1].outlet or "", word())]
        ),
        labels=tuple(
            Label(
                stories=("st-1",),
                kind=kind,
                subject=word(),
                words=word(),
                outlet=row.outlet or row.article,
                own_words=1,
                quoted=1,
                places=((row.article, whole),),
            )
            for kind, row in zip(("person", "group"), rows, strict=False)
        ),
        wordings=(
            Wording(
                story="st-1",
                a=names[0],
                b=names[1],
                a_span=whole,
                b_span=whole,
                direction="unknown",
                only_a=(word(),),
                differs=((word(), word()),),
                only_a_spans=(Span(0, 1),),
            ),
        ),
    )


def _check(page: str) -> None:
    page.encode("utf-8")
    assert not any(ord(character) in _NO_MARKS or character in "\x00\x07\x1b\u2066" for character in page)
    tree = html.document_fromstring(page)
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    assert {element.tag for element in elements} <= _ELEMENTS
    assert not [name for element in elements for name in element.attrib if name.startswith("on") or name == "style"]
    assert len(tree.xpath("//style")) <= 1
    for address in tree.xpath("//@href"):
        assert address.startswith(("#", "/", "http://", "https://", "data:,"))
    assert tree.xpath("//@src") == []


_FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@_FEW
@given(st.lists(_HOSTILE, min_size=3, max_size=12))
def test_reports_escape_everything(words):
    for full_text in (False, True):
        _check(render_report([_dossier(words)], ReportOptions(full_text=full_text, archive=words[0], title=words[1])))


def _shelf(dossier: Dossier):
    path = Path(__file__).parents[1] / "web" / "conftest.py"
    name = "_firsthand_web_conftest"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, path)
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    first = next(iter(dossier.utterances), None)
    entity = Entity(
        entity="en-1", name=(first.speaker_name if first else None) or "x", label="PERSON", aliases=("C++",), articles=1
    )
    return sys.modules[name].Shelf([dossier], entities=[entity])


@_FEW
@given(st.lists(_HOSTILE, min_size=3, max_size=12))
def test_served_pages_escape_everything_and_none_fails(words):
    from starlette.testclient import TestClient

    from firsthand.web import create_app
    from firsthand.web.addresses import article_address, outlet_address

    dossier = _dossier(words)
    client = TestClient(create_app(_shelf(dossier)), base_url="http://127.0.0.1", follow_redirects=False)
    outlets = [outlet_address(row.outlet) for row in dossier.articles if row.outlet]
    for address in outlets:
        assert client.get(address).status_code in {200, 404}  # a name that no address can carry is not found
        _check(client.get(address).text)
    for feed in ("/feeds/new.atom", "/feeds/changed.atom"):
        assert ET.fromstring(client.get(feed).content).tag.endswith("feed")
    lists = ["/storylines", "/storylines/sl-1", "/outlets", "/entities/en-1", "/search?q=x"]
    for address in [*lists, "/", "/stories/st-1", article_address("a1", span=Span(0, 3)).partition("#")[0]]:
        answer = client.get(address)
        assert answer.status_code == 200
        _check(answer.text)
    for address in [article_address(row.article).partition("#")[0] for row in dossier.articles]:
        assert client.get(address).status_code in {200, 404}  # an id that no address can carry is not found


@_FEW
@given(_HOSTILE, _HOSTILE)
def test_no_query_makes_a_page_fail(one, two):
    from starlette.testclient import TestClient

    from firsthand.web import create_app

    client = TestClient(create_app(_shelf(_dossier(["x"]))), base_url="http://127.0.0.1", follow_redirects=False)
    safe = [word.encode("utf-8", "replace").decode() for word in (one, two)]
    for path, names in [
        ("/", ("page", "outlet")),
        ("/", ("entity", "language")),
        ("/", ("from", "order")),
        ("/search", ("q", "page")),
        ("/compare", ("a", "b")),
        ("/storylines", ("page", "id")),
        ("/outlets", ("page", "id")),
        ("/entities", ("id",)),
        ("/articles/a1", ("start", "end")),
        ("/stories", ("id",)),
        ("/articles", ("id",)),
    ]:
        answer = client.get(path, params=dict(zip(names, safe, strict=False)))
        assert answer.status_code in {200, 404}
        _check(answer.text)
