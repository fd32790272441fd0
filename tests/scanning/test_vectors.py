"""The reader of running text on texts whose figures people marked."""

import json
from collections import Counter
from pathlib import Path

import pytest

from danvankheo import scan
from danvankheo.scanning import fact_data
from danvankheo.testing import MarkedText, agree, score

VECTORS = Path(__file__).parents[1] / "vectors"
EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"


def read(text):
    return [fact_data(fact) for fact in scan(text)]


def marked(name):
    lines = (VECTORS / "scan" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [MarkedText.from_data(json.loads(line)) for line in lines]


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("dev", 0.99), ("own", 0.98), ("held_out", 0.98), ("articles", 0.98), ("hard", 0.98), ("fresh", 0.98),
        ("running", 0.98),
    ],
)  # fmt: skip
def test_marked_texts_are_read_as_marked(name, least):
    """Nearly every figure is found with its kind and value, and nothing that counts nothing is."""
    found = score(marked(name), read)
    assert found.f1 >= least, found.errors
    assert not found.traps


@pytest.mark.parametrize("name", ["dev", "own", "held_out", "articles", "hard", "fresh", "running"])
def test_found_figures_are_exact(name):
    found = score(marked(name), read)
    total = found.found.total()
    assert found.exact["span"] / total > 0.97
    assert found.exact["unit"] / total > 0.97
    assert found.exact["approx"] / total > 0.99
    assert found.exact["direction"] / total > 0.99


def test_every_figure_of_the_article_of_an_khe_is_found_in_a_text_that_carries_them():
    """The example tells in other words what one real article printed: all of its 21 facts."""
    text = (EXAMPLES / "an-khe-2022.txt").read_text(encoding="utf-8")
    gold = json.loads((VECTORS / "scan" / "an_khe_gold.json").read_text(encoding="utf-8"))
    unmatched = read(text)
    for fact in gold["facts"]:
        at = {"span": [0, 1]}  # the places differ, so only what is said is compared
        alike = [got for got in unmatched if got["surface"].lower() == fact["surface"].lower()]
        same = next((got for got in alike if agree(got | at, fact | at)), None)
        assert same is not None, fact
        assert same["approx"] == fact["approx"]
        assert same["direction"] == fact["direction"]
        assert same["relative_to"] == fact["relative_to"]
        unmatched.remove(same)
    assert [fact["surface"] for fact in unmatched] == ["năm 2021"]  # optional, beside the comparator
    for trap in ("tổ 3", "An Xuân 2", "thôn 3", "Tú Thủy 2", "một số mô hình"):
        at = text.index(trap)
        assert not any(fact.span[0] < at + len(trap) and at < fact.span[1] for fact in scan(text))


@pytest.mark.parametrize(
    "around", ["Kết quả được {}.", "{} là kết quả", "Theo báo cáo, có {}, cao nhất từ trước."]
)
def test_every_phrase_that_the_parsers_know_is_read_inside_a_sentence(around):
    rows = (VECTORS / "phrases.tsv").read_text(encoding="utf-8").splitlines()
    head = rows[0].split("\t")
    for row in rows[1:]:
        told = dict(zip(head, row.split("\t"), strict=False))
        (fact,) = read(around.format(told["phrase"]))
        assert fact["surface"] == told["phrase"]
        assert fact["kind"] == told["kind"], told
        assert (fact["value"] or "", fact["unit"] or "", fact["approx"]) == (
            told["value"],
            told["unit"],
            told["approx"],
        )


def test_marked_facts_have_every_key():
    """What `fact_data` writes has the keys of the marked facts, no more and no fewer."""
    keys = {key for text in marked("dev") for fact in text.facts for key in fact}
    assert {key for text in marked("dev") for fact in read(text.text) for key in fact} == keys


def test_extras_of_the_cases():
    """Form, role, rate and the like, wherever a case marks one."""
    wrong = Counter()
    total = 0
    for text in marked("dev"):
        facts = read(text.text)
        for wanted in text.facts:
            got = next(fact for fact in facts if agree(fact, wanted))
            for key, value in wanted["extra"].items():
                total += 1
                told = got["extra"].get(key)
                wrong[key] += str(told).lower() != str(value).lower()
    assert sum(wrong.values()) / total < 0.02, wrong
