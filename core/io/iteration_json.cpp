// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/iteration_json.h"

#include "core/io/json_keys.h"
#include "core/io/json_reader.h"
#include "core/io/json_writer.h"
#include "core/io/overrides_json.h"
#include "core/io/summary_json.h"
#include "core/io/tuning_json.h"

#include <nlohmann/json.hpp>

#include <limits>

namespace soak
{

namespace
{

using Json = nlohmann::json;

// What the tuner looked at, for readers of the old form.
Json conditionsJson(const IterationSummary& summary)
{
    const auto value = [&summary](Metric metric) {
        const std::optional<double> number = summary.at(metric);
        return number ? Json(*number) : Json(nullptr);
    };
    Json out = Json::object();
    for (const Metric metric : {Metric::NetBps, Metric::RiskRatio, Metric::OrderAgeP95Ms,
                                Metric::MinIntervalRatio, Metric::ConcurrencyRatio}) {
        out[specOf(metric).key] = value(metric);
    }
    out[Key::adverseP95] = value(Metric::AdverseBpsP95);
    out[Key::slippageP95] = value(Metric::SlippageBpsP95);
    return out;
}

constexpr std::int64_t kMostIteration = std::numeric_limits<int>::max();

class RecordReader final
{
public:
    RecordReader(const Json& tree, int iteration, const ParameterRegistry& registry,
                 FindingSink& sink)
        : m_in(tree, {}, sink, &m_record.extras), m_registry(registry)
    {
        m_record.iteration = iteration;
    }

    IterationRecord read()
    {
        m_record.schemaVersion = m_in.text(Key::schemaVersion).value_or("");
        m_record.runId = m_in.text(Key::runId).value_or("");
        readIteration();
        readTuning();
        m_record.during = overrides(Key::during);
        m_record.next = overrides(Key::next);
        m_record.baseline = overrides(Key::baseline);
        m_record.baselineNext = overrides(Key::baselineNext);
        readChain();
        readSummary();
        noteAttempts();
        m_in.finish();
        return std::move(m_record);
    }

private:
    void readIteration()
    {
        const std::optional<std::int64_t> written = m_in.integer(Key::iteration);
        if (!written) {
            return;
        }
        if (m_record.iteration <= 0 && *written > 0 && *written <= kMostIteration) {
            m_record.iteration = static_cast<int>(*written);
        }
        if (*written != m_record.iteration) {
            m_in.finding(FindingKind::IterationMismatch, Severity::Warning, Key::iteration,
                         "the file name says " + std::to_string(m_record.iteration) +
                             ", the field says " + std::to_string(*written));
        }
    }

    // Fields stand in `summary`, or at the top (bare form); `symbol` may stand beside a summary.
    void readSummary()
    {
        const SummaryOrigin origin =
            m_record.schemaVersion.empty() ? SummaryOrigin::Foreign : SummaryOrigin::Ours;
        if (m_in.find(Key::summary) == nullptr) {
            m_record.summary = summaryFromJson(m_in, origin);
            return;
        }
        ObjectReader summary = m_in.inside(Key::summary);
        m_record.summary = summaryFromJson(summary, origin);
        summary.finish();
        IterationNotes& notes = m_record.summary.notes;
        if (m_in.find(Key::symbol) != nullptr && !notes.symbol) {
            notes.symbol = m_in.text(Key::symbol);
        }
        if (!m_record.summary.runtimeUtc && origin == SummaryOrigin::Foreign) {
            readShadowTime();
        }
    }

    void readShadowTime()
    {
        const Json* value =
            m_in.json().contains(Key::timestamp) ? &m_in.json().at(Key::timestamp) : nullptr;
        if (value != nullptr && value->is_string()) {
            m_record.summary.runtimeUtc = parseUtc(value->get_ref<const std::string&>());
        }
    }

