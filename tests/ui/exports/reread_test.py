#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the workbench exports, read again by other programs: PNG by the standard, SVG by xmllint and rsvg-convert,
PDF by pdfinfo and pdftotext, CSV by Python's csv. The same input gives the same bytes."""
import csv
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(__file__))
from png import Png  # noqa: E402

BIN = pathlib.Path(os.environ["SOAK_BIN_DIR"])
FIXTURES = pathlib.Path(__file__).parents[2] / "data" / "fixtures"
VIEWS = ["overview", "iterations", "overrides", "guards", "reports", "release"]
TITLES = {
    "en": ["p95 latency", "Risk ratio", "Net edge", "Maker share"],
    "ru": ["Задержка p95", "Доля риска", "Чистый доход", "Доля мейкера"],
}


def run(*command, environment=None, check=True):
    done = subprocess.run([str(one) for one in command], capture_output=True, timeout=120,
                          env={**os.environ, **(environment or {})})
    if check and done.returncode != 0:
        raise AssertionError(f"{command}: exit code {done.returncode}\n{done.stderr.decode()}")
    return done


class Exports(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.scratch.name)
        cls.run_folder = cls.folder / "run"
        environment = {"SOURCE_DATE_EPOCH": "1767600000"}
        run(BIN / "soak", "run", "--mock", "--auto-tune", "--iterations", "12", "--quiet", "--out",
            cls.run_folder, environment=environment)
        cls.run_id = json.loads((cls.run_folder / "RUN.json").read_text())["run_id"]

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def render(self, view, ending, *options, name="x", environment=None):
        file = self.folder / f"{name}.{ending}"
        run(BIN / "soak-workbench", "--render", view, "--run", self.run_folder, "--output", file,
            "--size", "640x480", *options, environment=environment)
        return file

    def test_png_has_the_size_the_dpi_and_ink(self):
        for view in VIEWS:
            with self.subTest(view=view):
                png = Png(self.render(view, "png").read_bytes())
                self.assertEqual(png.width, 640)
                self.assertEqual(png.dpi, 96)
                self.assertGreater(png.ink(), 0.01)
        overview = Png(self.render("overview", "png", "--size", "1000x800").read_bytes())
        self.assertEqual((overview.width, overview.height), (1000, 800))
        png = Png(self.render("iterations", "png", "--scale", "2").read_bytes())
        self.assertEqual((png.width, png.height, png.dpi), (1280, 960, 192))
        window = Png(self.render("window", "png", "--scale", "2", "--size", "1024x700").read_bytes())
        self.assertEqual((window.width, window.height, window.dpi), (2048, 1400, 192))

    def test_a_comparison_is_of_its_runs(self):
        other = self.folder / "other"
        run(BIN / "soak", "run", "--mock", "--auto-tune", "--iterations", "9", "--quiet", "--out", other,
            environment={"SOURCE_DATE_EPOCH": "1767700000"})
        second = ("--run", other, "--size", "1024x640")
        png = Png(self.render("compare", "png", *second).read_bytes())
        self.assertEqual((png.width, png.height), (1024, 640))
        self.assertGreater(png.ink(), 0.01)
        run("xmllint", "--noout", "--nonet", self.render("compare", "svg", *second))
        rows = self.table(self.render("compare", "csv", *second).read_text())[1:]
        other_id = json.loads((other / "RUN.json").read_text())["run_id"]
        counted = {name: sum(row[0] == name for row in rows) for name in (self.run_id, other_id)}
        self.assertEqual(counted, {self.run_id: 12, other_id: 9})
        alone = run(BIN / "soak-workbench", "--render", "compare", "--run", self.run_folder, "--output",
                    self.folder / "x.png", check=False)
        self.assertEqual(alone.returncode, 2)
        twice = run(BIN / "soak-workbench", "--render", "compare", "--run", self.run_folder, "--run", self.run_folder,
                    "--output", self.folder / "x.png", check=False)
        self.assertEqual(twice.returncode, 3, twice.stderr)
        self.assertIn(b"twice", twice.stderr)

    def test_svg_is_wellformed_and_drawn_by_another_program(self):
        for view in VIEWS:
            with self.subTest(view=view):
                svg = self.render(view, "svg")
                run("xmllint", "--noout", "--nonet", svg)
                drawn = run("rsvg-convert", svg).stdout
                png = Png(drawn)
                self.assertEqual(png.width, 640)
                self.assertGreater(png.ink(), 0.01)
        text = self.render("iterations", "svg").read_text()
        self.assertIn(self.run_id, text)
        self.assertNotIn("<image", text)  # vectors, not a picture in a picture

    def test_pdf_tells_title_run_and_kpis_in_both_languages(self):
        for language, titles in TITLES.items():
            for view in ("iterations", "overview"):
                with self.subTest(language=language, view=view):
                    pdf = self.render(view, "pdf", "--language", language)
                    info = run("pdfinfo", pdf).stdout.decode()
                    self.assertRegex(info, r"Pages: +1\n")
                    self.assertIn(self.run_id, re.search(r"Title: +(.*)", info)[1])
                    text = run("pdftotext", "-layout", pdf, "-").stdout.decode()
                    self.assertIn(self.run_id, text)
                    for title in titles:
                        self.assertIn(title, text)
        for view in ("overrides", "guards", "reports", "release"):
            text = run("pdftotext", self.render(view, "pdf"), "-").stdout.decode()
            self.assertIn(self.run_id, text)

    def test_pictures_of_a_replay_say_that_it_is_one(self):
        replay = self.folder / "replay"
        run(BIN / "soak", "run", "--engine", "replay", "--replay", self.run_folder, "--auto-tune", "--quiet",
            "--out", replay, environment={"SOURCE_DATE_EPOCH": "1767700000"})
        words = {"en": (f"the measurements are those of {self.run_id}: KPIs do not answer", "(replayed)"),
                 "ru": (f"замеры взяты из {self.run_id}: показатели не отвечают", "(повтор замеров)")}
        for language, (sentence, mark) in words.items():
            for view, wanted in (("overview", sentence), ("iterations", mark)):
                with self.subTest(view=view, language=language):
                    file = self.folder / f"replay_{view}_{language}.pdf"
                    run(BIN / "soak-workbench", "--render", view, "--run", replay, "--output", file,
                        "--size", "1000x700", "--language", language)
                    text = " ".join(run("pdftotext", file, "-").stdout.decode().split())
                    self.assertIn(wanted, text)

    def test_the_footer_can_be_left_out(self):
        text = run("pdftotext", self.render("iterations", "pdf", "--no-footer"), "-").stdout.decode()
        self.assertNotIn(self.run_id, text)
        self.assertIn("Risk ratio", text)

    def table(self, text):
        return list(csv.reader(io.StringIO(text, newline="")))

    def test_csv_is_that_of_show_and_of_the_files(self):
        made = self.render("iterations", "csv").read_bytes()
        shown = run(BIN / "soak", "show", self.run_folder, "--csv").stdout
        self.assertEqual(self.table(made.decode()), self.table(shown.decode()))
        self.assertEqual(made, shown)
        header, *rows = self.table(made.decode())
        self.assertEqual(header[:3], ["run", "iteration", "utc"])
        self.assertEqual([int(row[1]) for row in rows], list(range(1, 13)))
        for row in rows:
            self.assertEqual(row[0], self.run_id)
            file = self.run_folder / f"ITER_SUMMARY_{row[1]}.json"
            summary = json.loads(file.read_text())["summary"]
            for name in ("net_bps", "risk_ratio", "p95_latency_ms", "maker_taker_ratio"):
                self.assertEqual(float(row[header.index(name)]), summary[name], (row[1], name))

    def test_csv_of_the_history_is_that_of_its_list(self):
        remembered = {"XDG_DATA_HOME": str(self.folder / "data")}
        run(BIN / "soak", "history", "import", self.run_folder, environment=remembered)
        made = self.render("history", "csv", environment=remembered).read_bytes()
        listed = run(BIN / "soak", "history", "list", "--csv", environment=remembered).stdout
        self.assertEqual(made, listed)
        header, *rows = self.table(made.decode())
        self.assertEqual([dict(zip(header, row))["run_id"] for row in rows], [self.run_id])

    def test_csv_of_overrides_and_guards_has_their_columns(self):
        for view, columns in (("overrides", "parameters"), ("guards", "guards")):
            made = self.render(view, "csv").read_bytes()
            shown = run(BIN / "soak", "show", self.run_folder, "--csv", "--columns", columns).stdout
            self.assertEqual(made, shown, view)
            self.assertEqual(len(self.table(made.decode())), 13)

    def test_the_same_run_gives_the_same_bytes(self):
        for view, endings in (("iterations", ("png", "svg", "pdf")), ("overview", ("pdf", "svg")), ("window", ("pdf",))):
            for ending in endings:
                with self.subTest(view=view, ending=ending):
                    first = self.render(view, ending, name="a", environment={"TZ": "UTC"})
                    again = self.render(view, ending, name="b",
                                        environment={"TZ": "Asia/Tokyo", "SOURCE_DATE_EPOCH": ""})
                    self.assertEqual(first.read_bytes(), again.read_bytes())
        dated = self.render("iterations", "pdf", environment={"SOURCE_DATE_EPOCH": "1700000000", "TZ": "UTC"})
        date = re.search(r"CreationDate: +(.*)", run("pdfinfo", "-isodates", dated).stdout.decode())[1]
        self.assertTrue(date.startswith("2023-11-14T22:13:20"), date)

    def test_what_cannot_be_written_says_so(self):
        done = run(BIN / "soak-workbench", "--render", "iterations", "--run", self.run_folder, "--output",
                   self.folder / "no" / "x.svg", check=False)
        self.assertEqual(done.returncode, 5, done.stderr)


if __name__ == "__main__":
    unittest.main()
