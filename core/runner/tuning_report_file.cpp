// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runner/tuning_report_file.h"

#include "core/io/artifacts.h"

namespace soak
{

Result<TuningReportFile> TuningReportFile::make(const RunWriter& writer)
{
    SOAK_TRY(SpoolFile spool, SpoolFile::make(writer.folder()));
    return TuningReportFile(writer, std::move(spool));
}

Status TuningReportFile::add(const IterationRecord& record)
{
    TuningReportCounts counts = m_counts;
    SOAK_CHECK(m_entries.append(tuningReportEntry(record, counts)));
    m_counts = counts;
    return Done{};
}

Status TuningReportFile::write() const
{
    return m_writer->writePieces(kTuningReportFile, [this](const ByteSink& sink) -> Status {
        SOAK_CHECK(sink(kTuningReportBegin));
        SOAK_CHECK(m_entries.sendTo(sink));
        return sink(tuningReportEnd(m_counts));
    });
}

} // namespace soak
