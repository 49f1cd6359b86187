// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/run_assembler.h"

#include "core/base/text.h"
#include "core/io/artifacts.h"

#include <algorithm>

namespace soak
{

namespace
{

constexpr std::uint32_t kUnplaced = IterationRow::kAbsent;

template <typename T>
void appendTo(InternedColumn<T>& column, std::vector<std::uint32_t>& places,
              const InternedColumn<T>& pool, std::uint32_t id)
{
    if (id == IterationRow::kAbsent) {
        column.appendAbsent();
        return;
    }
    if (places[id] == kUnplaced) {
        places[id] = column.intern(pool.distinct()[id]);
    }
    column.appendId(places[id]);
}

std::string rangeText(int from, int to)
{
    return from == to ? "iteration " + std::to_string(from) + " has no file"
                      : "iterations " + std::to_string(from) + " to " + std::to_string(to) +
                            " have no file";
}

} // namespace

RunAssembler::RunAssembler(SoakRun& run, std::optional<Sha256> runFile, std::size_t rows,
                           FindingLog& log)
    : m_run(run), m_log(log), m_chain(runFile, log), m_rows(rows)
{
    run.table.reserve(rows);
    run.notes.reserve(rows);
    run.tuning.reserve(rows);
    run.during.reserve(rows);
    run.next.reserve(rows);
    run.baseline.reserve(rows);
    run.baselineNext.reserve(rows);
    run.summaryFiles.reserve(rows);
}

void RunAssembler::append(RowBlock&& block)
{
    append(block, block.rows);
    addFindings(std::move(block.findings));
}

void RunAssembler::addFindings(std::vector<Finding> findings)
{
    m_log.addAll(std::move(findings));
}

void RunAssembler::append(const RowBlock& block, std::span<const IterationRow> rows)
{
    m_places.notes.assign(block.notes.distinct().size(), kUnplaced);
    m_places.tuning.assign(block.tuning.distinct().size(), kUnplaced);
    for (std::vector<std::uint32_t>& places : m_places.overrides) {
        places.assign(block.overrides.distinct().size(), kUnplaced);
    }
    for (const IterationRow& row : rows) {
        m_chain.add(row);
        if (row.isReadable) {
            appendRow(row, block);
        } else {
            m_run.unreadable.push_back(row.iteration);
        }
    }
}

void RunAssembler::appendRow(const IterationRow& row, const RowBlock& block)
{
    m_run.table.append(row.iteration, row.metrics, row.runtimeUtc);
    appendTo(m_run.notes, m_places.notes, block.notes, row.notes);
    appendTo(m_run.tuning, m_places.tuning, block.tuning, row.tuning);
    appendTo(m_run.during, m_places.overrides[0], block.overrides, row.during);
    appendTo(m_run.next, m_places.overrides[1], block.overrides, row.next);
    appendTo(m_run.baseline, m_places.overrides[2], block.overrides, row.baseline);
    appendTo(m_run.baselineNext, m_places.overrides[3], block.overrides, row.baselineNext);
    m_run.summaryFiles.push_back(row.file);
    appendGuardMoment(row);
    if (row.isOfOtherRun) {
        m_log.add({FindingKind::StaleFile, Severity::Error, summaryFileName(row.iteration),
                   row.iteration, "run_id", "the file is of another run than RUN.json"});
    }
}

// The columns begin with the first row that has guards.
void RunAssembler::appendGuardMoment(const IterationRow& row)
{
    const bool hasGuards = row.guardClock != Millis{0} || row.frozenUntil != 0;
    if (hasGuards && m_run.guardClocks.empty()) {
        const std::size_t rowsBefore = m_run.table.rowCount() - 1;
        m_run.guardClocks.reserve(m_rows);
        m_run.frozenUntil.reserve(m_rows);
        m_run.guardClocks.resize(rowsBefore);
        m_run.frozenUntil.resize(rowsBefore);
    }
    if (hasGuards || !m_run.guardClocks.empty()) {
        m_run.guardClocks.push_back(row.guardClock);
        m_run.frozenUntil.push_back(row.frozenUntil);
    }
}

void RunAssembler::finish(const RunListing& listing)
{
    m_run.unreadable.insert(m_run.unreadable.end(), listing.irregular.begin(),
                            listing.irregular.end());
    std::sort(m_run.unreadable.begin(), m_run.unreadable.end());
    findGaps(listing);
    findStale();
    m_run.chain = m_chain.finish(m_run.end);
}

void RunAssembler::findGaps(const RunListing& listing)
{
    std::vector<int> there;
    there.reserve(listing.iterations.size() + listing.irregular.size());
    std::merge(listing.iterations.begin(), listing.iterations.end(), listing.irregular.begin(),
               listing.irregular.end(), std::back_inserter(there));
    const auto addGap = [&](int from, int to) {
        m_run.gaps.push_back({from, to});
        m_log.add({FindingKind::Gap, Severity::Warning, "", from, "", rangeText(from, to)});
    };
    if (m_run.info && !there.empty() && there.front() > 1) {
        addGap(1, there.front() - 1);
    }
    for (std::size_t i = 1; i < there.size(); ++i) {
        if (there[i] - there[i - 1] > 1) {
            addGap(there[i - 1] + 1, there[i] - 1);
        }
    }
    const int last = there.empty() ? 0 : there.back();
    if (m_run.info && m_run.end && m_run.end->iterationsCompleted > last) {
        addGap(last + 1, m_run.end->iterationsCompleted);
    }
}

void RunAssembler::findStale()
{
    if (!m_run.end || !m_run.info) {
        return;
    }
    const auto iterations = m_run.table.iterations();
    const auto first =
        std::upper_bound(iterations.begin(), iterations.end(), m_run.end->iterationsCompleted);
    for (auto it = first; it != iterations.end(); ++it) {
        m_log.add(
            {FindingKind::StaleFile, Severity::Error, summaryFileName(*it), *it, "",
             "the run ended with iteration " + std::to_string(m_run.end->iterationsCompleted)});
    }
}

} // namespace soak
