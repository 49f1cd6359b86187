// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runner/attempts.h"

#include "core/base/text.h"
#include "core/io/artifacts.h"
#include "core/io/json_keys.h"
#include "core/runner/command_engine.h"
#include "core/runner/run_folder.h"

#include <nlohmann/json.hpp>
#include <unistd.h>

namespace soak
{

namespace
{

using Json = nlohmann::json;

// An empty folder for the outputs of a process, named like a temporary file, so that it is removed
// after a kill.
class Scratch final
{
public:
    static Result<Scratch> create(const RunWriter& writer, const IterationPlan& plan)
    {
        const std::string name =
            ".engine.tmp." + std::to_string(::getpid()) + "." + std::to_string(plan.iteration);
        fs::path path = writer.folder() / name;
        SOAK_CHECK(writer.announce("make " + name));
        SOAK_CHECK(removeTree(path));
        SOAK_CHECK(makeFolderExclusively(path));
        return Scratch(std::move(path));
    }

    Scratch(Scratch&& other) noexcept : m_path(std::move(other.m_path)) { other.m_path.clear(); }

    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    Scratch& operator=(Scratch&&) = delete;

    ~Scratch()
    {
        if (!m_path.empty()) {
            // What stays, the next resume or start removes.
            static_cast<void>(removeTree(m_path).has_value());
        }
    }

    [[nodiscard]] const fs::path& path() const { return m_path; }

private:
    explicit Scratch(fs::path path) : m_path(std::move(path)) {}

    fs::path m_path;
};

// Puts the samples of a real engine on the clock of the run, which stands still between a kill and
// its resume; of an engine with a clock of its own it is that clock.
void putOnRunClock(Measurement& measurement, Millis startedAt)
{
    for (EngineSample& sample : measurement.samples) {
        sample.at += startedAt;
    }
}

Result<Measurement> measureOnce(Engine& engine, const RunWriter& writer, IterationPlan& plan,
                                const AttemptsPlan& attempts, const std::stop_token& stop,
                                const Progress& progress)
{
    SOAK_TRY(const Scratch scratch, Scratch::create(writer, plan));
    plan.outputFolder = scratch.path();
    const Millis startedAt = std::max(attempts.clockBefore, attempts.runClock());
    SOAK_TRY(Measurement measurement, engine.measure(plan, stop, progress));
    putOnRunClock(measurement, measurement.hasOwnClock ? attempts.clockBefore : startedAt);
    return measurement;
}

Json attemptJson(int attempt, const Measurement& measurement)
{
    Json json{{Key::attempt, attempt},
              {Key::failure, measurement.failure ? Json(*measurement.failure) : Json(nullptr)}};
    if (measurement.outputCut) {
        json[Key::outputCut] = true;
    }
    return json;
}

void keepErrorOutput(const Measurement& failed, const std::string& name, Measurement& into)
{
    const auto output = failed.files.find(std::string(kStderrFile));
    if (output != failed.files.end()) {
        into.files[name] = keptErrorOutput(output->second);
    }
}

// What the attempts of one iteration leave behind for the one that counts.
class Earlier final
{
public:
    void add(const IterationPlan& plan, Measurement&& failed)
    {
        m_attempts.push_back(attemptJson(plan.attempt, failed));
        keepErrorOutput(failed, failedAttemptName(plan.iteration, plan.attempt), m_left);
        std::move(failed.findings.begin(), failed.findings.end(),
                  std::back_inserter(m_left.findings));
        m_left.findings.push_back(
            {FindingKind::FailedIteration, Severity::Warning, summaryFileName(plan.iteration),
             plan.iteration, "",
             "attempt " + std::to_string(plan.attempt) + " failed: " + *failed.failure});
    }

    void join(const IterationPlan& plan, Measurement& counts)
    {
        const std::size_t before = m_attempts.size();
        m_attempts.push_back(attemptJson(plan.attempt, counts));
        if (before > 0 || counts.outputCut) {
            counts.extras[{std::string(Key::attempts)}] = m_attempts.dump(-1, ' ', true);
        }
        if (counts.failure) {
            keepErrorOutput(counts, failedOutputName(plan.iteration), counts);
        }
        if (counts.failure && before > 0) {
            *counts.failure +=
                ", after " + countText(before, "attempt", "attempts") + " that failed too";
        }
        m_left.findings.insert(m_left.findings.end(), counts.findings.begin(),
                               counts.findings.end());
        counts.findings = std::move(m_left.findings);
        counts.files.merge(m_left.files);
    }

private:
    Json m_attempts = Json::array();
    Measurement m_left; // files and findings
};

} // namespace

Result<Measurement> measureWithAttempts(Engine& engine, const RunWriter& writer, IterationPlan plan,
                                        const AttemptsPlan& attempts, const std::stop_token& stop,
                                        const Progress& progress)
{
    Earlier earlier;
    for (plan.attempt = 1;; ++plan.attempt) {
        SOAK_TRY(Measurement measurement,
                 measureOnce(engine, writer, plan, attempts, stop, progress));
        if (!measurement.failure || plan.attempt > attempts.retries) {
            earlier.join(plan, measurement);
            return measurement;
        }
        earlier.add(plan, std::move(measurement));
    }
}

std::string keptErrorOutput(std::string_view bytes)
{
    if (bytes.size() <= kKeptErrorBytes) {
        return std::string(bytes);
    }
    const std::size_t left = bytes.size() - kKeptErrorBytes;
    return "[" + std::to_string(left) + " bytes before this are not kept]\n" +
           std::string(bytes.substr(left));
}

} // namespace soak
