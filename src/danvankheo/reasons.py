"""Every reason for which something can be refused: a stable code. What each says: `reason_words`."""

from enum import StrEnum
from typing import Self

from danvankheo.choices import Choice, new_member
from danvankheo.reason_words import WORDINGS


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

    def __new__(cls, code: str) -> Self:
        """Make a member that says what is worded for its code."""
        return new_member(cls, code, **WORDINGS[code]._asdict())

    # Plain values
    NUMBER = "number"
    NUMERAL = "numeral"
    FINITE = "finite"
    BOUNDED = "bounded"
    FINITE_DECIMAL = "finite-decimal"
    QUOTIENT = "quotient"
    DECIMALS = "decimals"
    NOT_NEGATIVE = "not-negative"
    POSITIVE = "positive"
    WHOLE_NUMBER = "whole-number"
    IN_RANGE = "in-range"
    TEXT = "text"
    NOT_EMPTY = "not-empty"
    PRINTABLE = "printable"
    ONE_DIRECTION = "one-direction"
    MARKS = "marks"
    TEXT_LENGTH = "text-length"
    TRUTH = "truth"
    NO_TRUTH = "no-truth"
    TYPE = "type"
    NOT_TEXT = "not-text"
    OTHER_TYPE = "other-type"
    NOT_FLOAT = "not-float"
    TUPLE_OF = "tuple-of"
    FORMAT_SPEC = "format-spec"
    PATTERN = "pattern"
    ONE_OF = "one-of"

    # Units and quantities
    UNSCALED_UNIT = "unscaled-unit"
    AREA_OF_REGION = "area-of-region"
    SAME_BASE = "same-base"
    DIMENSION = "dimension"
    ORDERED = "ordered"
    UNIT = "unit"

    # Time
    DATE = "date"
    NOT_MOMENT = "not-moment"
    PARTIAL_DATE = "partial-date"
    CALENDAR_DAY = "calendar-day"
    STARTS_FIRST = "starts-first"
    PERIOD_SHAPE = "period-shape"
    PERIOD_CODE = "period-code"
    WITHIN_A_YEAR = "within-a-year"
    AS_TOLD = "as-told"

    # Places, organisations, documents
    HIGHER_PARENT = "higher-parent"
    KIND_EXISTED = "kind-existed"
    PLACE_EXISTED = "place-existed"
    PLACES_FROM = "places-from"
    KNOWN_PLACE = "known-place"
    ENDED_PLACE = "ended-place"
    ONE_UNIT = "one-unit"
    SHARES_OF_PLACE = "shares-of-place"

    # Records
    KNOWN_FIELD = "known-field"
    NAMED_FIELDS = "named-fields"
    HAS_FIGURE = "has-figure"
    CHANGE_UNIT = "change-unit"
    MOVES = "moves"
    NOT_TIMES = "not-times"
    HAS_GROUP = "has-group"
    WITHIN_RECIPIENTS = "within-recipients"
    HAS_RECIPIENT = "has-recipient"
    RECIPIENT_KIND = "recipient-kind"
    QUANTITY_OR_KIND = "quantity-or-kind"
    NAMES_A_DAY = "names-a-day"
    OTHER_FIELD = "other-field"
    UNIQUE = "unique"
    KNOWN_MODEL = "known-model"
    SENT_ONCE = "sent-once"
    ONE_PERIOD = "one-period"
    COUNTED_ONCE = "counted-once"

    # Calls
    DECIMALS_NEEDED = "decimals-needed"
    NONZERO = "nonzero"
    ATTAINMENT_SIDE = "attainment-side"
    PARTIAL_PERIOD = "partial-period"
    RATIO_FIGURES = "ratio-figures"
    WHOLE_DATE = "whole-date"
    OWN_OPTIONS = "own-options"

    # Text that is read: what was expected, and a hint
    DIGITS = "digits"
    GROUPS = "groups"
    LEADING_ZERO = "leading-zero"
    ENGLISH_SIGNS = "english-signs"
    TWO_WAY = "two-way"
    REGIONAL_UNIT = "regional-unit"
    FIGURE = "figure"
    NO_FIGURE = "no-figure"
    VAGUE = "vague"
    UNIT_WORD = "unit-word"
    SCALES_FALL = "scales-fall"
    END = "end"
    PLAIN_FIGURE = "plain-figure"
    NUMBER_WORDS = "number-words"
    NOT_YEARS = "not-years"
    ORDINAL = "ordinal"
    RANGE_TEXT = "range-text"
    RATIO_TEXT = "ratio-text"
    CHANGE_TEXT = "change-text"
    FROM_TO_TEXT = "from-to-text"
    ATTAINMENT_TEXT = "attainment-text"
    DATE_TEXT = "date-text"
    WEEKDAY = "weekday"
    OTHER_CALENDAR = "other-calendar"
    PERIOD_TEXT = "period-text"
    DOCUMENT_TEXT = "document-text"
    TOLD = "told"
    OF_ONE_PLACE = "of-one-place"
    READABLE = "readable"

    # Tables of law
    TOML = "toml"
    LAW_KEY = "law-key"
    UNCONFIRMED_VALUE = "unconfirmed-value"
    NO_OVERLAP = "no-overlap"
    NO_GAP = "no-gap"

    # Tables
    COLUMN = "column"
    COLUMN_ONCE = "column-once"
    SUMS = "sums"
    NEW_COLUMN = "new-column"
    OWN_COLUMN = "own-column"
    WHOLE_COLUMN = "whole-column"
    COLUMN_RANGE = "column-range"
    SMALLEST_UNIT = "smallest-unit"
    GIFT_UNIT = "gift-unit"
    AMOUNT_AND_UNIT = "amount-and-unit"
    TOTAL_ROW = "total-row"
    TOTAL_SUM = "total-sum"
    TOTAL_ROWS = "total-rows"
    BEYOND_TOTAL = "beyond-total"
    TEMPLATE = "template"
    SAME_LENGTH = "same-length"
    SUMMED_ROWS = "summed-rows"
    PART_OF_ROW = "part-of-row"
    PARTS_END = "parts-end"
    ONE_REPORT = "one-report"
    YEAR_OF_PERIOD = "year-of-period"
    ONE_PLACE = "one-place"
    TEXT_COLUMN = "text-column"
    PLACE_COLUMN = "place-column"
    ORDER_COLUMN = "order-column"
    ONE_ROW = "one-row"

    # Files of tables
    HEAD = "head"
    HEAD_ONCE = "head-once"
    CELL_NUMBER = "cell-number"
    CELL_TEXT = "cell-text"
    CELL_ERROR = "cell-error"
    CELL_DIGITS = "cell-digits"
    CELL_TWO_WAY = "cell-two-way"
    CELL_KIND = "cell-kind"
    PARQUET = "parquet"
    WORKBOOK = "workbook"
    CSV = "csv"
    LINE_ENDS = "line-ends"
    SHEET_ROWS = "sheet-rows"
    SHEET_CELLS = "sheet-cells"
    ONE_SHEET = "one-sheet"

    AGREES = "agrees"
    UNREADABLE_FILE = "unreadable-file"
    NO_TABLE = "no-table"

    # Saved documents
    JSON = "json"
    UTF8 = "utf-8"
    OBJECT = "object"
    LIST = "list"
    KNOWN_KEY = "known-key"
    ONE_RATE = "one-rate"
    UNREPEATED_KEY = "unrepeated-key"
    PRESENT = "present"
    VERSION = "version"
    SIZE = "size"
    DEPTH = "depth"
