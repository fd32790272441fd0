"""Every reason for which something can be refused: a stable code, and the wording in two languages."""

from enum import StrEnum
from typing import Self

from danvankheo.choices import Choice, new_member


class Reason(Choice, StrEnum):
    """Why something was refused: a stable code with what was expected, in two languages.

    >>> from danvankheo.errors import Reason
    >>> Reason.NUMBER.value, Reason.NUMBER.english, Reason.NUMBER.vietnamese
    ('number', 'a number', 'phải là một số')
    """

    english: str
    vietnamese: str
    hint: str
    hint_vietnamese: str

    def __new__(
        cls, code: str, english: str = "", vietnamese: str = "", hint: str = "", hint_vietnamese: str = ""
    ) -> Self:
        """Make a member whose value is the code alone; the hint says what to do about it."""
        hints = {"hint": hint, "hint_vietnamese": hint_vietnamese}
        return new_member(cls, code, english=english, vietnamese=vietnamese, **hints)

    # Plain values
    NUMBER = "number", "a number", "phải là một số"
    NUMERAL = (
        "numeral",
        'a number written as text, such as "27" or "154.4"',
        'phải là số đặt trong ngoặc kép, như "27" hay "154.4"',
    )
    FINITE = "finite", "a finite number", "phải là số hữu hạn"
    BOUNDED = (
        "bounded",
        "a number of at most {digits} digits on either side of the point",
        "phải là số có không quá {digits} chữ số ở mỗi bên dấu phẩy thập phân",
    )
    FINITE_DECIMAL = (
        "finite-decimal",
        "a number with finitely many decimals",
        "phải là số thập phân hữu hạn",
    )
    QUOTIENT = (
        "quotient",
        "a quotient with a last decimal; average(…, of=…, decimals=…) rounds it once",
        "thương phải là số thập phân hữu hạn; average(…, of=…, decimals=…) làm tròn một lần",
    )
    DECIMALS = (
        "decimals",
        "at most {decimals} decimals; round_to(…, {decimals}) rounds a figure that was computed",
        "không được quá {decimals} chữ số thập phân; round_to(…, {decimals}) làm tròn số đã qua tính toán",
    )
    NOT_NEGATIVE = "not-negative", "zero or more", "phải từ 0 trở lên"
    POSITIVE = "positive", "more than zero", "phải lớn hơn 0"
    WHOLE_NUMBER = "whole-number", "a whole number", "phải là số nguyên"
    IN_RANGE = "in-range", "from {low} to {high}", "phải từ {low} đến {high}"
    TEXT = "text", "text", "phải là chữ"
    NOT_EMPTY = "not-empty", "text that is not blank", "không được để trống"
    PRINTABLE = (
        "printable",
        "text without control characters or broken code points",
        "không được có ký tự điều khiển hay mã hỏng",
    )
    ONE_DIRECTION = (
        "one-direction",
        "text without marks that turn its direction round, which would show figures after it reversed",
        "không được có ký tự đảo chiều chữ, vì số liệu đứng sau sẽ hiện ngược",
    )
    MARKS = "marks", "letters with at most {most} marks each", "mỗi chữ cái không được quá {most} dấu"
    TEXT_LENGTH = "text-length", "at most {most} characters", "không được quá {most} ký tự"
    TRUTH = "truth", "true or false", "phải là true hoặc false"
    TYPE = "type", "{type}", "phải là {type}"
    NOT_TEXT = (
        "not-text",
        "{type}, not text: {reader} reads text",
        "phải là {type}, không phải chữ ({reader} đọc được chữ)",
    )
    NOT_FLOAT = (
        "not-float",
        "a whole number, not a float: int(…) makes one",
        "phải là số nguyên, không phải float (int(…) đổi sang số nguyên)",
    )
    TUPLE_OF = "tuple-of", "a list or tuple of {type}", "phải là danh sách (list, tuple) gồm {type}"
    FORMAT_SPEC = (
        "format-spec",
        "options that {type} has ({allowed}), an alignment such as >20, or nothing",
        "phải là tùy chọn mà {type} có ({allowed}), căn lề như >20, hoặc để trống",
    )
    PATTERN = "pattern", "{pattern}", "phải là {pattern}"
    ONE_OF = "one-of", "one of {allowed}", "không nhận {got}; phải là một trong: {allowed}"

    # Units and quantities
    UNSCALED_UNIT = (
        "unscaled-unit",
        "a unit that carries no scale word yet and is not a ratio",
        "phải là đơn vị chưa kèm nghìn, triệu, tỷ và không phải tỷ lệ",
    )
    AREA_OF_REGION = (
        "area-of-region",
        "an area unit known in that region: {allowed}",
        "phải là đơn vị diện tích dùng ở vùng đó: {allowed}",
    )
    SAME_BASE = "same-base", "a quantity in {base}", "phải tính bằng {base}"
    DIMENSION = "dimension", "a quantity of {allowed}", "phải là {allowed}"
    ORDERED = "ordered", "not below {low}", "không được nhỏ hơn {low}"

    UNIT = (
        "unit",
        'a unit such as "million_dong", "workday" or {{"counted": "hộ"}}',
        'phải là đơn vị tính, như "million_dong", "workday" hay {{"counted": "hộ"}}',
    )

    # Time
    DATE = "date", "a date such as 2022-11-02", "phải là ngày, như 2022-11-02"
    PARTIAL_DATE = (
        "partial-date",
        "a date of which the year is missing, or the day, or the day and the month",
        "phải là ngày còn khuyết: thiếu năm, thiếu ngày, hoặc thiếu cả ngày và tháng",
    )
    CALENDAR_DAY = "calendar-day", "a day that the calendar has", "không có ngày này trong lịch"
    STARTS_FIRST = "starts-first", "a start that is not after the end", "ngày đầu không được sau ngày cuối"
    PERIOD_SHAPE = "period-shape", "days that make up {kind}", "các ngày phải đúng là {kind}"
    PERIOD_CODE = (
        "period-code",
        "a period code such as 2022, 2022-H1, 2022-Q3, 2022-11, 2022-M9, stage:2021/2025 or "
        "2022-10-17/2022-11-18",
        "phải là mã thời kỳ, như 2022, 2022-H1, 2022-Q3, 2022-11, 2022-M9, stage:2021/2025 hay "
        "2022-10-17/2022-11-18",
    )
    WITHIN_A_YEAR = "within-a-year", "a period of at most one year", "thời kỳ không được dài quá một năm"

    AS_TOLD = "as-told", "a day that agrees with {told}", "phải là ngày khớp với {told}"

    # Places, organisations, documents
    HIGHER_PARENT = (
        "higher-parent",
        "a parent of a higher level than {kind}",
        "nơi trực thuộc phải ở cấp cao hơn {kind}",
    )
    KIND_EXISTED = (
        "kind-existed",
        "dates on which {kind} existed ({span})",
        "phải nằm trong thời gian có {kind} ({span})",
    )
    PLACE_EXISTED = (
        "place-existed",
        "a place that existed in {period}",
        "không có nơi này, hoặc không có cấp trên đã ghi, trong {period}",
    )

    PLACES_FROM = (
        "places-from",
        "a day from {first} on, with which the table of places begins",
        "phải từ ngày {first} trở đi, là ngày đầu của bảng đơn vị hành chính",
    )
    KNOWN_PLACE = (
        "known-place",
        "a unit of administration of {day}",
        "không có đơn vị hành chính nào mang tên hoặc mã này vào ngày {day}",
    )
    ONE_UNIT = (
        "one-unit",
        "one unit, not {meanings}",
        "tên này là của nhiều đơn vị: {meanings}",
        "name its kind, or what it lies in",
        "nêu rõ loại đơn vị hoặc nơi trực thuộc",
    )
    SHARES_OF_PLACE = (
        "shares-of-place",
        "shares that add up to 1, each for one of {allowed}",
        "các tỷ trọng phải cộng lại bằng 1, mỗi phần cho một trong: {allowed}",
    )

    # Records
    HAS_FIGURE = "has-figure", "a value or a part, so that there is a figure", "phải có giá trị hoặc tử số"
    CHANGE_UNIT = "change-unit", "a change in {allowed}", "mức thay đổi phải tính bằng {allowed}"
    MOVES = (
        "moves",
        "tăng or giảm for a size other than zero",
        "mức thay đổi khác 0 thì phải là tăng hoặc giảm",
    )
    NOT_TIMES = (
        "not-times",
        "a size that can have a sign; “giảm n lần” has none",
        "mức thay đổi phải viết được thành số dương hoặc số âm; “giảm n lần” thì không",
    )
    HAS_GROUP = (
        "has-group",
        "at least one group of recipients",
        "phải có ít nhất một nhóm đối tượng được khen thưởng",
    )
    WITHIN_RECIPIENTS = (
        "within-recipients",
        "groups of at most the {most} recipients that they are of",
        "các nhóm không được quá {most} người nhận thuộc loại ấy",
    )
    HAS_RECIPIENT = (
        "has-recipient",
        "at least one recipient",
        "phải có ít nhất một tập thể, hộ gia đình hoặc cá nhân",
    )
    RECIPIENT_KIND = "recipient-kind", "only {allowed} for {award}", "{award} chỉ tặng cho {allowed}"
    QUANTITY_OR_KIND = (
        "quantity-or-kind",
        "either a quantity or, where the source gives none, what was given in unknown_kind",
        "phải có số lượng; chưa rõ số lượng thì ghi loại đóng góp ở unknown_kind",
    )
    NAMES_A_DAY = (
        "names-a-day",
        "a date with its day (a year or a month alone is a period)",
        "phải có ngày cụ thể (chỉ biết năm hay tháng thì ghi thành thời kỳ)",
    )
    OTHER_FIELD = (
        "other-field",
        "the name of the field if, and only if, the field is 'other'",
        "lĩnh vực là 'other' thì phải ghi tên lĩnh vực; không phải 'other' thì để trống",
    )
    UNIQUE = "unique", "each id once", "mỗi mã chỉ được dùng một lần"
    KNOWN_MODEL = (
        "known-model",
        "the id of a model of this movement",
        "phải là mã của một mô hình có trong phong trào",
    )
    SENT_ONCE = (
        "sent-once",
        "one file for each place and period ({more} have more); name those that count in accept=",
        "mỗi nơi chỉ được cộng một tệp cho một kỳ; có {more} trường hợp gửi trùng, hãy chọn tệp ở accept=",
    )
    ONE_PERIOD = (
        "one-period",
        "figures of one period, not of {periods}; give period=, or group by period",
        "chỉ cộng số liệu của một kỳ, mà ở đây có {periods}; hãy nêu period=, hoặc cộng riêng từng kỳ",
    )
    COUNTED_ONCE = "counted-once", "one count for each combination", "mỗi loại chỉ được ghi một con số"

    # Calls
    DECIMALS_NEEDED = (
        "decimals-needed",
        "decimals=, since the exact value has no end",
        "phải nêu decimals=, vì giá trị chính xác là số thập phân vô hạn",
    )
    NONZERO = "nonzero", "something other than zero", "phải khác 0"
    ATTAINMENT_SIDE = (
        "attainment-side",
        "a value of at least 100% to exceed a plan, at most 100% to fall short of it",
        "“vượt” thì phải từ 100% trở lên, “thiếu” thì phải từ 100% trở xuống",
    )
    PARTIAL_PERIOD = (
        "partial-period",
        "a number for a quarter, month or months, or a start for days",
        "phải có số thứ tự của quý, của tháng hoặc số tháng; khoảng ngày thì phải có ngày đầu",
    )
    WHOLE_DATE = "whole-date", "a date with {needed}", "phải là ngày có đủ {needed}"

    OWN_OPTIONS = (
        "own-options",
        "no {options} beside a value that has its own",
        "không đặt thêm {options} được, vì giá trị đã có sẵn",
    )

    # Text that is read: what was expected, and a hint
    DIGITS = (
        "digits",
        "a number in the digits 0–9",
        "phải là số viết bằng chữ số 0–9",
        "no exponents, underscores, percent signs or other alphabets' digits",
        "không dùng số mũ, gạch dưới, ký hiệu khác hay chữ số của bảng chữ khác",
    )
    GROUPS = (
        "groups",
        "dots between groups of three digits and one comma before the decimals",
        "phải có dấu chấm giữa các nhóm ba chữ số và một dấu phẩy trước phần thập phân",
        "write 1.234.567 or 1.234,5",
        "viết như 1.234.567 hay 1.234,5",
    )
    LEADING_ZERO = (
        "leading-zero",
        "no zero in front, but one before a single digit",
        "không được có số 0 đứng đầu, trừ một số 0 trước một chữ số",
        "write 7 or 07",
        "viết 7 hay 07",
    )
    ENGLISH_SIGNS = (
        "english-signs",
        "Vietnamese signs, where English ones make it {number}",
        "phải viết dấu chấm, dấu phẩy theo cách Việt Nam",
        'write {number}, or pass convention="en"',
        "viết {number}",
    )
    TWO_WAY = (
        "two-way",
        "a text with one meaning, not {meanings}",
        "có nhiều cách hiểu: {meanings}",
        "{choose}",
        "{choose}",
    )
    REGIONAL_UNIT = (
        "regional-unit",
        "a unit that means the same everywhere, where this may be {meanings}",
        "đơn vị này mỗi nơi một khác, có thể là {meanings}",
        "{choose}",
        "{choose}",
    )
    FIGURE = "figure", "a figure in digits or words", "phải là con số viết bằng chữ số hoặc bằng chữ"
    NO_FIGURE = (
        "no-figure",
        "a figure; the words say only {floor} or more",
        "chưa phải con số cụ thể, chỉ cho biết từ {floor} trở lên",
    )
    VAGUE = (
        "vague",
        "a figure; the words say only that there are some",
        "chưa phải con số cụ thể, mới nêu chung chung",
    )
    UNIT_WORD = (
        "unit-word",
        "a unit or the noun that is counted",
        "phải có đơn vị tính hoặc tên đối tượng được đếm",
        "{hint}",
        "{hint}",
    )
    SCALES_FALL = (
        "scales-fall",
        "scale words that grow smaller, each part below the next larger word",
        "tỷ, triệu, nghìn phải giảm dần, phần sau nhỏ hơn bậc đứng trước",
        "write 3 tỷ 645 triệu đồng",
        "viết như 3 tỷ 645 triệu đồng",
    )
    END = "end", "the end of the text", "thừa chữ từ chỗ này"
    PLAIN_FIGURE = (
        "plain-figure",
        "a figure without a word such as hơn or gần",
        "phải là con số không kèm “hơn”, “gần” …",
        "parse_quantity keeps such words",
        "parse_quantity đọc được cả những từ ấy",
    )
    NUMBER_WORDS = (
        "number-words",
        "number words in their order",
        "phải là số viết bằng chữ, đúng thứ tự",
        "such as hai nghìn không trăm linh năm, hai trăm tư, ba tỷ rưỡi",
        "như hai nghìn không trăm linh năm, hai trăm tư, ba tỷ rưỡi",
    )
    NOT_YEARS = (
        "not-years",
        "a number; “năm” after a ten counts years",
        "phải là một số; “năm” sau “mươi”, “mười” là năm tháng",
        "five after a ten is lăm: chín mươi lăm",
        "số 5 sau mươi, mười đọc là lăm: chín mươi lăm",
    )
    ORDINAL = "ordinal", "an ordinal such as thứ nhất", "phải là số thứ tự, như thứ nhất"
    RANGE_TEXT = (
        "range-text",
        "two figures, as in từ 5 đến 10 triệu đồng or 5-7%",
        "phải có hai con số, như từ 5 đến 10 triệu đồng hay 5-7%",
    )
    RATIO_TEXT = (
        "ratio-text",
        "a ratio such as 27/28 trường or 27 trong tổng số 28 trường",
        "phải là tỷ số, như 27/28 trường hay 27 trong tổng số 28 trường",
    )
    CHANGE_TEXT = (
        "change-text",
        "a change such as tăng 3,05%, giảm 46 hộ, gấp 2 lần",
        "phải là mức tăng, giảm, như tăng 3,05%, giảm 46 hộ, gấp 2 lần",
    )
    FROM_TO_TEXT = (
        "from-to-text",
        "a change from one figure to another, such as giảm từ 11,42% xuống còn 4,05%",
        "phải là mức thay đổi từ số này đến số kia, như giảm từ 11,42% xuống còn 4,05%",
    )
    ATTAINMENT_TEXT = (
        "attainment-text",
        "how far a plan is met, such as đạt 105% kế hoạch, vượt 12,5% chỉ tiêu",
        "phải là mức hoàn thành, như đạt 105% kế hoạch, vượt 12,5% chỉ tiêu",
    )
    DATE_TEXT = (
        "date-text",
        "a date such as 2/11/2022, 2-11 or ngày 02 tháng 11 năm 2022",
        "phải là ngày, như 2/11/2022, 2-11 hay ngày 02 tháng 11 năm 2022",
        "the day stands first, the year has four digits",
        "ngày đứng trước, năm đủ bốn chữ số",
    )
    WEEKDAY = (
        "weekday",
        "{weekday}, the weekday of {day}, not {other}",
        "ngày {day} là {weekday}, không phải {other}",
    )
    OTHER_CALENDAR = (
        "other-calendar",
        "a date of the solar calendar",
        "phải là ngày dương lịch",
        "convert a date of the lunar calendar before",
        "đổi ngày âm lịch sang dương lịch trước",
    )
    PERIOD_TEXT = (
        "period-text",
        "a period such as năm 2022, quý III/2022, 6 tháng đầu năm 2022, giai đoạn 2021-2025",
        "phải là thời kỳ, như năm 2022, quý III/2022, 6 tháng đầu năm 2022, giai đoạn 2021-2025",
    )
    DOCUMENT_TEXT = (
        "document-text",
        "a document such as Chỉ thị số 16/CT-TTg or Nghị quyết số 25-NQ/TW",
        "phải là tên văn bản, như Chỉ thị số 16/CT-TTg hay Nghị quyết số 25-NQ/TW",
    )
    TOLD = (
        "told",
        "a text that states {what}, or {argument}= given",
        "văn bản chưa nêu {what}; hãy nêu ở {argument}=",
    )
    OF_ONE_PLACE = "of-one-place", "figures of {place} alone", "phải là số liệu của riêng {place}"
    READABLE = (
        "readable",
        "a figure, date, period or document that one of the readers knows",
        "phải là con số, ngày, thời kỳ hay tên văn bản viết theo cách thường dùng",
    )

    # Tables of law
    TOML = "toml", "TOML in which no key stands twice", "sai cú pháp TOML hoặc có mục ghi hai lần ({got})"
    LAW_KEY = "law-key", "one word for each of: {keys}", "phải có đúng các mã: {keys}"
    UNCONFIRMED_VALUE = (
        "unconfirmed-value",
        "a value or `without` if it is confirmed, and neither if it is not",
        "đã kiểm chứng thì phải có giá trị hoặc without, chưa kiểm chứng thì để trống",
    )
    NO_OVERLAP = (
        "no-overlap",
        "a day after the entry before it",
        "phải là ngày sau khi dòng trước hết hiệu lực",
    )
    NO_GAP = (
        "no-gap",
        "the day after the entry before it ended",
        "phải là ngày liền sau ngày dòng trước hết hiệu lực",
    )

    # Tables
    COLUMN = "column", "one of the columns {allowed}", "không có cột {got}; các cột có: {allowed}"
    COLUMN_ONCE = (
        "column-once",
        "each column once, of the keys, the sums, and the counts of known and unknown rows, "
        "which are written beside them",
        "mỗi cột chỉ được nêu một lần, kể cả các cột đếm known, unknown được ghi thêm",
    )
    SUMS = (
        "sums",
        'columns, or tuples of columns that belong together, such as ["dong", ("ngheo", "ho")]',
        'phải là tên cột, hoặc nhóm cột đi với nhau trong ngoặc tròn, như ["dong", ("ngheo", "ho")]',
    )
    NEW_COLUMN = (
        "new-column",
        "the name of a new column (drop the old one first, or choose another name)",
        "phải là tên một cột mới (bỏ cột cũ trước, hoặc chọn tên khác)",
    )
    OWN_COLUMN = (
        "own-column",
        "another name: columns that begin with {prefix} are the calculation's own",
        "phải là tên khác, vì cột có tên bắt đầu bằng {prefix} là cột tạm của phép tính",
    )
    WHOLE_COLUMN = (
        "whole-column",
        "whole numbers of the smallest unit, such as đồng ({fix})",
        "phải là số nguyên tính bằng đơn vị nhỏ nhất, như đồng ({fix})",
    )
    COLUMN_RANGE = (
        "column-range",
        "whole numbers of at most 9·10^18 in size",
        "phải là số nguyên không quá 9·10^18",
    )
    SMALLEST_UNIT = (
        "smallest-unit",
        "at most {places} decimals of the base unit, and at most 9·10^18 of the last of them",
        "không được quá {places} chữ số thập phân của đơn vị gốc và không quá 9·10^18 đơn vị nhỏ nhất",
    )
    GIFT_UNIT = (
        "gift-unit",
        "a base unit of its kind, such as dong for money or counted:cây for goods",
        "phải là đơn vị gốc, như dong cho tiền hay counted:cây cho hiện vật",
    )
    AMOUNT_AND_UNIT = (
        "amount-and-unit",
        "an amount with its unit, or neither",
        "phải ghi cả số lượng và đơn vị, hoặc để trống cả hai",
    )
    TOTAL_ROW = (
        "total-row",
        "rows of gifts only; a row of totals or of parts would be added a second time "
        "(`read_file` checks such rows and leaves them out)",
        "chỉ được có các dòng số liệu; dòng tổng hay dòng “trong đó” sẽ bị cộng hai lần",
    )
    TOTAL_SUM = "total-sum", "the sum of its {of} rows, {sum}", "{got}, nhưng {of} dòng cộng lại là {sum}"
    TOTAL_ROWS = (
        "total-rows",
        "rows that a total is the sum of",
        "không thấy các dòng thành phần để đối chiếu với dòng tổng",
    )
    BEYOND_TOTAL = (
        "beyond-total",
        "every row within the total of the table",
        "mọi dòng phải nằm trong tổng chung của bảng",
    )
    PART_OF_ROW = (
        "part-of-row",
        "at most the row above of which it is a part, {whole}",
        "không được quá dòng trên ({whole}) mà dòng này là một phần",
    )
    PARTS_END = (
        "parts-end",
        "parts that begin with a sign such as “-”, so that one sees where they end",
        "các dòng thuộc “trong đó” phải có gạch đầu dòng, để biết hết ở đâu",
    )
    ONE_REPORT = (
        "one-report",
        "one table for each place and time, or accept_duplicates=True",
        "có nhiều báo cáo cùng nơi, cùng kỳ: {got}; nếu đúng là các phần khác nhau thì nêu "
        "accept_duplicates=True",
    )
    YEAR_OF_PERIOD = "year-of-period", "the year of the period {period}", "phải là năm của kỳ {period}"
    ONE_PLACE = (
        "one-place",
        "a name with its kind, since it may be {meanings}",
        "tên phải kèm loại đơn vị, vì có thể là {meanings}",
    )
    TEXT_COLUMN = "text-column", "a column of text ({fix})", "phải là cột kiểu chữ ({fix})"
    PLACE_COLUMN = (
        "place-column",
        "codes that units of administration had on the day of codes_on",
        "phải là mã đơn vị hành chính có vào ngày nêu ở codes_on",
    )
    ORDER_COLUMN = (
        "order-column",
        "a column that orders equal values for ordinal positions, and none for others",
        "xếp hạng theo thứ tự thì phải nêu cột phân định các giá trị bằng nhau, cách khác thì để trống",
    )
    ONE_ROW = "one-row", "one row for each year of a group", "mỗi năm của một nhóm chỉ được có một dòng"

    # Files of tables
    HEAD = (
        "head",
        "a head of one of the columns {allowed}",
        "không nhận ra tên cột này; các tên dùng được: {allowed}",
    )
    HEAD_ONCE = "head-once", "each column once", "mỗi cột chỉ được có một lần"
    CELL_NUMBER = (
        "cell-number",
        "whole numbers below 2^53, or numbers in cells that are formatted as text",
        "phải là số nguyên nhỏ hơn 2^53, hoặc số trong ô định dạng Text",
    )
    CELL_TEXT = (
        "cell-text",
        "text in cells that are formatted as text, since a date may be another one than was typed",
        "ô chữ phải có định dạng Text, vì ngày có thể khác với ngày đã gõ",
    )
    CELL_ERROR = (
        "cell-error",
        "values, not errors such as #DIV/0!",
        "phải là giá trị, không phải lỗi như #DIV/0!",
    )
    CELL_DIGITS = "cell-digits", "numbers such as 1.234,5 or 1234.5", "phải là số, như 1.234,5 hay 1234.5"
    CELL_TWO_WAY = (
        "cell-two-way",
        'numbers with one meaning; convention="vi" reads 1.234 as 1234, convention="en" as 1,234',
        'số có hai cách hiểu; convention="vi" đọc 1.234 là 1234, convention="en" đọc là 1,234',
    )
    CELL_KIND = (
        "cell-kind",
        "columns of whole numbers, texts or truth values",
        "chỉ ghi được các cột số nguyên, chữ hay đúng sai",
    )
    PARQUET = "parquet", "a Parquet file", "không phải tệp Parquet, hoặc tệp đã hỏng"
    WORKBOOK = "workbook", "a workbook that can be read", "không mở được tệp Excel ({got})"
    CSV = (
        "csv",
        "CSV in which every row has as many cells as there are heads",
        "mỗi dòng của tệp CSV phải có đúng số ô như số cột",
    )
    LINE_ENDS = (
        "line-ends",
        "lines that end with a line feed (LF, or CR LF)",
        "các dòng phải kết thúc bằng ký tự xuống dòng LF hay CR LF",
    )
    SHEET_ROWS = (
        "sheet-rows",
        "at most {most} rows in a sheet (Parquet and CSV hold more)",
        "trang tính không được quá {most} dòng (Parquet và CSV chứa được nhiều hơn)",
    )
    SHEET_CELLS = (
        "sheet-cells",
        "a sheet whose cells, from the first that is filled to the last, are at most {most}, "
        "none beyond XFD1048576",
        "trang tính không được quá {most} ô, tính từ ô có dữ liệu đầu tiên đến ô cuối cùng, và "
        "không ô nào vượt quá XFD1048576",
    )
    ONE_SHEET = (
        "one-sheet",
        "a workbook of one sheet, or sheet= one of {allowed}",
        "sổ phải có một trang tính, hoặc nêu sheet= là một trong: {allowed}",
    )

    # Saved documents
    JSON = "json", "JSON", "sai cú pháp JSON ({got})"
    UTF8 = "utf-8", "text in UTF-8", "không phải tệp mã hóa UTF-8 ({got})"
    OBJECT = "object", "an object", "phải là nhóm mục trong ngoặc nhọn {{…}}"
    LIST = "list", "a list", "phải là danh sách trong ngoặc vuông […]"
    KNOWN_KEY = "known-key", "one of the keys {allowed}", "không có mục này; các mục có: {allowed}"
    ONE_RATE = "one-rate", "the same rate as for {unit}", "phải cùng đơn giá với {unit}"
    UNREPEATED_KEY = "unrepeated-key", "each key once", "mục {got} bị ghi lặp"
    PRESENT = "present", "this key", "thiếu mục này"
    VERSION = (
        "version",
        "a version that this release reads: {allowed}",
        "phải là phiên bản đọc được: {allowed}",
    )
    SIZE = "size", "at most {most} bytes", "không được quá {most} byte"
    DEPTH = "depth", "less nesting", "lồng nhau quá nhiều tầng"
