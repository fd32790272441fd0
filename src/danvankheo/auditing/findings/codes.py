"""What an audit can find: a stable code, how bad it is, and the sentence in two languages.

The gaps of a sentence take the values of a finding as `danvankheo.auditing.findings.wording` writes them;
"=" after a colon asks for an equals sign, or for what stands in its place before an interval.
"""

from enum import StrEnum
from string import Formatter
from typing import Final, Self

from danvankheo.choices import Choice, new_member
from danvankheo.domain.labels import Labelled


class Severity(Labelled):
    """How bad a finding is.

    `ERROR` no procedure explains it, even if words such as "hơn" are taken literally; `WARNING`
    only a procedure that is not accepted, or only the literal reading; `INFO` nothing is wrong,
    but the figures leave something open; `FINE` the figures agree, which the audit keeps to itself.

    >>> Severity.ERROR > Severity.WARNING, max(Severity).value
    (True, 'error')
    """

    ERROR = "error", "lỗi"
    WARNING = "warning", "cảnh báo"
    INFO = "info", "lưu ý"
    FINE = "fine", "khớp"

    @property
    def rank(self) -> int:
        """Its place from worst to best: 0 is the worst.

        >>> Severity.ERROR.rank, Severity.FINE.rank
        (0, 3)
        """
        return _RANKS[self]

    def __lt__(self, other: str) -> bool:
        """Return whether it is less bad: an error is more than a warning."""
        return self.rank > other.rank if isinstance(other, Severity) else NotImplemented

    def __le__(self, other: str) -> bool:
        """Return whether it is less bad, or as bad."""
        return self.rank >= other.rank if isinstance(other, Severity) else NotImplemented

    def __gt__(self, other: str) -> bool:
        """Return whether it is worse."""
        return self.rank < other.rank if isinstance(other, Severity) else NotImplemented

    def __ge__(self, other: str) -> bool:
        """Return whether it is worse, or as bad."""
        return self.rank <= other.rank if isinstance(other, Severity) else NotImplemented


_RANKS: Final = {severity: rank for rank, severity in enumerate(Severity)}


