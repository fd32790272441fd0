"""What a report is made of, whatever it is written as: blocks, and the document of them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, TypeAlias

import attrs

from danvankheo.choices import member
from danvankheo.domain.converters import several
from danvankheo.domain.labels import Labelled
from danvankheo.domain.shown import ShownAsTable, ShownByField
from danvankheo.domain.validators import a, maybe, tuple_of
from danvankheo.reporting.figure_table import FigureTable


@attrs.frozen
class Title:
    """The title of a section; what follows it, up to the next one, is its section."""

    text: str = attrs.field(validator=a(str))


@attrs.frozen
class Prose:
    """A paragraph of running text."""

    text: str = attrs.field(validator=a(str))


def _texts(items: Iterable[str]) -> tuple[str, ...]:
    return several(items)


@attrs.frozen
class Items:
    """A list of sentences, one a line."""

    items: tuple[str, ...] = attrs.field(converter=_texts, validator=tuple_of(str))


@attrs.frozen
class Note:
    """A remark below what it is about; small print.

    Args:
        text: what it says.
        number: the number under which a table refers to it, if one does.
    """

    text: str = attrs.field(validator=a(str))
    number: int | None = attrs.field(default=None, validator=maybe(a(int)))

    @property
    def shown(self) -> str:
        """It with its number: "(1) Chưa làm tròn."."""
        return self.text if self.number is None else f"({self.number}) {self.text}"


class ChartForm(Labelled):
    """How a chart shows its table."""

    RANKED = "ranked", "thanh xếp hạng"
    STACKED = "stacked", "thanh chồng"
    PAIRED = "paired", "hai kỳ cạnh nhau"
    SERIES = "series", "đường theo kỳ"
    SMALL_MULTIPLES = "small_multiples", "nhiều biểu đồ nhỏ"


def _form(form: ChartForm | str) -> ChartForm:
    return form if isinstance(form, ChartForm) else member(ChartForm, form)


@attrs.frozen(kw_only=True)
class ChartBlock:
    """A chart that a report has; `danvankheo.charts` draws it.

    Args:
        title: what it shows.
        alt: what it says, with the figures, for those who do not see it.
        form: how it shows them.
        data: the figures: the first column names what the others measure.
    """

    title: str = attrs.field(validator=a(str))
    alt: str = attrs.field(validator=a(str))
    form: ChartForm = attrs.field(converter=_form, validator=a(ChartForm))
    data: FigureTable = attrs.field(validator=a(FigureTable))


@attrs.frozen(kw_only=True)
class Signer:
    """One who signs.

    Args:
        capacity: for whom, such as "TM. ỦY BAN NHÂN DÂN".
        post: as what, such as "CHỦ TỊCH".
        name: the name below; empty leaves room for it.
    """

    capacity: str = attrs.field(default="", validator=a(str))
    post: str = attrs.field(default="", validator=a(str))
    name: str = attrs.field(default="", validator=a(str))

    @property
    def lines(self) -> tuple[str, str, str]:
        """Capacity, post and name, each of which may be empty."""
        return self.capacity, self.post, self.name


def _signers(signers: Iterable[Signer]) -> tuple[Signer, ...]:
    return several(signers)


@attrs.frozen
class Signature:
    """Those who sign, side by side."""

    signers: tuple[Signer, ...] = attrs.field(converter=_signers, validator=tuple_of(Signer))


_BLOCKS: Final = (Title, Prose, Items, FigureTable, ChartBlock, Note, Signature)
Block: TypeAlias = Title | Prose | Items | FigureTable | ChartBlock | Note | Signature


def _blocks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    return several(blocks)


@attrs.frozen
class Section:
    """A section of a document, as one reads it: its title, and the blocks up to the next title."""

    title: str = attrs.field(validator=a(str))
    blocks: tuple[Block, ...] = attrs.field(converter=_blocks, validator=tuple_of(*_BLOCKS))

    @property
    def text(self) -> str:
        """Its paragraphs."""
        return " ".join(block.text for block in self.blocks if isinstance(block, Prose))

    @property
    def items(self) -> tuple[str, ...]:
        """The sentences of its lists."""
        return tuple(item for block in self.blocks if isinstance(block, Items) for item in block.items)

    @property
    def tables(self) -> tuple[FigureTable, ...]:
        """Its tables."""
        return tuple(block for block in self.blocks if isinstance(block, FigureTable))

    @property
    def table(self) -> FigureTable | None:
        """Its first table, if it has one."""
        return next(iter(self.tables), None)


@attrs.frozen(kw_only=True, repr=False)
class Document(ShownByField, ShownAsTable):
    """A report: plain text and exact figures throughout, nothing escaped, nothing measured.

    Args:
        title: its title.
        subtitle: what stands below the title, such as the place.
        blocks: what it says, in order.
    """

    title: str = attrs.field(validator=a(str))
    subtitle: str = attrs.field(default="", validator=a(str))
    blocks: tuple[Block, ...] = attrs.field(default=(), converter=_blocks, validator=tuple_of(*_BLOCKS))

    @property
    def text(self) -> str:
        """The paragraphs before the first section."""
        return Section("", self._opening).text

    @property
    def _opening(self) -> tuple[Block, ...]:
        first = next((at for at, each in enumerate(self.blocks) if isinstance(each, Title)), None)
        return self.blocks[:first]

    @property
    def sections(self) -> tuple[Section, ...]:
        """Its sections, in order."""
        return tuple(self._sections())

    def _sections(self) -> Iterator[Section]:
        starts = [at for at, block in enumerate(self.blocks) if isinstance(block, Title)]
        for at, end in pairwise([*starts, len(self.blocks)]):
            title = self.blocks[at]
            assert isinstance(title, Title)
            yield Section(title.text, self.blocks[at + 1 : end])

    def __html__(self) -> str:
        """Return it as HTML: what templates that escape by themselves, such as Jinja's, put in as it is."""
        return self._repr_html_()


def paragraphs(*texts: str) -> tuple[Prose, ...]:
    """Return a paragraph of each text that says anything."""
    return tuple(Prose(text) for text in texts if text)


def section(
    title: str, *, text: str = "", items: Sequence[str] = (), table: FigureTable | None = None
) -> tuple[Block, ...]:
    """Return the blocks of a section: a paragraph, a list and a table, each of which may be missing.

    Nothing comes back for one that says nothing.

    >>> section("Mô hình", text="Có 3 mô hình."), section("Khen thưởng")
    ((Title(text='Mô hình'), Prose(text='Có 3 mô hình.')), ())
    """
    body: list[Block] = [*paragraphs(text)]
    if items:
        body.append(Items(tuple(items)))
    if table is not None:
        body.append(table)
    return (Title(title), *body) if body else ()
