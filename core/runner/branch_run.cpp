// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runner/branch_run.h"

#include "core/base/lock_file.h"
#include "core/base/text.h"
#include "core/base/version.h"
#include "core/io/artifacts.h"
#include "core/io/load_run.h"
#include "core/runner/resume.h"
#include "core/runner/run_folder.h"

#include <algorithm>
#include <cmath>

namespace soak
{

namespace
{

constexpr std::size_t kNameDigits = 8;

struct BranchSource {
    fs::path folder;
    RunFile file;
    std::shared_ptr<const SoakRun> run;
};

Error changedSince(std::string why, const fs::path& where)
{
    return {Errc::Integrity, std::move(why), pathText(where)};
}

Status checkChain(const SoakRun& run, const fs::path& folder)
{
    if (run.chain == ChainState::Intact && run.gaps.empty() && run.unreadable.empty()) {
        return Done{};
    }
    const auto broken = std::ranges::find_if(run.findings, [](const Finding& finding) {
        return finding.kind == FindingKind::ChainBroken;
    });
    return broken == run.findings.end()
               ? changedSince("iterations are missing or cannot be read", folder)
               : changedSince(broken->text, folder / broken->file);
}

// A run that can be branched: simulated, whole, and as this program would write it.
Result<BranchSource> readBranchSource(const BranchRequest& request, const std::stop_token& stop)
{
    SOAK_TRY(RunFile file, readRunFile(request.source));
    if (file.info.engine != "sim") {
        return Error{Errc::Usage,
                     "only a run of engine sim can be run again from an iteration; this one was "
                     "measured by engine " +
                         file.info.engine,
                     pathText(request.source)};
    }
    if (runInfoText(file.info, ParameterRegistry::builtin()) != file.text) {
        return changedSince("was changed after it was written, or by another version",
                            request.source / kRunFile);
    }
    SOAK_TRY(std::shared_ptr<const SoakRun> run, loadRun(request.source, {}, stop));
    SOAK_CHECK(checkChain(*run, request.source));
    const int last = run->table.iterations().back();
    if (request.at < 1 || request.at > last) {
        return Error{Errc::Usage,
                     "the run has no iteration " + std::to_string(request.at) + "; it has 1 to " +
                         std::to_string(last),
                     "--at"};
    }
    return BranchSource{request.source, std::move(file), std::move(run)};
}

std::string limitsText(const ParameterSpec& spec)
{
    return (spec.safeLowIsOpen ? "above " : "from ") + valueText(&spec, spec.safe.low) +
           (std::isfinite(spec.safe.high) ? " to " + valueText(&spec, spec.safe.high) : "");
}

Status takeSettings(const BranchRequest& request, RunBranch& branch)
{
    const ParameterRegistry& registry = ParameterRegistry::builtin();
    for (const auto& [key, value] : request.settings) {
        const ParameterSpec* spec = registry.find(key);
        spec = spec != nullptr ? spec : registry.findByPath(split(key, '.'));
        if (spec == nullptr) {
            return Error{Errc::Usage, "no such parameter; `soak config parameters` lists them",
                         key};
        }
        if (!isWithinSafe(*spec, value)) {
            return Error{Errc::BadInput,
                         valueText(spec, value) + " is outside the safe limits " +
                             limitsText(*spec),
                         spec->name};
        }
        if (roundedForType(*spec, value) != value) {
            return Error{Errc::BadInput,
                         valueText(spec, value) + " is not of the parameter's type" +
                             (spec->isInteger ? ": a whole number" : ": at most 12 decimals"),
                         spec->name};
        }
        branch.set.insert_or_assign(spec->name, ParamValue{value});
    }
    return Done{};
}

// A delta is taken back by setting the value that it was added to.
Status takeBack(const BranchRequest& request, const BranchSource& source, RunBranch& branch)
{
    if (request.without.empty()) {
        return Done{};
    }
    const std::string before = "iteration " + std::to_string(request.at - 1);
    const auto row = source.run->table.rowOf(request.at - 1);
    const TuningStep* step = row ? source.run->tuning.at(*row) : nullptr;
    if (step == nullptr || !step->applied || step->changedKeys.empty()) {
        return Error{Errc::Usage, "no delta was applied after " + before, "--without"};
    }
    std::vector<std::string> names = request.without;
    if (std::ranges::find(names, kWithoutAll) != names.end()) {
        names = step->changedKeys;
    }
    for (const std::string& name : names) {
        const auto change = step->bounded.find(name);
        if (std::ranges::find(step->changedKeys, name) == step->changedKeys.end() ||
            change == step->bounded.end()) {
            return Error{Errc::Usage,
                         "no delta of it was applied after " + before + "; there are " +
                             join(step->changedKeys, ", "),
                         name};
        }
        if (branch.set.contains(name)) {
            return Error{Errc::Usage, "is both set and taken back", name};
        }
        branch.without.push_back(name);
    }
    std::ranges::sort(branch.without);
    branch.without.erase(std::unique(branch.without.begin(), branch.without.end()),
                         branch.without.end());
    for (const std::string& name : branch.without) {
        branch.set.emplace(name, ParamValue{step->bounded.at(name).oldValue});
    }
    return Done{};
}

Result<RunBranch> resolveBranch(const BranchRequest& request, const BranchSource& source)
{
    RunBranch branch;
    branch.at = request.at;
    branch.isTunerOff = request.isTunerOff;
    branch.toolVersion = kToolVersion;
    branch.sourceSha256 = sha256Hex(source.file.text);
    branch.takenSha256 =
        request.at == 1
            ? hexText(chainStart(source.file.info, source.file.text))
            : hexText(source.run->summaryFiles[static_cast<std::size_t>(request.at) - 2].sha256);
    SOAK_CHECK(takeSettings(request, branch));
    SOAK_CHECK(takeBack(request, source, branch));
    return branch;
}

// Whether this very branch is in `folder` already. Errors: NotWritable, when another run or
// something else is.
Result<bool> isBranchThere(const fs::path& folder, const std::string& runFile)
{
    SOAK_CHECK(refuseForeignFolder(folder));
    if (!holdsRun(folder)) {
        return false;
    }
    const auto text = readFile(folder / kRunFile, kMaxFileBytes, FollowLinks::No);
    if (text && *text == runFile) {
        return true;
    }
    return Error{Errc::NotWritable, "holds another run; choose another folder by --out",
                 pathText(folder)};
}

// The iteration files before the branch. What is there of them is of an attempt before this one.
Status takeOver(const BranchSource& source, const RunBranch& branch, const RunWriter& writer)
{
    for (int iteration = 1; iteration < branch.at; ++iteration) {
        const std::string name = summaryFileName(iteration);
        SOAK_TRY(const std::string text,
                 readFile(source.folder / name, kMaxFileBytes, FollowLinks::No));
        if (sha256(text) !=
            source.run->summaryFiles[static_cast<std::size_t>(iteration) - 1].sha256) {
            return changedSince("was changed while it was taken over", source.folder / name);
        }
        std::error_code error;
        if (!fs::exists(writer.folder() / name, error)) {
            SOAK_CHECK(writer.write(name, text));
        }
    }
    return Done{};
}

} // namespace

fs::path branchFolder(const fs::path& source, const std::string& runId, const RunBranch& branch)
{
    RunInfo only; // for its digest
    only.branches = {branch};
    const std::string digest = sha256Hex(runInfoText(only, ParameterRegistry::builtin()));
    std::error_code error;
    const fs::path whole = fs::absolute(source, error).lexically_normal();
    const fs::path folder = whole.has_filename() ? whole : whole.parent_path();
    // Lists shorten names in their middle: the iteration is at the end.
    return folder.parent_path() / (runId + "_whatif_" + digest.substr(0, kNameDigits) + "_at_" +
                                   std::to_string(branch.at));
}

Result<BranchResult> branchRun(const BranchRequest& request, const Clock& clock,
                               std::stop_token stop, const Progress& progress)
{
    SOAK_TRY(const BranchSource source, readBranchSource(request, stop));
    BranchResult result;
    SOAK_TRY(result.branch, resolveBranch(request, source));
    RunInfo info = source.file.info;
    info.branches.push_back(result.branch);
    const std::string runFile = runInfoText(info, ParameterRegistry::builtin());
    const fs::path folder =
        request.out.value_or(branchFolder(source.folder, info.runId, result.branch));
    SOAK_TRY(const bool isThere, isBranchThere(folder, runFile));
    SOAK_CHECK(makeFolders(folder));
    {
        SOAK_TRY(const FileLock lock, FileLock::acquire(folder / kLockFile, info.runId));
        const RunWriter writer(folder);
        if (!isThere) {
            SOAK_CHECK(writer.write(kRunFile, runFile));
        }
        SOAK_CHECK(takeOver(source, result.branch, writer));
    }
    // From here on it is a run that was cut short before `at`: what is taken over is measured and
    // compared again, which gives the tuner its memory.
    RunRequest rest;
    rest.out = folder;
    rest.resume = true;
    SOAK_TRY(result.run, runSoak(rest, clock, std::move(stop), progress));
    result.wasThere = isThere && !result.run.remarks.empty();
    return result;
}

} // namespace soak
