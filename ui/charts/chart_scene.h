// SPDX-License-Identifier: GPL-3.0-or-later
// What one chart shows, as an immutable value over shared buffers: made by series.h, drawn by
// ChartPane on screen and in exports. Positions along x are iterations, or whole seconds
// (places.h).
#pragma once

#include "core/analysis/envelope.h"
#include "core/model/gate_profile.h"
#include "core/model/iteration_table.h"
#include "core/report/minmax_pyramid.h"
#include "core/report/plot.h"

#include <QList>
#include <QString>

#include <algorithm>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace soak::ui
{

// Above so many rows a series is drawn from its pyramid.
inline constexpr std::size_t kPyramidRows = 1'000;

// What the positions along x are.
enum class PlaceKind : std::uint8_t {
    Iteration,
    FromCommon, // iterations from the first that all runs have, which is 1
    Elapsed,    // seconds since the run began
    Utc,        // seconds since ChartScene::originMs
};

// One run's line. `iterations`, `numbers` and `values` are views of buffers that `owner` keeps
// alive.
struct ChartSeries {
    QString run;             // identity
    QString label;           // its name for people
    std::size_t slot = 0;    // colour and dash: runColour, dashOf
    bool isBaseline = false; // drawn thicker
    bool isStep = false;     // a value holds until the next one
    std::shared_ptr<const void> owner;
    std::span<const int> iterations; // positions along x, ascending
    // The iterations at these positions, where they are times: a line goes on between neighbours,
    // and the value at a time is the newest by then. Empty: the positions are iterations.
    std::span<const int> numbers;
    MetricColumn values;
    MinMaxSnapshot pyramid;          // of the values, above kPyramidRows; else empty
    std::optional<PlotRange> extent; // lowest and highest value; absent: no value
    std::size_t count = 0;           // values there are
};

struct ChartThreshold {
    double value = 0;
    GateOp op = GateOp::AtMost;
    std::string gate; // the row of the profile that a change of it is about; "" = none
    bool operator==(const ChartThreshold&) const = default;
};

// Where the level of a series changed.
struct ChartChange {
    int at = 0;           // along x
    QString name;         // "B #62 ±3"
    QString text;         // "B: #62 ±3, preceded by impact_cap_ratio (#61)"
    std::size_t slot = 0; // colour of its run
    bool operator==(const ChartChange&) const = default;
};

enum class FlagKind { Applied, Unverified, Refused };

struct ChartFlag {
    int iteration = 0;
    FlagKind kind = FlagKind::Applied;
};

struct ChartScene {
    QString id; // "metric:p95_latency_ms", "parameter:quoting.min_interval_ms"
    QString title;
    QString unit; // "" = none
    Direction direction = Direction::Neither;
    int decimals = 0;
    PlotRange domain; // everything there is along x, half an iteration beyond both ends
    std::vector<ChartSeries> series; // the primary run first
    std::vector<ChartThreshold> thresholds;
    std::optional<PlotRange> warmUp; // along x
    std::optional<PlotRange> safe;   // along y; one end may be infinite
    // Along y: what other charts show that are to have the same axis.
    std::optional<PlotRange> beside;
    // Lists, which are shared and not copied from one scene of a growing run to the next:
    QList<ChartFlag> flags;          // of the primary run, ascending
    QList<int> held;                 // iterations with an active guard, ascending
    QList<int> missing;              // of the primary run: iterations without a value, ascending
    std::vector<int> broken;         // iterations of the window that missed the target
    std::vector<ChartChange> levels; // ascending
    std::vector<int> changes;        // of a parameter: iterations that began with another value
    std::optional<double> liveEdge;  // nothing has arrived right of it yet
    QString emptyText;               // said where no series has a value; names what is missing
    PlaceKind places = PlaceKind::Iteration;
    std::int64_t originMs = 0; // of Utc
    // Of runs that are not drawn as lines, and how many they are; nullptr: all are.
    std::shared_ptr<const std::vector<EnvelopePoint>> envelope;
    std::size_t envelopeRuns = 0;
    bool isPair = false; // the second series is held against the first: their difference is told

    [[nodiscard]] bool isEmpty() const
    {
        return !envelope && std::none_of(series.begin(), series.end(), [](const ChartSeries& one) {
            return one.extent.has_value();
        });
    }

    [[nodiscard]] QString titleWithUnit() const
    {
        return unit.isEmpty() ? title : title + QStringLiteral(", ") + unit;
    }
};

using SceneRef = std::shared_ptr<const ChartScene>;

} // namespace soak::ui
