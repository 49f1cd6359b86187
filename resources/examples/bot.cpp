// SPDX-License-Identifier: GPL-3.0-or-later
// A bot for `soak run --engine command -- ./bot`: the contract is docs/attach-a-bot.md.
//     g++ -std=c++17 -O2 -o bot bot.cpp
// It "trades" by a formula, so that one sees the KPIs answer to the overrides; put yours in its
// place. The overrides are found by name, which is enough for a file whose names are unique; a bot
// with a JSON library reads them by path.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <random>
#include <sstream>
#include <string>

namespace
{

std::string fromEnvironment(const char* name)
{
    const char* const value = std::getenv(name);
    if (value == nullptr) {
        std::cerr << name << " is not set: start me by soak run --engine command\n";
        std::exit(2);
    }
    return value;
}

// An override that is not there keeps the bot's own value.
double overrideOf(const std::string& json, const std::string& name, double standard)
{
    const std::string::size_type at = json.find('"' + name + '"');
    const std::string::size_type colon = at == std::string::npos ? at : json.find(':', at);
    return colon == std::string::npos ? standard : std::atof(json.c_str() + colon + 1);
}

} // namespace

int main()
{
    const int iteration = std::atoi(fromEnvironment("SOAK_ITERATION").c_str());
    std::stringstream overrides;
    overrides << std::ifstream(fromEnvironment("SOAK_OVERRIDES")).rdbuf();
    const double interval = overrideOf(overrides.str(), "min_interval_ms", 60);
    const double spread = overrideOf(overrides.str(), "base_spread_bps_delta", 0.14);
    const double impact = overrideOf(overrides.str(), "impact_cap_ratio", 0.10);

    // The same seed and iteration give the same bytes: no clock, no distribution of the library.
    std::mt19937_64 random(std::stoull(fromEnvironment("SOAK_SEED")) * 1000 +
                           static_cast<unsigned long long>(iteration));
    const double noise = static_cast<double>(random() % 1000) / 1000 - 0.5;

    std::ofstream report(fromEnvironment("SOAK_OUTPUT_DIR") + "/EDGE_REPORT.json");
    report << "{\n  \"elapsed_ms\": 300000,\n  \"totals\": {\n"
           << "    \"net_bps\": " << 1.2 + 12 * spread + 0.1 * noise << ",\n"
           << "    \"p95_latency_ms\": " << 400 - 1.5 * interval + 6 * noise << ",\n"
           << "    \"risk_ratio\": " << std::clamp(4 * impact + 0.02 * noise, 0.0, 1.0) << ",\n"
           << "    \"fills\": {\"maker_volume\": " << 600 + 1500 * spread
           << ", \"taker_volume\": 100}\n  },\n"
           << "  \"runtime\": {\"version\": \"example-bot-cpp-1\"}\n}\n";
    report.close();
    std::cout << "iteration " << iteration << ": min_interval_ms " << interval
              << ", base_spread_bps_delta " << spread << "\n";
    return report ? 0 : 1;
}
