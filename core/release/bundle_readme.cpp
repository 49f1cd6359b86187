// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/bundle_readme.h"

#include "core/base/escape.h"
#include "core/release/bundle_layout.h"
#include "core/report/markdown_parts.h"
#include "core/report/markdown_table.h"
#include "core/report/report_text.h"

namespace soak
{

namespace
{

std::string verifySection(const BundleFacts& facts)
{
    const std::string signature(kSignatureFile);
    const std::string attestation(kAttestationFile);
    return "## Verify It\n\nIn this folder, with nothing but coreutils:\n\n```sh\n"
           "sha256sum -c " +
           std::string(kChecksumsFile) +
           "\n```\n\n"
           "That a key signed it which you trust. `allowed_signers` is your own list of keys (see "
           "`man ssh-keygen`, ALLOWED SIGNERS), here one folder above; a bundle without `" +
           signature +
           "` is unsigned:\n\n```sh\n"
           "ssh-keygen -Y verify -f ../allowed_signers -n " +
           std::string(kSignatureNamespace) +
           " \\\n  -I \"$(ssh-keygen -Y find-principals -f ../allowed_signers -s " + signature +
           " | head -n 1)\" \\\n  -s " + signature + " < " + attestation +
           "\n```\n\n"
           "All of that, and that every figure follows from the run in `run/`. In the folder "
           "above, "
           "of the archive, then of this folder:\n\n```sh\n"
           "soak bundle verify " +
           facts.name + std::string(kArchiveSuffix) +
           " --allowed-signers allowed_signers\n"
           "soak bundle verify " +
           facts.name +
           " --allowed-signers allowed_signers\n```\n\n"
           "`" +
           attestation + "` names the SHA-256 of every file but itself, its signature and `" +
           std::string(kChecksumsFile) +
           "`. Without a signature the checks say `unsigned`: then anybody may have made it.\n\n";
}

std::string fileSection()
{
    MarkdownTable table({{"File"}, {"What it is"}});
    for (const std::string& path : requiredFiles()) {
        table.addRow({"`" + path + "`", path == kChecksumsFile
                                            ? std::string("SHA-256 of all files but itself")
                                            : escapeMarkdown(describeFile(path))});
    }
    table.addRow({"`" + std::string(kSignatureFile) + "`",
                  "signature of " + std::string(kAttestationFile) + ", when it was signed"});
    table.addRow({"`" + std::string(kRunFolder) + "/`", "the run, byte for byte"});
    return "## Files\n\n" + table.text() + "\n";
}

} // namespace

std::string bundleReadme(const Judgement& judgement, const BundleFacts& facts)
{
    std::string out =
        markdownHead("Release Bundle of " + escapeMarkdown(runLabel(*judgement.run)), facts.context,
                     {"**Version:** " + escapeMarkdown(facts.labels.version.value_or("not given")),
                      "**Result:** " + std::string(keyOf(facts.result)), verdictLine(judgement)});
    return out + verifySection(facts) + fileSection() + markdownFoot(facts.context);
}

} // namespace soak