    // An attempt that was followed by another is no secret. The list stays among the extras, and is
    // written back as it was.
    void noteAttempts()
    {
        const auto list = m_in.json().find(Key::attempts);
        if (list == m_in.json().end() || !list->is_array()) {
            return;
        }
        std::string failures;
        bool isCut = false;
        for (std::size_t i = 0; i < list->size(); ++i) {
            const Json& attempt = (*list)[i];
            if (!attempt.is_object()) {
                continue;
            }
            const Json failure = attempt.value(Key::failure, Json());
            const bool isLast = i + 1 == list->size();
            if (failure.is_string() && !isLast) { // the last is the iteration's own
                failures += (failures.empty() ? "" : " | ") + failure.get<std::string>();
            }
            isCut = isCut || attempt.value(Key::outputCut, Json()) == Json(true);
        }
        if (!failures.empty()) {
            m_in.finding(FindingKind::FailedIteration, Severity::Warning, Key::attempts,
                         "attempts before the one that counts failed: " + failures);
        }
        if (isCut) {
            m_in.finding(FindingKind::StringCut, Severity::Info, Key::attempts,
                         "the bot wrote more than is kept of its output");
        }
    }

    void readTuning()
    {
        if (m_in.object(Key::tuning) == nullptr) {
            return;
        }
        ObjectReader tuning = m_in.inside(Key::tuning);
        m_record.tuning = tuningFromJson(tuning);
        tuning.find(Key::conditions);
        tuning.finish();
        noteUnknownParameters(tuning);
    }

    void noteUnknownParameters(ObjectReader& tuning)
    {
        for (const std::string& name : unknownParameters(*m_record.tuning, m_registry)) {
            tuning.finding(FindingKind::UnknownParameter, Severity::Warning, Key::proposedDeltas,
                           "no parameter is called " + name);
        }
    }

    std::optional<Overrides> overrides(std::string_view key)
    {
        const Json* object = m_in.object(key);
        if (object == nullptr) {
            return std::nullopt;
        }
        return overridesFromJson(*object, {std::string(key)}, m_registry, m_in.sink());
    }

    void readChain()
    {
        ObjectReader chain = m_in.inside(Key::chain);
        if (const std::optional<std::string> hex = chain.text(Key::prevSha256)) {
            m_record.chainPrevious = parseSha256(*hex);
            if (!m_record.chainPrevious) {
                chain.wrongType(Key::prevSha256, "64 hex digits");
            }
        }
        chain.finish();
    }

    IterationRecord m_record;
    ObjectReader m_in;
    const ParameterRegistry& m_registry;
};

} // namespace

Result<IterationRecord> parseIteration(std::string_view text, std::string_view file, int iteration,
                                       const ParameterRegistry& registry,
                                       std::vector<Finding>& findings)
{
    FindingSink sink(file, iteration, findings);
    SOAK_TRY(const Json tree, parseJson(text, sink));
    if (!tree.is_object()) {
        return Error{Errc::BadInput, "no JSON object", std::string(file)};
    }
    return RecordReader(tree, iteration, registry, sink).read();
}

std::string iterationText(const IterationRecord& record, const ParameterRegistry& registry)
{
    Json out = Json::object();
    out[Key::iteration] = record.iteration;
    if (!record.schemaVersion.empty()) {
        out[Key::schemaVersion] = record.schemaVersion;
    }
    if (!record.runId.empty()) {
        out[Key::runId] = record.runId;
    }
    out[Key::summary] = summaryJson(record.summary, record.iteration);
    if (record.tuning) {
        Json& tuning = out[Key::tuning];
        tuning = tuningJson(*record.tuning);
        tuning[Key::conditions] = conditionsJson(record.summary);
    }
    const auto writeOverrides = [&](std::string_view key,
                                    const std::optional<Overrides>& overrides) {
        if (overrides) {
            out[key] = overridesJson(*overrides, registry);
        }
    };
    writeOverrides(Key::during, record.during);
    writeOverrides(Key::next, record.next);
    writeOverrides(Key::baseline, record.baseline);
    writeOverrides(Key::baselineNext, record.baselineNext);
    if (record.chainPrevious) {
        out[Key::chain][Key::prevSha256] = hexText(*record.chainPrevious);
    }
    insertExtras(out, record.extras);
    return fileText(out);
}

} // namespace soak
