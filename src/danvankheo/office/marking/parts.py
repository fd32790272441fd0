"""The parts of a workbook in hand: read, changed and saved; those that are not changed stay byte for byte."""

import io
import posixpath
import zipfile
from typing import Final

from lxml import etree

REL: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE_RELS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_NO_RELATIONS: Final = f'<Relationships xmlns="{_PACKAGE_RELS}"/>'
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_S: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_CONTENT_TYPES: Final = "[Content_Types].xml"


class Package:
    """The parts of a file of Office.

    Args:
        parts: the file, open for reading until it is saved.
    """

    def __init__(self, parts: zipfile.ZipFile) -> None:
        """Take the parts; each is read when it is asked for."""
        self._parts = parts
        self._trees: dict[str, etree._Element] = {}
        self._changed: dict[str, etree._Element | bytes] = {}

    def xml(self, name: str) -> etree._Element:
        """Return the root of a part, to be read only."""
        if name not in self._trees:
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            self._trees[name] = etree.fromstring(self.content(name), parser)
        return self._trees[name]

    def changed(self, name: str) -> etree._Element:
        """Return the root of a part that is saved as the caller changes it."""
        root = self.xml(name)
        self._changed[name] = root
        return root

    def content(self, name: str) -> bytes:
        """Return a part as it stands in the file, or as it was put."""
        held = self._changed.get(name)
        return held if isinstance(held, bytes) else self._parts.read(name)

    def put(self, name: str, content: bytes | etree._Element) -> None:
        """Put a part, new or changed."""
        self._changed[name] = content
        if not isinstance(content, bytes):
            self._trees[name] = content

    def has(self, name: str) -> bool:
        """Return whether there is such a part."""
        return name in self._changed or name in self._parts.namelist()

    def free_name(self, pattern: str) -> str:
        """Return the first name of a pattern with a number that no part has."""
        number = 1
        while self.has(pattern.format(number)):
            number += 1
        return pattern.format(number)

    def main_part(self) -> str:
        """Return the name of the workbook."""
        return next(iter(self.related("", "officeDocument").values()))

    def related(self, name: str, kind: str) -> dict[str, str]:
        """Return the parts that stand in a kind of relation to a part, by the identity of the relation."""
        rels = relationships_name(name)
        if not self.has(rels):
            return {}
        base = posixpath.dirname(name)
        return {
            each.get("Id", ""): _resolved(base, each.get("Target", ""))
            for each in self.xml(rels)
            if each.get("Type", "").endswith(f"/{kind}") and each.get("TargetMode") != "External"
        }

    def relate(self, name: str, kind: str, target: str) -> str:
        """Relate a part to another, and return the identity of the relation."""
        rels = relationships_name(name)
        if not self.has(rels):
            self.put(rels, etree.fromstring(_NO_RELATIONS))
        root = self.changed(rels)
        taken = {each.get("Id") for each in root}
        number = len(root) + 1
        while f"rId{number}" in taken:
            number += 1
        etree.SubElement(
            root,
            f"{{{_PACKAGE_RELS}}}Relationship",
            Id=f"rId{number}",
            Type=f"{REL}/{kind}",
            Target=f"/{target}",
        )
        return f"rId{number}"

    def declare(self, name: str, content_type: str) -> None:
        """Say what kind a new part is of."""
        root = self.changed(_CONTENT_TYPES)
        if not any(each.get("PartName") == f"/{name}" for each in root):
            etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=content_type)

    def sheets(self) -> dict[str, str]:
        """Return the part of each sheet by the name of the sheet."""
        book = self.main_part()
        targets = self.related(book, "worksheet")
        found = {
            sheet.get("name", ""): targets.get(sheet.get(f"{{{REL}}}id", ""), "")
            for sheet in self.xml(book).iter(_S + "sheet")
        }
        return {name: target for name, target in found.items() if target}

    def saved(self) -> bytes:
        """Return the file: parts that nobody changed as they were, in their order, then the new ones."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as out:
            for info in self._parts.infolist():
                out.writestr(info, self._bytes_now(info.filename), zipfile.ZIP_DEFLATED)
            for name in self._changed:
                if name not in self._parts.namelist():
                    out.writestr(name, self._bytes_now(name))
        return buffer.getvalue()

    def _bytes_now(self, name: str) -> bytes:
        held = self._changed.get(name)
        if held is None:
            return self._parts.read(name)
        if isinstance(held, bytes):
            return held
        return etree.tostring(held, xml_declaration=True, encoding="UTF-8", standalone=True)


def relationships_name(name: str) -> str:
    """Return the part that holds the relations of a part; of "" those of the file.

    >>> relationships_name("xl/worksheets/sheet1.xml")
    'xl/worksheets/_rels/sheet1.xml.rels'
    """
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _resolved(base: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(base, target))
