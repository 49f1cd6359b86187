// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/anomalies.h"

#include "core/analysis/value_text.h"

#include <algorithm>
#include <utility>

namespace soak
{

namespace
{

constexpr double kLatencySpikeMs = 400;
constexpr double kRiskJump = 0.15;
constexpr double kRiskJumpNoise = 1e-12; // 0.35 - 0.20 is a little more than 0.15
constexpr double kMakerDrop = 0.75;
constexpr std::size_t kGuardStorm = 5;

const std::optional<std::string>* stateHashAt(const SoakRun& run, std::size_t row)
{
    const TuningStep* step = run.tuning.at(row);
    return step == nullptr || !isKnownHash(step->stateHash) ? nullptr : &step->stateHash;
}

// Over the rows row-2, row-1 and row, which must be three consecutive iterations.
bool isSignatureLoop(const SoakRun& run, std::size_t row)
{
    const auto iterations = run.table.iterations();
    if (iterations[row] - iterations[row - 2] != 2) {
        return false;
    }
    const auto* first = stateHashAt(run, row - 2);
    const auto* second = stateHashAt(run, row - 1);
    const auto* third = stateHashAt(run, row);
    return first != nullptr && second != nullptr && third != nullptr && *first == *third &&
           *first != *second;
}

void findLatencySpike(const MetricColumn& latency, std::size_t row, int iteration,
                      std::vector<Anomaly>& found)
{
    if (latency.isPresent(row) && latency.values()[row] > kLatencySpikeMs) {
        const double value = latency.values()[row];
        found.push_back({iteration, "latency_spike", value, kLatencySpikeMs,
                         "p95 latency " + plainNumber(value, kLatencySpikeMs) + " ms is above " +
                             plainNumber(kLatencySpikeMs) + " ms"});
    }
}

void findRiskJump(const SoakRun& run, const MetricColumn& risk, std::size_t row,
                  std::vector<Anomaly>& found)
{
    if (row == 0 || !risk.isPresent(row) || !risk.isPresent(row - 1)) {
        return;
    }
    const auto iterations = run.table.iterations();
    const double jump = risk.values()[row] - risk.values()[row - 1];
    if (jump > kRiskJump + kRiskJumpNoise) {
        found.push_back({iterations[row], "risk_jump", jump, kRiskJump,
                         "risk rose by " + plainNumber(jump, kRiskJump) + " since iteration " +
                             std::to_string(iterations[row - 1]) + ", more than " +
                             plainNumber(kRiskJump)});
    }
}

void findMakerDrop(const MetricColumn& maker, std::size_t row, int iteration,
                   std::vector<Anomaly>& found)
{
    if (maker.isPresent(row) && maker.values()[row] < kMakerDrop) {
        const double value = maker.values()[row];
        found.push_back({iteration, "maker_drop", value, kMakerDrop,
                         "maker share " + plainNumber(value, kMakerDrop) + " is below " +
                             plainNumber(kMakerDrop)});
    }
}

std::vector<Anomaly> guardStorms(const GuardActivations& guards)
{
    std::vector<Anomaly> storms;
    for (std::size_t type = 0; type < guards.size(); ++type) {
        const auto& iterations = guards[type];
        if (iterations.size() > kGuardStorm) {
            storms.push_back(
                {iterations.back(), "guard_storm", static_cast<double>(iterations.size()),
                 static_cast<double>(kGuardStorm),
                 "guard " + std::string(keyOf(static_cast<GuardType>(type))) + " was active in " +
                     std::to_string(iterations.size()) + " iterations of the window, more than " +
                     std::to_string(kGuardStorm)});
        }
    }
    return storms;
}

} // namespace

bool isKnownHash(const std::optional<std::string>& hash)
{
    return hash && !hash->empty() && *hash != "na" &&
           hash->find_first_not_of('0') != std::string::npos;
}

std::vector<Anomaly> findAnomalies(const SoakRun& run, const Window& window,
                                   const GuardActivations& guards)
{
    std::vector<Anomaly> found;
    const auto iterations = run.table.iterations();
    const MetricColumn latency = run.table.column(Metric::P95LatencyMs);
    const MetricColumn risk = run.table.column(Metric::RiskRatio);
    const MetricColumn maker = run.table.column(Metric::MakerTakerRatio);
    for (std::size_t row = window.firstRow; row < iterations.size(); ++row) {
        findLatencySpike(latency, row, iterations[row], found);
        findRiskJump(run, risk, row, found);
        findMakerDrop(maker, row, iterations[row], found);
        if (row >= window.firstRow + 2 && isSignatureLoop(run, row)) {
            found.push_back({iterations[row], "signature_loop", std::nullopt, std::nullopt,
                             "the overrides went back to those of iteration " +
                                 std::to_string(iterations[row - 2])});
        }
    }
    for (Anomaly& storm : guardStorms(guards)) {
        found.push_back(std::move(storm));
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Anomaly& a, const Anomaly& b) { return a.iteration < b.iteration; });
    return found;
}

} // namespace soak
