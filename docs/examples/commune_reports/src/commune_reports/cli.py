"""What does the command do?"""

import argparse
import secrets
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from commune_reports.collect import collect
from commune_reports.pages import to_html, to_markdown
from commune_reports.report import report_of

PAGES = {".md": to_markdown, ".html": to_html}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 if all is well, 1 if something must be looked at, 2 if it could not be done."""
    parser = argparse.ArgumentParser("commune-reports", description="Tổng hợp báo cáo của các xã, phường.")
    parser.add_argument("folder", type=Path, help="thư mục có mỗi xã một tệp .json")
    parser.add_argument("-o", "--output", type=Path, help="ghi vào tệp .md hay .html thay vì ra màn hình")
    options = parser.parse_args(arguments)
    suffix = ".md" if options.output is None else options.output.suffix.lower()
    if suffix not in PAGES:
        parser.error(f"chỉ ghi được {' hay '.join(PAGES)}, không ghi được {options.output}")
    try:
        report = report_of(collect(options.folder))
        # The name of a file may be no text at all; the report names it all the same.
        page = PAGES[suffix](report).encode("utf-8", "backslashreplace")
        if options.output is None:
            sys.stdout.buffer.write(page)
        else:
            write(options.output, page)
    except OSError as error:
        parser.error(f"{error.filename}: {error.strerror}")
    return 0 if report.sound else 1


def write(path: Path, page: bytes) -> None:
    """Write a file: whoever looks sees the old one or the new one."""
    target = path.resolve()  # a link keeps pointing; its target changes
    part = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        part.write_bytes(page)
        if target.exists():
            shutil.copymode(target, part)
        part.replace(target)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        part.unlink(missing_ok=True)
