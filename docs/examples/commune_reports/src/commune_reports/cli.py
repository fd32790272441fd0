"""What does the command do?"""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from commune_reports.collect import collect
from commune_reports.pages import to_html, to_markdown
from commune_reports.report import report_of


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 if all is well, 1 if something must be looked at, 2 for a wrong call."""
    parser = argparse.ArgumentParser(
        prog="commune-reports", description="Tổng hợp báo cáo của các xã, phường."
    )
    parser.add_argument("folder", type=Path, help="thư mục có mỗi xã một tệp .json")
    parser.add_argument("-o", "--output", type=Path, help="ghi vào tệp .md hay .html thay vì ra màn hình")
    options = parser.parse_args(arguments)
    if not options.folder.is_dir():
        parser.error(f"không có thư mục {options.folder}")
    report = report_of(collect(options.folder))
    page = to_html(report) if options.output and options.output.suffix == ".html" else to_markdown(report)
    if options.output:
        write(options.output, page)
    else:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        print(page, end="")
    return 0 if report.sound else 1


def write(path: Path, text: str) -> None:
    """Write a file: whoever looks sees the old one or the new one."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(file.name, path)
