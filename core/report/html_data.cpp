// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/io/artifacts.h"
#include "core/report/html_sections.h"
#include "core/report/report_text.h"
#include "core/report/show_words.h"

#include <algorithm>

namespace soak
{

namespace
{

constexpr std::size_t kMostIterationRows = 500; // of the table of iterations: the newest

std::string namesOf(const TuningStep& step)
{
    return step.changedKeys.empty() ? "" : join(step.changedKeys, ", ");
}

std::string droppedOf(const TuningStep& step)
{
    std::vector<std::string> names;
    if (step.dropped) {
        for (const auto& [name, reason] : *step.dropped) {
            names.push_back(name + " (" + std::string(keyOf(reason)) + ")");
        }
    }
    return names.empty() ? step.skip.note : join(names, ", ");
}

void addIterationRow(HtmlTable& table, const Judgement& judgement, std::size_t row)
{
    const SoakRun& run = *judgement.run;
    std::vector<Html> cells{htmlText(std::to_string(run.table.iterations()[row]))};
    const IterationNotes* notes = run.notes.at(row);
    cells.push_back(
        htmlText(notes != nullptr && notes->phase ? keyOf(*notes->phase) : kNotAvailable));
    for (const Metric metric : goalMetrics()) {
        cells.push_back(htmlNumber(metricNumber(metric, run.table.at(metric, row))));
    }
    cells.push_back(row < judgement.iterationGates.size()
                        ? chipOf(judgement.iterationGates[row].status)
                        : Html{});
    const TuningStep* step = run.tuning.at(row);
    cells.push_back(htmlText(step == nullptr ? "" : namesOf(*step)));
    cells.push_back(htmlText(step == nullptr ? "" : droppedOf(*step)));
    table.addRow(std::move(cells));
}

Html findingsPart(const std::vector<Finding>& findings)
{
    if (findings.empty()) {
        return htmlParagraph("No finding: every file was read as it stands.");
    }
    std::vector<const Finding*> sorted;
    sorted.reserve(findings.size());
    for (const Finding& finding : findings) {
        sorted.push_back(&finding);
    }
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Finding* a, const Finding* b) { return a->severity > b->severity; });
    HtmlTable table(
        {{"Severity"}, {"Kind"}, {"File"}, {"Iteration", ColumnAlign::Right}, {"Field"}, {"What"}});
    for (std::size_t i = 0; i < std::min(sorted.size(), kMostTableRows); ++i) {
        const Finding& one = *sorted[i];
        table.addRow({chipOf(one.severity), htmlText(keyOf(one.kind)), htmlCode(one.file),
                      htmlText(one.iteration ? std::to_string(*one.iteration) : ""),
                      htmlCode(one.field), htmlText(one.text)});
    }
    return {table.html().markup + cutNote(findings.size()).markup};
}

} // namespace

Html qualitySection(const Judgement& judgement)
{
    const SoakRun& run = *judgement.run;
    std::string out = htmlParagraph("Iterations without a file: " + gapsText(run.gaps) +
                                    ". Unreadable iterations: " + rangesText(run.unreadable) +
                                    ". Chain of hashes: " + std::string(chainText(run.chain)) +
                                    ". Findings: " + findingCountsText(run.findings) + ".")
                          .markup;
    return htmlSection("quality", "Data quality", {out + findingsPart(run.findings).markup});
}

Html iterationSection(const Judgement& judgement)
{
    const std::size_t rows = judgement.run->table.rowCount();
    std::vector<TableColumn> columns{{"Iteration", ColumnAlign::Right}, {"Phase"}};
    for (const Metric metric : goalMetrics()) {
        const std::string unit(unitText(specOf(metric).unit));
        columns.push_back({std::string(specOf(metric).title) + (unit.empty() ? "" : ", " + unit),
                           ColumnAlign::Right});
    }
    columns.insert(columns.end(), {{"Soft gate"}, {"Applied"}, {"Withheld"}});
    HtmlTable table(std::move(columns));
    for (std::size_t row = rows - std::min(rows, kMostIterationRows); row < rows; ++row) {
        addIterationRow(table, judgement, row);
    }
    const std::string summary = rows <= kMostIterationRows
                                    ? "All " + std::to_string(rows) + " iterations"
                                    : "The last " + std::to_string(kMostIterationRows) + " of " +
                                          std::to_string(rows) + " iterations; all are in " +
                                          std::string(kIterationTableFile);
    return htmlSection("iterations", "Iterations", htmlDetails(summary, table.html()));
}

Html provenanceSection(const Judgement& judgement, const ReportContext& context)
{
    const SoakRun& run = *judgement.run;
    HtmlTable facts({{"What"}, {"Value"}});
    const auto add = [&facts](std::string_view what, std::string_view value) {
        facts.addRow({htmlText(what), htmlCode(value)});
    };
    add("run", runLabel(run));
    add("identity", run.identity());
    if (run.info) {
        add("engine", run.info->engine);
        add("scenario", run.info->scenario.empty() ? "none" : run.info->scenario);
        add("seed", std::to_string(run.info->seed));
        add("tuner", run.info->autoTune ? run.info->tuner : "none");
        add("made by", run.info->toolVersion);
        for (const RunBranch& branch : run.info->branches) {
            add("what-if",
                branchText(branch) + ", of the run whose RUN.json is " + branch.sourceSha256);
        }
    }
    add("report made by", context.toolVersion);
    add("generated", timestampText(context.timestamp));
    HtmlTable files({{"File"}, {"Bytes", ColumnAlign::Right}, {"SHA-256"}});
    for (const auto& [name, file] : run.otherFiles) {
        files.addRow(
            {htmlCode(name), htmlText(std::to_string(file.size)), htmlCode(hexText(file.sha256))});
    }
    std::string out = facts.html().markup;
    out += files.isEmpty() ? "" : "<h3>Files</h3>\n" + files.html().markup;
    out += htmlParagraph("The hashes of the " +
                         countText(run.summaryFiles.size(), "iteration file", "iteration files") +
                         " are in " + std::string(kSnapshotFile) + ".")
               .markup;
    return htmlSection("provenance", "Provenance", {out});
}

} // namespace soak
