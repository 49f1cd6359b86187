// SPDX-License-Identifier: GPL-3.0-or-later
// TUNING_REPORT.json while a run goes on. Its entries lie in a file without a name, so that a long
// run needs no more memory than a short one.
#pragma once

#include "core/base/spool_file.h"
#include "core/io/run_files.h"
#include "core/runner/run_writer.h"

namespace soak
{

class TuningReportFile final
{
public:
    // Empty. Errors: NotWritable.
    static Result<TuningReportFile> make(const RunWriter& writer);

    // The entry of the next iteration. Errors: NotWritable.
    Status add(const IterationRecord& record);

    // The file in the folder of the run, with all entries. Errors: NotWritable.
    Status write() const;

private:
    TuningReportFile(const RunWriter& writer, SpoolFile spool)
        : m_writer(&writer), m_entries(std::move(spool))
    {
    }

    const RunWriter* m_writer;
    SpoolFile m_entries;
    TuningReportCounts m_counts;
};

} // namespace soak
