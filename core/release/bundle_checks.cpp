// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/bundle_checks.h"

#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/report/markdown_table.h"

#include <algorithm>

namespace soak
{

namespace
{

std::string markOf(CheckState state)
{
    switch (state) {
    case CheckState::Ok:
        return "[OK]";
    case CheckState::Failed:
        return "[FAIL]";
    case CheckState::NotChecked:
        return "[--]";
    }
    SOAK_ASSERT(false);
}

std::string conclusion(const BundleVerification& verification)
{
    if (const BundleCheck* failure = firstFailure(verification)) {
        const auto count = std::count_if(
            verification.checks.begin(), verification.checks.end(),
            [](const BundleCheck& check) { return check.state == CheckState::Failed; });
        return "NOT VERIFIED: " + countText(static_cast<std::size_t>(count), "check", "checks") +
               " failed, the first is " + std::string(keyOf(failure->id)) + "\n";
    }
    std::string text = "verified";
    if (verification.manifest) {
        text += ": " + escapeTerminal(verification.manifest->name) + ", " +
                std::string(keyOf(verification.manifest->result)) + ", verdict " +
                escapeTerminal(verification.manifest->verdict);
    }
    return text + ", " +
           (verification.isSigned ? "signed with " + verification.signer
                                  : std::string("unsigned")) +
           "\n";
}

} // namespace

BundleCheck failedCheck(CheckId id, std::string_view file, std::string reason)
{
    return {id, CheckState::Failed, escapeTerminal(file), std::move(reason)};
}

std::string_view keyOf(CheckId id)
{
    switch (id) {
    case CheckId::Container:
        return "container";
    case CheckId::Packing:
        return "packing";
    case CheckId::Files:
        return "files";
    case CheckId::Checksums:
        return "checksums";
    case CheckId::Manifest:
        return "manifest";
    case CheckId::Attestation:
        return "attestation";
    case CheckId::Signature:
        return "signature";
    case CheckId::Signer:
        return "signer";
    case CheckId::Chain:
        return "chain";
    case CheckId::Profile:
        return "profile";
    case CheckId::GateProfile:
        return "gate_profile";
    case CheckId::Snapshot:
        return "snapshot";
    case CheckId::Verdict:
        return "verdict";
    case CheckId::Decision:
        return "decision";
    case CheckId::Documents:
        return "documents";
    }
    SOAK_ASSERT(false);
}

std::string_view keyOf(CheckState state)
{
    switch (state) {
    case CheckState::Ok:
        return "ok";
    case CheckState::Failed:
        return "failed";
    case CheckState::NotChecked:
        return "not_checked";
    }
    SOAK_ASSERT(false);
}

const BundleCheck* firstFailure(const BundleVerification& verification)
{
    const auto found =
        std::find_if(verification.checks.begin(), verification.checks.end(),
                     [](const BundleCheck& check) { return check.state == CheckState::Failed; });
    return found == verification.checks.end() ? nullptr : &*found;
}

bool hasFailed(const BundleVerification& verification)
{
    return firstFailure(verification) != nullptr;
}

ExitCode verifyBundleExitCode(const BundleVerification& verification)
{
    return hasFailed(verification) ? ExitCode::Integrity : ExitCode::Ok;
}

std::string bundleVerificationText(const BundleVerification& verification)
{
    TextTable table({{"check"}, {"state"}, {"file"}, {"reason"}});
    for (const BundleCheck& check : verification.checks) {
        table.addRow({std::string(keyOf(check.id)), markOf(check.state), check.file, check.reason});
    }
    return table.text() + "\n" + conclusion(verification);
}

} // namespace soak
