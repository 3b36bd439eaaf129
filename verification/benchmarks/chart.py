#!/usr/bin/env python3
"""Draws the growth chart from the results of `benchmark.sh growth`.

    chart.py growth.csv growth.svg
"""
import csv
import math
import sys

WIDTH, HEIGHT, GAP, TOP, LEFT, BOTTOM = 250, 240, 70, 60, 64, 70
LOWEST, HIGHEST = 10, 10_000_000  # nanoseconds
COLOURS = {"OURS": "#0b7a53", "SPRING": "#c2410c"}
NAMES = {"OURS": "this starter", "SPRING": "Spring's CorsFilter"}


def read(path):
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


def panels(rows):
    def of(case, wanted, key):
        lines = {}
        for row in rows:
            if row["case"] == case and wanted(row["size"]):
                lines.setdefault(row["side"], []).append((key(row), float(row["nanos"])))
        return lines

    first = lambda row: int(row["size"].split("x")[0])
    second = lambda row: int(row["size"].split("x")[1].rstrip("w"))
    length = lambda row: int(row["headerBytes"])
    return [
        ("policies (10 origins each)", of("ACTUAL_GRANTED", lambda s: not s.endswith("w"), first)),
        ("wildcard subdomains of a policy", of("ACTUAL_GRANTED", lambda s: s.endswith("w"), second)),
        ("bytes of requested header names", of("LONG_HEADER_NAMES", lambda s: True, length)),
        ("bytes of Origin (10 wildcards)", of("LONG_ORIGIN", lambda s: True, length)),
    ]


def scale(value, low, high, start, end):
    part = (math.log10(value) - math.log10(low)) / (math.log10(high) - math.log10(low))
    return start + part * (end - start)


def text(x, y, content, anchor="middle", size=12, colour="#333"):
    return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}" font-size="{size}" fill="{colour}">{content}</text>'


def time(nanos):
    for unit, name in ((1_000_000, "ms"), (1_000, "µs"), (1, "ns")):
        if nanos >= unit:
            return f"{nanos / unit:g} {name}"


def panel(left, title, lines):
    right, bottom = left + WIDTH, TOP + HEIGHT
    out = [f'<rect x="{left}" y="{TOP}" width="{WIDTH}" height="{HEIGHT}" fill="none" stroke="#999"/>']
    nanos = LOWEST
    while nanos <= HIGHEST:
        y = scale(nanos, LOWEST, HIGHEST, bottom, TOP)
        out.append(f'<line x1="{left}" x2="{right}" y1="{y:.1f}" y2="{y:.1f}" stroke="#e5e5e5"/>')
        out.append(text(left - 6, y + 4, time(nanos), "end", 11))
        nanos *= 10
    ticks = sorted({x for points in lines.values() for x, _ in points})
    place = lambda x: scale(x, ticks[0], ticks[-1], left + 15, right - 15)
    out += [text(place(x), bottom + 18, f"{x:,}", size=11) for x in ticks]
    out.append(text(left + WIDTH / 2, bottom + 40, title, size=13))
    for side, points in lines.items():
        path = [(place(x), scale(y, LOWEST, HIGHEST, bottom, TOP)) for x, y in sorted(points)]
        joined = " ".join(f"{x:.1f},{y:.1f}" for x, y in path)
        out.append(f'<polyline points="{joined}" fill="none" stroke="{COLOURS[side]}" stroke-width="2.5"/>')
        out += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{COLOURS[side]}"/>' for x, y in path]
    return out


def draw(rows):
    shown = panels(rows)
    width = LEFT + len(shown) * (WIDTH + GAP)
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {TOP + HEIGHT + BOTTOM}"'
        ' font-family="sans-serif" role="img" aria-label="Time a request against growth">',
        '<rect width="100%" height="100%" fill="#fff"/>',
    ]
    for index, side in enumerate(COLOURS):
        x = LEFT + index * 180
        out.append(f'<line x1="{x}" x2="{x + 24}" y1="24" y2="24" stroke="{COLOURS[side]}" stroke-width="3"/>')
        out.append(text(x + 32, 28, NAMES[side], "start", 14))
    out.append(text(width - GAP, 28, "processor time a request; both axes logarithmic", "end", 12, "#666"))
    for index, (title, lines) in enumerate(shown):
        out += panel(LEFT + index * (WIDTH + GAP), title, lines)
    return "\n".join(out + ["</svg>"]) + "\n"


if __name__ == "__main__":
    with open(sys.argv[2], "w", encoding="utf-8") as svg:
        svg.write(draw(read(sys.argv[1])))
