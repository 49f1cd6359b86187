// SPDX-License-Identifier: GPL-3.0-or-later
// All files of a bundle but the run's own and the signature: the builder writes them, and the
// verifier makes them again to see that they follow from the run.
#pragma once

#include "core/release/bundle_facts.h"
#include "core/release/bundle_layout.h"
#include "core/report/report_files.h"

#include <vector>

namespace soak
{

struct RenderedBundle {
    std::vector<ReportFile> documents; // by name, the manifest and the attestation among them
    BundleFiles files;                 // these and the run's, ascending
};

// `runFiles`: those in `run/`, ascending.
RenderedBundle renderBundle(const Judgement& judgement, const BundleFacts& facts,
                            const BundleFiles& runFiles);

// What SHA256SUMS says of a bundle with these files, the signature included where there is one.
std::string renderChecksums(const BundleFacts& facts, const BundleFiles& files);

} // namespace soak
