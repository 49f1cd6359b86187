// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/chain_check.h"

#include "core/io/artifacts.h"
#include "core/io/json_keys.h"

namespace soak
{

void ChainCheck::add(const IterationRow& row)
{
    m_hasLink = m_hasLink || row.chainPrevious.has_value();
    if (!m_hasRunFile) {
        return;
    }
    if (row.isReadable) {
        checkLink(row);
    } else {
        m_isBroken = true; // the finding is there: LoadError
    }
    m_previous = row.hasHash ? std::optional<Sha256>(row.file.sha256) : std::nullopt;
    m_previousIteration = row.iteration;
}

void ChainCheck::checkLink(const IterationRow& row)
{
    const std::string name = summaryFileName(row.iteration);
    if (!row.chainPrevious) {
        broken(name, row.iteration, "it does not say which file it follows");
    } else if (row.iteration != m_previousIteration + 1) {
        broken(name, row.iteration, "the file before it is missing");
    } else if (!m_previous) {
        broken(name, row.iteration, "the file before it could not be read");
    } else if (*row.chainPrevious != *m_previous) {
        broken(name, row.iteration,
               "the file before it is not the one that it follows: one of them was changed");
    }
}

ChainState ChainCheck::finish(const std::optional<RunEnd>& end)
{
    if (!m_hasRunFile && m_hasLink) {
        broken(std::string(kRunFile), std::nullopt, "RUN.json is missing, where the chain begins");
    }
    if (!m_hasRunFile && !m_isBroken) {
        m_log.add({FindingKind::ChainAbsent, Severity::Info, "", std::nullopt, "",
                   "the run of another tool: it has no hash chain, so changes cannot be seen"});
        return ChainState::Absent;
    }
    if (m_hasRunFile && end) {
        const bool isLast = m_previous && parseSha256(end->lastSummarySha256) == m_previous;
        if (!isLast) {
            broken(std::string(kRunEndFile), std::nullopt,
                   "the last iteration file is not the one that the run ended with");
        }
    }
    return m_isBroken ? ChainState::Broken : ChainState::Intact;
}

void ChainCheck::broken(std::string file, std::optional<int> iteration, std::string text)
{
    m_isBroken = true;
    m_log.add({FindingKind::ChainBroken, Severity::Error, std::move(file), iteration,
               pathText({std::string(Key::chain), std::string(Key::prevSha256)}), std::move(text)});
}

} // namespace soak
