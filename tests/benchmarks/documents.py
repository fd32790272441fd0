"""A document of 100 000 contributions: time and peak memory of loads, against bare json.loads."""

import json
import subprocess
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path

from danvankheo import (
    Approximation,
    Contribution,
    Movement,
    Period,
    Quantity,
    counted,
    dumps,
    load,
    summarise,
)
from danvankheo.units import MILLION_DONG, SQUARE_METRE, WORKDAY

COUNT, ROUNDS = 100_000, 3


def movement() -> Movement:
    """Return a movement of many different contributions."""
    units = (MILLION_DONG, WORKDAY, SQUARE_METRE, counted("cây"))
    words = (Approximation.EXACTLY, Approximation.OVER)
    given = (
        Contribution(
            quantity=Quantity(Decimal(number) / 10, units[number % 4], words[number % 3 == 0]),
            purpose=f"xây dựng đường số {number % 500}",
        )
        for number in range(1, COUNT + 1)
    )
    return Movement(name="Dân vận khéo", period=Period.year(2022), contributions=tuple(given))


def measured(path: str, reader: str) -> tuple[float, float]:
    """Return seconds and peak MiB of one reader in a process of its own (Linux)."""
    code = {
        "json": "json.loads(open(path, 'rb').read())",
        "danvankheo": "danvankheo.loads(open(path, 'rb').read())",
    }[reader]
    script = (
        "import json, time, danvankheo\n"
        f'path = {path!r}\ndanvankheo.loads(\'{{"version": 1, "name": "A", "period": "2022"}}\')\n'
        f"start = time.perf_counter()\nkept = {code}\nprint(time.perf_counter() - start)\n"
        "status = open('/proc/self/status').read()\n"
        "print(int(status.partition('VmHWM:')[2].split()[0]) / 1024)"
    )
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    seconds, memory = map(float, done.stdout.split())
    return seconds, memory


def main() -> None:
    """Print the figures, the best of a few interleaved rounds."""
    made = movement()
    start = time.perf_counter()
    text = dumps(made)
    print(f"dumps      {time.perf_counter() - start:6.2f} s   {len(text.encode()) / 2**20:.1f} MiB")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.json"
        path.write_text(text, encoding="utf-8")
        rounds = [{name: measured(str(path), name) for name in ("json", "danvankheo")} for _ in range(ROUNDS)]
        best = {name: min(each[name] for each in rounds) for name in rounds[0]}
        for name, (seconds, memory) in best.items():
            ratio = seconds / best["json"][0]
            print(f"{name:10} {seconds:6.2f} s   {ratio:5.1f}x json.loads   peak {memory:6.0f} MiB")
        again = load(path)
    assert again == made
    start = time.perf_counter()
    summarise(again)
    print(f"summarise  {time.perf_counter() - start:6.2f} s")
    document = json.loads(text)
    document["contributions"][-1]["quantity"]["amount"] = "hai bảy"
    broken = json.dumps(document)
    start = time.perf_counter()
    try:
        from danvankheo import loads

        loads(broken)
    except ValueError as error:
        print(f"refused    {time.perf_counter() - start:6.2f} s   {error}")


if __name__ == "__main__":
    main()
