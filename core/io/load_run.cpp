// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/load_run.h"

#include "core/base/hash.h"
#include "core/io/artifacts.h"
#include "core/io/iteration_json.h"
#include "core/io/run_feed.h"
#include "core/io/run_files.h"
#include "core/io/run_rows.h"

#include <algorithm>
#include <set>

namespace soak
{

namespace
{

class RunLoader final
{
public:
    RunLoader(const fs::path& folder, const LoadOptions& options)
        : m_folder(folder), m_options(options),
          m_registry(options.registry != nullptr ? *options.registry : ParameterRegistry::builtin())
    {
        m_run->folder = pathText(folder);
    }

    Result<std::shared_ptr<const SoakRun>> load(const RowFeed& feed)
    {
        SOAK_TRY(RunListing listing, listRun(m_folder, m_log));
        readInfo();
        readEnd();
        SOAK_CHECK(readIterations(listing, feed));
        readTuningReport();
        readState();
        readLiveOverrides();
        m_run->findings = std::move(m_log).take();
        return std::shared_ptr<const SoakRun>(std::move(m_run));
    }

private:
    // The text of a file of the run; its provenance is noted under `name`.
    std::optional<std::string> read(std::string_view name)
    {
        std::optional<std::string> text = readRunFile(m_folder, name, m_log);
        if (text) {
            m_run->otherFiles[std::string(name)] = {text->size(), sha256(*text)};
        }
        return text;
    }

    // The value, or a finding that says why there is none.
    template <typename T>
    std::optional<T> accept(Result<T> parsed, std::string_view name, Severity severity,
                            FindingKind kind = FindingKind::FileError)
    {
        m_log.addAll(std::exchange(m_findings, {}));
        if (!parsed) {
            m_log.add(
                {kind, severity, std::string(name), std::nullopt, "", parsed.error().message});
            return std::nullopt;
        }
        return std::move(*parsed);
    }

    void readInfo()
    {
        const std::optional<std::string> text = read(kRunFile);
        if (text) {
            m_runFile = m_run->otherFiles[std::string(kRunFile)].sha256;
            m_run->info = accept(parseRunInfo(*text, kRunFile, m_registry, m_findings), kRunFile,
                                 Severity::Error);
            if (m_run->info) {
                m_runFile = chainStart(*m_run->info, *text);
            }
        }
    }

    void readEnd()
    {
        const std::optional<std::string> text = read(kRunEndFile);
        if (text) {
            m_run->end =
                accept(parseRunEnd(*text, kRunEndFile, m_findings), kRunEndFile, Severity::Error);
        }
    }

    Status readIterations(RunListing& listing, const RowFeed& feed)
    {
        BulkPlan plan;
        plan.folder = m_folder;
        plan.linked = listing.linked;
        plan.registry = &m_registry;
        plan.isEveryFileHashed = m_runFile.has_value() || m_options.provenance == Provenance::All;
        if (m_run->info) {
            plan.runId = m_run->info->runId;
        }
        RunAssembler assembler(*m_run, m_runFile, listing.iterations.size(), m_log);
        SOAK_CHECK(feed(plan, listing, assembler));
        assembler.finish(listing);
        if (m_run->table.rowCount() == 0) {
            return nothingReadable();
        }
        hashFirst();
        return Done{};
    }

    // The identity of a foreign run (DESIGN 3).
    void hashFirst()
    {
        FileProvenance& first = m_run->summaryFiles.front();
        if (first.sha256 == Sha256{}) {
            const std::string name = summaryFileName(m_run->table.iterations().front());
            first.sha256 = sha256(readRunFile(m_folder, name, m_log).value_or(""));
        }
    }

    Error nothingReadable()
    {
        for (const Finding& finding : std::move(m_log).take()) {
            if (finding.kind == FindingKind::LoadError ||
                finding.kind == FindingKind::NotRegularFile) {
                return {Errc::BadInput,
                        "no iteration file could be read: " + finding.file + ": " + finding.text,
                        m_run->folder};
            }
        }
        return {Errc::BadInput, "there is no ITER_SUMMARY_<k>.json", m_run->folder};
    }

