"""A collection as plain data for JSON."""

import json

from danvankheo.documents.text import dumps
from danvankheo.documents.values import write_number, write_unit
from danvankheo.domain.summary import Total
from danvankheo.errors import InvalidValueError
from danvankheo.formatting.names import format_place
from danvankheo.office.address import Address
from danvankheo.office.collecting.collection import Collection
from danvankheo.office.collecting.records import CollectingProblem, RepeatedSender, Sent
from danvankheo.office.tables.figures import NotUnderstood


def data_of(collection: Collection) -> dict[str, object]:
    """Return a collection as plain data: figures as text, places in words, movements as they are saved."""
    try:
        totals: object = [_total(each) for each in collection.total]
        refused = ""
    except InvalidValueError as error:
        totals, refused = None, str(error)
    return {
        "period": collection.period.code if collection.period is not None else None,
        "files": [*collection.files],
        "total": totals,
        "refused": refused or None,
        "missing": [format_place(place) for place in collection.missing],
        "repeated": [_repeated(each) for each in collection.repeated],
        "problems": [_problem(each) for each in collection.problems],
        "likely": [_problem(each) for each in collection.likely],
        "not_understood": [_left_out(each) for each in collection.not_understood],
        "sent": [_sent(each) for each in collection.sent],
    }


def _total(total: Total) -> dict[str, object]:
    quantity = total.quantity
    return {
        "kind": total.kind.value,
        "amount": write_number(quantity.amount) if quantity is not None else None,
        "unit": write_unit(quantity.unit) if quantity is not None else None,
        "approximation": quantity.approximation.value if quantity is not None else None,
        "count": total.count,
    }


def _repeated(each: RepeatedSender) -> dict[str, object]:
    return {
        "place": format_place(each.place) if each.place is not None else None,
        "period": each.period.code,
        "files": [*each.files],
        "identical": each.identical,
        "decided": each.decided,
    }


def _problem(each: CollectingProblem) -> dict[str, object]:
    return {
        "kind": each.kind.value,
        "severity": each.severity.value,
        **_where(each.file, each.address),
        "vietnamese": each.vietnamese,
        "english": each.english,
    }


def _left_out(each: NotUnderstood) -> dict[str, object]:
    return {
        **_where(each.address.file, each.address),
        "text": each.text,
        "vietnamese": each.vietnamese,
        "english": each.english,
    }


def _where(file: str, address: Address) -> dict[str, object]:
    return {
        "file": file,
        "block": address.block,
        "cell": address.cell or None,
        "span": list(address.span) if address.span is not None else None,
        "where": address.without_file().vietnamese,
    }


def _sent(each: Sent) -> dict[str, object]:
    return {
        "file": each.file,
        "sender": each.sender,
        "standing": each.standing.value,
        "form": each.form or None,
        "movement": json.loads(dumps(each.movement)),
        "figures": [
            {
                "path": figure.path,
                "field": figure.field.value if figure.field is not None else None,
                "cells": [f"{address.block} {address.cell}".strip() for address in figure.addresses],
            }
            for figure in each.figures
        ],
    }
