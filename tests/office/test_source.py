"""Files in hand: what their names promise."""

from danvankheo.office.paper import PaperKind
from danvankheo.office.source import PLAIN_SUFFIXES, SUFFIXES, Source


def test_each_kind_is_promised_by_a_suffix():
    assert {Source(f"a{suffix}", b"a").promised for suffix in SUFFIXES - {".doc"}} == {*PaperKind}
    assert Source("BÁO CÁO.DOCX", b"a").promised is PaperKind.WORD
    assert Source("a.doc", b"a").promised is None


def test_plain_texts_are_those_without_a_layout():
    kinds = {Source(f"a{suffix}", b"a").promised for suffix in PLAIN_SUFFIXES}
    assert kinds == {PaperKind.TEXT, PaperKind.MARKDOWN}