    void readTuningReport()
    {
        const std::optional<std::string> text = read(kTuningReportFile);
        if (text) {
            auto rows = accept(parseTuningReport(*text, kTuningReportFile, m_findings),
                               kTuningReportFile, Severity::Warning, FindingKind::ReportMissing);
            m_run->hasTuningReport = rows.has_value();
            m_run->tuningReport = std::move(rows).value_or(std::vector<ReportedTuning>{});
        } else if (!m_run->tuning.distinct().empty()) {
            m_log.add({FindingKind::ReportMissing, Severity::Warning,
                       std::string(kTuningReportFile), std::nullopt, "",
                       "there is no tuning report; the summaries say what it would"});
        }
        compareWithReport();
    }

    // Whether the report and the summaries tell the same story (Defect9).
    void compareWithReport()
    {
        for (const ReportedTuning& reported : m_run->tuningReport) {
            const auto row = m_run->table.rowOf(reported.iteration);
            const TuningStep* step = row ? m_run->tuning.at(*row) : nullptr;
            if (step == nullptr) {
                continue;
            }
            const auto keys = [](const std::vector<std::string>& names) {
                return std::set<std::string>(names.begin(), names.end());
            };
            std::string what;
            what += step->applied != reported.step.applied ? "applied, " : "";
            what += step->proposed != reported.step.proposed ? "proposed_deltas, " : "";
            what +=
                keys(step->changedKeys) != keys(reported.step.changedKeys) ? "changed_keys, " : "";
            if (!what.empty()) {
                m_log.add({FindingKind::ReportMismatch, Severity::Warning,
                           std::string(kTuningReportFile), reported.iteration, "",
                           "not as in the summary: " + what.substr(0, what.size() - 2)});
            }
        }
    }

    void readState()
    {
        for (const auto name : {kTuningStateFile, kTuningStateFileLegacy}) {
            if (const std::optional<std::string> text = read(name)) {
                m_run->state =
                    accept(parseTuningState(*text, name, m_findings), name, Severity::Warning);
                return;
            }
        }
    }

    // DOMAIN 7.5. Our runs have it in the folder; only foreign ones have it beside.
    void readLiveOverrides()
    {
        const fs::path own(kOverridesFile);
        std::vector<fs::path> places{own};
        if (!m_runFile) {
            places.push_back(fs::path("..") / own);
            places.push_back(fs::path("..") / "soak" / own);
        }
        for (const fs::path& place : places) {
            const fs::path path = m_folder / place;
            const std::string name = pathText(place);
            const std::optional<std::string> text =
                readRunFile(path.parent_path(), kOverridesFile, m_log);
            if (!text) {
                continue;
            }
            m_run->otherFiles[name] = {text->size(), sha256(*text)};
            m_run->finalOverrides = accept(parseOverrides(*text, name, m_registry, m_findings),
                                           name, Severity::Warning);
            m_run->finalOverridesFile = name;
            return;
        }
    }

    fs::path m_folder;
    LoadOptions m_options;
    const ParameterRegistry& m_registry;
    FindingLog m_log;
    std::vector<Finding> m_findings; // of the file that is being parsed
    std::optional<Sha256> m_runFile; // where the chain begins
    std::shared_ptr<SoakRun> m_run = std::make_shared<SoakRun>();
};

} // namespace

Result<std::shared_ptr<const SoakRun>> loadRun(const fs::path& folder, const LoadOptions& options,
                                               std::stop_token stop, const Progress& progress)
{
    return loadRunFrom(
        folder, options, [&](const BulkPlan& plan, RunListing& listing, RunAssembler& assembler) {
            return readRows(plan, listing.iterations, options.threads, assembler, stop, progress);
        });
}

Result<std::shared_ptr<const SoakRun>> loadRunFrom(const fs::path& folder,
                                                   const LoadOptions& options, const RowFeed& feed)
{
    return RunLoader(folder, options).load(feed);
}

Result<IterationRecord> loadIteration(const fs::path& folder, int iteration,
                                      std::vector<Finding>& findings)
{
    const std::string name = summaryFileName(iteration);
    const fs::path path = folder / name;
    std::error_code ignored;
    const bool isLink = fs::is_symlink(fs::symlink_status(path, ignored));
    if (isLink && !isLinkWithin(folder, path)) {
        return Error{Errc::BadInput, "not a regular file within the run", pathText(path)};
    }
    SOAK_TRY(const std::string text,
             readFile(path, kMaxFileBytes, isLink ? FollowLinks::Yes : FollowLinks::No));
    return parseIteration(text, name, iteration, ParameterRegistry::builtin(), findings);
}

} // namespace soak
