"""Models: ways of working that a movement builds, recognises and spreads."""

from collections.abc import Iterable
from typing import ClassVar, TypeAlias

import attrs

from danvankheo.choices import member
from danvankheo.domain.converters import a_whole, several
from danvankheo.domain.labels import Labelled
from danvankheo.domain.organizations import Organization
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place
from danvankheo.domain.quantities import Quantity, QuantityRange
from danvankheo.domain.rules import Broken, Consistent, rules
from danvankheo.domain.shown import ShownByField
from danvankheo.domain.validators import (
    a,
    a_count,
    a_label,
    a_name,
    a_text,
    maybe,
    nfc,
    tuple_of,
)
from danvankheo.errors import invalid
from danvankheo.reasons import Reason


class ModelField(Labelled):
    """The field of a model: four are standard, "other" takes the name that a province prints.

    >>> ModelField.ECONOMY.value, ModelField.ECONOMY.label
    ('economy', 'kinh tế')
    """

    ECONOMY = "economy", "kinh tế"
    CULTURE_SOCIETY = "culture_society", "văn hóa - xã hội"
    DEFENCE_SECURITY = "defence_security", "quốc phòng - an ninh"
    POLITICAL_SYSTEM = "political_system", "xây dựng hệ thống chính trị"
    OTHER = "other", "lĩnh vực khác"


class ModelSubject(Labelled):
    """Whose model it is.

    >>> [subject.label for subject in ModelSubject]
    ['tập thể', 'cá nhân']
    """

    COLLECTIVE = "collective", "tập thể"
    INDIVIDUAL = "individual", "cá nhân"


class ModelLevel(Labelled):
    """At which level it is registered or recognised.

    >>> ModelLevel("district").label
    'cấp huyện'
    """

    GRASSROOTS = "grassroots", "cấp cơ sở"
    DISTRICT = "district", "cấp huyện"
    PROVINCE = "province", "cấp tỉnh"
    CENTRAL = "central", "cấp trung ương"


class ModelStatus(Labelled):
    """Where a model stands in its life.

    In the counts of a report registered ≥ effective ≥ recognised ≥ exemplary ≥ proposed.

    >>> ModelStatus("replicated").label
    'được nhân rộng'
    """

    REGISTERED = "registered", "đăng ký"
    IN_PROGRESS = "in_progress", "đang xây dựng"
    MAINTAINED = "maintained", "duy trì"
    UNDER_REVIEW = "under_review", "đang thẩm định"
    EFFECTIVE = "effective", "hoạt động hiệu quả"
    RECOGNIZED = "recognized", "được công nhận"
    EXEMPLARY = "exemplary", "tiêu biểu"
    PROPOSED_FOR_AWARD = "proposed_for_award", "được đề nghị khen thưởng"
    REPLICATED = "replicated", "được nhân rộng"
    DISCONTINUED = "discontinued", "không còn hiệu quả"


CountedModels: TypeAlias = tuple[
    ModelStatus | None, ModelSubject | None, ModelField | None, str, ModelLevel | None
]
"""What a number of models is of: status, subject, field, the name of another field, level."""


@attrs.frozen(kw_only=True, repr=False)
class Result(ShownByField):
    """What a model brought about: in words, and as a figure where there is one.

    >>> Result(text="vay vốn phát triển kinh tế").quantity is None
    True
    """

    text: str = attrs.field(converter=nfc, validator=a_name)
    quantity: Quantity | QuantityRange | None = attrs.field(
        default=None, validator=maybe(a(Quantity, QuantityRange))
    )


def as_field(value: ModelField | str | None) -> ModelField | None:
    """Return a field as the choice that it is, or that its text means."""
    return value if value is None or isinstance(value, ModelField) else member(ModelField, value)


def as_subject(value: ModelSubject | str | None) -> ModelSubject | None:
    """Return a subject as the choice that it is, or that its text means."""
    return value if value is None or isinstance(value, ModelSubject) else member(ModelSubject, value)


def as_level(value: ModelLevel | str | None) -> ModelLevel | None:
    """Return a level as the choice that it is, or that its text means."""
    return value if value is None or isinstance(value, ModelLevel) else member(ModelLevel, value)


def as_status(value: ModelStatus | str | None) -> ModelStatus | None:
    """Return a status as the choice that it is, or that its text means."""
    return value if value is None or isinstance(value, ModelStatus) else member(ModelStatus, value)


