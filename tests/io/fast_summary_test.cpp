// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/fast_summary.h"
#include "tests/io/records.h"

#include <nlohmann/json.hpp>
#include <simdjson.h>

namespace soak
{
namespace
{

class SummaryText final
{
public:
    explicit SummaryText(const std::string& text)
    {
        EXPECT_EQ(m_parser.parse(text).error(), simdjson::SUCCESS) << text;
        const auto tree = treeOf(tape(), 1);
        FindingSink sink("", std::nullopt, m_findings);
        ObjectReader in(*tree, {}, sink);
        m_summary = summaryFromJson(in, SummaryOrigin::Ours);
    }

    [[nodiscard]] Tape tape() const
    {
        return {m_parser.doc.tape.get(), m_parser.doc.string_buf.get()};
    }

    [[nodiscard]] std::optional<SummaryShape> learn() const
    {
        return SummaryShape::learn(tape(), 1, m_summary, SummaryOrigin::Ours);
    }

    [[nodiscard]] const IterationSummary& summary() const { return m_summary; }

private:
    simdjson::dom::parser m_parser;
    Findings m_findings;
    IterationSummary m_summary;
};

constexpr const char* kText =
    R"({"blocks":{"counts":{"risk":3},"total":3},"fills":{"maker_count":8},"net_bps":1.5,"risk_ratio":0.3,"runtime_utc":"2026-01-05T10:20:00Z","version":"a"})";

TEST(SummaryShape, ReadsOtherNumbersOfTheSameShape)
{
    const auto shape = SummaryText(kText).learn();
    ASSERT_TRUE(shape);
    EXPECT_EQ(shape->notes().version, "a");
    const SummaryText other(
        R"({"blocks":{"counts":{"risk":9},"total":7},"fills":{"maker_count":5},"net_bps":-2.5,"risk_ratio":1.0,"runtime_utc":"2026-01-05T10:21:00Z","version":"a"})");
    MetricValues metrics{};
    std::optional<EpochMs> time;
    ASSERT_TRUE(shape->read(other.tape(), 1, metrics, time));
    EXPECT_EQ(metrics, other.summary().metrics);
    EXPECT_EQ(time, parseUtc("2026-01-05T10:21:00Z"));
}

TEST(SummaryShape, LeavesRemarkableValuesToTheTolerantReader)
{
    const auto shape = SummaryText(kText).learn();
    ASSERT_TRUE(shape);
    const std::string text = kText;
    const auto with = [&](std::string_view from, std::string_view to) {
        std::string changed = text;
        return changed.replace(changed.find(from), from.size(), to);
    };
    for (const std::string& other :
         {with("0.3", "40.5"), with("\"risk\":3", "\"risk\":-3"), with("8}", "-8}"),
          with("2026", "20x6"), with("\"a\"", "\"b\""), with("1.5", "null"), with("1.5", "1")}) {
        const SummaryText parsed(other);
        MetricValues metrics{};
        std::optional<EpochMs> time;
        EXPECT_FALSE(shape->read(parsed.tape(), 1, metrics, time)) << other;
    }
}

TEST(SummaryShape, IsNotLearnedFromDerivedValues)
{
    EXPECT_FALSE(SummaryText(R"({"net":1.5})").learn());
    EXPECT_FALSE(SummaryText(R"({"risk_percent":30})").learn());
    EXPECT_FALSE(SummaryText(R"({"maker_count":3,"taker_count":1})").learn());
    EXPECT_FALSE(SummaryText(R"({"risk_ratio":30})").learn());
}

} // namespace
} // namespace soak
