"""The sheets of the collection workbook: which columns, what is chosen from a list, what a head says."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import attrs

from danvankheo.domain.award import AwardForm, EmulationTitle, GrantingLevel
from danvankheo.domain.indicator import IndicatorKind
from danvankheo.domain.model import ModelField, ModelLevel, ModelStatus, ModelSubject
from danvankheo.domain.movement import DurationClass
from danvankheo.domain.quantities import Approximation
from danvankheo.office.templates.values import (
    CHOICE,
    DAY,
    NUMBER,
    PERIOD,
    PLACE,
    QUANTITY,
    TEXT,
    TIME,
    UNIT,
    WHOLE,
    Cells,
)

REST: Final = "Phần máy ghi (không sửa)"
"""The head of the last column of each sheet: what of a record no other column has, as JSON."""

HEAD_ROW: Final = 4
"""The row of the heads, from 1; the records follow it."""

SUM_ROW: Final = 3
"""The row of the sums, above the heads, so that rows can be added below without end."""

LEAST_ROWS: Final = 200
"""Rows that are ready to be filled in."""


@attrs.frozen(kw_only=True)
class TemplateColumn:
    """A column of a sheet of records.

    Args:
        head: its head, with the unit.
        key: the entry of the saved record that it holds; of a part of it with a dot: ``giver.name``.
        cells: how its values stand in cells.
        choices: what can be chosen, by label; the saved value of each.
        width: how wide it is.
        hint: what to write, shown when a cell of it is chosen.
        summed: whether a sum stands above it.
        ratio: whether it is a locked formula: part by whole.
    """

    head: str
    key: str = ""
    cells: Cells = TEXT
    choices: Mapping[str, str] = MappingProxyType({})
    width: int = 14
    hint: str = ""
    summed: bool = False
    ratio: bool = False


@attrs.frozen(kw_only=True)
class TemplateSheet:
    """A sheet of records, one a row.

    Args:
        name: what it is called.
        list: the list of the saved movement that it holds.
        columns: its columns, after the running number.
    """

    name: str
    list: str
    columns: tuple[TemplateColumn, ...]


def _labels(*kinds: type) -> Mapping[str, str]:
    return MappingProxyType({member.label: member.value for kind in kinds for member in kind})  # type: ignore[attr-defined]


FIELDS: Final = _labels(ModelField)

MONEY, LABOUR, LAND, OTHER, OTHER_UNIT, ABOUT = "money", "labour", "land", "other", "other_unit", "about"
"""The columns in which one quantity stands: under its unit, or with the unit beside it."""

SHEETS: Final = (
    TemplateSheet(
        name="Đóng góp",
        list="contributions",
        columns=(
            TemplateColumn(head="Nội dung, công trình", key="purpose", width=34),
            TemplateColumn(head="Người, đơn vị đóng góp", key="giver.name", width=28),
            TemplateColumn(head="Thôn, tổ dân phố", key="place", cells=PLACE, width=24),
            TemplateColumn(head="Ngày, kỳ", key="when", cells=TIME, hint="Như 15/4/2026 hoặc tháng 4/2026"),
            TemplateColumn(head="Tiền", key=MONEY, cells=NUMBER, summed=True, width=16),
            TemplateColumn(head="Ngày công", key=LABOUR, cells=NUMBER, summed=True),
            TemplateColumn(head="Đất hiến (m2)", key=LAND, cells=NUMBER, summed=True),
            TemplateColumn(head="Hiện vật: số lượng", key=OTHER, cells=NUMBER),
            TemplateColumn(
                head="Hiện vật: đơn vị tính", key=OTHER_UNIT, cells=UNIT, hint="Như tấn, suất quà, cây"
            ),
            TemplateColumn(
                head="Ước lượng",
                key=ABOUT,
                cells=CHOICE,
                choices=_labels(Approximation),
                width=12,
                hint="Để trống nếu là số chính xác",
            ),
            TemplateColumn(head="Ghi chú", key="note", width=28),
        ),
    ),
    TemplateSheet(
        name="Chỉ tiêu",
        list="indicators",
        columns=(
            TemplateColumn(head="Tên chỉ tiêu", key="name", width=36),
            TemplateColumn(
                head="Loại chỉ tiêu", key="kind", cells=CHOICE, choices=_labels(IndicatorKind), width=26
            ),
            TemplateColumn(
                head="Số đạt", key="part", cells=NUMBER, hint="Như số hộ nghèo, số trường đạt chuẩn"
            ),
            TemplateColumn(head="Tổng số", key="whole", cells=NUMBER, hint="Như tổng số hộ, tổng số trường"),
            TemplateColumn(head="Đơn vị tính", key="unit", cells=UNIT, hint="Như hộ, trường"),
            TemplateColumn(head="Tỷ lệ (%)", ratio=True),
            TemplateColumn(
                head="Giá trị", key="value", cells=QUANTITY, width=20, hint="Như 58,5 triệu đồng/người/năm"
            ),
            TemplateColumn(head="Kỳ trước", key="earlier", cells=QUANTITY, width=20),
            TemplateColumn(head="Kế hoạch", key="target", cells=QUANTITY, width=20),
            TemplateColumn(head="Kỳ", key="period", cells=PERIOD),
            TemplateColumn(head="Thôn, tổ dân phố", key="place", cells=PLACE, width=24),
            TemplateColumn(head="Ghi chú", key="note", width=28),
        ),
    ),
    TemplateSheet(
        name="Mô hình",
        list="models",
        columns=(
            TemplateColumn(head="Tên mô hình", key="name", width=40),
            TemplateColumn(head="Lĩnh vực", key="field", cells=CHOICE, choices=FIELDS, width=24),
            TemplateColumn(
                head="Tập thể, cá nhân", key="subject", cells=CHOICE, choices=_labels(ModelSubject)
            ),
            TemplateColumn(head="Cấp", key="level", cells=CHOICE, choices=_labels(ModelLevel)),
            TemplateColumn(
                head="Tình trạng", key="status", cells=CHOICE, choices=_labels(ModelStatus), width=20
            ),
            TemplateColumn(head="Thôn, tổ dân phố", key="place", cells=PLACE, width=24),
            TemplateColumn(head="Đơn vị chủ trì", key="lead.name", width=28),
            TemplateColumn(head="Ghi chú", key="note", width=28),
        ),
    ),
    TemplateSheet(
        name="Số mô hình",
        list="model_counts",
        columns=(
            TemplateColumn(head="Số mô hình", key="count", cells=WHOLE),
            TemplateColumn(
                head="Tình trạng", key="status", cells=CHOICE, choices=_labels(ModelStatus), width=20
            ),
            TemplateColumn(
                head="Tập thể, cá nhân", key="subject", cells=CHOICE, choices=_labels(ModelSubject)
            ),
            TemplateColumn(head="Lĩnh vực", key="field", cells=CHOICE, choices=FIELDS, width=24),
            TemplateColumn(head="Cấp", key="level", cells=CHOICE, choices=_labels(ModelLevel)),
        ),
    ),
    TemplateSheet(
        name="Khen thưởng",
        list="awards",
        columns=(
            TemplateColumn(
                head="Hình thức",
                key="form",
                cells=CHOICE,
                choices=_labels(AwardForm, EmulationTitle),
                width=34,
            ),
            TemplateColumn(head="Tập thể", key="collectives", cells=WHOLE, summed=True),
            TemplateColumn(head="Hộ gia đình", key="households", cells=WHOLE, summed=True),
            TemplateColumn(head="Cá nhân", key="individuals", cells=WHOLE, summed=True),
            TemplateColumn(
                head="Tập thể và cá nhân (chưa tách)", key="mixed", cells=WHOLE, summed=True, width=18
            ),
            TemplateColumn(head="Cấp khen", key="level", cells=CHOICE, choices=_labels(GrantingLevel)),
            TemplateColumn(head="Đơn vị khen", key="granter.name", width=28),
            TemplateColumn(head="Ngày quyết định", key="decided", cells=DAY, hint="Như 02/07/2026"),
            TemplateColumn(head="Lý do", key="reason", width=34),
            TemplateColumn(head="Ghi chú", key="note", width=28),
        ),
    ),
)
"""The sheets of records, in their order."""

ABOUT_SHEET: Final = "Thông tin chung"
ABOUT_LINES: Final = (
    TemplateColumn(head="Tên phong trào", key="name"),
    TemplateColumn(
        head="Kỳ báo cáo", key="period", cells=PERIOD, hint="Như quý II/2026, 6 tháng đầu năm 2026"
    ),
    TemplateColumn(head="Nơi báo cáo", key="place", cells=PLACE, hint="Như xã Ia Sơn, tỉnh Gia Lai"),
    TemplateColumn(head="Đơn vị tổ chức", key="organizer.name"),
    TemplateColumn(head="Cấp phát động", key="launch_level", cells=CHOICE, choices=_labels(GrantingLevel)),
    TemplateColumn(head="Thời gian thực hiện", key="duration", cells=CHOICE, choices=_labels(DurationClass)),
    TemplateColumn(head="Ngày sơ kết, tổng kết", key="reviewed", cells=DAY, hint="Như 02/11/2026"),
    TemplateColumn(head="Nguồn số liệu", key="source"),
    TemplateColumn(head="Ghi chú", key="note"),
)
"""What stands once for the whole movement: a line each, the label and what is filled in."""

GUIDE_SHEET: Final = "Hướng dẫn"
GUIDE: Final = (
    "Điền trang “Thông tin chung” trước: tên phong trào, kỳ báo cáo, nơi báo cáo.",
    "Mỗi khoản ghi một dòng. Chỉ điền các ô nền vàng; ô xám đã khóa, do Excel tự tính.",
    "Đơn vị tính ghi ở đầu cột; ghi số, không ghi kèm chữ (154,4; không ghi “154,4 triệu”).",
    "Chưa có số thì ghi “…”; không có thì để trống. Ghi 0 khi biết chắc là 0.",
    "Không ghi dòng cộng: tổng đã có ở phía trên các cột.",
    "Có thể thêm dòng, xóa dòng, sắp xếp lại; không đổi tên trang, không sửa đầu cột.",
    "Cột “Phần máy ghi” ở cuối mỗi trang là chỗ của phần mềm: không sửa, không xóa.",
    "Điền xong, lưu lại dưới dạng .xlsx rồi gửi; không in ra quét lại.",
)
"""What whoever fills it in has to know."""

CHOICES_SHEET: Final = "_danh_muc"
"""The hidden sheet of what can be chosen."""
