#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real Prometheus scrapes `soak serve` during real runs of 36 iterations: alerts fire on the red one, none on the green."""

import json
import re
import subprocess
import sys
import tempfile
import unittest
import urllib.parse
import urllib.request
from pathlib import Path

import yaml

sys.dont_write_bytecode = True

from serving import ENVIRONMENT, PATIENCE, ROOT, SOAK, Serving, until  # noqa: E402

ITERATIONS = 36
# Seconds that the bot takes for an iteration; the four of warm-up together last longer than a rule's three minutes.
PAUSE = "0.2"
WARMUP_PAUSE = "0.4"
MS_PER_MINUTE = 200  # what a minute of the rules becomes: 3m is 600 ms
SCRAPE = "200ms"

# What the bot reports. Green keeps every limit of the rules; red keeps none.
GREEN = {"net_bps": 3.5, "gross_bps": 9.0, "fees_eff_bps": 2.0, "slippage_bps": 1.5, "adverse_bps": 1.5, "inventory_bps": 0.5,
         "p95_latency_ms": 220, "order_age_p95_ms": 250, "ws_lag_p95_ms": 50, "maker": 880, "risk": 30}
RED = {"net_bps": 0.5, "gross_bps": 8.0, "fees_eff_bps": 2.0, "slippage_bps": 2.5, "adverse_bps": 2.5, "inventory_bps": 0.5,
       "p95_latency_ms": 450, "order_age_p95_ms": 400, "ws_lag_p95_ms": 200, "maker": 600, "risk": 60}
MUST_FIRE = {"SoakLatencyHigh", "SoakRiskHigh", "SoakMakerLow", "SoakWarmupLatencyHigh", "SoakWindowMakerLow",
             "SoakWindowRiskHigh", "SoakWindowLatencyHigh"}
UNREADABLE = "SoakMetricsFailed"


def edge_report(kpis):
    blocked = 100
    reasons = {"risk": kpis["risk"], "min_interval": blocked - kpis["risk"], "concurrency": 0, "throttle": 0}
    totals = {name: value for name, value in kpis.items() if name not in ("maker", "risk")}
    totals["fills"] = {"maker_count": kpis["maker"], "taker_count": 1000 - kpis["maker"],
                       "maker_volume": 50.0 * kpis["maker"], "taker_volume": 50.0 * (1000 - kpis["maker"])}
    totals["block_reasons"] = {name: {"count": count, "ratio": count / blocked} for name, count in reasons.items()}
    return json.dumps({"totals": totals})


def quick_rules():
    """The shipped rules with every duration shortened alike."""
    text = (ROOT / "packaging/prometheus/soak_alerts.yml").read_text(encoding="utf-8")
    quick, count = re.subn(r"(?<=for: )(\d+)m\b|(?<=\[)(\d+)m(?=\])|(?<=offset )(\d+)m\b",
                           lambda match: f"{int(next(filter(None, match.groups()))) * MS_PER_MINUTE}ms", text)
    assert count >= 10
    return quick


class Prometheus:
    """A Prometheus of the test's own, on a free port; use it in a `with`."""

    def __init__(self, folder, targets):
        self.folder = folder
        (folder / "rules.yml").write_text(quick_rules(), encoding="utf-8")
        jobs = [{"job_name": job, "static_configs": [{"targets": [f"127.0.0.1:{port}"]}]} for job, port in targets.items()]
        config = {"global": {"scrape_interval": SCRAPE, "scrape_timeout": SCRAPE, "evaluation_interval": SCRAPE},
                  "rule_files": ["rules.yml"], "scrape_configs": jobs}
        (folder / "prometheus.yml").write_text(yaml.safe_dump(config), encoding="utf-8")

    def __enter__(self):
        self.log = open(self.folder / "log", "w+", encoding="utf-8")
        self.process = subprocess.Popen(
            ["prometheus", "--config.file=prometheus.yml", "--storage.tsdb.path=data", "--web.listen-address=127.0.0.1:0"],
            cwd=self.folder, env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=self.log)
        self.port = until(self.listening, "Prometheus")
        until(self.ready, "a Prometheus that is ready")
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(PATIENCE)
        self.log.close()

    def listening(self):
        found = re.search(r"Listening on.* address=127\.0\.0\.1:([1-9]\d*)",
                          (self.folder / "log").read_text(encoding="utf-8"))
        return found and int(found[1])

    def ready(self):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/-/ready", timeout=PATIENCE) as answer:
                return answer.status == 200
        except OSError:
            return False

    def query(self, expression):
        url = f"http://127.0.0.1:{self.port}/api/v1/query?" + urllib.parse.urlencode({"query": expression})
        with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
            return json.load(answer)["data"]["result"]

    def value(self, expression):
        found = self.query(expression)
        return float(found[0]["value"][1]) if found else None

    def fired(self, job):
        """The alerts that ever fired."""
        return {one["metric"]["alertname"]
                for one in self.query(f'count_over_time(ALERTS{{alertstate="firing",job="{job}"}}[1h])')}


class ScrapedByPrometheus(unittest.TestCase):
    def start_run(self, name, kpis):
        bot = self.folder / f"{name}.sh"
        pause = f'[ "$SOAK_PHASE" = WARMUP ] && sleep {WARMUP_PAUSE} || sleep {PAUSE}'
        bot.write_text(f"{pause}\ncat > \"$SOAK_OUTPUT_DIR/EDGE_REPORT.json\" <<'X'\n{edge_report(kpis)}\nX\n",
                       encoding="utf-8")
        run = subprocess.Popen([SOAK, "run", "--engine", "command", "--iterations", str(ITERATIONS), "--auto-tune", "--warmup",
                                "--out", name, "--quiet", "--", "sh", bot], cwd=self.folder, env=ENVIRONMENT,
                               stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        self.addCleanup(lambda: (run.kill(), run.wait()))
        return run

    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)

    def test_alerts_fire_on_the_red_run_and_none_on_the_green(self):
        with Serving("green", folder=self.folder) as green, Serving("red", folder=self.folder) as red:
            server = self.folder / "prometheus"
            server.mkdir()
            with Prometheus(server, {"green": green.port, "red": red.port}) as prometheus:
                for job in ("green", "red"):  # nothing to read before the run begins is an alert of its own
                    until(lambda job=job: prometheus.fired(job) == {UNREADABLE}, f"{UNREADABLE} on {job}")
                runs = [self.start_run("green", GREEN), self.start_run("red", RED)]
                for run in runs:
                    self.assertEqual(run.wait(PATIENCE), 0)
                for job in ("green", "red"):
                    until(lambda job=job: prometheus.value(f'soak_last_iteration{{job="{job}"}}') == ITERATIONS,
                          f"the last iteration of {job}")
                    self.assertEqual(prometheus.value(f'min_over_time(up{{job="{job}"}}[1h])'), 1, job)
                    # It saw the run while it went on, not its end alone.
                    self.assertGreater(prometheus.value(f'changes(soak_last_iteration{{job="{job}"}}[1h])'), 15, job)
                until(lambda: MUST_FIRE <= prometheus.fired("red"), f"one of {MUST_FIRE} on red")
                self.assertEqual(prometheus.query(f'ALERTS{{alertname="{UNREADABLE}"}}'), [], "it is read now")
                print(f"fired on red: {', '.join(sorted(prometheus.fired('red')))}")
                self.assertEqual(prometheus.fired("green"), {UNREADABLE}, "that was before it began")
                self.assertEqual(prometheus.value('soak_run_verdict{job="green"}'), 2)
                self.assertEqual(prometheus.value('soak_run_verdict{job="red"}'), 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
