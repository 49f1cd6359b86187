#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Digit for digit: a KPI has the same number on its tile (as assistive tools read it, in English and Russian), in the
snapshot, the audit, `soak show` and the metrics, and it is what the iteration files say, rounded as specified here.
The programs are run, not linked; the numbers expected are computed from the JSON files by this script alone."""
import decimal
import html.parser
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import tempfile
import unittest

BIN = pathlib.Path(os.environ["SOAK_BIN_DIR"])
FIXTURES = pathlib.Path(__file__).parents[2] / "data" / "fixtures"
WINDOW = 8

# The specification: digits, how the window's values become one, and the words for it.
KPIS = {
    "maker_taker_ratio": (3, statistics.fmean, "mean", "maker_taker_ok", "Maker share", "Доля мейкера"),
    "p95_latency_ms": (1, max, "max", "p95_latency_ok", "p95 latency", "Задержка p95"),
    "risk_ratio": (3, statistics.median, "median", "risk_ok", "Risk ratio", "Доля риска"),
    "net_bps": (2, statistics.fmean, "mean", "net_bps_ok", "Net edge", "Чистый доход"),
}


class Mismatch(AssertionError):
    """A face shows another number than the files hold."""


def run(*command, allowed=(0,)):
    done = subprocess.run([str(one) for one in command], capture_output=True, timeout=120)
    if done.returncode not in allowed:
        raise RuntimeError(f"{command}: exit code {done.returncode}\n{done.stderr.decode()}")
    return done.stdout.decode()


def numbers(text):
    """The first number of a text in either language."""
    found = re.search(r"[-\u2212]?\d+(?:[.,]\d+)?", text)
    return None if found is None else decimal.Decimal(
        found[0].replace("\u2212", "-").replace(",", "."))


def same(where, key, text, expected):
    shown = numbers(text)
    digits = None if expected is None else -expected.as_tuple().exponent
    if shown != expected or (shown is not None and -shown.as_tuple().exponent != digits):
        raise Mismatch(f"{where}: {key} is '{text}', not {expected}")


def same_value(where, key, value, expected):
    if value is None or expected is None:
        if value is not None or expected is not None:
            raise Mismatch(f"{where}: {key} is {value}, not {expected}")
        return
    digits = -expected.as_tuple().exponent
    if decimal.Decimal(f"{value:.{digits}f}") != expected:
        raise Mismatch(f"{where}: {key} is {value}, not {expected}")


class Programs:
    def __init__(self, soak="soak", dump="soak_dump_window"):
        self.soak, self.dump = BIN / soak, BIN / dump


def run_folder(path):
    return next(pathlib.Path(path).rglob("ITER_SUMMARY_*.json")).parent


def expected_of(folder):
    """From the files of the run: what each KPI of the window is, in its digits; None where no value is."""
    summaries = {}
    for file in folder.glob("ITER_SUMMARY_*.json"):
        summaries[int(file.stem.rsplit("_", 1)[1])] = json.loads(file.read_text())["summary"]
    window = [summaries[k] for k in sorted(summaries)[-WINDOW:]]
    expected = {}
    for key, (digits, aggregate, *_rest) in KPIS.items():
        values = [one[key] for one in window if one.get(key) is not None]
        expected[key] = decimal.Decimal(f"{aggregate(values):.{digits}f}") if values else None
    return expected


def check_texts(folder, programs, scratch):
    expected = expected_of(folder)
    show = run(programs.soak, "show", folder)
    out = pathlib.Path(scratch) / "reports"
    run(programs.soak, "report", "--src", folder, "--out", out, allowed=(0, 1))
    snapshot = json.loads((out / "POST_SOAK_SNAPSHOT.json").read_text())
    audit = (out / "POST_SOAK_AUDIT.md").read_text()
    metrics = run(programs.soak, "metrics", "--path", folder)
    for key, (_digits, _aggregate, word, gate, title, _russian) in KPIS.items():
        line = re.search(rf"^{key} {word} +[<>]=? [\d.]+(?: (?:ms|bps))? +(.*)$", show, re.M)
        same("soak show", key, line[1].split()[0], expected[key])
        row = re.search(rf"^\| {re.escape(title)} \({word}\) \|[^|]*\|([^|]*)\|", audit, re.M)
        same("audit", key, row[1].strip(), expected[key])
        same_value("snapshot", key, snapshot["kpi_last_n"][key][word], expected[key])
        sample = re.search(rf'^soak_gate_value{{gate="{gate}"}} (\S+)$', metrics, re.M)
        same_value("metrics", key, float(sample[1]) if sample else None, expected[key])
    seconds = re.search(r"^p95_latency_seconds_max\{[^}]*\} (\S+)$", metrics, re.M)
    same_value("metrics in seconds", "p95_latency_ms", float(seconds[1]) * 1000 if seconds else None,
               expected["p95_latency_ms"])


def walk(node):
    yield node
    for child in node["children"]:
        yield from walk(child)


def check_tiles(folder, programs, language):
    expected = expected_of(folder)
    window = json.loads(run(programs.dump, folder, language, "1440x1000"))
    tiles = [node for node in walk(window["tree"]) if node["class"].endswith("GateTile")]
    for key, kpi in KPIS.items():
        title = kpi[5] if language == "ru" else kpi[4]
        found = [tile for tile in tiles if re.match(rf"{title}(, [^:]+)?:", tile["name"])]
        if not found:
            raise Mismatch(f"{language}: no tile '{title}' among {[tile['name'] for tile in tiles]}")
        for tile in found:
            values = [node["name"] for node in walk(tile) if node["id"] == "value"]
            if len(values) != 1:
                raise Mismatch(f"{language}: {title} tells {values}")
            same(f"tile in {language}", key, values[0], expected[key])
            spoken = tile["name"].split(": ", 1)[1].split(", ")[0]
            same(f"tile in {language}, spoken", key, spoken, expected[key])
            if language == "ru" and expected[key] is not None and "." in values[0]:
                raise Mismatch(f"{values[0]} has no Russian decimal sign")


class Charts(html.parser.HTMLParser):
    """The lettering of the charts of the HTML report, by class."""

    def __init__(self):
        super().__init__()
        self.charts, self.kind = [], None

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "svg":
            self.charts.append({"label": attributes.get("aria-label") or "", "xtick": [], "ytick": [],
                                "threshold-text": []})
        self.kind = attributes.get("class") if tag == "text" and self.charts else None

    def handle_endtag(self, tag):
        self.kind = None

    def handle_data(self, data):
        if self.kind in ("xtick", "ytick", "threshold-text"):
            self.charts[-1][self.kind].append(data)


class Digits(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.scratch.name)
        os.environ.update(HOME=cls.scratch.name, XDG_CONFIG_HOME=cls.scratch.name,
                          XDG_STATE_HOME=cls.scratch.name, XDG_RUNTIME_DIR=cls.scratch.name)
        cls.runs = {name: run_folder(FIXTURES / name) for name in ("reference-8", "reference-36")}
        cls.runs["gaps"] = cls.with_gaps()
        cls.runs["ours"] = cls.folder / "ours"
        run(BIN / "soak", "run", "--mock", "--auto-tune", "--iterations", "24", "--quiet", "--out",
            cls.runs["ours"])

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    @classmethod
    def with_gaps(cls):
        """Reference-36 without three files, with values missing, and no risk in the whole window."""
        folder = cls.folder / "gaps"
        folder.mkdir()
        for file in run_folder(FIXTURES / "reference-36").glob("ITER_SUMMARY_*.json"):
            k = int(file.stem.rsplit("_", 1)[1])
            if k in (9, 10, 31):
                continue
            summary = json.loads(file.read_text())
            one = summary["summary"]
            one["net_bps"] += 0.0004 * k  # digits that rounding decides about
            one["maker_taker_ratio"] -= 0.00013 * k
            if k in (30, 34):
                one["p95_latency_ms"] = None
            if k == 33:
                del one["net_bps"]
                one["p95_latency_ms"] = 312.3456
            if k > 26:
                one["risk_ratio"] = None
            (folder / file.name).write_text(json.dumps(summary))
        return folder

    def test_every_face_shows_the_number_of_the_files(self):
        for name, folder in self.runs.items():
            with self.subTest(run=name):
                check_texts(folder, Programs(), self.folder / ("texts_" + name))
                for language in ("en", "ru"):
                    check_tiles(folder, Programs(), language)

    def test_the_run_with_gaps_has_what_it_is_for(self):
        expected = expected_of(self.runs["gaps"])
        self.assertIsNone(expected["risk_ratio"])
        self.assertEqual(expected["p95_latency_ms"], decimal.Decimal("312.3"))

    def test_another_number_of_decimals_is_caught(self):
        changed = Programs("soak_changed_digits", "soak_dump_window_changed_digits")
        with self.assertRaisesRegex(Mismatch, "soak show: risk_ratio"):
            check_texts(self.runs["reference-36"], changed, self.folder / "changed")
        with self.assertRaisesRegex(Mismatch, "tile in ru: risk_ratio"):
            check_tiles(self.runs["reference-36"], changed, "ru")

    def test_ticks_and_thresholds_are_those_of_the_html_report(self):
        for name in ("reference-8", "reference-36", "ours"):
            with self.subTest(run=name):
                out = self.folder / ("html_" + name)
                run(BIN / "soak", "report", "--src", self.runs[name], "--out", out, allowed=(0, 1))
                report = Charts()
                report.feed((out / "POST_SOAK_REPORT.html").read_text())
                for language, sign in (("en", "."), ("ru", ",")):
                    window = json.loads(run(BIN / "soak_dump_window", self.runs[name], language, "1500x1000"))
                    shown = {chart["id"]: chart for chart in window["charts"]}
                    self.compare(report.charts, shown, sign)

    def compare(self, charts, shown, sign):
        def words(texts):
            return [text.replace(".", sign).replace("-", "\u2212").replace(">=", "\u2265").replace("<=", "\u2264")
                    for text in texts]

        compared = 0
        for key, kpi in KPIS.items():
            chart = next(one for one in charts if one["label"].startswith(kpi[4]))
            mine = shown["metric:" + key]
            self.assertEqual(mine["y"], words(chart["ytick"]), key)
            self.assertGreaterEqual(len(mine["y"]), 2, key)
            self.assertEqual(mine["thresholds"], words(chart["threshold-text"]), key)
            if mine["x"]:  # the lowest chart bears the iterations
                compared += 1
                self.assertEqual(mine["x"], words(chart["xtick"]) or words(charts[-1]["xtick"]), key)
        self.assertEqual(compared, 1)


if __name__ == "__main__":
    unittest.main()
