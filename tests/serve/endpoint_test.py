#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`soak serve` end to end: what it answers, whom it refuses, and that hostile clients do not keep a scrape out."""

import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path

sys.dont_write_bytecode = True

from prometheus_client.openmetrics.parser import text_string_to_metric_families as open_metrics  # noqa: E402
from prometheus_client.parser import text_string_to_metric_families as text_metrics  # noqa: E402
from serving import ENVIRONMENT, PATIENCE, SOAK, Serving, soak, until  # noqa: E402

OPEN_METRICS = {"Accept": "application/openmetrics-text; version=1.0.0"}
SLOWEST_SCRAPE = 1.0  # seconds, among hostile clients


def make_run(folder, iterations):
    made = soak("run", "--mock", "--auto-tune", "--warmup", "--iterations", iterations, "--out", "run", folder=folder)
    assert made.returncode == 0, made.stderr
    return Path(folder, "run")


class EndpointTest(unittest.TestCase):
    """`folder` is empty and of each test alone; `run36` is of all, and only read."""

    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(scratch.cleanup)
        cls.run36 = make_run(scratch.name, 36)

    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)


class Endpoints(EndpointTest):
    def test_has_what_soak_metrics_writes(self):
        run = self.run36
        with Serving(run) as served:
            served.wait_until_ready()
            answer = served.ask("/metrics")
            self.assertEqual((answer.status, answer.headers["content-type"]),
                             (200, "text/plain; version=0.0.4; charset=utf-8"))
            self.assertEqual(answer.body, soak("metrics", run).stdout)
            self.assertEqual(subprocess.run(["promtool", "check", "metrics"], input=answer.body, text=True, check=False,
                                            capture_output=True).returncode, 0)

    def test_follows_a_run_from_before_it_began(self):
        with Serving("run", folder=self.folder) as served:
            until(lambda: "nothing to serve" in served.errors(), "the first look")
            before = served.ask("/metrics").body
            self.assertTrue(before.endswith("\nwarmup_exporter_error 1\n"), before)
            self.assertEqual(len(before.splitlines()), 3, "nothing else is known")
            not_ready = served.ask("/readyz")
            self.assertEqual(not_ready.status, 503)
            self.assertIn("not ready: run: ", not_ready.body)
            self.assertEqual(served.ask("/healthz").status, 200)
            make_run(self.folder, 8)
            until(lambda: served.sample("soak_last_iteration") == 8, "iteration 8")
            self.assertEqual(served.sample("warmup_exporter_error"), 0)
            self.assertIn("ready: RUN_", served.ask("/readyz").body)

    def test_a_folder_that_goes_takes_its_samples_with_it(self):
        run = make_run(self.folder, 8)
        with Serving(run) as served:
            served.wait_until_ready()
            run.rename(self.folder / "gone")
            until(lambda: served.sample("warmup_exporter_error") == 1, "the failure")
            self.assertIsNone(served.sample("soak_last_iteration"))
            (self.folder / "gone").rename(run)
            until(lambda: served.sample("soak_last_iteration") == 8, "the run again")

    def test_takes_profile_and_window(self):
        run = self.run36
        with Serving(run, "--last-n", "4", "--profile", "mission") as served:
            served.wait_until_ready()
            self.assertIn('\nrisk_ratio_mean{window="4"} ', served.ask("/metrics").body)

    def test_writes_nothing_into_the_run(self):
        def files():
            return {path: (path.stat().st_mtime_ns, path.is_file() and path.read_bytes()) for path in self.run36.rglob("*")}

        before = files()
        with Serving(self.run36) as served:
            served.wait_until_ready()
            self.assertEqual(served.ask("/metrics").status, 200)
        self.assertEqual(files(), before)

    def test_head_has_the_headers_of_get_and_no_body(self):
        with Serving(self.run36) as served:
            served.wait_until_ready()
            for path in ("/metrics", "/healthz", "/readyz", "/elsewhere"):
                whole, head = served.ask(path), served.ask(path, "HEAD")
                self.assertEqual(head.status, whole.status, path)
                self.assertEqual(head.headers["content-length"], str(len(whole.body.encode())), path)
                self.assertEqual(head.headers["content-type"], whole.headers["content-type"], path)

    def test_refuses_other_paths_and_methods(self):
        with Serving(self.run36) as served:
            served.wait_until_ready()
            for path in ("/", "/metrics/", "/metrics/x", "/../../etc/passwd", "/%2e%2e/etc/passwd"):
                self.assertEqual(served.ask(path).status, 404, path)
            self.assertEqual(served.ask("/metrics?name[]=x").status, 200)
            for method in ("POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW"):
                answer = served.ask("/metrics", method, body=None if method == "TRACE" else "x")
                self.assertEqual((answer.status, answer.headers.get("allow")), (405, "GET, HEAD"), method)

    def test_openmetrics_keeps_its_grammar_and_says_the_same(self):
        with Serving(self.run36) as served:
            served.wait_until_ready()
            answer = served.ask("/metrics", headers=OPEN_METRICS)
            self.assertEqual(answer.headers["content-type"], "application/openmetrics-text; version=1.0.0; charset=utf-8")
            self.assertTrue(answer.body.endswith("\n# EOF\n"))
            # The reference parser is strict: order, duplicates, suffixes, escapes and the end.
            opened = [sample for family in open_metrics(answer.body) for sample in family.samples]
            plain = [sample for family in text_metrics(served.ask("/metrics").body) for sample in family.samples]
            key = [(sample.name, sorted(sample.labels.items()), sample.value) for sample in plain]
            self.assertEqual([(sample.name, sorted(sample.labels.items()), sample.value) for sample in opened], key)
            self.assertGreater(len(key), 100)

    def test_measures_a_scrape(self):
        with Serving(self.run36) as served:
            served.wait_until_ready()
            times = sorted(self.scrape(served) for _ in range(100))
            print(f"scrape of 36 iterations: median {statistics.median(times) * 1000:.1f} ms, "
                  f"slowest {times[-1] * 1000:.1f} ms")
            self.assertLess(statistics.median(times), SLOWEST_SCRAPE)

    @staticmethod
    def scrape(served):
        begun = time.monotonic()
        answer = served.ask("/metrics")
        assert answer.status == 200 and "\nsoak_last_iteration 36\n" in answer.body
        return time.monotonic() - begun


