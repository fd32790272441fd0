"""What each reason says, in English and in Vietnamese, and what to do about it; `reasons` lists their codes.

A gap in braces is filled with what a call states: {got} is what came.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple


class Wording(NamedTuple):
    """What was expected, as it stands in a sentence, and what to do about it."""

    english: str = ""
    vietnamese: str = ""
    hint: str = ""
    hint_vietnamese: str = ""


_WORDINGS: Final = {
    # Plain values
    "number": Wording("a number", "phải là một số"),
    "numeral": Wording(
        'a number written as text, such as "27" or "154.4"',
        'phải là số đặt trong ngoặc kép, như "27" hay "154.4"',
    ),
    "finite": Wording("a finite number", "phải là số hữu hạn"),
    "bounded": Wording(
        "a number of at most {digits} digits on either side of the point",
        "phải là số có không quá {digits} chữ số ở mỗi bên dấu phẩy thập phân",
    ),
    "finite-decimal": Wording("a number with finitely many decimals", "phải là số thập phân hữu hạn"),
    "quotient": Wording(
        "a quotient with a last decimal; average(…, of=…, decimals=…) rounds it once",
        "thương phải là số thập phân hữu hạn; average(…, of=…, decimals=…) làm tròn một lần",
    ),
    "decimals": Wording(
        "at most {decimals} decimals; round_to(…, {decimals}) rounds a figure that was computed",
        "không được quá {decimals} chữ số thập phân; round_to(…, {decimals}) làm tròn số đã qua tính toán",
    ),
    "not-negative": Wording("zero or more", "phải từ 0 trở lên"),
    "positive": Wording("more than zero", "phải lớn hơn 0"),
    "whole-number": Wording("a whole number", "phải là số nguyên"),
    "in-range": Wording("from {low} to {high}", "phải từ {low} đến {high}"),
    "text": Wording("text", "phải là chữ"),
    "not-empty": Wording("text that is not blank", "không được để trống"),
    "printable": Wording(
        "text without control characters or broken code points", "không được có ký tự điều khiển hay mã hỏng"
    ),
    "one-direction": Wording(
        "text without marks that turn its direction round, which would show figures after it reversed",
        "không được có ký tự đảo chiều chữ, vì số liệu đứng sau sẽ hiện ngược",
    ),
    "marks": Wording("letters with at most {most} marks each", "mỗi chữ cái không được quá {most} dấu"),
    "text-length": Wording("at most {most} characters", "không được quá {most} ký tự"),
    "truth": Wording("true or false", "phải là true hoặc false"),
    "no-truth": Wording(
        "a look at .severity, .verdict or .finding(), since a check is neither true nor false",
        "phải xem .severity, .verdict hoặc .finding(), vì kết quả kiểm tra không phải là đúng hay sai",
    ),
    "type": Wording("{type}", "phải là {type}"),
    "not-text": Wording(
        "{type}, not text: {reader} reads text",
        "phải là {type}, không phải chuỗi ký tự (đọc chuỗi bằng {reader})",
    ),
    "other-type": Wording(
        "{type}, not {other}: use {way}", "phải là {type}, không phải {other} (dùng {way})"
    ),
    "not-float": Wording(
        "a whole number, not a float: int(…) makes one",
        "phải là số nguyên, không phải float (int(…) đổi sang số nguyên)",
    ),
    "tuple-of": Wording("a list or tuple of {type}", "phải là danh sách (list, tuple) gồm {type}"),
    "format-spec": Wording(
        "options that {type} has ({allowed}), an alignment such as >20, or nothing",
        "phải là tùy chọn của {type} ({allowed}), căn lề như >20, hoặc để trống",
    ),
    "pattern": Wording("{pattern}", "phải là {pattern}"),
    "one-of": Wording("one of {allowed}", "không nhận {got}; phải là một trong: {allowed}"),
    # Units and quantities
    "unscaled-unit": Wording(
        "a unit that carries no scale word yet and is not a ratio",
        "phải là đơn vị chưa kèm nghìn, triệu, tỷ và không phải tỷ lệ",
    ),
    "area-of-region": Wording(
        "an area unit known in that region: {allowed}", "phải là đơn vị diện tích dùng ở vùng đó: {allowed}"
    ),
    "same-base": Wording("a quantity in {base}", "phải tính bằng {base}"),
    "dimension": Wording("a quantity of {allowed}", "phải là {allowed}"),
    "ordered": Wording("not below {low}", "không được nhỏ hơn {low}"),
    "unit": Wording(
        'a unit such as "million_dong", "workday" or {{"counted": "hộ"}}',
        'phải là đơn vị tính, như "million_dong", "workday" hay {{"counted": "hộ"}}',
    ),
    # Time
    "date": Wording("a date such as 2022-11-02", "phải là ngày, như 2022-11-02"),
    "not-moment": Wording(
        "a date, not a moment: .date() gives its day",
        "phải là ngày, không phải thời điểm có giờ phút (.date() lấy ra ngày)",
    ),
    "partial-date": Wording(
        "a date of which the year is missing, or the day, or the day and the month",
        "phải là ngày còn khuyết: thiếu năm, thiếu ngày, hoặc thiếu cả ngày và tháng",
    ),
    "calendar-day": Wording("a day that the calendar has", "không có ngày này trong lịch"),
    "starts-first": Wording("a start that is not after the end", "ngày đầu không được sau ngày cuối"),
    "period-shape": Wording("days that make up {kind}", "các ngày phải đúng là {kind}"),
    "period-code": Wording(
        "a period code such as 2022, 2022-H1, 2022-Q3, 2022-11, 2022-M9, stage:2021/2025 or "
        "2022-10-17/2022-11-18",
        "phải là mã thời kỳ, như 2022, 2022-H1, 2022-Q3, 2022-11, 2022-M9, stage:2021/2025 hay "
        "2022-10-17/2022-11-18",
    ),
    "within-a-year": Wording("a period of at most one year", "thời kỳ không được dài quá một năm"),
    "as-told": Wording("a day that agrees with {told}", "phải là ngày khớp với {told}"),
    # Places, organisations, documents
    "higher-parent": Wording(
        "a parent of a higher level than {kind}", "nơi trực thuộc phải ở cấp cao hơn {kind}"
    ),
    "kind-existed": Wording(
        "dates on which {kind} existed ({span})", "phải nằm trong thời gian có {kind} ({span})"
    ),
    "place-existed": Wording(
        "a place that existed in {period}", "không có nơi này, hoặc không có cấp trên đã ghi, trong {period}"
    ),
    "places-from": Wording(
        "a day from {first} on, with which the table of places begins",
        "phải từ ngày {first} trở đi, là ngày đầu của bảng đơn vị hành chính",
    ),
    "known-place": Wording(
        "a unit of administration of {day}",
        "không có đơn vị hành chính nào mang tên hoặc mã này vào ngày {day}",
    ),
    "ended-place": Wording(
        "a unit of administration of {day}, and not one that ended on {until}: places.successors "
        "says what it became",
        "vào ngày {day} không còn đơn vị này (chỉ có đến hết ngày {until}); places.successors cho "
        "biết nay thuộc đơn vị nào",
    ),
    "one-unit": Wording(
        "one unit, not {meanings}",
        "tên này là của nhiều đơn vị: {meanings}",
        "name its kind, or what it lies in",
        "nêu rõ loại đơn vị hoặc nơi trực thuộc",
    ),
    "shares-of-place": Wording(
        "shares that add up to 1, each for one of {allowed}",
        "tổng các tỷ trọng phải bằng 1, mỗi tỷ trọng ứng với một trong các mã: {allowed}",
    ),
    # Records
    "known-field": Wording(
        "one of the fields {allowed}", "không có trường này; các trường dùng được: {allowed}"
    ),
    "named-fields": Wording(
        "each field by its name, such as {example}=…", "mỗi trường phải ghi kèm tên, như {example}=…"
    ),
    "has-figure": Wording("a value or a part, so that there is a figure", "phải có giá trị hoặc tử số"),
    "change-unit": Wording("a change in {allowed}", "mức thay đổi phải tính bằng {allowed}"),
    "moves": Wording(
        "tăng or giảm for a size other than zero", "mức thay đổi khác 0 thì phải là tăng hoặc giảm"
    ),
    "not-times": Wording(
        "a size that can have a sign; “giảm n lần” has none",
        "mức thay đổi phải viết được thành số dương hoặc số âm; “giảm n lần” không viết được như vậy",
    ),
    "has-group": Wording(
        "at least one group of recipients", "phải có ít nhất một nhóm đối tượng được khen thưởng"
    ),
    "within-recipients": Wording(
        "groups of at most the {most} recipients that they are of",
        "các nhóm cộng lại không được quá {most} đối tượng cùng loại",
    ),
    "has-recipient": Wording(
        "at least one recipient in collectives, households, individuals or mixed",
        "phải có ít nhất một tập thể, hộ gia đình hoặc cá nhân, ghi ở collectives, households, "
        "individuals hoặc mixed",
    ),
    "recipient-kind": Wording("only {allowed} for {award}", "{award} chỉ tặng cho {allowed}"),
    "quantity-or-kind": Wording(
        "either a quantity or, where the source gives none, what was given in unknown_kind",
        "phải có số lượng; chưa rõ số lượng thì ghi loại đóng góp ở unknown_kind",
    ),
    "names-a-day": Wording(
        "a date with its day (a year or a month alone is a period)",
        "phải có ngày cụ thể (chỉ biết năm hay tháng thì ghi thành thời kỳ)",
    ),
    "other-field": Wording(
        "the name of the field if, and only if, the field is 'other'",
        "lĩnh vực là 'other' thì phải ghi tên lĩnh vực; không phải 'other' thì để trống",
    ),
    "unique": Wording("each id once", "mỗi mã chỉ được dùng một lần"),
    "known-model": Wording(
        "the id of a model of this movement", "phải là mã của một mô hình có trong phong trào"
    ),
    "sent-once": Wording(
        "one file for each place and period ({more} have more); name those that count in accept=",
        "mỗi nơi chỉ được cộng một tệp cho một kỳ; có {more} trường hợp gửi trùng, hãy chọn tệp ở accept=",
    ),
    "one-period": Wording(
        "figures of one period, not of {periods}; give period=, or group by period",
        "chỉ cộng số liệu của một kỳ, mà ở đây có {periods}; hãy nêu period=, hoặc cộng riêng từng kỳ",
    ),
    "counted-once": Wording("one count for each combination", "mỗi loại chỉ được ghi một con số"),
    # Calls
    "decimals-needed": Wording(
        "decimals=, since the exact value has no end",
        "phải nêu decimals=, vì giá trị chính xác là số thập phân vô hạn",
    ),
    "nonzero": Wording("something other than zero", "phải khác 0"),
    "attainment-side": Wording(
        "a value of at least 100% to exceed a plan, at most 100% to fall short of it",
        "“vượt” thì phải từ 100% trở lên, “thiếu” thì phải từ 100% trở xuống",
    ),
    "partial-period": Wording(
        "a number for a quarter, month or months, or a start for days",
        "phải có số thứ tự của quý, của tháng hoặc số tháng; khoảng ngày thì phải có ngày đầu",
    ),
    "ratio-figures": Wording(
        'a part, a whole and a percentage, such as 27, 28, "96,42%", or one text such as "27/28 '
        'trường (96,42%)"',
        'phải có tử số, mẫu số và tỷ lệ phần trăm, như 27, 28, "96,42%", hoặc một chuỗi như "27/28 '
        'trường (96,42%)"',
    ),
    "whole-date": Wording("a date with {needed}", "phải là ngày có đủ {needed}"),
    "own-options": Wording(
        "no {options} beside a value that has its own", "không đặt thêm {options} được, vì giá trị đã có sẵn"
    ),
    # Text that is read: what was expected, and a hint
    "digits": Wording(
        "a number in the digits 0–9",
        "phải là số viết bằng chữ số 0–9",
        "no exponents, underscores, percent signs or other alphabets' digits",
        "không dùng số mũ, gạch dưới, ký hiệu khác hay chữ số của bảng chữ khác",
    ),
    "groups": Wording(
        "dots between groups of three digits and one comma before the decimals",
        "phải có dấu chấm giữa các nhóm ba chữ số và một dấu phẩy trước phần thập phân",
        "write 1.234.567 or 1.234,5",
        "viết như 1.234.567 hay 1.234,5",
    ),
    "leading-zero": Wording(
        "no zero in front, but one before a single digit",
        "không được có số 0 đứng đầu, trừ một số 0 trước một chữ số",
        "write 7 or 07",
        "viết 7 hay 07",
    ),
    "english-signs": Wording(
        "Vietnamese signs, where English ones make it {number}",
        "phải viết dấu chấm, dấu phẩy theo cách Việt Nam",
        'write {number}, or pass convention="en"',
        "viết {number}",
    ),
    "two-way": Wording(
        "a text with one meaning, not {meanings}", "có nhiều cách hiểu: {meanings}", "{choose}", "{choose}"
    ),
    "regional-unit": Wording(
        "a unit that means the same everywhere, where this may be {meanings}",
        "đơn vị này mỗi nơi một khác, có thể là {meanings}",
        "{choose}",
        "{choose}",
    ),
    "figure": Wording("a figure in digits or words", "phải là con số viết bằng chữ số hoặc bằng chữ"),
    "no-figure": Wording(
        "a figure; the words say only {floor} or more",
        "chưa phải con số cụ thể, chỉ cho biết từ {floor} trở lên",
    ),
    "vague": Wording(
        "a figure; the words say only that there are some", "chưa phải con số cụ thể, mới nêu chung chung"
    ),
    "unit-word": Wording(
        "a unit or the noun that is counted",
        "phải có đơn vị tính hoặc tên đối tượng được đếm",
        "{hint}",
        "{hint}",
    ),
    "scales-fall": Wording(
        "scale words that grow smaller, each part below the next larger word",
        "tỷ, triệu, nghìn phải giảm dần, phần sau nhỏ hơn bậc đứng trước",
        "write 3 tỷ 645 triệu đồng",
        "viết như 3 tỷ 645 triệu đồng",
    ),
    "end": Wording("the end of the text", "thừa chữ từ chỗ này"),
    "plain-figure": Wording(
        "a figure without a word such as hơn or gần",
        "phải là con số không kèm “hơn”, “gần” …",
        "parse_quantity keeps such words",
        "parse_quantity đọc được cả những từ ấy",
    ),
    "number-words": Wording(
        "number words in their order",
        "phải là số viết bằng chữ, đúng thứ tự",
        "such as hai nghìn không trăm linh năm, hai trăm tư, ba tỷ rưỡi",
        "như hai nghìn không trăm linh năm, hai trăm tư, ba tỷ rưỡi",
    ),
    "not-years": Wording(
        "a number; “năm” after a ten counts years",
        "phải là một số; “năm” đứng sau “mươi”, “mười” được hiểu là chỉ thời gian",
        "five after a ten is lăm: chín mươi lăm",
        "số 5 sau mươi, mười đọc là lăm: chín mươi lăm",
    ),
    "ordinal": Wording("an ordinal such as thứ nhất", "phải là số thứ tự, như thứ nhất"),
    "range-text": Wording(
        "two figures, as in từ 5 đến 10 triệu đồng or 5-7%",
        "phải có hai con số, như từ 5 đến 10 triệu đồng hay 5-7%",
    ),
    "ratio-text": Wording(
        "a ratio such as 27/28 trường or 27 trong tổng số 28 trường",
        "phải là tỷ số, như 27/28 trường hay 27 trong tổng số 28 trường",
    ),
    "change-text": Wording(
        "a change such as tăng 3,05%, giảm 46 hộ, gấp 2 lần",
        "phải là mức tăng, giảm, như tăng 3,05%, giảm 46 hộ, gấp 2 lần",
    ),
    "from-to-text": Wording(
        "a change from one figure to another, such as giảm từ 11,42% xuống còn 4,05%",
        "phải là mức thay đổi từ số này đến số kia, như giảm từ 11,42% xuống còn 4,05%",
    ),
    "attainment-text": Wording(
        "how far a plan is met, such as đạt 105% kế hoạch, vượt 12,5% chỉ tiêu",
        "phải là mức hoàn thành, như đạt 105% kế hoạch, vượt 12,5% chỉ tiêu",
    ),
    "date-text": Wording(
        "a date such as 2/11/2022, 2-11 or ngày 02 tháng 11 năm 2022",
        "phải là ngày, như 2/11/2022, 2-11 hay ngày 02 tháng 11 năm 2022",
        "the day stands first, the year has four digits",
        "ngày đứng trước, năm đủ bốn chữ số",
    ),
    "weekday": Wording(
        "{weekday}, the weekday of {day}, not {other}", "ngày {day} là {weekday}, không phải {other}"
    ),
    "other-calendar": Wording(
        "a date of the solar calendar",
        "phải là ngày dương lịch",
        "convert a date of the lunar calendar before",
        "đổi ngày âm lịch sang dương lịch trước",
    ),
    "period-text": Wording(
        "a period such as năm 2022, quý III/2022, 6 tháng đầu năm 2022, giai đoạn 2021-2025",
        "phải là thời kỳ, như năm 2022, quý III/2022, 6 tháng đầu năm 2022, giai đoạn 2021-2025",
    ),
    "document-text": Wording(
        "a document such as Chỉ thị số 16/CT-TTg or Nghị quyết số 25-NQ/TW",
        "phải là tên văn bản, như Chỉ thị số 16/CT-TTg hay Nghị quyết số 25-NQ/TW",
    ),
    "told": Wording(
        "a text that states {what}, or {argument}= given", "văn bản chưa nêu {what}; hãy nêu ở {argument}="
    ),
    "of-one-place": Wording("figures of {place} alone", "phải là số liệu của riêng {place}"),
    "readable": Wording(
        "a figure, date, period or document that one of the readers knows",
        "phải là con số, ngày, thời kỳ hay tên văn bản viết theo cách thường dùng",
    ),
    # Tables of law
    "toml": Wording("TOML in which no key stands twice", "sai cú pháp TOML hoặc có mục ghi hai lần ({got})"),
    "law-key": Wording("one word for each of: {keys}", "phải có đúng các mã: {keys}"),
    "unconfirmed-value": Wording(
        "a value or `without` if it is confirmed, and neither if it is not",
        "đã kiểm chứng thì phải có giá trị hoặc without, chưa kiểm chứng thì để trống",
    ),
    "no-overlap": Wording("a day after the entry before it", "phải sau ngày dòng trước hết hiệu lực"),
    "no-gap": Wording(
        "the day after the entry before it ended", "phải là ngày liền sau ngày dòng trước hết hiệu lực"
    ),
    # Tables
    "column": Wording("one of the columns {allowed}", "không có cột {got}; các cột hiện có: {allowed}"),
    "column-once": Wording(
        "each column once, of the keys, the sums, and the counts of known and unknown rows, "
        "which are written beside them",
        "mỗi cột chỉ được nêu một lần, kể cả các cột đếm known, unknown được ghi thêm",
    ),
    "sums": Wording(
        'columns, or tuples of columns that belong together, such as ["dong", ("ngheo", "ho")]',
        'phải là tên cột, hoặc nhóm cột đi với nhau trong ngoặc tròn, như ["dong", ("ngheo", "ho")]',
    ),
    "new-column": Wording(
        "the name of a new column (drop the old one first, or choose another name)",
        "phải là tên một cột mới (bỏ cột cũ trước, hoặc chọn tên khác)",
    ),
    "own-column": Wording(
        "another name: columns that begin with {prefix} are the calculation's own",
        "phải là tên khác, vì cột có tên bắt đầu bằng {prefix} là cột tạm của phép tính",
    ),
    "whole-column": Wording(
        "whole numbers of the smallest unit, such as đồng ({fix})",
        "phải là số nguyên tính bằng đơn vị nhỏ nhất, như đồng ({fix})",
    ),
    "column-range": Wording(
        "whole numbers of at most 9·10^18 in size", "phải là số nguyên không quá 9·10^18"
    ),
    "smallest-unit": Wording(
        "at most {places} decimals of the base unit, and at most 9·10^18 of the last of them",
        "không được quá {places} chữ số thập phân của đơn vị gốc và không quá 9·10^18 đơn vị nhỏ nhất",
    ),
    "gift-unit": Wording(
        "a base unit of its kind, such as dong for money or counted:cây for goods",
        "phải là đơn vị gốc, như dong cho tiền hay counted:cây cho hiện vật",
    ),
    "amount-and-unit": Wording(
        "an amount with its unit, or neither", "phải ghi cả số lượng và đơn vị, hoặc để trống cả hai"
    ),
    "total-row": Wording(
        "rows of gifts only; a row of totals or of parts would be added a second time "
        "(`read_file` checks such rows and leaves them out)",
        "chỉ được có các dòng số liệu; dòng tổng hay dòng “trong đó” sẽ bị cộng hai lần",
    ),
    "total-sum": Wording("the sum of its {of} rows, {sum}", "{got}, nhưng {of} dòng cộng lại là {sum}"),
    "total-rows": Wording(
        "rows that a total is the sum of", "không thấy các dòng thành phần để đối chiếu với dòng tổng"
    ),
    "beyond-total": Wording(
        "every row within the total of the table", "mọi dòng phải nằm trong tổng chung của bảng"
    ),
    "template": Wording(
        "a template whose fields and marks are known ({fix})",
        "mẫu phải là tệp Word chỉ dùng các trường đã có ({fix})",
    ),
    "same-length": Wording("columns alike in length", "các cột phải có số dòng bằng nhau"),
    "summed-rows": Wording(
        "for each of the last rows that is a sum, the rows before it that it adds up",
        "phải là các dòng đứng trước mà mỗi dòng tổng ở cuối bảng cộng lại",
    ),
    "part-of-row": Wording(
        "at most the row above of which it is a part, {whole}",
        "không được lớn hơn số ở dòng trên ({whole}), vì chỉ là một phần của số ấy",
    ),
    "parts-end": Wording(
        "parts that begin with a sign such as “-”, so that one sees where they end",
        "các dòng thuộc “trong đó” phải có gạch đầu dòng, để biết phần ấy kết thúc ở đâu",
    ),
    "one-report": Wording(
        "one table for each place and time, or accept_duplicates=True",
        "có nhiều báo cáo cùng nơi, cùng kỳ: {got}; nếu đúng là các phần khác nhau thì nêu "
        "accept_duplicates=True",
    ),
    "year-of-period": Wording("the year of the period {period}", "phải là năm của kỳ {period}"),
    "one-place": Wording(
        "a name with its kind, since it may be {meanings}",
        "tên phải kèm loại đơn vị, vì có thể là {meanings}",
    ),
    "text-column": Wording("a column of text ({fix})", "phải là cột kiểu chữ ({fix})"),
    "place-column": Wording(
        "codes that units of administration had on the day of codes_on",
        "phải là mã đơn vị hành chính có vào ngày nêu ở codes_on",
    ),
    "order-column": Wording(
        "a column that orders equal values for ordinal positions, and none for others",
        "xếp hạng theo thứ tự thì phải nêu cột phân định các giá trị bằng nhau, cách khác thì để trống",
    ),
    "one-row": Wording("one row for each year of a group", "mỗi năm của một nhóm chỉ được có một dòng"),
    # Files of tables
    "head": Wording(
        "a head of one of the columns {allowed}", "không nhận ra tên cột này; các tên dùng được: {allowed}"
    ),
    "head-once": Wording("each column once", "mỗi cột chỉ được có một lần"),
    "cell-number": Wording(
        "numbers below 2^53, or numbers in cells that are formatted as text",
        "phải là số nhỏ hơn 2^53 (khoảng 9 triệu tỷ), hoặc số trong ô định dạng Text",
    ),
    "cell-text": Wording(
        "text in cells that are formatted as text, since a date may be another one than was typed",
        "ô chữ phải có định dạng Text, vì ngày có thể khác với ngày đã gõ",
    ),
    "cell-error": Wording(
        "values, not errors such as #DIV/0!", "phải là giá trị, không phải lỗi như #DIV/0!"
    ),
    "cell-digits": Wording("numbers such as 1.234,5 or 1234.5", "phải là số, như 1.234,5 hay 1234.5"),
    "cell-two-way": Wording(
        'numbers with one meaning; convention="vi" reads 1.234 as 1234, convention="en" as 1,234',
        'số có hai cách hiểu; convention="vi" đọc 1.234 là 1234, convention="en" đọc là 1,234',
    ),
    "cell-kind": Wording(
        "columns of whole numbers, texts or truth values",
        "chỉ ghi được cột số nguyên, cột chữ hoặc cột đúng/sai",
    ),
    "parquet": Wording("a Parquet file", "không phải tệp Parquet, hoặc tệp đã hỏng"),
    "workbook": Wording("a workbook that can be read", "không mở được tệp Excel ({got})"),
    "csv": Wording(
        "CSV in which every row has as many cells as there are heads",
        "mỗi dòng của tệp CSV phải có đúng số ô như số cột",
    ),
    "line-ends": Wording(
        "lines that end with a line feed (LF, or CR LF)",
        "các dòng phải kết thúc bằng ký tự xuống dòng LF hay CR LF",
    ),
    "sheet-rows": Wording(
        "at most {most} rows in a sheet (Parquet and CSV hold more)",
        "trang tính không được quá {most} dòng (Parquet và CSV chứa được nhiều hơn)",
    ),
    "sheet-cells": Wording(
        "a sheet whose cells, from the first that is filled to the last, are at most {most}, "
        "none beyond XFD1048576",
        "trang tính không được quá {most} ô, tính từ ô có dữ liệu đầu tiên đến ô cuối cùng, và "
        "không ô nào vượt quá XFD1048576",
    ),
    "one-sheet": Wording(
        "a workbook of one sheet, or sheet= one of {allowed}",
        "tệp Excel phải chỉ có một trang tính, nếu không thì nêu tên trang ở sheet=, một trong: {allowed}",
    ),
    "agrees": Wording("figures that agree with each other: {why}", "{why}"),
    "unreadable-file": Wording("a file that can be read: {why}", "{why}"),
    "no-table": Wording("a table of {what}", "không thấy bảng nào có số liệu {what}"),
    # Saved documents
    "json": Wording("JSON", "sai cú pháp JSON ({got})"),
    "utf-8": Wording("text in UTF-8", "không phải tệp mã hóa UTF-8 ({got})"),
    "object": Wording("an object", "phải là nhóm mục trong ngoặc nhọn {{…}}"),
    "list": Wording("a list", "phải là danh sách trong ngoặc vuông […]"),
    "known-key": Wording("one of the keys {allowed}", "không có mục này; các mục dùng được: {allowed}"),
    "one-rate": Wording("the same rate as for {unit}", "phải cùng đơn giá với {unit}"),
    "unrepeated-key": Wording("each key once", "mục {got} bị ghi lặp"),
    "present": Wording("this key", "thiếu mục này"),
    "version": Wording(
        "a version that this release reads: {allowed}", "phải là phiên bản đọc được: {allowed}"
    ),
    "size": Wording("at most {most} bytes", "không được quá {most} byte"),
    "depth": Wording("less nesting", "các mục lồng nhau quá nhiều tầng"),
}
WORDINGS: Final[Mapping[str, Wording]] = MappingProxyType(_WORDINGS)
"""What each reason says, by its code."""
