// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/metrics_specs.h"

#include "app/cli/option_specs.h"

namespace soak::cli
{

VerbSpec metricsSpec()
{
    VerbSpec spec{.verb = Verb::Metrics,
                  .name = "metrics",
                  .summary = "write the run's metrics in the Prometheus text format",
                  .details = "Unknown values have no sample. The file is replaced whole, mode "
                             "0644, for a textfile collector.",
                  .positionals = {runPositional()}};
    spec.options = {
        pathOption("path", "RUN", "the run, as the positional argument"),
        pathOption("output", "FILE", "file to replace", "standard output"),
        windowOption(),
        profileOption(),
    };
    spec.examples = {
        "soak metrics --path artifacts/soak/latest --output artifacts/soak/latest/metrics.prom"};
    return spec;
}

VerbSpec serveSpec()
{
    constexpr std::int64_t kHighestPort = 65535;
    VerbSpec spec{
        .verb = Verb::Serve,
        .name = "serve",
        .summary = "serve the run's metrics over HTTP, for Prometheus to scrape",
        .details =
            "/metrics has what `soak metrics` writes, in the text format or, where the scraper "
            "asks for it, in OpenMetrics; it follows a run in progress, and another one that takes "
            "its place. /healthz answers 200 while the program lives, /readyz when a run could be "
            "read and judged, else 503 with the reason. The address is printed on standard "
            "output.\n\n"
            "Exit code: 0 when ended by SIGINT or SIGTERM; 6 when the port is taken.",
        .positionals = {runPositional()}};
    spec.options = {
        pathOption("path", "RUN", "the run, as the positional argument"),
        textOption("host", "ADDRESS", "where to listen; others than loopback are for all to read",
                   "127.0.0.1"),
        integerOption("port", "port to listen on; 0 is any free one", "9477", 0, kHighestPort),
        windowOption(),
        profileOption(),
    };
    spec.examples = {"soak serve artifacts/soak/latest --port 9477"};
    return spec;
}

} // namespace soak::cli
