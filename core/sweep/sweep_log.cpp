// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/sweep_log.h"

#include "core/base/descriptor.h"
#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/base/version.h"
#include "core/io/json_reader.h"
#include "core/io/object_reader.h"
#include "core/sweep/influence_prior.h"

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <sys/file.h>

namespace soak
{

namespace
{

using Json = nlohmann::json;

constexpr std::uint64_t kMostLogBytes = 1ULL << 30U; // a million lines are a third of that
constexpr std::size_t kMostTornBytes = 4096;         // no line is longer
constexpr mode_t kLogMode = 0644;
constexpr std::string_view kMadeKey = "made";

// The same text for the same way to make a soak.
std::string madeText(const SweepPlan& plan, const std::string& start)
{
    InfluencePrior prior;
    prior.curves = plan.prior;
    const Json json{{"iterations", plan.iterations},
                    {"start", start},
                    {"guards", plan.guards == SweepGuards::On},
                    {"perturbed", plan.isPerturbed},
                    {"prior", sha256Hex(influencePriorText(prior))},
                    {"version", kToolVersion}};
    return json.dump();
}

// The start is in how it was made.
std::optional<SweepResult> resultFrom(ObjectReader& in)
{
    const auto scenario = in.text("scenario");
    const auto tuner = in.text("tuner");
    const auto seed = in.integer("seed");
    const auto green = in.flag("green");
    const auto latencyGuard = in.integer("latency_guard");
    const auto oscillationGuard = in.integer("oscillation_guard");
    if (!scenario || !tuner || !seed || *seed < 0 || !green || !latencyGuard || !oscillationGuard) {
        return std::nullopt;
    }
    SweepResult result;
    result.scenario = *scenario;
    result.tuner = *tuner;
    result.seed = static_cast<std::uint64_t>(*seed);
    result.isGreen = *green;
    result.latencyGuard = static_cast<int>(*latencyGuard);
    result.oscillationGuard = static_cast<int>(*oscillationGuard);
    if (const auto first = in.integer("first_green")) {
        result.firstGreen = static_cast<int>(*first);
    }
    for (const std::string& name : in.texts("failing")) {
        const std::optional<Metric> metric = metricFromKey(name);
        if (!metric) {
            return std::nullopt;
        }
        result.failing.insert(*metric);
    }
    return result;
}

Error notAResult(const std::string& file, int line)
{
    return Error{Errc::BadInput, "line " + std::to_string(line) + " is no result of a sweep", file};
}

Error notAppended(const fs::path& file, std::string_view what)
{
    return Error{Errc::NotWritable, std::string(what) + ": " + errnoText(errno), pathText(file)};
}

} // namespace

Json sweepResultJson(const SweepResult& result)
{
    Json json{{"scenario", result.scenario},
              {"start", result.start},
              {"tuner", result.tuner},
              {"seed", result.seed},
              {"green", result.isGreen},
              {"first_green", result.firstGreen ? Json(*result.firstGreen) : Json()},
              {"latency_guard", result.latencyGuard},
              {"oscillation_guard", result.oscillationGuard},
              {"failing", Json::array()}};
    for (const Metric metric : result.failing) {
        json["failing"].push_back(specOf(metric).key);
    }
    return json;
}

Result<SweepLog> SweepLog::open(const fs::path& file, const SweepPlan& plan)
{
    std::map<std::string, std::string> made;
    for (const std::string& start : plan.starts) {
        made.emplace(start, madeText(plan, start));
    }
    SweepLog log(file, std::move(made));
    const Result<std::string> text = readFile(file, kMostLogBytes);
    if (!text && text.error().code != Errc::NotFound) {
        return text.error();
    }
    if (text) {
        SOAK_CHECK(log.read(*text));
    }
    return log;
}

Status SweepLog::read(std::string_view text)
{
    const std::string name = pathText(m_file);
    for (int line = 1; !text.empty(); ++line) {
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos) {
            // The line that was being written when somebody was killed; add() will cut it off, so
            // that nothing else may be taken for it.
            if (text.size() <= kMostTornBytes && text.front() == '{') {
                return Done{};
            }
            return notAResult(name, line);
        }
        std::vector<Finding> findings;
        FindingSink sink(name, std::nullopt, findings);
        const auto json = parseJson(text.substr(0, end), sink);
        text.remove_prefix(end + 1);
        std::optional<SweepResult> result;
        std::string made;
        if (json) {
            ObjectReader in(*json, {}, sink);
            result = resultFrom(in);
            if (const Json* way = in.object(kMadeKey)) {
                made = way->dump();
            }
        }
        if (!result || made.empty() || !findings.empty()) {
            return notAResult(name, line);
        }
        const auto start = std::ranges::find(
            m_made, made, [](const auto& one) -> const auto& { return one.second; });
        if (start == m_made.end()) {
            ++m_otherwise;
            continue;
        }
        result->start = start->first;
        Key key{result->scenario, result->start, result->tuner, result->seed};
        m_known.insert_or_assign(std::move(key), std::move(*result));
    }
    return Done{};
}

const SweepResult* SweepLog::find(const SweepTask& task) const
{
    const auto found = m_known.find({task.scenario, task.start, task.tuner, task.seed});
    return found == m_known.end() ? nullptr : &found->second;
}

Status SweepLog::add(const SweepResult& result) const
{
    const Descriptor file(retryInterrupted(
        [&] { return ::open(m_file.c_str(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, kLogMode); }));
    if (!file.isOpen()) {
        return notAppended(m_file, "cannot be opened");
    }
    if (retryInterrupted([&] { return ::flock(file.get(), LOCK_EX); }) != 0) {
        return notAppended(m_file, "cannot be locked");
    }
    Json json = sweepResultJson(result);
    const auto made = m_made.find(result.start);
    SOAK_ASSERT(made != m_made.end()); // a start of the plan
    json[std::string(kMadeKey)] = ownJson(made->second);
    std::string line = json.dump() + "\n";
    // What a kill left half written ends here; it is cut off, or this line would be lost with it.
    off_t size = ::lseek(file.get(), 0, SEEK_END);
    char last = '\n';
    while (size > 0 && ::pread(file.get(), &last, 1, size - 1) == 1 && last != '\n') {
        --size;
    }
    if (size < 0 || ::ftruncate(file.get(), size) != 0) {
        return notAppended(m_file, "cannot be written");
    }
    std::string_view left = line;
    while (!left.empty()) {
        const ssize_t count =
            retryInterrupted([&] { return ::write(file.get(), left.data(), left.size()); });
        if (count <= 0) {
            return notAppended(m_file, "cannot be written");
        }
        left.remove_prefix(static_cast<std::size_t>(count));
    }
    if (::fsync(file.get()) != 0) {
        return notAppended(m_file, "cannot be written");
    }
    return Done{};
}

} // namespace soak
