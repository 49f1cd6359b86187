// SPDX-License-Identifier: GPL-3.0-or-later
// The hash chain of a run (DESIGN 4). For .cpp files of this layer.
#pragma once

#include "core/io/finding_log.h"
#include "core/io/row_block.h"

#include <optional>

namespace soak
{

// Rows are added in ascending order, unreadable ones too. A run without RUN.json has no chain; one
// whose iterations have links all the same has lost its RUN.json, and its chain is broken.
class ChainCheck final
{
public:
    // `runFile`: hash of RUN.json, when it is there.
    ChainCheck(std::optional<Sha256> runFile, FindingLog& log) : m_previous(runFile), m_log(log)
    {
        m_hasRunFile = runFile.has_value();
    }

    void add(const IterationRow& row);
    ChainState finish(const std::optional<RunEnd>& end);

private:
    void checkLink(const IterationRow& row);
    void broken(std::string file, std::optional<int> iteration, std::string text);

    bool m_hasRunFile = false;
    bool m_isBroken = false;
    bool m_hasLink = false;
    std::optional<Sha256> m_previous;
    int m_previousIteration = 0;
    FindingLog& m_log;
};

} // namespace soak