class FindingCode(Choice, StrEnum):
    """What was found: a stable code with its severity and its sentences.

    >>> FindingCode.RATIO_TRUNCATED.value, FindingCode.RATIO_TRUNCATED.severity.label
    ('ratio-truncated', 'cảnh báo')
    """

    severity: Severity
    vietnamese: str
    english: str
    gaps: frozenset[str]

    def __new__(
        cls, code: str, severity: Severity = Severity.ERROR, vietnamese: str = "", english: str = ""
    ) -> Self:
        """Make a member whose value is the code alone."""
        pieces = (*Formatter().parse(vietnamese), *Formatter().parse(english))
        attributes = {
            "severity": severity,
            "vietnamese": vietnamese,
            "english": english,
            "gaps": frozenset(name for _, name, _, _ in pieces if name),
        }
        return new_member(cls, code, **attributes)

    # A ratio beside its percentage; how far a plan is met
    RATIO_FITS = (
        "ratio-fits",
        Severity.FINE,
        "{ratio} {exact:=}; khớp với {printed}.",
        "{ratio} {exact:=}; {printed} agrees.",
    )
    RATIO_TRUNCATED = (
        "ratio-truncated",
        Severity.WARNING,
        "{ratio} {exact:=}, làm tròn {places} là {right}; báo cáo ghi {printed} "
        "(cắt bỏ phần lẻ, không làm tròn).",
        "{ratio} {exact:=}, which rounds to {right}; the report prints {printed} (cut off, not rounded).",
    )
    RATIO_ROUNDED_UP = (
        "ratio-rounded-up",
        Severity.WARNING,
        "{ratio} {exact:=}, làm tròn {places} là {right}; báo cáo ghi {printed} (luôn làm tròn lên).",
        "{ratio} {exact:=}, which rounds to {right}; the report prints {printed} (always rounded up).",
    )
    RATIO_OTHERWISE = (
        "ratio-otherwise",
        Severity.WARNING,
        "{ratio} {exact:=}; chỉ ra {printed} nếu {procedures}.",
        "{ratio} {exact:=}; this is {printed} only if figures are {procedures}.",
    )
    RATIO_LOOSE = (
        "ratio-loose",
        Severity.WARNING,
        "{ratio} {exact:=}; chỉ khớp với {printed} nếu hiểu “hơn”, “gần” … theo nghĩa rộng nhất.",
        "{ratio} {exact:=}; {printed} agrees only if words such as “hơn” or “gần” are taken very widely.",
    )
    RATIO_INCONSISTENT = (
        "ratio-inconsistent",
        Severity.ERROR,
        "{ratio} {exact:=}; làm tròn cách nào cũng không ra {printed}.",
        "{ratio} {exact:=}; no rounding gives {printed}.",
    )
    RATIO_NOT_IN_PERCENT = (
        "ratio-not-in-percent",
        Severity.ERROR,
        "{ratio} {exact:=}; {printed} là tỷ số chưa nhân 100: phải ghi {right}.",
        "{ratio} {exact:=}; {printed} is a ratio that was not multiplied by 100: it is {right}.",
    )
    ATTAINMENT_WORDING = (
        "attainment-wording",
        Severity.WARNING,
        "{ratio} {exact:=}: phải ghi {meant}; báo cáo ghi {printed}.",
        "{ratio} {exact:=}: this is {meant}; the report prints {printed}.",
    )

    # A percentage beside its part or its whole alone
    WHOLE_IMPLIED = (
        "whole-implied",
        Severity.INFO,
        "{known} chiếm {printed}, tức tổng số {things}{ranges}.",
        "{known} at {printed}: the whole is {ranges}.",
    )
    WHOLE_OTHERWISE = (
        "whole-otherwise",
        Severity.WARNING,
        "{known} chiếm {printed}: nếu làm tròn thì không có tổng số nào phù hợp; tổng số {things}{ranges}.",
        "{known} at {printed}: no whole fits if rounded; the whole is {ranges}.",
    )
    WHOLE_IMPOSSIBLE = (
        "whole-impossible",
        Severity.ERROR,
        "{known} chiếm {printed}: không có tổng số nào phù hợp.",
        "{known} at {printed}: no whole number fits as the whole.",
    )
    PART_IMPLIED = (
        "part-implied",
        Severity.FINE,
        "{printed} của {known} là {ranges}.",
        "{printed} of {known}: {ranges}.",
    )
    PART_IMPOSSIBLE = (
        "part-impossible",
        Severity.ERROR,
        "{printed} của {known}: không có số nguyên nào phù hợp; gần nhất là {near}.",
        "{printed} of {known}: no whole number gives it; the nearest is {near}.",
    )
    PART_OTHERWISE = (
        "part-otherwise",
        Severity.WARNING,
        "{printed} của {known}: chỉ có số nguyên phù hợp nếu {procedures}.",
        "{printed} of {known}: a whole number gives it only if figures are {procedures}.",
    )
    PART_LOOSE = (
        "part-loose",
        Severity.WARNING,
        "{printed} của {known}: chỉ có số nguyên phù hợp nếu hiểu “hơn”, “gần” … theo nghĩa rộng nhất.",
        "{printed} of {known}: a whole number gives it only if words such as “hơn” are taken very widely.",
    )
    NO_POWER = (
        "no-power",
        Severity.INFO,
        "{printed} của {known}: tổng số lớn, tỷ lệ nào cũng có số nguyên phù hợp, nên không kiểm tra được.",
        "{printed} of {known}: at this size some whole number gives any percentage; nothing is checked.",
    )

    # A figure, its change and its earlier value
    POINTS_OR_RELATIVE = (
        "points-or-relative",
        Severity.INFO,
        "{now}, {change}: nếu là điểm phần trăm thì kỳ trước {points}; nếu là {relatively} thì "
        "{relative}. Nên ghi rõ “điểm phần trăm”.",
        "{now}, {change}: if in percentage points, the earlier figure is {points}; if {relatively}, "
        "{relative}. Say “điểm phần trăm” where points are meant.",
    )
    CHANGE_FITS = (
        "change-fits",
        Severity.FINE,
        "{now}, {change}: khớp với kỳ trước {before}.",
        "{now}, {change}: agrees with {before} before.",
    )
    CHANGE_FITS_ALONE = (
        "change-fits-alone",
        Severity.FINE,
        "{now}, {change}: kỳ trước {implied}.",
        "{now}, {change}: {implied} before.",
    )
    CHANGE_UNDECIDED = (
        "change-undecided",
        Severity.INFO,
        "{now}, {change}, kỳ trước {before}: hiểu là điểm phần trăm hay {relatively} đều khớp.",
        "{now}, {change}, {before} before: agrees both in percentage points and if {relatively}.",
    )
    CHANGE_IN_POINTS = (
        "change-in-points",
        Severity.WARNING,
        "{now}, {change}, kỳ trước {before}: đây là chênh lệch điểm phần trăm; nên ghi rõ “điểm phần trăm”.",
        "{now}, {change}, {before} before: this is in percentage points; say “điểm phần trăm”.",
    )
    CHANGE_IS_RELATIVE = (
        "change-is-relative",
        Severity.WARNING,
        "{now}, {change}, kỳ trước {before}: đây là mức {relatively} (%), không phải điểm phần trăm.",
        "{now}, {change}, {before} before: this is {relatively}, in percent and not in points.",
    )
    CHANGE_OTHERWISE = (
        "change-otherwise",
        Severity.WARNING,
        "{now}, {change}, kỳ trước {before}: chỉ khớp nếu {procedures}.",
        "{now}, {change}, {before} before: agrees only if figures are {procedures}.",
    )
    CHANGE_LOOSE = (
        "change-loose",
        Severity.WARNING,
        "{now}, {change}, kỳ trước {before}: chỉ khớp nếu hiểu “hơn”, “gần” … theo nghĩa rộng nhất.",
        "{now}, {change}, {before} before: agrees only if words such as “hơn” are taken very widely.",
    )
    CHANGE_INCONSISTENT = (
        "change-inconsistent",
        Severity.ERROR,
        "{now} so với kỳ trước {before} là {right}; báo cáo ghi {change}. Nếu đúng {change} thì kỳ "
        "trước phải ở mức {implied}.",
        "{now} from {before} is {right}; the report prints {change}. For {change} the earlier figure "
        "would have to be {implied}.",
    )
    CHANGE_IMPOSSIBLE = (
        "change-impossible",
        Severity.ERROR,
        "{now}, {change}{so}: không có số kỳ trước nào phù hợp.",
        "{now}, {change}{so}: no earlier figure leads to this.",
    )

    # Totals, shares, chains
    SUM_EXACT = (
        "sum-exact",
        Severity.FINE,
        "Tổng {total} đúng bằng các phần cộng lại.",
        "The total {total} is the sum of its parts.",
    )
    SUM_FITS = (
        "sum-fits",
        Severity.FINE,
        "Tổng ghi {total}, các phần cộng lại là {sum}: khớp, phần chênh do làm tròn.",
        "The total is {total}, the parts add up to {sum}: they agree within the precision of the figures.",
    )
    SUM_OTHERWISE = (
        "sum-otherwise",
        Severity.WARNING,
        "Tổng ghi {total}, các phần cộng lại là {sum}{leeway}: chỉ khớp nếu {procedures}.",
        "The total is {total}, the parts add up to {sum}{leeway}: they agree only if figures are "
        "{procedures}.",
    )
    SUM_LOOSE = (
        "sum-loose",
        Severity.WARNING,
        "Tổng ghi {total}, các phần cộng lại là {sum}: chỉ khớp nếu hiểu “hơn”, “gần” … theo nghĩa "
        "rộng nhất.",
        "The total is {total}, the parts add up to {sum}: they agree only if words such as “hơn” are "
        "taken very widely.",
    )
    SUM_INCONSISTENT = (
        "sum-inconsistent",
        Severity.ERROR,
        "Tổng ghi {total}, các phần cộng lại là {sum}{leeway}: làm tròn cách nào cũng không khớp.",
        "The total is {total}, the parts add up to {sum}{leeway}: no rounding explains it.",
    )
    PARTS_EXCEED_TOTAL = (
        "parts-exceed-total",
        Severity.ERROR,
        "Các phần cộng lại là {sum}, vượt tổng đã ghi {total}.",
        "The parts add up to {sum}, more than the stated total {total}.",
    )
    PARTS_BELOW_TOTAL = (
        "parts-below-total",
        Severity.WARNING,
        "Các phần cộng lại là {sum}, ít hơn tổng {total}: liệt kê chưa đủ, hoặc có số sai.",
        "The parts add up to {sum}, less than the total, {total}: not all are listed, or one is wrong.",
    )
    SHARES_FIT = (
        "shares-fit",
        Severity.FINE,
        "Các tỷ trọng cộng lại là {sum}, khớp với 100%.",
        "The shares add up to {sum}, which agrees with 100%.",
    )
    SHARES_OTHERWISE = (
        "shares-otherwise",
        Severity.WARNING,
        "Các tỷ trọng cộng lại là {sum}{leeway}: chỉ khớp nếu {procedures}.",
        "The shares add up to {sum}{leeway}: they agree only if figures are {procedures}.",
    )
    SHARES_LOOSE = (
        "shares-loose",
        Severity.WARNING,
        "Các tỷ trọng cộng lại là {sum}: chỉ khớp nếu hiểu “hơn”, “gần” … theo nghĩa rộng nhất.",
        "The shares add up to {sum}: they agree only if words such as “hơn” are taken very widely.",
    )
    SHARES_FORCED = (
        "shares-forced",
        Severity.WARNING,
        "Các tỷ trọng đã được chỉnh cho đủ 100%, nên có số chưa đúng: tính riêng từng phần là {right}.",
        "The shares were adjusted to add up to 100%, so some are wrong by themselves: they are {right}.",
    )
    SHARES_INCONSISTENT = (
        "shares-inconsistent",
        Severity.ERROR,
        "Các tỷ trọng cộng lại là {sum}{leeway}: làm tròn cách nào cũng không ra 100%.",
        "The shares add up to {sum}{leeway}: no rounding explains it.",
    )
    SHARES_WRONG = (
        "shares-wrong",
        Severity.ERROR,
        "Các tỷ trọng {told} không đúng với số lượng; đúng phải là {right}.",
        "The shares {told} are not those of the counts: these are {right}.",
    )
    CHAIN_FITS = (
        "chain-fits",
        Severity.FINE,
        "Chuỗi số liệu {values} khớp với các mức thay đổi: {changes}.",
        "The series {values} agrees with the changes {changes}.",
    )
    CHAIN_OTHERWISE = (
        "chain-otherwise",
        Severity.WARNING,
        "Chuỗi số liệu {values}, các mức thay đổi {changes}: chỉ khớp nếu {procedures}.",
        "The series {values}, changes {changes}: it agrees only if figures are {procedures}.",
    )
    CHAIN_LOOSE = (
        "chain-loose",
        Severity.WARNING,
        "Chuỗi số liệu {values}, các mức thay đổi {changes}: chỉ khớp nếu hiểu “hơn”, “gần” … theo nghĩa "
        "rộng nhất.",
        "The series {values}, changes {changes}: it agrees only if words such as “hơn” are taken "
        "very widely.",
    )
    CHAIN_BROKEN = (
        "chain-broken",
        Severity.ERROR,
        "Chuỗi số liệu {values}, các mức thay đổi {changes}: không khớp{where}.",
        "The series {values}, changes {changes}: they cannot all be true{where}.",
    )

    # The same fact in several places
    MENTIONS_AGREE = (
        "mentions-agree",
        Severity.FINE,
        "{told}: khớp nhau.",
        "{told}: they agree.",
    )
    MENTIONS_OTHERWISE = (
        "mentions-otherwise",
        Severity.WARNING,
        "{told}: chỉ khớp nhau nếu {procedures}.",
        "{told}: they agree only if figures are {procedures}.",
    )
    MENTIONS_LOOSE = (
        "mentions-loose",
        Severity.WARNING,
        "{told}: chỉ khớp nhau nếu hiểu “hơn”, “gần” … theo nghĩa rộng nhất.",
        "{told}: they agree only if words such as “hơn” are taken very widely.",
    )
    MENTIONS_APART = (
        "mentions-apart",
        Severity.WARNING,
        "{told}: chỉ khớp nhau nếu mỗi nơi làm tròn một cách.",
        "{told}: they agree only if each place rounds in its own way.",
    )
    CONTRADICTION = (
        "contradiction",
        Severity.ERROR,
        "{told}: cùng một số liệu mà ghi khác nhau.",
        "{told}: they cannot all be true.",
    )

    # Bounds
    BOUNDS_FIT = (
        "bounds-fit",
        Severity.FINE,
        "{figure}: trong giới hạn cho phép.",
        "{figure}: within its bounds.",
    )
    SHARE_OVER_100 = (
        "share-over-100",
        Severity.ERROR,
        "{figure}: tỷ lệ này không thể vượt 100%.",
        "{figure}: this share cannot pass 100%.",
    )
    PART_OVER_WHOLE = (
        "part-over-whole",
        Severity.ERROR,
        "{part}, mà tổng số chỉ có {whole}.",
        "{part}: more than the whole, {whole}.",
    )
    COUNT_NOT_WHOLE = (
        "count-not-whole",
        Severity.ERROR,
        "{figure}: số đếm phải là số nguyên.",
        "{figure}: a count must be a whole number.",
    )
    CUMULATIVE_FITS = (
        "cumulative-fits",
        Severity.FINE,
        "{values}: số lũy kế không giảm.",
        "{values}: the cumulative figure never falls.",
    )
    CUMULATIVE_FALLS = (
        "cumulative-falls",
        Severity.ERROR,
        "{values}: số lũy kế không thể giảm.",
        "{values}: a cumulative figure cannot fall.",
    )
    MODELS_NOT_NESTED = (
        "models-not-nested",
        Severity.WARNING,
        "Số mô hình {inner} ({part}) nhiều hơn số mô hình {outer} ({whole}).",
        "There are more models “{inner}” ({part}) than “{outer}” ({whole}).",
    )

    REPEATED = (
        "repeated",
        Severity.INFO,
        "{what} ghi {times} lần giống hệt nhau; nếu chỉ là một thì đã tính trùng.",
        "{what} is listed {times} times, alike to the letter; if it is one, it is counted twice.",
    )

    # A report as a whole
    HABIT = (
        "habit",
        Severity.INFO,
        "Các số liệu kiểm tra được đều chỉ khớp nếu báo cáo {procedures} ({agreeing} số liệu cho thấy rõ).",
        "All the figures that can be checked agree only if they were {procedures} ({agreeing} of them show "
        "it).",
    )
