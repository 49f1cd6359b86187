// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/run_state.h"

#include "core/base/hash_stream.h"
#include "core/base/result.h"
#include "core/io/artifacts.h"

namespace soak
{

namespace
{

// As `sha256sum` writes it.
void addFile(Sha256Stream& hash, const Sha256& sha256, const std::string& name)
{
    hash.add(hexText(sha256) + "  " + name + "\n");
}

void addIterations(Sha256Stream& hash, const SoakRun& run, std::size_t rows)
{
    SOAK_ASSERT(rows <= run.table.rowCount());
    for (std::size_t row = 0; row < rows; ++row) {
        addFile(hash, run.summaryFiles[row].sha256, summaryFileName(run.table.iterations()[row]));
    }
}

} // namespace

std::string runStateHash(const SoakRun& run)
{
    Sha256Stream hash;
    addIterations(hash, run, run.table.rowCount());
    for (const auto& [name, file] : run.otherFiles) {
        // A bundle leaves the mark of a copy out, and has overrides that lie beside a foreign run
        // in it.
        if (name != kLatestFile && name != kLockFile) {
            addFile(hash, file.sha256,
                    name == run.finalOverridesFile ? std::string(kOverridesFile) : name);
        }
    }
    return hexText(hash.finish());
}

std::string firstIterationsHash(const SoakRun& run, std::size_t rows)
{
    Sha256Stream hash;
    addIterations(hash, run, rows);
    return hexText(hash.finish());
}

} // namespace soak
