// SPDX-License-Identifier: GPL-3.0-or-later
// The fast way to read an iteration file and the tolerant one must say the same of every file.
#include "core/io/bulk_reader.h"
#include "tests/io/generators.h"
#include "tests/io/records.h"
#include "tests/support/property.h"

namespace soak
{
namespace
{

// What a block says, without the ids of its pools.
struct RowView {
    IterationRow row;
    std::optional<IterationNotes> notes;
    std::optional<TuningStep> tuning;
    std::vector<std::optional<Overrides>> overrides;
};

template <typename T>
std::optional<T> valueAt(const InternedColumn<T>& pool, std::uint32_t id)
{
    return id == IterationRow::kAbsent ? std::nullopt : std::optional<T>(pool.distinct().at(id));
}

std::vector<RowView> viewsOf(const RowBlock& block)
{
    std::vector<RowView> views;
    for (const IterationRow& row : block.rows) {
        views.push_back(
            {row,
             valueAt(block.notes, row.notes),
             valueAt(block.tuning, row.tuning),
             {valueAt(block.overrides, row.during), valueAt(block.overrides, row.next),
              valueAt(block.overrides, row.baseline), valueAt(block.overrides, row.baselineNext)}});
    }
    return views;
}

bool isSame(const RowView& a, const RowView& b)
{
    return a.row.iteration == b.row.iteration && a.row.isReadable == b.row.isReadable &&
           a.row.isOfOtherRun == b.row.isOfOtherRun && a.row.metrics == b.row.metrics &&
           a.row.runtimeUtc == b.row.runtimeUtc && a.row.guardClock == b.row.guardClock &&
           a.row.frozenUntil == b.row.frozenUntil && a.row.chainPrevious == b.row.chainPrevious &&
           a.row.file == b.row.file && a.notes == b.notes && a.tuning == b.tuning &&
           a.overrides == b.overrides;
}

RowBlock readFolder(const fs::path& folder, const std::vector<int>& iterations, Reading reading)
{
    BulkPlan plan;
    plan.folder = folder;
    plan.registry = &builtin();
    plan.runId = "RUN_1760000000000";
    plan.isEveryFileHashed = true;
    plan.reading = reading;
    auto reader = BulkReader::open(plan);
    EXPECT_TRUE(reader);
    return (*reader)->read(iterations, {});
}

// The first difference between the two ways to read; "" = none.
std::string differenceIn(const fs::path& folder, const std::vector<int>& iterations)
{
    const RowBlock fast = readFolder(folder, iterations, Reading::Fast);
    const RowBlock tolerant = readFolder(folder, iterations, Reading::TolerantOnly);
    const std::vector<RowView> a = viewsOf(fast);
    const std::vector<RowView> b = viewsOf(tolerant);
    for (std::size_t i = 0; i < b.size(); ++i) {
        if (i >= a.size() || !isSame(a[i], b[i])) {
            return "iteration " + std::to_string(b[i].row.iteration);
        }
    }
    if (fast.findings != tolerant.findings) {
        return "findings:\n" + kindsText(fast.findings) + "instead of\n" +
               kindsText(tolerant.findings);
    }
    return a.size() == b.size() ? "" : "number of rows";
}

std::string differenceOf(const std::vector<std::string>& texts)
{
    const TempDir dir;
    std::vector<int> iterations;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        iterations.push_back(static_cast<int>(i) + 1);
        dir.write(summaryFileName(iterations.back()), texts[i]);
    }
    return differenceIn(dir.path(), iterations);
}

std::vector<int> upTo(int count)
{
    std::vector<int> numbers;
    for (int k = 1; k <= count; ++k) {
        numbers.push_back(k);
    }
    return numbers;
}

TEST(BulkReader, ReadsTheFixturesAsTheTolerantReader)
{
    EXPECT_EQ(differenceIn(fixturePath("reference-8/artifacts/soak/latest"), upTo(8)), "");
    EXPECT_EQ(differenceIn(fixturePath("reference-36/artifacts/soak/latest"), upTo(36)), "");
}

TEST(BulkReader, ReadsARunOfOursAsTheTolerantReader)
{
    const TempDir dir;
    EXPECT_EQ(differenceIn(writeRun(dir, 40), upTo(40)), "");
}

// Each beside ordinary files, so that shapes are known before and after it.
TEST(BulkReader, ReadsOddFilesAsTheTolerantReader)
{
    const std::vector<std::string> odd{
        "",
        "{",
        "[]",
        "null",
        "{}",
        "\xEF\xBB\xBF{\"summary\":{}}",
        R"({"summary":{"net_bps":1e999}})",
        R"({"summary":{"net_bps":1,"net_bps":2}})",
        R"({"summary":{"b":1,"a":2}})",
        R"({"iteration":"x","summary":{}})",
        R"({"iteration":99,"summary":{}})",
        R"({"summary":{"net_bps":null,"p95_latency_ms":-1}})",
        R"({"summary":{"risk_ratio":40}})",
        R"({"summary":{"risk_ratio":"0.4","net":5}})",
        R"({"net_bps":1,"p95":200})",
        R"({"summary":{"fills":{"maker_count":-1},"blocks":{"counts":{"risk":-2}}}})",
        R"({"summary":{"fills":7,"blocks":[]}})",
        R"({"summary":{"runtime_utc":"soon"}})",
        R"({"summary":{"version":"\ud800"}})",
        R"({"summary":{"version":"\udc00"}})",
        R"({"summary":{"version":"\ud83d\ude00"}})",
        R"({"summary":{"net_bps":18446744073709551616}})",
        R"({"summary":{"net_bps":9223372036854775808}})",
        R"({"summary":{"net_bps":-0}})",
        R"({"summary":{"failure":"died"}})",
        R"({"summary":{},"tuning":null,"runtime_overrides":null})",
        R"({"summary":{},"tuning":[]})",
        R"({"summary":{},"tuning":{"deltas":{"warp":1}}})",
        R"({"summary":{},"tuning":{"skip_reason":"final_iteration"}})",
        R"({"summary":{},"tuning":{"guards":{"clock_ms":"x"}}})",
        R"({"summary":{},"tuning":{"guards":{"clock_ms":1,"frozen_until_iter":-1}}})",
        R"({"summary":{},"tuning":{"guards":{"frozen_until_iter":99999999999}}})",
        R"({"summary":{},"tuning":{"guards":{"frozen_until_iter":1.5}}})",
        R"({"summary":{},"runtime_overrides":{"tail_age_ms":30}})",
        R"({"chain":{"prev_sha256":"zz"},"summary":{}})",
        R"({"chain":7,"summary":{}})",
        R"({"summary":{},"symbol":"BTC"})",
        R"({"summary":{},"timestamp":"2026-01-05T10:20:00Z"})",
        R"({"extra":{"b":1,"a":1,"a":2},"summary":{}})",
        R"({"run_id":5,"summary":{}})",
        R"({"run_id":"RUN_1","summary":{}})",
        R"({"schema_version":"","summary":{}})",
        R"({"summary":{"gross_bps":-10,"adverse_bps":10,"fees_eff_bps":-0.5,"slippage_bps":0,"inventory_bps":0,"net_bps":-10.5}})",
        R"({"summary":{"fees_eff_bps":2,"slippage_bps":1,"adverse_bps":1,"inventory_bps":1,"net_bps":3}})",
        std::string(1000, '['),
        std::string("{\"summary\":{}}\0x", 16),
        R"({"summary":{}} x)",
        "{\"summary\":{\"version\":\"" + std::string(300 * 1024, 'x') + "\"}}"};
    for (const std::string& text : odd) {
        EXPECT_EQ(differenceOf({iterationText(sampleRecord(1), builtin()), text, text,
                                iterationText(sampleRecord(4), builtin())}),
                  "")
            << text.substr(0, 200);
    }
}

SOAK_PROPERTY(BulkReader, ReadsGeneratedRecordsAsTheTolerantReader, ())
{
    std::vector<std::string> texts;
    for (int k = 1; k <= 2; ++k) {
        texts.push_back(iterationText(generate::drawRecord(k), builtin()));
    }
    // The same shape with other numbers, often enough that its text is known.
    IterationRecord again = generate::drawRecord(0);
    for (int k = 3; k <= 7; ++k) {
        again.iteration = k;
        texts.push_back(iterationText(again, builtin()));
        for (std::optional<double>& value : again.summary.metrics) {
            value = value ? std::optional<double>(*value / 2) : std::nullopt;
        }
    }
    RC_ASSERT(differenceOf(texts) == "");
}

// A text with one thing changed at a random place.
std::string mutated(const std::string& text)
{
    const std::size_t at = *rc::gen::inRange<std::size_t>(0, text.size());
    const std::string piece = *rc::gen::element<std::string>(
        "", "0", "-", "1e999", "null", "\"", "{}", "[1]", ",", "}", "\\u00e9", "\xFF",
        "9999999999999999999999", "true", "\n", "\"a\": 1,");
    const std::size_t dropped = *rc::gen::inRange<std::size_t>(0, 12);
    return text.substr(0, at) + piece + text.substr(std::min(text.size(), at + dropped));
}

SOAK_PROPERTY(BulkReader, ReadsMutationsAsTheTolerantReader, ())
{
    std::vector<std::string> texts;
    for (int k = 1; k <= 9; ++k) { // after two the text is known
        const std::string text = iterationText(sampleRecord(k), builtin());
        texts.push_back(k <= 3 ? text : mutated(text));
    }
    RC_ASSERT(differenceOf(texts) == "");
}

TEST(BulkReader, StopsWhenAskedTo)
{
    const TempDir dir;
    const fs::path folder = writeRun(dir, 3);
    BulkPlan plan;
    plan.folder = folder;
    plan.registry = &builtin();
    auto reader = BulkReader::open(plan);
    ASSERT_TRUE(reader);
    std::stop_source source;
    source.request_stop();
    EXPECT_TRUE((*reader)->read(upTo(3), source.get_token()).rows.empty());
    EXPECT_EQ((*reader)->read(upTo(3), {}).rows.size(), 3U);
}

TEST(BulkReader, HashesOnlyWhenToldTo)
{
    const TempDir dir;
    BulkPlan plan;
    plan.folder = writeRun(dir, 1);
    plan.registry = &builtin();
    const RowBlock without = (*BulkReader::open(plan))->read(upTo(1), {});
    EXPECT_FALSE(without.rows[0].hasHash);
    EXPECT_EQ(without.rows[0].file.size, fs::file_size(plan.folder / summaryFileName(1)));
    plan.isEveryFileHashed = true;
    const RowBlock with = (*BulkReader::open(plan))->read(upTo(1), {});
    EXPECT_EQ(with.rows[0].file.sha256, sha256(bytesOf(plan.folder / summaryFileName(1))));
}

TEST(BulkReader, NeedsAFolder)
{
    const TempDir dir;
    EXPECT_EQ(BulkReader::open({.folder = dir / "none"}).error().code, Errc::NotFound);
    dir.write("file", "x");
    EXPECT_EQ(BulkReader::open({.folder = dir / "file"}).error().code, Errc::BadInput);
}

} // namespace
} // namespace soak
