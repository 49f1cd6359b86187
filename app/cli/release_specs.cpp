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
            "`soak bundle evidence RUN` shows what speaks for and against a release, row by row. "
            "`soak bundle decide RUN --decision ship --by NAME --why TEXT` records a decision "
            "beside the run, in RELEASE_DECISION_<run>.json; the next bundle of the run has it, "
            "and one to hold or to rerun keeps it from being READY.\n\n"
            "Exit code: 0 made, or verified (an unsigned bundle too, unless a signature is asked "
            "for); 1 refused, or something blocks a release; 4 when a check failed; 5 when there "
            "is such a bundle already; 6 "
            "when it cannot be signed.",
        .positionals = {
            {.name = "RUN",
             .help = "the run, or verify, evidence, decide",
             .atLeast = 0,
             .atMost = 1},
            {.name = "BUNDLE",
             .help = "after verify: the .tar.gz or the folder; after the others: the run",
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
        localOption("decision", "WHAT", "decide: ship, hold or rerun", ""),
        localOption("by", "NAME", "decide: who decides", ""),
        localOption("why", "TEXT", "decide: the reason", ""),
        localOption("repository", "DIR", "evidence: compare its HEAD with what was soaked", ""),
    };
    spec.examples = {"soak bundle --src artifacts/soak/latest --out dist/",
                     "soak bundle artifacts/soak/latest --out dist --sign-key ~/.ssh/id_ed25519",
                     "soak bundle evidence artifacts/soak/latest --repository .",
                     "soak bundle decide artifacts/soak/latest --decision ship --by alice --why "
                     "\"36 clean iterations\"",
                     "soak bundle verify dist/soak-bundle-RUN_1767608400000.tar.gz "
                     "--allowed-signers allowed_signers"};
    return spec;
}

VerbSpec tagSpec()
{
    VerbSpec spec{.verb = Verb::Tag,
                  .name = "tag",
                  .summary = "make the annotated tag of a release",
                  .details =
                      "Looks at everything first and names every problem at once: a clean tree, a "
                      "free name, HEAD being what was soaked where the run knows it, a bundle that "
                      "is READY and verifies. Then the tag is made, here and nowhere else: pushing "
                      "it is your own act. Nothing prompts.\n\n"
                      "Exit code: 0 tagged; 1 not ready, or the tree is not clean; 4 the bundle "
                      "does not verify; 5 the tag is there already; 6 git or the key fails.",
                  .positionals = {}};
    spec.options = {
        pathOption("bundle", "BUNDLE", "the .tar.gz or the folder of the bundle"),
        textOption("tag", "NAME", "name of the tag", "v1.0.0-soak-validated"),
        pathOption("repository", "DIR", "the git repository", "."),
        textOption("sign-key", "FILE", "SSH key to sign the tag with, else unsigned", ""),
        textOption("allowed-signers", "FILE", "keys that may have signed the bundle", ""),
        flag("force", "replace the tag that is there"),
        flag("dry-run", "say what would be tagged, and every problem; make nothing"),
    };
    spec.examples = {"soak tag --bundle dist/soak-bundle-RUN_1767608400000.tar.gz --dry-run",
                     "soak tag --bundle dist/soak-bundle-RUN_1767608400000.tar.gz --tag v1.2.0"};
    return spec;
}

VerbSpec canarySpec()
{
    VerbSpec spec{
        .verb = Verb::Canary,
        .name = "canary",
        .summary = "write the plan of a canary, or check one of its stages",
        .details =
            "`soak canary RUN --out DIR` writes CANARY_CHECKLIST.md, canary.json and "
            "rollback_plan.md for a run that is ready for a release.\n\n"
            "`soak canary check RUN --stage H6` judges what was recorded at a stage by the gates "
            "of that stage, over all iterations of RUN.\n\n"
            "Exit code: 0 written, or the stage is passed; 1 refused, or not passed; 3 no data "
            "for a gate.",
        .positionals = {
            {.name = "RUN", .help = "the run, or check", .atLeast = 0, .atMost = 1},
            {.name = "CANARY", .help = "after check: the run", .atLeast = 0, .atMost = 1}}};
    spec.options = {
        pathOption("src", "RUN", "the run, as the positional argument"),
        pathOption("out", "DIR", "where checklist and plans go"),
        textOption("profile", "NAME|FILE",
                   "gate profile: a name (see `soak config gates`) or a file",
                   "the run's, else mission"),
        localOption("release", "TEXT", "version of what is released, for the documents",
                    "MM_VERSION, else none"),
        flag("allow-fail", "write them for a run that is not ready; each then says PARTIAL"),
        flag("dry-run", "say what would be written, write nothing"),
        localOption("stage", "STAGE", "with check: H1, H6, H24, R25, R50 or FULL", ""),
    };
    spec.examples = {"soak canary artifacts/soak/latest --out dist",
                     "soak canary check canary/latest --stage H6"};
    return spec;
}

} // namespace soak::cli
