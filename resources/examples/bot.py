#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A bot for `soak run --engine command -- python3 bot.py`: the contract is docs/attach-a-bot.md.

It "trades" by a formula, so that one sees the KPIs answer to the overrides; put yours in its place.
"""
import json
import os
import random

iteration = int(os.environ["SOAK_ITERATION"])
with open(os.environ["SOAK_OVERRIDES"], encoding="utf-8") as file:
    overrides = json.load(file)


def override(group, name, default):
    """Overrides are nested by group; one that is not there keeps the bot's own value."""
    return overrides.get(group, {}).get(name, default)


interval = override("quoting", "min_interval_ms", 60)
spread = override("quoting", "base_spread_bps_delta", 0.14)
impact = override("impact", "impact_cap_ratio", 0.10)
noise = random.Random(int(os.environ["SOAK_SEED"]) * 1000 + iteration)

report = {
    "elapsed_ms": 300_000,  # by the bot's own clock; leave it out when the bot trades in real time
    "totals": {
        "net_bps": round(1.2 + 12 * spread + noise.gauss(0, 0.05), 3),
        "p95_latency_ms": round(400 - 1.5 * interval + noise.gauss(0, 3), 1),
        "risk_ratio": round(min(1.0, max(0.0, 4 * impact + noise.gauss(0, 0.01))), 4),
        "fills": {"maker_volume": round(600 + 1500 * spread), "taker_volume": 100},
    },
    "runtime": {"version": "example-bot-py-1"},
}
path = os.path.join(os.environ["SOAK_OUTPUT_DIR"], "EDGE_REPORT.json")
with open(path, "w", encoding="utf-8") as file:
    json.dump(report, file, indent=2)
print(f"iteration {iteration}: min_interval_ms {interval}, base_spread_bps_delta {spread}")
