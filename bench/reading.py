"""Measure how well and how fast prose is read: on generated articles, on a folder of labelled texts, beside a plain search.

A folder holds NNN.txt, and gold/NNN.json for what each states.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import sys
import time
from pathlib import Path
from typing import Any

from _articles import articles
from _scores import score

from giaoban.reading import as_json, read_text

SIZES = {"S": 40, "M": 200, "L": 1000}
PLAIN = re.compile(r"\d[\d.,]*\s?(?:%|tỷ|tỉ|triệu|nghìn|ha|tấn|km|[^\W\d]+)|(?<=[.!?])\s+(?=[^\W\d_])", re.UNICODE)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", default="S", choices=list(SIZES))
    parser.add_argument("--texts", type=Path, help="folder of labelled texts")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    found: dict[str, Any] = {"generated": generated(SIZES[args.size]), "speed": speed(SIZES[args.size])}
    if args.texts:
        found["texts"] = labelled(args.texts)
    if args.json:
        print(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        tell(found)
    return 0


def generated(count: int) -> dict[str, Any]:
    """Return the scores on made articles."""
    made = articles(count)
    pairs = [(read(article.text, f"{at:04d}"), article.gold(f"{at:04d}")) for at, article in enumerate(made)]
    return {"documents": count, **score(pairs)}


def labelled(folder: Path) -> dict[str, Any]:
    """Return the scores on the texts of a folder that have a gold file."""
    known = sorted((folder / "gold").glob("*.json"))
    texts = [(folder / f"{path.stem}.txt").read_bytes().decode("utf-8") for path in known]
    pairs = [(read(text, path.stem), json.loads(path.read_text("utf-8"))) for text, path in zip(texts, known, strict=True)]
    return {"documents": len(known), **score(pairs)}


def read(text: str, name: str) -> dict[str, Any]:
    return as_json(read_text(text, document=name), id=name)


def speed(count: int) -> dict[str, float]:
    """Return megabytes a second of this reader and of one plain search, on one thread, the median of five runs."""
    texts = [article.text for article in articles(count, seed=11)]
    size = sum(len(text.encode()) for text in texts) / 1e6
    took: dict[str, list[float]] = {"read": [], "plain": []}
    for _ in range(5):
        begun = time.process_time()
        for text in texts:
            read_text(text, document="")
        took["read"].append(time.process_time() - begun)
        begun = time.process_time()
        for text in texts:
            sum(1 for _ in PLAIN.finditer(text))
        took["plain"].append(time.process_time() - begun)
    fast = {name: size / statistics.median(runs) for name, runs in took.items()}
    return {
        "read_mb_s": round(fast["read"], 3),
        "plain_mb_s": round(fast["plain"], 3),
        "times_slower": round(fast["plain"] / fast["read"], 1),
    }


def tell(found: dict[str, Any]) -> None:
    for name in ("generated", "texts"):
        if name in found:
            print(f"{name}: {found[name]['documents']} documents")
            for what, scores in found[name].items():
                if what not in ("documents", "sentences"):
                    print(f"  {what:12} P {scores['p']:.3f}  R {scores['r']:.3f}  F1 {scores['f1']:.3f}")
            print(f"  sentences    macro F1 {found[name]['sentences']['macro_f1']:.3f}")
    print("speed: {read_mb_s} MB/s; a plain search {plain_mb_s} MB/s".format(**found["speed"]))


if __name__ == "__main__":
    sys.exit(main())
