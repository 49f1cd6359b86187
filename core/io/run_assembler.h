// SPDX-License-Identifier: GPL-3.0-or-later
// Puts blocks of rows into a run, in order. For .cpp files of this layer.
#pragma once

#include "core/io/chain_check.h"
#include "core/io/finding_log.h"
#include "core/io/row_block.h"
#include "core/io/run_listing.h"

#include <span>

namespace soak
{

class RunAssembler final
{
public:
    RunAssembler(SoakRun& run, std::optional<Sha256> runFile, std::size_t rows, FindingLog& log);

    void append(RowBlock&& block);
    // `rows` of a block that is kept; its findings are the caller's to add, once for the rows that
    // append(RowBlock&&) would get at once (kBlockRows).
    void append(const RowBlock& block, std::span<const IterationRow> rows);
    void addFindings(std::vector<Finding> findings);
    // Gaps, stale files, the end of the chain.
    void finish(const RunListing& listing);

private:
    void appendRow(const IterationRow& row, const RowBlock& block);
    void findGaps(const RunListing& listing);
    void findStale();
    void appendGuardMoment(const IterationRow& row);

    // Ids of a block's pools in the run; filled when a row first needs them.
    struct PlacesInRun {
        std::vector<std::uint32_t> notes;
        std::vector<std::uint32_t> tuning;
        std::array<std::vector<std::uint32_t>, 4> overrides;
    };

    SoakRun& m_run;
    FindingLog& m_log;
    ChainCheck m_chain;
    std::size_t m_rows;
    PlacesInRun m_places;
};

} // namespace soak
