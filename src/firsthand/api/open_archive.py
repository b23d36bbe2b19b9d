"""An archive as an object: one method a kind of record, and what can be done to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO

from firsthand import export, pipeline, report, search
from firsthand.api.desk import Desk
from firsthand.api.single import Comparison, compare_articles
from firsthand.archive import ArchiveReader
from firsthand.engines import Progress
from firsthand.errors import ConfigError, InputError
from firsthand.model import (
    Annotation,
    ArticleRow,
    Correction,
    Coverage,
    DateCandidate,
    Dossier,
    Entity,
    Event,
    Figure,
    Happening,
    Label,
    Lineage,
    Mention,
    Origin,
    OutletRepeat,
    Passage,
    Quantity,
    Quotation,
    Reading,
    Rejection,
    Run,
    Segment,
    Statement,
    Story,
    Storyline,
    TimeExpression,
    Utterance,
    Version,
    Wording,
)
from firsthand.pipeline import AddReport, FetchPlan, FetchReport, SettingRow, WatchReport
from firsthand.search import SearchHit

if TYPE_CHECKING:
    import pyarrow

__all__ = ["OpenArchive", "open"]


class OpenArchive:
    """One archive, open for reading; what changes it opens it for writing for as long as that takes.

    Use as a context manager, or call `close`. Not safe for several threads at once: open one a thread.
    """

    def __init__(self, path: Path | str, *, settings: Mapping[str, object] | None = None) -> None:
        """Open `path`; where no archive is there, only `add` works until it has made one.

        Args:
            path: The archive file.
            settings: Dotted keys and values that go before `firsthand.toml`.

        Raises:
            ConfigError: A setting is unknown or out of range.
        """
        self.path = Path(path)
        self._settings, self._rows = pipeline.load_settings(self.path, settings)
        self._open_reader: ArchiveReader | None = None

    def __enter__(self) -> OpenArchive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def check(self) -> None:
        """See that the file is there and can be read.

        Raises:
            ArchiveError: It is missing, damaged, no archive, or of another version.
        """
        _ = self._reader

    def is_in_place(self) -> bool:
        """Whether the file that is open is the one that stands at its path now."""
        return self._open_reader is not None and self._open_reader.is_in_place()

    def close(self) -> None:
        """Let go of the file."""
        if self._open_reader is not None:
            self._open_reader.close()
            self._open_reader = None

    @property
    def _reader(self) -> ArchiveReader:
        if self._open_reader is None:
            self._open_reader = ArchiveReader(self.path)
        return self._open_reader

    @property
    def desk(self) -> Desk:
        """The archive as its pages look at it: lists, searches and profiles."""
        return Desk(self._reader, self._settings.accounts)

    # --- records -------------------------------------------------------------------------------------------

    def records(self, kind: str) -> Iterator[object]:
        """The records of one kind of the contract, in a fixed order.

        Raises:
            ConfigError: No such kind.
            ArchiveError: The archive cannot be read.
        """
        return self._reader.records(kind)

    def table(self, kind: str) -> pyarrow.Table:
        """The records of one kind as an Arrow table.

        Raises:
            ConfigError: No such kind.
            ArchiveError: The archive cannot be read.
        """
        return export.arrow_table(self.records(kind), kind)

    def articles(self) -> Iterator[ArticleRow]:
        """Every article with its place in the archive, by id."""
        return self._reader.records("articles")

    def segments(self) -> Iterator[Segment]:
        """The labelled stretches of every article, by article and place."""
        return self._reader.records("segments")

    def dates(self) -> Iterator[DateCandidate]:
        """Every candidate for a publication date."""
        return self._reader.records("dates")

    def times(self) -> Iterator[TimeExpression]:
        """The time expressions of annotated articles."""
        return self._reader.records("times")

    def mentions(self) -> Iterator[Mention]:
        """The names in annotated articles."""
        return self._reader.records("mentions")

    def entities(self) -> Iterator[Entity]:
        """Who and what the names stand for."""
        return self._reader.records("entities")

    def quotations(self) -> Iterator[Quotation]:
        """Reported speech in annotated articles."""
        return self._reader.records("quotations")

    def quantities(self) -> Iterator[Quantity]:
        """Numbers with what they count, in annotated articles."""
        return self._reader.records("quantities")

    def passages(self) -> Iterator[Passage]:
        """Text shared by two articles, by pair and place."""
        return self._reader.records("passages")

    def lineage(self) -> Iterator[Lineage]:
        """Which article has text from which."""
        return self._reader.records("lineage")

    def versions(self, article: str | None = None) -> Iterator[Version]:
        """The states of articles that changed, oldest first; of one article where an id is given."""
        return self._reader.records("versions") if article is None else iter(self._reader.versions(article))

    def origins(self) -> Iterator[Origin]:
        """The independent accounts: at most so many."""
        return self._reader.records("origins")

    def stories(self) -> Iterator[Story]:
        """The stories, in a fixed order."""
        return self._reader.records("stories")

    def storylines(self) -> Iterator[Storyline]:
        """Stories that continue one another."""
        return self._reader.records("storylines")

    def timeline(self) -> Iterator[Happening]:
        """The dated lines of every story."""
        return self._reader.records("timeline")

    def utterances(self) -> Iterator[Utterance]:
        """The same saying across articles."""
        return self._reader.records("utterances")

    def figures(self) -> Iterator[Figure]:
        """The same quantity or date across articles."""
        return self._reader.records("figures")

    def statements(self) -> Iterator[Statement]:
        """Aligned sentences."""
        return self._reader.records("statements")

    def coverage(self) -> Iterator[Coverage]:
        """What each outlet did with each statement."""
        return self._reader.records("coverage")

    def wording(self) -> Iterator[Wording]:
        """How edited passages stand in two articles."""
        return self._reader.records("wording")

    def labels(self) -> Iterator[Label]:
        """By which words outlets call persons and groups."""
        return self._reader.records("labels")

    def events(self) -> Iterator[Event]:
        """Who did what to whom."""
        return self._reader.records("events")

    def corrections(self) -> Iterator[Correction]:
        """What users decided and did not take back, in the order in which it was decided."""
        return self._reader.records("corrections")

    def runs(self) -> Iterator[Run]:
        """What was done to the archive, oldest first."""
        return self._reader.records("runs")

    def rejections(self) -> Iterator[Rejection]:
        """Inputs and articles that were refused, and why."""
        return self._reader.records("rejections")

    def repeats(self) -> Iterator[OutletRepeat]:
        """Lines that outlets repeat in their articles."""
        return self._reader.records("repeats")

    # --- one thing -----------------------------------------------------------------------------------------

    def story(self, story: str) -> Dossier:
        """All that the archive holds on one story; a former id leads to the story that took it up.

        Raises:
            InputError: There is no such story.
            ArchiveError: The archive cannot be read.
        """
        dossier = self._reader.dossier(story)
        if dossier is None:
            raise InputError(f"{self.path}: there is no story {story}.", f"`firsthand stories {self.path}` lists them.")
        return dossier

    def storyline_timeline(self, storyline: str) -> tuple[Happening, ...]:
        """The happenings of the stories of a storyline in order of date, none twice; empty where there are none.

        Raises:
            ArchiveError: The archive cannot be read.
        """
        return self.desk.storyline_timeline(storyline)

    def article(self, article: str) -> ArticleRow:
        """The article of that id.

        Raises:
            InputError: There is no such article.
            ArchiveError: The archive cannot be read.
        """
        row = self._reader.article(article)
        if row is None:
            raise self._no_article(article)
        return row

    def reading(self, article: str) -> Reading:
        """What was read from the article of that id: segments, dates, credits.

        Raises:
            InputError: There is no such article.
            ArchiveError: The archive cannot be read.
        """
        found = self._reader.reading(article)
        if found is None:
            raise self._no_article(article)
        return found

    def annotation(self, article: str) -> Annotation | None:
        """What the language stage read from the article of that id; None where it was left for later."""
        return self._reader.annotation(article)

    def _no_article(self, article: str) -> InputError:
        return InputError(
            f"{self.path}: there is no article {article}.", f"`firsthand export {self.path} articles` lists them."
        )

    def search(self, query: str, limit: int = 20) -> list[SearchHit]:
        """Articles that hold every word and phrase of `query`, best first.

        Raises:
            ConfigError: The query holds no word, or too many.
            ArchiveError: The archive cannot be read.
        """
        return search.search_articles(self._reader, query, limit)

    def compare(self, a: str, b: str) -> Comparison:
        """What two articles of the archive share.

        Raises:
            InputError: There is no such article, or both are one.
        """
        if a == b:
            return compare_articles(self.article(a), self.article(b), self._settings)
        first, second = self.article(min(a, b)), self.article(max(a, b))
        return Comparison(
            a=first,
            b=second,
            passages=self._reader.between("passages", a, b),
            lineages=self._reader.between("lineage", a, b),
            wordings=self._reader.between("wording", a, b),
        )

    def counts(self) -> dict[str, int]:
        """How many articles, outlets, stories, storylines, origins, rejections, waiting and unannotated there are."""
        return self._reader.counts()

    def settings(self) -> list[SettingRow]:
        """Each setting with its value and where that comes from."""
        return list(self._rows)

    # --- out -------------------------------------------------------------------------------------------------

    def export(
        self,
        kind: str,
        target: Path | str | BinaryIO | None = None,
        format: str = "jsonl",  # noqa: A002 - the contract's word
    ) -> int:
        """Write the records of one kind to a file, a stream, or standard output.

        Args:
            kind: A kind of the contract.
            target: Where to; None for standard output.
            format: "jsonl", "csv" or "parquet".

        Returns:
            How many records were written.

        Raises:
            ConfigError: No such kind or format.
            ArchiveError: The archive cannot be read.
            InputError: The target cannot be written.
        """
        return export.export_kind(self.records(kind), kind, format, target)

    def report(
        self,
        path: Path | str,
        story: str | None = None,
        *,
        excerpt_characters: int = 300,
        full_text: bool = False,
        language: str = "en",
    ) -> Path:
        """Write a self-contained HTML report.

        Args:
            path: Where to.
            story: One story; None for all.
            excerpt_characters: How much of the articles stands round each span.
            full_text: Whole texts instead of excerpts.
            language: Of the page's own words: "en" or "de"; the articles stay as they are.

        Returns:
            The file that was written.

        Raises:
            InputError: There is no such story, or the file cannot be written.
            ConfigError: `excerpt_characters` is out of range, or there is no catalogue of that language.
            ArchiveError: The archive cannot be read.
        """
        if language not in report.CATALOGUES:
            raise ConfigError(
                f"There are no words for pages in {language!r}.", f"Choose one of: {', '.join(report.CATALOGUES)}."
            )
        options = report.ReportOptions(
            excerpt_characters=excerpt_characters, full_text=full_text, archive=str(self.path)
        )
        wanted = [story] if story is not None else self._reader.story_ids()
        page = report.render_report([self.story(each) for each in wanted], options, report.CATALOGUES[language])
        target = Path(path)
        try:
            target.write_text(page, encoding="utf-8")
        except OSError as error:
            raise InputError(
                f"{target}: cannot be written ({error.strerror}).", "Name a file in a folder that exists."
            ) from error
        return target

    def story_as(self, story: str, form: str) -> str:
        """One story for other programs: "timelinejs" (its dated list for TimelineJS 3) or "jsonld" (schema.org).

        Raises:
            InputError: There is no such story.
            ConfigError: No such form.
            ArchiveError: The archive cannot be read.
        """
        return export.write_story(self.story(story), form)

    def evidence(self, story: str, target: Path | str | BinaryIO) -> int:
        """Pack what a story rests on as a ZIP: originals, digests, spans, times of capture, runs, and what checks them.

        Args:
            story: Its id.
            target: Where to. The same archive gives the same bytes.

        Returns:
            How many articles are in it.

        Raises:
            InputError: There is no such story, or the file cannot be written.
            ArchiveError: The archive cannot be read.
        """
        dossier = self.story(story)
        options = report.ReportOptions(full_text=True, archive=self.path.name)
        runs = list(self.runs())
        return export.write_evidence(
            export.EvidenceSource(
                dossier=dossier,
                originals={row.article: self._reader.original(row.article) or b"" for row in dossier.articles},
                runs=runs,
                corrections=list(self.corrections()),
                software=runs[-1].software if runs else "",
                state=self.desk.state(),
                report=report.render_report([dossier], options),
            ),
            target,
        )

    # --- changes ---------------------------------------------------------------------------------------------

    def add(
        self,
        paths: Sequence[Path | str],
        *,
        annotate: str = "auto",
        dry_run: bool = False,
        workers: int | None = None,
        progress: Progress | None = None,
    ) -> AddReport:
        """Read files, folders or standard input ("-") into the archive, made if missing; again resumes.

        Args:
            paths: What to read.
            annotate: "now", "later", or "auto": now up to `run.annotate_up_to` articles.
            dry_run: Only count and estimate; nothing is written.
            workers: Processes; None for what the settings say.
            progress: Told of the work as it goes.

        Returns:
            What was done.

        Raises:
            ArchiveError: The archive cannot be made, opened or written.
            ConfigError: `annotate` is none of the three.
        """
        settings = self._with_workers(workers)
        inputs = [str(path) for path in paths]
        if dry_run:
            return pipeline.dry_run(inputs, settings)
        self.close()
        return pipeline.add(self.path, inputs, settings, annotate=annotate, progress=progress)

    def fetch(
        self,
        links: Sequence[Path | str],
        *,
        again: bool = False,
        annotate: str = "auto",
        workers: int | None = None,
        progress: Progress | None = None,
    ) -> FetchReport:
        """Save pages as WARC records in the folder beside the archive, then add them; again resumes.

        Args:
            links: Addresses, files with one address a line, or "-" for such lines on standard input.
            again: Ask also for what was saved less than `fetch.again_after_s` seconds ago.
            annotate: As for `add`.
            workers: Processes; None for what the settings say.
            progress: Told of the work as it goes.

        Returns:
            What was done.

        Raises:
            ArchiveError: The archive, or the folder beside it, cannot be made, opened or written.
            ConfigError: `annotate` is none of the three, or a setting cannot be used.
        """
        self.close()
        settings, words = self._with_workers(workers), [str(link) for link in links]
        return pipeline.fetch(self.path, words, settings, again=again, annotate=annotate, progress=progress)

    def plan_fetch(self, links: Sequence[Path | str], *, again: bool = False) -> FetchPlan:
        """What `fetch` would ask for; nothing is asked of anybody."""
        return pipeline.plan_fetch(self.path, [str(link) for link in links], self._settings, again=again)

    def annotate(
        self, story: str | None = None, *, workers: int | None = None, progress: Progress | None = None
    ) -> int:
        """Run the language stage, and what rests on it, where it was left for later.

        Returns:
            How many articles are annotated now that were not before.

        Raises:
            InputError: There is no such story.
            ArchiveError: The archive cannot be opened or written.
        """
        self.close()
        return pipeline.annotate(self.path, story, self._with_workers(workers), progress=progress)

    def remove(
        self,
        article: str | None = None,
        outlet: str | None = None,
        url: str | None = None,
        *,
        dry_run: bool = False,
        progress: Progress | None = None,
    ) -> tuple[str, ...]:
        """Take articles out with every trace of their text; a tombstone keeps them from coming back.

        Args:
            article: An article's id; or
            outlet: all of one outlet; or
            url: all found at one address.
            dry_run: Only name them.
            progress: Told of the work as it goes.

        Returns:
            The ids of the articles.

        Raises:
            ArchiveError: The archive cannot be opened or written.
            ConfigError: Not exactly one of the three is given.
            InputError: Nothing fits.
        """
        self.close()
        found = pipeline.find_removable(self.path, article, outlet, url)
        if not dry_run:
            pipeline.remove(self.path, found, self._settings, progress=progress)
        return found

    def correct(self, kind: str, *of: str, by: str | None = None, progress: Progress | None = None) -> Correction:
        """Note what the archive got wrong; what it touches is derived again at once, and every later run obeys it.

        Args:
            kind: What follows it in `of`: "merge" stories that are one; "split" a story and those of its articles that
                are a story of their own; "move" an article and the story it belongs to; "name" a story and its title;
                "same" names or ids of entities that are one; "different" two that are not; "not-a-copy" two articles
                that have nothing from one another.
            of: As `kind` says.
            by: Who says so; None for the login name.
            progress: Told of the work as it goes.

        Raises:
            ArchiveError: The archive cannot be opened or written.
            ConfigError: No such kind, or `of` does not fit it.
            InputError: What is named is not in the archive, or is so already.
        """
        self.close()
        return pipeline.correct(self.path, kind, of, self._settings, by=by, progress=progress)

    def watch(
        self,
        folder: Path | str,
        *,
        annotate: str = "auto",
        once: bool = False,
        workers: int | None = None,
        progress: Progress | None = None,
    ) -> Iterator[WatchReport]:
        """Add the files of a folder as they come; `run.watch_every_s` says how often it is looked at.

        Args:
            folder: Where files come, at any depth.
            annotate: As for `add`.
            once: Look twice, add what is complete, and end; else it never ends by itself.
            workers: Processes; None for what the settings say.
            progress: Told of the work as it goes.

        Returns:
            A report for each time that files were added, as it happens.

        Raises:
            ArchiveError: The archive cannot be made, opened or written.
            ConfigError: There is no such folder, or `annotate` is none of the three.
            InputError: With `once`: the folder cannot be looked into.
        """
        self.close()
        settings = self._with_workers(workers)
        return pipeline.watch(self.path, str(folder), settings, annotate=annotate, once=once, progress=progress)

    def undo(self, correction: str, *, by: str | None = None, progress: Progress | None = None) -> Correction:
        """Take a correction back; what it touched is derived again without it.

        Args:
            correction: Its id.
            by: Who takes it back; None for the login name.
            progress: Told of the work as it goes.

        Raises:
            ArchiveError: The archive cannot be opened or written.
            InputError: No such correction is in force.
        """
        self.close()
        return pipeline.undo(self.path, correction, self._settings, by=by, progress=progress)

    def migrate(self, *, progress: Progress | None = None) -> Path | None:
        """Bring the archive to this release's schema version, on a copy first.

        Returns:
            The copy; None where nothing was to do.

        Raises:
            ArchiveError: The archive cannot be opened, copied or brought up to date; it is unchanged.
        """
        self.close()
        return pipeline.migrate(self.path, self._settings, progress=progress)

    def _with_workers(self, workers: int | None) -> pipeline.Settings:
        if workers is None:
            return self._settings
        return replace(self._settings, run=replace(self._settings.run, workers=workers))


def open(  # noqa: A001 - `firsthand.open`, as one opens a file
    path: Path | str, *, settings: Mapping[str, object] | None = None, must_exist: bool = True
) -> OpenArchive:
    """The archive at `path`.

    Args:
        path: The archive file.
        settings: Dotted keys and values that go before `firsthand.toml`.
        must_exist: False to be able to `add` to an archive that is not there yet, or `migrate` an older one: the file
            is then looked at when it is first used.

    Returns:
        The open archive; close it, or use it as a context manager.

    Raises:
        ArchiveError: There is no archive at `path`, or it cannot be used.
        ConfigError: A setting is unknown or out of range.
    """
    archive = OpenArchive(path, settings=settings)
    if must_exist:
        archive.check()
    return archive
