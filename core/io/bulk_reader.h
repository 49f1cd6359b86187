// SPDX-License-Identifier: GPL-3.0-or-later
// Reads many iteration files fast: one read into a reused buffer, a fast parser for what has the
// usual shape, and the tolerant reader for every file in which anything is odd, so that both say
// the same. For .cpp files of this layer.
#pragma once

#include "core/base/descriptor.h"
#include "core/base/file.h"
#include "core/io/row_block.h"

#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace soak
{

class FastIterationParser;

enum class Reading { Fast, TolerantOnly };

struct BulkPlan {
    fs::path folder;
    std::vector<int> linked = {}; // see RunListing
    const ParameterRegistry* registry = nullptr;
    std::optional<std::string> runId = std::nullopt; // of RUN.json
    bool isEveryFileHashed = false;
    Reading reading = Reading::Fast;
};

// One worker. Not for two threads at once.
class BulkReader final
{
public:
    // Errors: as opening a folder.
    static Result<std::unique_ptr<BulkReader>> open(BulkPlan plan);
    ~BulkReader();
    BulkReader(const BulkReader&) = delete;
    BulkReader& operator=(const BulkReader&) = delete;

    // A file that cannot be read is a row that is not readable and a LoadError finding. Stops
    // early, with fewer rows, when asked to.
    RowBlock read(std::span<const int> iterations, const std::stop_token& stop);

private:
    BulkReader(BulkPlan plan, Descriptor folder);

    void readOne(int iteration, RowBlock& block);
    [[nodiscard]] std::optional<std::string_view> readIntoBuffer(const char* name, int iteration);
    void readTolerantly(std::string_view text, IterationRow& row, RowBlock& block);
    void noteHash(std::string_view text, IterationRow& row) const;

    BulkPlan m_plan;
    Descriptor m_folder;
    std::vector<char> m_buffer;
    std::unique_ptr<FastIterationParser> m_fast;
};

} // namespace soak
