// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/engine_outputs.h"

#include "core/base/text.h"
#include "core/io/artifacts.h"
#include "core/io/audit_log.h"
#include "core/io/edge_report.h"
#include "core/io/json_keys.h"
#include "core/io/json_reader.h"
#include "core/io/summary_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace soak
{

namespace
{

using Json = nlohmann::json;

constexpr std::string_view kWeeklyRollupFile = "WEEKLY_ROLLUP.json";

class OutputsReader final
{
public:
    OutputsReader(const EngineOutputs& outputs, int iteration, std::vector<Finding>& findings)
        : m_outputs(outputs), m_iteration(iteration), m_findings(findings)
    {
    }

    Result<IterationSummary> read()
    {
        if (!m_outputs.edgeReport) {
            return Error{Errc::BadInput, "the engine left none", std::string(kEdgeReportFile)};
        }
        FindingSink sink(kEdgeReportFile, m_iteration, m_findings);
        SOAK_TRY(const Json report, parseJson(*m_outputs.edgeReport, sink));
        if (!report.is_object()) {
            return Error{Errc::BadInput, "no JSON object", std::string(kEdgeReportFile)};
        }
        SOAK_TRY(m_summary, summaryFromEdgeReport(report, sink));
        readGate();
        readSentinel();
        readAudit();
        readRollup();
        if (!m_summary.at(Metric::MakerTakerRatio)) {
            m_summary.notes.makerTakerSource = "none";
        }
        return std::move(m_summary);
    }

private:
    // A file beside the report that cannot be used costs only what it would have said.
    template <typename Use>
    void withObject(const std::optional<std::string>& text, std::string_view file, const Use& use)
    {
        if (!text) {
            return;
        }
        FindingSink sink(file, m_iteration, m_findings);
        const Result<Json> tree = parseJson(*text, sink);
        if (!tree || !tree->is_object()) {
            sink.add(FindingKind::FileError, Severity::Warning, "",
                     tree ? "no JSON object" : tree.error().message);
            return;
        }
        ObjectReader in(*tree, {}, sink);
        use(in);
    }

    void readGate()
    {
        withObject(m_outputs.kpiGate, kKpiGateFile, [this](ObjectReader& in) {
            m_summary.notes.kpiVerdict = in.text(Key::verdict);
            m_summary.notes.kpiReasons = in.texts(Key::reasons);
        });
    }

    void readSentinel()
    {
        withObject(m_outputs.edgeSentinel, kEdgeSentinelFile, [this](ObjectReader& in) {
            m_summary.notes.sentinelAdvice = in.texts(Key::advice);
        });
    }

    void readAudit()
    {
        if (!m_outputs.auditLog) {
            return;
        }
        FindingSink sink(kAuditLogFile, m_iteration, m_findings);
        const AuditLog log = auditFromText(*m_outputs.auditLog, sink);
        if (log.blocks == BlockCounts{}) {
            return; // not one entry: it tells nothing
        }
        m_summary.blocks = log.blocks;
        setIfMissing(Metric::CancelRatio, log.cancelRatio);
        setIfMissing(Metric::ReplaceRatio, log.replaceRatio);
        const BlockCounts& b = log.blocks;
        const auto blocked =
            static_cast<double>(b.minInterval + b.concurrency + b.risk + b.throttle + b.other);
        const auto share = [blocked](std::int64_t count) {
            return std::optional<double>(blocked > 0 ? static_cast<double>(count) / blocked : 0);
        };
        setIfMissing(Metric::MinIntervalRatio, share(b.minInterval));
        setIfMissing(Metric::ConcurrencyRatio, share(b.concurrency));
        setIfMissing(Metric::ThrottleRatio, share(b.throttle));
        setIfMissing(Metric::RiskRatio, share(b.risk));
    }

    void setIfMissing(Metric metric, std::optional<double> value)
    {
        std::optional<double>& place = m_summary.metrics[indexOf(metric)];
        place = place ? place : value;
    }

    // DOMAIN 2.1, source 3: only when nothing of this iteration says it.
    void readRollup()
    {
        if (m_summary.at(Metric::MakerTakerRatio)) {
            return;
        }
        withObject(m_outputs.weeklyRollup, kWeeklyRollupFile, [this](ObjectReader& in) {
            ObjectReader share = in.inside(Key::takerSharePct);
            if (const std::optional<double> percent = share.number(Key::median)) {
                setIfMissing(Metric::MakerTakerRatio, std::clamp(1 - *percent / 100, 0.0, 1.0));
                m_summary.notes.makerTakerSource = "weekly_rollup";
            }
        });
    }

    const EngineOutputs& m_outputs;
    int m_iteration;
    std::vector<Finding>& m_findings;
    IterationSummary m_summary;
};

} // namespace

Result<IterationSummary> summaryFromOutputs(const EngineOutputs& outputs, int iteration,
                                            std::vector<Finding>& findings)
{
    return OutputsReader(outputs, iteration, findings).read();
}

std::optional<Millis> elapsedFromOutputs(const EngineOutputs& outputs, int iteration,
                                         std::vector<Finding>& findings)
{
    constexpr double kLongestMs = 24.0 * 60 * 60 * 1000;
    if (!outputs.edgeReport) {
        return std::nullopt;
    }
    std::vector<Finding> told; // by the summary already
    FindingSink parsing(kEdgeReportFile, iteration, told);
    const Result<Json> report = parseJson(*outputs.edgeReport, parsing);
    if (!report || !report->is_object()) {
        return std::nullopt;
    }
    FindingSink sink(kEdgeReportFile, iteration, findings);
    ObjectReader in(*report, {}, sink);
    const std::optional<double> elapsed = in.number(Key::elapsedMs);
    if (elapsed && (*elapsed <= 0 || *elapsed > kLongestMs)) {
        sink.add(FindingKind::OutOfRange, Severity::Warning, std::string(Key::elapsedMs),
                 jsonNumber(*elapsed) + " is out of range");
        return std::nullopt;
    }
    return elapsed ? std::optional(Millis{*elapsed}) : std::nullopt;
}

Result<IterationSummary> summaryFromFields(std::string_view json, int iteration,
                                           std::vector<Finding>& findings)
{
    FindingSink sink("", iteration, findings);
    SOAK_TRY(const Json tree, parseJson(json, sink));
    if (!tree.is_object()) {
        return Error{Errc::BadInput, "the fields of a summary are no JSON object", ""};
    }
    ObjectReader in(tree, {}, sink);
    return summaryFromJson(in, SummaryOrigin::Ours);
}

} // namespace soak
