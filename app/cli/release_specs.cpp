// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/release_specs.h"

#include "app/cli/option_specs.h"

namespace soak::cli
{

VerbSpec bundleSpec()
{
    VerbSpec spec{
        .verb = Verb::Bundle,
        .name = "bundle",
        .summary = "make a release bundle of a run, or verify one",
        .details =
            "`soak bundle RUN --out DIR` writes the run, its reports, an attestation and the "
            "hashes of all files as a folder and as one archive; the same run gives the same "
            "bytes. A run that is not ready for a release is refused, each reason named.\n\n"
            "`soak bundle verify BUNDLE` checks the archive or folder: that it is whole, whose "
            "it is, and that every figure follows from the run inside.\n\n"
            "Exit code: 0 made, or verified (an unsigned bundle too, unless a signature is asked "
            "for); 1 refused; 4 when a check failed; 5 when there is such a bundle already; 6 "
            "when it cannot be signed.",
        .positionals = {{.name = "RUN", .help = "the run, or verify", .atLeast = 0, .atMost = 1},
                        {.name = "BUNDLE",
                         .help = "after verify: the .tar.gz or the folder",
                         .atLeast = 0,
                         .atMost = 1}}};
    spec.options = {
        pathOption("src", "RUN", "the run, as the positional argument"),
        pathOption("out", "DIR", "where the bundle goes"),
        textOption("profile", "NAME|FILE",
                   "gate profile: a name (see `soak config gates`) or a file",
                   "the run's, else mission"),
        localOption("release", "TEXT", "version of what is released, for the documents",
                    "MM_VERSION, else none"),
        textOption("sign-key", "FILE",
                   "SSH key to sign with, else unsigned; of a key in an agent its .pub file", ""),
        flag("allow-fail", "bundle a run that is not ready; every file then says PARTIAL"),
        flag("force", "replace the bundle of the run that is there"),
        flag("dry-run", "say what would be made, write nothing"),
        textOption("allowed-signers", "FILE",
                   "verify: keys that may sign, as in `man ssh-keygen`; unsigned then fails", ""),
        flag("require-signature", "verify: an unsigned bundle fails"),
    };
    spec.examples = {"soak bundle --src artifacts/soak/latest --out dist/",
                     "soak bundle artifacts/soak/latest --out dist --sign-key ~/.ssh/id_ed25519",
                     "soak bundle verify dist/soak-bundle-RUN_1767608400000.tar.gz "
                     "--allowed-signers allowed_signers"};
    return spec;
}

} // namespace soak::cli
