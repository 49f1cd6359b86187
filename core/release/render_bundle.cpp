// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/render_bundle.h"

#include "core/io/artifacts.h"
#include "core/io/run_files.h"
#include "core/release/attestation.h"
#include "core/release/bundle_readme.h"
#include "core/release/changelog.h"
#include "core/release/checksums.h"
#include "core/release/manifest.h"
#include "core/release/partial_mark.h"
#include "core/release/rollback_plan.h"
#include "core/report/audit.h"
#include "core/report/delta_report.h"
#include "core/report/failures.h"
#include "core/report/html_report.h"
#include "core/report/recommendations.h"
#include "core/report/snapshot.h"
#include "core/report/svg_chart.h"

#include <algorithm>

namespace soak
{

namespace
{

// Canonical nested form, whatever the spelling of the live file was. A PARTIAL bundle of a run
// without overrides has an empty object, and its mark.
std::string profileText(const SoakRun& run)
{
    return run.finalOverrides ? overridesText(*run.finalOverrides, OverridesForm::Nested,
                                              ParameterRegistry::builtin())
                              : std::string("{}\n");
}

std::vector<ReportFile> reports(const Judgement& judgement, const BundleFacts& facts)
{
    const ReportContext& context = facts.context;
    std::vector<ReportFile> files{
        {std::string(kSnapshotFile), snapshotJson(judgement, context)},
        {std::string(kAuditFile), auditMarkdown(judgement, context)},
        {std::string(kRecommendationsFile), recommendationsMarkdown(judgement, context)},
        {std::string(kFailuresFile), failuresMarkdown(judgement, context)},
        {std::string(kDeltaReportJsonFile), deltaReportJson(judgement.verification, context)},
        {std::string(kHtmlReportFile), htmlReport(judgement, context)},
        {std::string(kProfileFile), profileText(*judgement.run)},
        {std::string(kGateProfileFile), gateProfileText(judgement.profile)},
        {std::string(kChangelogFile), changelogMarkdown(judgement, facts)},
        {std::string(kRollbackFile), rollbackPlanMarkdown(judgement, facts)},
        {std::string(kBundleReadmeFile), bundleReadme(judgement, facts)},
    };
    for (const GateResult& goal : judgement.goalGates) {
        files.push_back({std::string(kChartsFolder) + "/" + goal.gate.metric + ".svg",
                         kpiChartFile(judgement, goal)});
    }
    return files;
}

void add(RenderedBundle& bundle, ReportFile file)
{
    // In its place: sorting ten thousand files for each document costs a tenth of the whole.
    const auto place = std::lower_bound(
        bundle.files.begin(), bundle.files.end(), file.name,
        [](const BundleFile& one, const std::string& path) { return one.path < path; });
    bundle.files.insert(place, {file.name, file.text.size(), sha256(file.text)});
    bundle.documents.push_back(std::move(file));
}

} // namespace

RenderedBundle renderBundle(const Judgement& judgement, const BundleFacts& facts,
                            const BundleFiles& runFiles)
{
    RenderedBundle bundle;
    bundle.files = runFiles;
    for (ReportFile& file : reports(judgement, facts)) {
        file.text = withPartialMark(file.name, std::move(file.text), facts);
        add(bundle, std::move(file));
    }
    if (facts.decision) { // what people wrote stays as it is
        add(bundle, {std::string(kDecisionFile), decisionText(*facts.decision)});
    }
    add(bundle, {std::string(kManifestFile), manifestJson(judgement, facts, bundle.files)});
    add(bundle, {std::string(kAttestationFile), attestationJson(judgement, facts, bundle.files)});
    std::sort(bundle.documents.begin(), bundle.documents.end(),
              [](const ReportFile& a, const ReportFile& b) { return a.name < b.name; });
    return bundle;
}

std::string renderChecksums(const BundleFacts& facts, const BundleFiles& files)
{
    return withPartialMark(kChecksumsFile, checksumsText(files), facts);
}

} // namespace soak
