#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""packaging/prometheus: the rules fire when they should, and rules and dashboard name only what `soak metrics` writes."""

import functools
import json
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import yaml

sys.dont_write_bytecode = True

from serving import ROOT, soak  # noqa: E402

SHIPPED = ROOT / "packaging/prometheus"
RULES = SHIPPED / "soak_alerts.yml"
DASHBOARD = json.loads((SHIPPED / "soak_dashboard.json").read_text(encoding="utf-8"))
WORDS = {"and", "or", "unless", "on", "ignoring", "by", "without", "group_left", "group_right", "offset", "bool"}
# Of Prometheus itself, in every installation.
OF_PROMETHEUS = {"ALERTS", "up"}


def promtool(*words):
    return subprocess.run(["promtool", *map(str, words)], capture_output=True, text=True, check=False)


def metric_names(expression):
    """The metrics that a PromQL expression reads."""
    bare = re.sub(r'"(?:[^"\\]|\\.)*"', "", expression)
    bare = re.sub(r"\{[^}]*\}|\[[^\]]*\]", " ", bare)
    bare = re.sub(r"\b(on|ignoring|by|without|group_left|group_right)\s*\([^)]*\)", " ", bare)
    return {name for name in re.findall(r"(?<![\w:.])[A-Za-z_:][\w:]*(?![\w:]*\s*\()", bare) if name not in WORDS}


def rules():
    return [rule for group in yaml.safe_load(RULES.read_text(encoding="utf-8"))["groups"] for rule in group["rules"]]


def dashboard_expressions():
    return [target["expr"] for panel in DASHBOARD["panels"] for target in panel["targets"]]


@functools.cache
def written_names():
    """The metrics that `soak metrics` writes of a run with tuning and phases."""
    with tempfile.TemporaryDirectory() as folder:
        made = soak("run", "--mock", "--auto-tune", "--warmup", "--iterations", 36, "--out", "run", folder=folder)
        assert made.returncode == 0, made.stderr
        text = soak("metrics", "run", folder=folder).stdout
    return {re.match(r"[\w:]+", line)[0] for line in text.splitlines() if line and not line.startswith("#")}


class Rules(unittest.TestCase):
    def test_are_rules(self):
        checked = promtool("check", "rules", RULES)
        self.assertEqual(checked.returncode, 0, checked.stdout + checked.stderr)

    def test_fire_on_red_after_their_time_and_not_on_green(self):
        tested = promtool("test", "rules", ROOT / "tests/serve/soak_alerts_test.yml")
        self.assertEqual(tested.returncode, 0, tested.stdout + tested.stderr)

    def test_each_is_tested_to_fire(self):
        tests = yaml.safe_load((ROOT / "tests/serve/soak_alerts_test.yml").read_text(encoding="utf-8"))["tests"]
        fired = {case["alertname"] for test in tests for case in test.get("alert_rule_test", []) if case["exp_alerts"]}
        self.assertEqual(fired, {rule["alert"] for rule in rules()})

    def test_say_how_bad_it_is_and_why(self):
        for rule in rules():
            self.assertIn(rule["labels"]["severity"], ("critical", "warning", "info"), rule["alert"])
            self.assertTrue(rule["annotations"]["summary"] and rule["annotations"]["description"], rule["alert"])

    def test_the_example_is_a_configuration_that_has_them(self):
        checked = promtool("check", "config", SHIPPED / "prometheus.example.yml")
        self.assertEqual(checked.returncode, 0, checked.stdout + checked.stderr)
        self.assertIn(f"{len(rules())} rules found", checked.stdout)


class Names(unittest.TestCase):
    def test_of_an_expression_are_found(self):
        for expression, names in (
                ('sum by (job) (rate(a_total{x="y and z"}[5m])) > 2', {"a_total"}),
                ("a:b > 0.4 unless on (job, instance) c == 1", {"a:b", "c"}),
                ("a == a offset 5m or changes(d[1m]) > 1e3", {"a", "d"})):
            self.assertEqual(metric_names(expression), names, expression)

    def test_are_only_what_is_written(self):
        written = written_names() | OF_PROMETHEUS
        self.assertGreater(len(written), 30)
        for expression in [rule["expr"] for rule in rules()] + dashboard_expressions():
            names = metric_names(expression)
            self.assertTrue(names, expression)
            self.assertEqual(names - written, set(), expression)
        for variable in DASHBOARD["templating"]["list"]:
            if variable["type"] == "query":
                self.assertIn(re.match(r"label_values\((\w+)", variable["query"]["query"])[1], written)

    def test_are_all_explained(self):
        page = (ROOT / "docs/metrics.md").read_text(encoding="utf-8")
        self.assertEqual({name for name in written_names() if f"`{name}`" not in page}, set())
        self.assertEqual({rule["alert"] for rule in rules()}, set(re.findall(r"^\| (Soak\w+) \|", page, re.MULTILINE)))


class Dashboard(unittest.TestCase):
    def test_its_expressions_are_promql(self):
        expressions = [expression.replace("$job", ".+").replace("$instance", ".+") for expression in dashboard_expressions()]
        self.assertGreater(len(expressions), 15)
        records = [{"record": f"panel:{number}", "expr": expression} for number, expression in enumerate(expressions)]
        with tempfile.NamedTemporaryFile(mode="w", suffix=".yml") as file:
            yaml.safe_dump({"groups": [{"name": "dashboard", "rules": records}]}, file)
            file.flush()
            checked = promtool("check", "rules", file.name)
        self.assertEqual(checked.returncode, 0, checked.stdout + checked.stderr)

    def test_its_panels_are_told_apart_and_do_not_overlap(self):
        panels = DASHBOARD["panels"]
        self.assertEqual(len({panel["id"] for panel in panels}), len(panels))
        taken = set()
        for panel in panels:
            place = panel["gridPos"]
            self.assertLessEqual(place["x"] + place["w"], 24, panel["title"])
            cells = {(x, y) for x in range(place["x"], place["x"] + place["w"])
                     for y in range(place["y"], place["y"] + place["h"])}
            self.assertFalse(cells & taken, panel["title"])
            taken |= cells
            self.assertTrue(panel["description"], panel["title"])

    def test_takes_its_data_from_the_source_that_is_chosen(self):
        self.assertEqual([variable["name"] for variable in DASHBOARD["templating"]["list"]], ["datasource", "job", "instance"])
        for panel in DASHBOARD["panels"]:
            for target in [panel] + panel["targets"]:
                self.assertEqual(target["datasource"], {"type": "prometheus", "uid": "${datasource}"}, panel["title"])
            for target in panel["targets"]:
                self.assertIn('{job=~"$job",instance=~"$instance"', target["expr"])


if __name__ == "__main__":
    unittest.main(verbosity=2)