class Process(EndpointTest):
    def test_a_signal_ends_it_with_0_though_clients_hang(self):
        run = self.run36
        for number in (signal.SIGINT, signal.SIGTERM):
            with Serving(run) as served, socket.create_connection(("127.0.0.1", served.port)) as hanging:
                hanging.sendall(b"GET /metr")
                self.assertEqual(served.ask("/healthz").status, 200)
                served.process.send_signal(number)
                self.assertEqual(served.process.wait(PATIENCE), 0, number)
                self.assertNotIn("soak: ", served.errors())

    def test_a_taken_port_is_an_error_of_the_environment(self):
        run = self.run36
        with Serving(run) as served:
            second = soak("serve", run, "--port", served.port)
            self.assertEqual((second.returncode, second.stdout), (6, ""))
            self.assertIn("another program listens on this port", second.stderr)
            self.assertIn(str(served.port), second.stderr)
            self.assertEqual(served.ask("/healthz").status, 200)

    def test_bad_options_are_usage(self):
        run = self.run36
        for words in (("--port", "65536"), ("--port", "-1"), ("--port", "http"), ("--host", "no such host"), ("--host", ""),
                      ("--profile", "nosuch"), ("--last-n", "0"), ("--path", str(run)), ("--nonsense",)):
            done = soak("serve", run, *words)
            self.assertEqual((done.returncode, done.stdout), (2, ""), f"{words} {done.stderr}")

    def test_an_address_of_another_machine_is_an_error_of_the_environment(self):
        self.assertEqual(soak("serve", self.run36, "--host", "192.0.2.1").returncode, 6)

    def test_says_where_as_json(self):
        process = subprocess.Popen([SOAK, "serve", "x", "--port", "0", "--json"], cwd=self.folder, env=ENVIRONMENT,
                                   stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.addCleanup(process.stdout.close)
        lines = []
        while not lines or lines[-1].rstrip() not in ("}", "") and "}" not in lines[-1]:
            lines.append(process.stdout.readline())
        process.terminate()
        self.assertEqual(process.wait(PATIENCE), 0)
        text = "".join(lines)
        for part in ('"schema"', '"soak-serve/1"', '"http://127.0.0.1:'):
            self.assertIn(part, text)

    def test_a_result_that_cannot_be_written_is_said(self):
        done = subprocess.run(f"exec '{SOAK}' serve x --port 0 >/dev/full", shell=True, cwd=self.folder, env=ENVIRONMENT,
                              capture_output=True, text=True, timeout=PATIENCE, check=False)
        self.assertEqual(done.returncode, 5, done.stderr)


class Hostile(EndpointTest):
    """Two hundred clients that are slow or broken, all at once and for as long as the scrapes go on."""

    KINDS = {
        "silent": b"",
        "half a line": b"GET /metr",
        "half a header": b"GET /metrics HTTP/1.1\r\nHost: x\r\nX-Pa",
        "never the end": b"GET /metrics HTTP/1.1\r\nHost: x\r\n",
        "half a body": b"POST /metrics HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\nabc",
        "half a chunk": b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nffffff\r\nabc",
        "long URL": b"GET /" + b"a" * 100000,
        "long header": b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 100000,
        "garbage": bytes(range(256)) * 20,
        "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 64,
    }
    CLIENTS = 200
    SCRAPES = 25

    def test_two_hundred_of_them_do_not_stop_the_scrape(self):
        with Serving(self.run36) as served:
            served.wait_until_ready()
            clients = self.crowd(served.port)
            self.addCleanup(lambda: [client.close() for client in clients])
            stop = threading.Event()
            dripping = threading.Thread(target=self.drip, args=(clients, served.port, stop))
            dripping.start()
            try:
                times = [Endpoints.scrape(served) for _ in range(self.SCRAPES)]
            finally:
                stop.set()
                dripping.join()
            print(f"scrape among {self.CLIENTS} hostile clients: median {statistics.median(times) * 1000:.1f} ms, "
                  f"slowest {max(times) * 1000:.1f} ms")
            self.assertLess(max(times), SLOWEST_SCRAPE)
            self.assertIsNone(served.process.poll())

    def crowd(self, port):
        kinds = list(self.KINDS.values())
        return [self.client(port, kinds[number % len(kinds)]) for number in range(self.CLIENTS)]

    @staticmethod
    def client(port, first):
        client = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        client.setblocking(False)
        Hostile.push(client, first)
        return client

    @staticmethod
    def push(client, what):
        """Whether the server still takes it; what does not fit is left."""
        try:
            return what == b"" or client.send(what) >= 0
        except BlockingIOError:
            return True
        except OSError:
            return False

    @staticmethod
    def drip(clients, port, stop):
        """A byte to each, again and again; whoever was thrown out comes back."""
        kinds = list(Hostile.KINDS.values())
        while not stop.wait(0.02):
            for number, client in enumerate(clients):
                if not Hostile.push(client, b"x"):
                    client.close()
                    clients[number] = Hostile.client(port, kinds[number % len(kinds)])

    def test_those_who_do_not_read_what_they_asked_for_keep_nobody_out(self):
        with Serving(self.run36) as served:
            served.wait_until_ready()
            request = b"GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n"
            clients = [self.client(served.port, request) for _ in range(self.CLIENTS)]
            self.addCleanup(lambda: [client.close() for client in clients])
            self.assertLess(max(Endpoints.scrape(served) for _ in range(self.SCRAPES)), SLOWEST_SCRAPE)

    def test_more_than_there_is_room_for_lose_their_place_to_a_newcomer(self):
        with Serving(self.run36) as served:
            served.wait_until_ready()
            clients = [self.client(served.port, b"GET /") for _ in range(600)]
            self.addCleanup(lambda: [client.close() for client in clients])
            self.assertLess(max(Endpoints.scrape(served) for _ in range(5)), SLOWEST_SCRAPE)


if __name__ == "__main__":
    unittest.main(verbosity=2)