def _partners(items: Iterable[Organization]) -> tuple[Organization, ...]:
    return several(items)


def _results(items: Iterable[Result]) -> tuple[Result, ...]:
    return several(items)


def _other_field_of_model(field: ModelField | None, other_field: str) -> Broken:
    return _a_field_named("Model", field, other_field)


def _a_field_named(record: str, field: ModelField | None, other_field: str) -> Broken:
    """A field outside the four has a name, and the four have none."""
    if (field is ModelField.OTHER) != bool(other_field):
        yield invalid(f"{record}.other_field", Reason.OTHER_FIELD, other_field)


@attrs.frozen(kw_only=True, repr=False)
class Model(Consistent):
    """A model (mô hình) of a movement. What the source does not say is left out, not guessed.

    Args:
        name: its name.
        id: a key of your choice, unique in the movement, to which contributions can refer.
        field: the field it belongs to; ``OTHER`` needs `other_field`.
        other_field: the name of a field outside the four, such as ``xây dựng nông thôn mới``.
        subject: of a collective or of an individual.
        level: at which level it is registered or recognised.
        status: where it stands in its life.
        place: where it runs.
        lead: who leads it.
        partners: who works along.
        period: when it ran, if not for the whole of the movement.
        results: what it brought about.

    Raises:
        InvalidValueError: `other_field` without ``OTHER``, or the reverse.

    >>> from danvankheo import Model, ModelField
    >>> model = Model(name="Tiếng kẻng an ninh", field=ModelField.DEFENCE_SECURITY)
    >>> model.field.label
    'quốc phòng - an ninh'
    """

    name: str = attrs.field(converter=nfc, validator=a_name)
    id: str = attrs.field(default="", converter=nfc, validator=a_label)
    field: ModelField | None = attrs.field(default=None, converter=as_field, validator=maybe(a(ModelField)))
    other_field: str = attrs.field(default="", converter=nfc, validator=a_label)
    subject: ModelSubject | None = attrs.field(
        default=None, converter=as_subject, validator=maybe(a(ModelSubject))
    )
    level: ModelLevel | None = attrs.field(default=None, converter=as_level, validator=maybe(a(ModelLevel)))
    status: ModelStatus | None = attrs.field(
        default=None, converter=as_status, validator=maybe(a(ModelStatus))
    )
    place: Place | None = attrs.field(default=None, validator=maybe(a(Place)))
    lead: Organization | None = attrs.field(default=None, validator=maybe(a(Organization)))
    partners: tuple[Organization, ...] = attrs.field(
        default=(), converter=_partners, validator=tuple_of(Organization)
    )
    period: Period | None = attrs.field(default=None, validator=maybe(a(Period)))
    results: tuple[Result, ...] = attrs.field(default=(), converter=_results, validator=tuple_of(Result))
    note: str = attrs.field(default="", converter=nfc, validator=a_text)

    RULES: ClassVar = rules(_other_field_of_model)


def _other_field_of_count(field: ModelField | None, other_field: str) -> Broken:
    return _a_field_named("ModelCount", field, other_field)


@attrs.frozen(kw_only=True, repr=False)
class ModelCount(Consistent):
    """A number of models as a report states it, of a status, a subject, a field, a level.

    None means "all together": 123 recognised, of which 69 of collectives and 54 of individuals,
    are three counts.

    >>> ModelCount(count=123, status=ModelStatus.RECOGNIZED).subject is None
    True
    """

    count: int = attrs.field(converter=a_whole, validator=a_count)
    status: ModelStatus | None = attrs.field(
        default=None, converter=as_status, validator=maybe(a(ModelStatus))
    )
    subject: ModelSubject | None = attrs.field(
        default=None, converter=as_subject, validator=maybe(a(ModelSubject))
    )
    field: ModelField | None = attrs.field(default=None, converter=as_field, validator=maybe(a(ModelField)))
    other_field: str = attrs.field(default="", converter=nfc, validator=a_label)
    level: ModelLevel | None = attrs.field(default=None, converter=as_level, validator=maybe(a(ModelLevel)))

    RULES: ClassVar = rules(_other_field_of_count)

    @property
    def what(self) -> CountedModels:
        """What is counted; a movement states each of these once.

        >>> from danvankheo import ModelCount, ModelStatus
        >>> ModelCount(count=63, status=ModelStatus.RECOGNIZED).what
        (ModelStatus.RECOGNIZED, None, None, '', None)
        """
        return self.status, self.subject, self.field, self.other_field, self.level
