// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/bulk_reader.h"

#include "core/io/artifacts.h"
#include "core/io/fast_iteration.h"
#include "core/io/iteration_json.h"

#include <fcntl.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace soak
{

namespace
{

constexpr std::string_view kNamePrefix = "ITER_SUMMARY_";
constexpr std::string_view kNameSuffix = ".json";

// "ITER_SUMMARY_7.json" without a string made for it.
class FileName final
{
public:
    FileName() { std::copy(kNamePrefix.begin(), kNamePrefix.end(), m_text.begin()); }

    const char* of(int iteration)
    {
        char* const digits = m_text.data() + kNamePrefix.size();
        char* const end = std::to_chars(digits, m_text.data() + m_text.size(), iteration).ptr;
        *std::copy(kNameSuffix.begin(), kNameSuffix.end(), end) = '\0';
        return m_text.data();
    }

private:
    std::array<char, 64> m_text{};
};

} // namespace

Result<std::unique_ptr<BulkReader>> BulkReader::open(BulkPlan plan)
{
    Descriptor folder(retryInterrupted(
        [&] { return ::open(plan.folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); }));
    if (!folder.isOpen()) {
        return Error{errno == ENOENT ? Errc::NotFound : Errc::BadInput,
                     "cannot open: " + errnoText(errno), pathText(plan.folder)};
    }
    return std::unique_ptr<BulkReader>(new BulkReader(std::move(plan), std::move(folder)));
}

BulkReader::BulkReader(BulkPlan plan, Descriptor folder)
    : m_plan(std::move(plan)), m_folder(std::move(folder)), m_buffer(kFastFileLimit + kFastPadding),
      m_fast(std::make_unique<FastIterationParser>(*m_plan.registry))
{
}

BulkReader::~BulkReader() = default;

RowBlock BulkReader::read(std::span<const int> iterations, const std::stop_token& stop)
{
    RowBlock block;
    block.rows.reserve(iterations.size());
    m_fast->beginBlock();
    for (const int iteration : iterations) {
        if (stop.stop_requested()) {
            break;
        }
        readOne(iteration, block);
    }
    return block;
}

// nullopt: not a small file that could be read at one go.
std::optional<std::string_view> BulkReader::readIntoBuffer(const char* name, int iteration)
{
    if (!m_plan.linked.empty() &&
        std::binary_search(m_plan.linked.begin(), m_plan.linked.end(), iteration)) {
        return std::nullopt;
    }
    constexpr int kFlags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY;
    const Descriptor file(retryInterrupted([&] { return ::openat(m_folder.get(), name, kFlags); }));
    if (!file.isOpen()) {
        return std::nullopt;
    }
    const ssize_t size =
        retryInterrupted([&] { return ::read(file.get(), m_buffer.data(), kFastFileLimit); });
    if (size <= 0 || static_cast<std::size_t>(size) == kFastFileLimit) {
        return std::nullopt;
    }
    return std::string_view(m_buffer.data(), static_cast<std::size_t>(size));
}

void BulkReader::readOne(int iteration, RowBlock& block)
{
    FileName name;
    IterationRow& row = block.rows.emplace_back();
    row.iteration = iteration;
    if (const auto text = readIntoBuffer(name.of(iteration), iteration)) {
        noteHash(*text, row);
        const bool isRead =
            m_plan.reading == Reading::Fast && m_fast->parse(*text, m_plan.runId, row, block);
        if (!isRead) {
            readTolerantly(*text, row, block);
        }
        return;
    }
    const bool isLinked = std::binary_search(m_plan.linked.begin(), m_plan.linked.end(), iteration);
    const Result<std::string> text = readFile(m_plan.folder / name.of(iteration), kMaxFileBytes,
                                              isLinked ? FollowLinks::Yes : FollowLinks::No);
    if (!text) {
        block.findings.push_back({FindingKind::LoadError, Severity::Error, name.of(iteration),
                                  iteration, "", text.error().message});
        return;
    }
    noteHash(*text, row);
    readTolerantly(*text, row, block);
}

void BulkReader::noteHash(std::string_view text, IterationRow& row) const
{
    row.file.size = text.size();
    if (m_plan.isEveryFileHashed) {
        row.file.sha256 = sha256(text);
        row.hasHash = true;
    }
}

void BulkReader::readTolerantly(std::string_view text, IterationRow& row, RowBlock& block)
{
    const std::string name = summaryFileName(row.iteration);
    Result<IterationRecord> read =
        parseIteration(text, name, row.iteration, *m_plan.registry, block.findings);
    if (!read) {
        block.findings.push_back({FindingKind::LoadError, Severity::Error, name, row.iteration, "",
                                  read.error().message});
        return;
    }
    IterationRecord& record = *read;
    row.isReadable = true;
    row.isOfOtherRun = m_plan.runId && record.runId != *m_plan.runId;
    row.metrics = record.summary.metrics;
    row.runtimeUtc = record.summary.runtimeUtc;
    row.chainPrevious = record.chainPrevious;
    row.notes = block.notes.intern(std::move(record.summary.notes));
    if (record.tuning) {
        if (record.tuning->guards) {
            GuardStatus& guards = *record.tuning->guards;
            row.guardClock = std::exchange(guards.clock, Millis{0});
            row.frozenUntil = std::exchange(guards.frozenUntilIter, std::nullopt).value_or(0);
        }
        row.tuning = block.tuning.intern(std::move(*record.tuning));
    }
    const auto intern = [&block](std::optional<Overrides>& overrides) {
        return overrides ? block.overrides.intern(std::move(*overrides)) : IterationRow::kAbsent;
    };
    row.during = intern(record.during);
    row.next = intern(record.next);
    row.baseline = intern(record.baseline);
    row.baselineNext = intern(record.baselineNext);
}

} // namespace soak
