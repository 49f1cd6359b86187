// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/edge_report.h"

#include "core/base/text.h"
#include "core/io/json_keys.h"
#include "core/io/summary_json.h"
#include "core/model/statistics.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace soak
{

namespace
{

using Json = nlohmann::json;

constexpr double kP95 = 0.95;

// Where a p95 is found, in order (DOMAIN 1.4); "" = no such key.
struct P95Source {
    Metric metric;
    std::array<std::string_view, 2> distributions;
    std::array<std::string_view, 2> maxima;
    std::string_view plain;
};

constexpr std::array kP95Sources{
    P95Source{Metric::AdverseBpsP95, {"adverse_bps_dist"}, {"adverse_bps_max"}, "adverse_bps"},
    P95Source{Metric::SlippageBpsP95, {"slippage_bps_dist"}, {"slippage_bps_max"}, "slippage_bps"},
    P95Source{Metric::OrderAgeP95Ms,
              {"order_age_ms_dist", "order_age_dist"},
              {"order_age_max_ms", "order_age_ms_max"},
              "order_age_ms"},
    P95Source{Metric::WsLagP95Ms,
              {"ws_lag_ms_dist", "ws_lag_dist"},
              {"ws_lag_max_ms", "ws_lag_ms_max"},
              "ws_lag_ms"},
    P95Source{Metric::P95LatencyMs,
              {"latency_ms_dist", "latency_dist"},
              {"latency_max_ms", "latency_ms_max"},
              "latency_ms"},
};

constexpr std::array kComponents{
    Metric::NetBps,      Metric::GrossBps,   Metric::FeesEffBps,
    Metric::SlippageBps, Metric::AdverseBps, Metric::InventoryBps,
};

constexpr std::array kPlainMetrics{Metric::CancelRatio, Metric::ReplaceRatio};

// Costs, in the order of ties (DOMAIN 2.2).
constexpr std::array kDrivers{Metric::SlippageBps, Metric::AdverseBps, Metric::FeesEffBps,
                              Metric::InventoryBps};
constexpr std::size_t kMostDrivers = 2;

class EdgeReportReader final
{
public:
    EdgeReportReader(const Json& totals, JsonPath path, FindingSink& sink)
        : m_in(totals, std::move(path), sink)
    {
    }

    IterationSummary read()
    {
        readComponents();
        for (const P95Source& source : kP95Sources) {
            readP95(source);
        }
        for (const Metric metric : kPlainMetrics) {
            set(metric, accepted(m_in, specOf(metric)));
        }
        readBlockReasons();
        readRisk();
        readFills();
        readMakerRatio();
        convertSigns(m_summary, m_in);
        imputeGross(m_summary);
        checkConsistency(m_summary, m_in);
        readDrivers();
        return std::move(m_summary);
    }

private:
    void set(Metric metric, std::optional<double> value)
    {
        m_summary.metrics[indexOf(metric)] = value;
    }

    static std::optional<double> acceptedAt(ObjectReader& in, std::string_view key,
                                            const KpiSpec& spec)
    {
        const std::optional<double> value = key.empty() ? std::nullopt : in.number(key);
        return value ? acceptedMetric(in, key, spec, *value) : std::nullopt;
    }

    // By the key of the metric or, when that is not there, an alias.
    static std::optional<double> accepted(ObjectReader& in, const KpiSpec& spec)
    {
        if (in.find(spec.key) != nullptr) {
            return acceptedAt(in, spec.key, spec);
        }
        for (const std::string_view alias : spec.aliases) {
            if (!alias.empty() && in.find(alias) != nullptr) {
                return acceptedAt(in, alias, spec);
            }
        }
        return std::nullopt;
    }

    // Defect24: the parts stand at the top of the totals, or one level lower.
    void readComponents()
    {
        ObjectReader breakdown = m_in.inside(Key::componentBreakdown);
        for (const Metric metric : kComponents) {
            const KpiSpec& spec = specOf(metric);
            const std::optional<double> top = accepted(m_in, spec);
            set(metric, top ? top : accepted(breakdown, spec));
        }
    }

    std::optional<double> p95OfDistribution(std::string_view key)
    {
        const Json* list = key.empty() ? nullptr : m_in.array(key);
        if (list == nullptr) {
            return std::nullopt;
        }
        std::vector<double> samples;
        bool isClean = true;
        for (const Json& element : *list) {
            const std::optional<double> value = numberOf(element);
            isClean = isClean && value.has_value();
            if (value) {
                samples.push_back(*value);
            }
        }
        if (!isClean) {
            m_in.wrongType(key, "a list of numbers");
        }
        return nearestRank(samples, kP95);
    }

    void readP95(const P95Source& source)
    {
        const KpiSpec& spec = specOf(source.metric);
        std::optional<double> value;
        for (const std::string_view key : source.distributions) {
            value = value ? value : p95OfDistribution(key);
        }
        value = value ? value : accepted(m_in, spec);
        for (const std::string_view key : source.maxima) {
            value = value ? value : acceptedAt(m_in, key, spec);
        }
        if (!value) {
            value = plainValue(source, spec);
            m_summary.notes.adverseP95FromMean |=
                value.has_value() && source.metric == Metric::AdverseBpsP95;
            m_summary.notes.slippageP95FromMean |=
                value.has_value() && source.metric == Metric::SlippageBpsP95;
        }
        set(source.metric, value);
    }

    // The mean, which may have come from the breakdown.
    std::optional<double> plainValue(const P95Source& source, const KpiSpec& spec)
    {
        const std::optional<Metric> mean = metricFromKey(source.plain);
        return mean ? m_summary.at(*mean) : acceptedAt(m_in, source.plain, spec);
    }

    void readBlockReasons()
    {
        struct Row {
            std::string_view key;
            Metric metric;
            std::int64_t BlockCounts::*count;
        };

        constexpr std::array kRows{
            Row{Key::minInterval, Metric::MinIntervalRatio, &BlockCounts::minInterval},
            Row{Key::concurrency, Metric::ConcurrencyRatio, &BlockCounts::concurrency},
            Row{Key::risk, Metric::RiskRatio, &BlockCounts::risk},
            Row{Key::throttle, Metric::ThrottleRatio, &BlockCounts::throttle},
        };
        ObjectReader reasons = m_in.inside(Key::blockReasons);
        ObjectReader ratios = m_in.inside(Key::blockedRatio);
        BlockCounts counts;
        std::size_t counted = 0;
        for (const Row& row : kRows) {
            ObjectReader reason = reasons.inside(row.key);
            const std::optional<std::int64_t> count = reason.integer(Key::count);
            if (count && *count >= 0) {
                counts.*row.count = *count;
                ++counted;
            }
            const std::optional<double> ratio = acceptedAt(reason, Key::ratio, specOf(row.metric));
            set(row.metric, ratio ? ratio : acceptedAt(ratios, row.key, specOf(row.metric)));
        }
        if (counted < kRows.size()) {
            return;
        }
        m_summary.blocks = counts;
        const auto total = static_cast<double>(counts.minInterval + counts.concurrency +
                                               counts.risk + counts.throttle);
        for (const Row& row : kRows) { // shares that the report left out
            if (!m_summary.at(row.metric)) {
                const auto count = static_cast<double>(counts.*row.count);
                set(row.metric, total > 0 ? count / total : 0);
            }
        }
    }

    // A report may give a risk of its own kind, and then says so (DOMAIN 2.3).
    void readRisk()
    {
        m_summary.notes.riskSource = m_in.text(Key::riskSource).value_or("");
        const bool isOwnKind = !m_summary.notes.riskSource.empty();
        if (isOwnKind || !m_summary.at(Metric::RiskRatio)) {
            set(Metric::RiskRatio, accepted(m_in, specOf(Metric::RiskRatio)));
        }
    }

    void readFills()
    {
        ObjectReader fills = m_in.inside(Key::fills);
        for (const Metric metric : {Metric::MakerVolume, Metric::TakerVolume}) {
            set(metric, accepted(fills, specOf(metric)));
        }
        const auto count = [&](Metric metric, std::string_view otherName) {
            const std::optional<double> value = accepted(fills, specOf(metric));
            set(metric, value ? value : acceptedAt(fills, otherName, specOf(metric)));
        };
        count(Metric::MakerCount, Key::makerFills);
        count(Metric::TakerCount, Key::takerFills);
        const std::optional<double> share = shareOfFills();
        if (share) {
            set(Metric::MakerSharePct, 100 * *share);
            set(Metric::TakerSharePct, 100 - 100 * *share);
        }
    }

    [[nodiscard]] static std::optional<double> shareOf(std::optional<double> maker,
                                                       std::optional<double> taker)
    {
        const bool isKnown = maker && taker && *maker + *taker > 0;
        return isKnown ? std::optional<double>(*maker / (*maker + *taker)) : std::nullopt;
    }

    [[nodiscard]] std::optional<double> shareOfFills() const
    {
        const std::optional<double> byVolume =
            shareOf(m_summary.at(Metric::MakerVolume), m_summary.at(Metric::TakerVolume));
        return byVolume
                   ? byVolume
                   : shareOf(m_summary.at(Metric::MakerCount), m_summary.at(Metric::TakerCount));
    }

    // DOMAIN 2.1, as far as the report tells. A share that the report states itself is no better
    // than its fills.
    void readMakerRatio()
    {
        const KpiSpec& spec = specOf(Metric::MakerTakerRatio);
        const auto take = [&](std::optional<double> value, std::string_view source) {
            if (value && !m_summary.at(Metric::MakerTakerRatio)) {
                set(Metric::MakerTakerRatio, value);
                m_summary.notes.makerTakerSource = source;
            }
        };
        take(accepted(m_in, spec), "existing");
        take(shareOf(m_summary.at(Metric::MakerVolume), m_summary.at(Metric::TakerVolume)),
             "fills_volume");
        take(shareOf(m_summary.at(Metric::MakerCount), m_summary.at(Metric::TakerCount)),
             "fills_count");
        take(shareOf(m_in.number(Key::makerFills), m_in.number(Key::takerFills)), "internal_fills");
        if (!m_summary.at(Metric::MakerTakerRatio)) {
            take(acceptedAt(m_in, Key::makerShare, spec), "existing");
        }
    }

    // Defect71: a rebate is no driver. The report's own list counts, as far as it is true.
    void readDrivers()
    {
        const std::optional<double> net = m_summary.at(Metric::NetBps);
        if (!net || *net >= 0) {
            return;
        }
        std::vector<std::string>& drivers = m_summary.notes.negEdgeDrivers;
        const Json* list = m_in.find(Key::negEdgeDrivers);
        if (list != nullptr && list->is_array()) {
            drivers = m_in.texts(Key::negEdgeDrivers);
            std::erase_if(drivers, [this](const std::string& name) {
                const std::optional<Metric> metric = metricFromKey(name);
                const std::optional<double> cost = metric ? m_summary.at(*metric) : std::nullopt;
                return cost && *cost <= 0;
            });
        } else {
            drivers = largestCosts();
        }
        if (drivers.size() > kMostDrivers) {
            drivers.resize(kMostDrivers);
        }
    }

    [[nodiscard]] std::vector<std::string> largestCosts() const
    {
        std::vector<Metric> costs;
        for (const Metric metric : kDrivers) {
            if (m_summary.at(metric).value_or(0) > 0) {
                costs.push_back(metric);
            }
        }
        std::stable_sort(costs.begin(), costs.end(), [this](Metric a, Metric b) {
            return *m_summary.at(a) > *m_summary.at(b);
        });
        std::vector<std::string> names;
        for (const Metric metric : costs) {
            names.emplace_back(specOf(metric).key);
        }
        return names;
    }

    ObjectReader m_in;
    IterationSummary m_summary;
};

// Whether both have a number under one key, and not the same.
bool doTotalsDiffer(const Json& totals, const Json& total)
{
    return std::any_of(totals.items().begin(), totals.items().end(), [&](const auto& member) {
        const auto other = total.find(member.key());
        return other != total.end() && member.value().is_number() && *other != member.value();
    });
}

void readRuntime(ObjectReader& report, IterationSummary& summary)
{
    ObjectReader runtime = report.inside(Key::runtime);
    summary.notes.version = runtime.text(Key::version);
    if (const std::optional<std::string> utc = runtime.text(Key::utc)) {
        summary.runtimeUtc = parseUtc(*utc);
        if (!summary.runtimeUtc) {
            runtime.wrongType(Key::utc, "a UTC time like 2026-01-05T10:20:00Z");
        }
    }
}

} // namespace

Result<IterationSummary> summaryFromEdgeReport(const Json& report, FindingSink& sink)
{
    ObjectReader in(report, {}, sink);
    const Json* totals = in.object(Key::totals);
    const Json* total = in.object(Key::rawTotal);
    if (totals == nullptr && total == nullptr) {
        return Error{Errc::BadInput, "no `totals` and no `total`", sink.file()};
    }
    if (totals != nullptr && total != nullptr && doTotalsDiffer(*totals, *total)) {
        in.finding(FindingKind::TotalsConflict, Severity::Warning, Key::totals,
                   "`totals` and `total` differ; `totals` counts");
    }
    const std::string key(totals != nullptr ? Key::totals : Key::rawTotal);
    IterationSummary summary =
        EdgeReportReader(totals != nullptr ? *totals : *total, {key}, sink).read();
    readRuntime(in, summary);
    return summary;
}

} // namespace soak
