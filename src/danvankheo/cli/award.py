"""``danvankheo award``: what the awards in documents are worth."""

from datetime import date
from typing import Final

import click

from danvankheo.awarding.money import award_money
from danvankheo.awarding.records import AwardMoney
from danvankheo.cli.award_list import list_of, list_options, write_list
from danvankheo.cli.document_files import check_output
from danvankheo.cli.formats import WRITERS, format_option
from danvankheo.cli.inputs import DOCUMENTS, Inputs, optional_files_options, read_named
from danvankheo.cli.law import confidence_option, read_book, read_confidence, read_day
from danvankheo.cli.messages import BadDataError, HelpInVietnamese, Outcome, of_options, to_json
from danvankheo.domain.award import Award
from danvankheo.domain.dates import PartialDate, code_of
from danvankheo.domain.movement import Movement
from danvankheo.domain.quantities import Quantity
from danvankheo.errors import InvalidValueError
from danvankheo.formatting.dates import format_period
from danvankheo.law.tables import AppliedRule, Unknown
from danvankheo.reporting.of_awards import report_of_awards

_EPILOG: Final = """\b
Ví dụ:
  danvankheo award an-khe-2022.json
  danvankheo award --on 2022-11-02 an-khe-2022.json
  danvankheo award --table ninh-thuan.toml thu-muc/
  danvankheo award --list danh-sach.xlsx --level xa --on 2026-07-02
  danvankheo award --list danh-sach.xlsx --level xa --on 2026-07-02 --output chi-thuong.docx
"""


@click.command(
    cls=HelpInVietnamese, epilog=_EPILOG, short_help="Tính tiền thưởng, kèm căn cứ của từng con số."
)
@optional_files_options
@list_options
@click.option("--on", metavar="NGÀY", help="Ngày ký quyết định, nếu tệp không ghi.")
@click.option(
    "--order", metavar="TÊN", help="Huân chương và hạng, như labour_3 (xem lệnh law award-coefficient)."
)
@click.option(
    "--honour", metavar="TÊN", help="Danh hiệu vinh dự nhà nước: hero, heroic_mother, people, merited."
)
@click.option("--table", "table_file", metavar="TỆP", help="Dùng thêm một bảng TOML của địa phương.")
@confidence_option()
@format_option("json")
def award(
    files: tuple[str, ...],
    *,
    strict: bool,
    problems_file: str | None,
    list_file: str | None,
    level: str | None,
    granter: str | None,
    award_form: str | None,
    output: str | None,
    on: str | None,
    order: str | None,
    honour: str | None,
    table_file: str | None,
    min_confidence: str | None,
    form: str,
) -> str | Outcome:
    """Tính tiền thưởng cho các khen thưởng trong TỆP, theo nghị định và lương cơ sở vào ngày ký quyết định.

    Có --list thì lập danh sách chi: mỗi tên một dòng, tổng cộng bằng số và bằng chữ, căn cứ ghi một lần.

    Nhân hệ số trước, sau đó làm tròn lên một lần theo quy định. Chỗ chưa rõ được ghi là chưa rõ. TỆP là thư
    mục hay mẫu tên như “2026/*.json” thì đọc mọi tệp JSON trong đó.
    """
    book = read_book(table_file)
    day = read_day(on, "--on") if on is not None else None
    check_output(output)
    if (list_file is None) is not bool(files):
        raise click.UsageError("cần TỆP hoặc --list, và chỉ một trong hai")
    if list_file is not None:
        document = list_of(
            list_file, level=level, granter=granter, form=award_form, day=day, order=order, honour=honour,
            book=book, confidence=min_confidence,
        )  # fmt: skip
        if form == "json":
            raise click.UsageError("--list không in được dạng json")
        if output is not None:
            write_list(document, output, granter=granter, day=day)
            return ""
        return WRITERS[form](document)
    if output is not None:
        raise click.UsageError("--output chỉ đi với --list")
    inputs = Inputs.of(files, DOCUMENTS, strict=strict, list_file=problems_file)
    movements = [*read_named(inputs).values()]
    inputs.check(any_used=bool(movements))
    awards = [(movement, each) for movement in movements for each in movement.awards]
    if not awards:
        raise BadDataError("Không có khen thưởng nào trong các tệp.")
    try:
        least = read_confidence(min_confidence)
        money = [
            award_money(
                each, on=_day_of(each, day), order=order, honour=honour, law=book, min_confidence=least
            )
            for _, each in awards
        ]
    except InvalidValueError as error:
        raise BadDataError(of_options(error.vietnamese)) from None
    if form == "json":
        data = [_data(*told, worth) for told, worth in zip(awards, money, strict=True)]
        return inputs.outcome(to_json(data))
    whose = [_of(movement) for movement, _ in awards]
    return inputs.outcome(WRITERS[form](report_of_awards(money, of=whose)))


def _of(movement: Movement) -> str:
    """Return whose award it is: "Dân vận khéo, năm 2022, An Khê"."""
    place = (movement.place.name,) if movement.place else ()
    return ", ".join((movement.name, format_period(movement.period), *place))


def _day_of(each: Award, day: date | None) -> date | None:
    """Return the day asked for, unless the file states another."""
    told = each.decided
    return day if told is None or (day and isinstance(told, PartialDate) and told.could_be(day)) else None


def _data(movement: Movement, each: Award, worth: AwardMoney) -> dict[str, object]:
    return {
        "movement": movement.name,
        "period": movement.period.code,
        "place": movement.place.name if movement.place else None,
        "form": each.form.value,
        "level": each.level.value if each.level else None,
        "granter": each.granter.name if each.granter else None,
        "kind": each.kind.value if each.kind else None,
        "reason": each.reason or None,
        "decided": code_of(worth.decided) if worth.decided else None,
        "decree": str(worth.decree.value) if isinstance(worth.decree, AppliedRule) else None,
        "assumption": worth.assumption or None,
        "exact": _amount(worth.exact),
        "payable": _amount(worth.payable),
        "lines": [
            {
                "recipient": line.recipient.value,
                "count": line.count,
                "coefficient": str(line.coefficient),
                "exact": _amount(line.exact_each),
                "payable": _amount(line.payable_each),
                "payable_total": _amount(line.payable_total),
                "rules": [_rule(rule) for rule in line.rules],
            }
            for line in worth.lines
        ],
        "party": [
            {
                "recipient": line.recipient.value,
                "receiver": line.receiver,
                "count": line.count,
                "coefficient": str(line.coefficient),
                "exact": _amount(line.exact_each),
                "exact_total": _amount(line.exact_total),
                "rules": [_rule(rule) for rule in line.rules],
            }
            for line in worth.party
        ],
        "unknown": [str(unknown) for unknown in worth.unknown],
        "caveats": list(worth.caveats),
    }


def _rule(rule: AppliedRule) -> dict[str, object]:
    return {
        "table": rule.table,
        "value": str(rule.value),
        "source": rule.rule,
        "confidence": rule.confidence.value,
        "checked": rule.checked.isoformat(),
    }


def _amount(amount: Quantity | Unknown) -> str | None:
    return f"{amount.amount:f}" if isinstance(amount, Quantity) else None
