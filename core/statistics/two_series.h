// SPDX-License-Identifier: GPL-3.0-or-later
// Whether two autocorrelated series differ in their means (STATISTICS 2d).
#pragma once

#include "core/model/kpi.h"
#include "core/statistics/mean_variance.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace soak
{

// Of B against A, by the direction.
enum class EffectVerdict : std::uint8_t { Better, Same, Worse, Inconclusive };

enum class InconclusiveReason : std::uint8_t {
    None,
    NoValues,          // a side has none
    TooFewValues,      // fewer than 8
    TooFewIndependent, // ESS below 3
    TooFewRuns,        // an arm of runs has fewer than 3 that count
    IntervalTooWide,   // neither inside the margin nor away from zero
};

std::string_view keyOf(EffectVerdict verdict);     // better, same, worse, inconclusive
std::string_view keyOf(InconclusiveReason reason); // "", no values, n<8, ess<3, ...

// All in the unit of the values unless said otherwise. What is absent cannot be computed.
struct SeriesComparison {
    std::optional<MeanVariance> a;
    std::optional<MeanVariance> b;
    std::optional<double> difference;   // mean of B - mean of A
    std::optional<double> relative;     // difference / |mean of A|
    std::optional<double> standardized; // in standard deviations of one value
    std::optional<double> df;           // Welch and Satterthwaite's
    std::optional<double> dfGuard;
    std::optional<double> pAr;    // by the AR(1) variance
    std::optional<double> pGuard; // by the six batch means
    std::optional<double> p;      // the larger of the two
    std::optional<Interval> ci95; // the wider of the two
    std::optional<Interval> ci90;
    bool isDeterministic = false; // both are constant
    InconclusiveReason reason =
        InconclusiveReason::None; // why nothing may be concluded, whatever p
    bool operator==(const SeriesComparison&) const = default;
};

// Variance between runs that `--calibrate` found to be missing in that within them: added to that
// of the difference, with df = runs - 1.
struct BetweenRuns {
    double variance = 0;
    double df = 0;
    bool operator==(const BetweenRuns&) const = default;
};

// Of series with fewer than 8 values: absent.
SeriesComparison compareMeans(const std::optional<MeanVariance>& a,
                              const std::optional<MeanVariance>& b,
                              const std::optional<BetweenRuns>& between = std::nullopt);
SeriesComparison compareSeries(const Series& a, const Series& b,
                               const std::optional<BetweenRuns>& between = std::nullopt);

// What a verdict rests on.
struct Evidence {
    InconclusiveReason reason = InconclusiveReason::None;
    bool isDeterministic = false;
    double difference = 0;
    Interval ci90;
};

Evidence evidenceOf(const SeriesComparison& comparison);

struct Decision {
    EffectVerdict verdict = EffectVerdict::Inconclusive;
    InconclusiveReason reason = InconclusiveReason::None;
    bool operator==(const Decision&) const = default;
};

// The verdict, in the order of STATISTICS 2d. `p` is the corrected one; `margin` > 0 is the
// difference that does not matter. A metric that is better neither way is Worse where it differs.
Decision decide(const Evidence& evidence, std::optional<double> p, Direction direction,
                double margin, double alpha);

// One of several questions that are asked at once; `p` as it is by itself.
struct Question {
    Evidence evidence;
    std::optional<double> p;
    Direction direction = Direction::HigherIsBetter;
    double margin = 0;
};

struct Answer {
    std::optional<double> holmP; // corrected over all questions that have a p
    Decision decision;
    bool operator==(const Answer&) const = default;
};

// One for each of `questions`, in their order: decide() by Holm's p.
std::vector<Answer> decideTogether(std::span<const Question> questions, double alpha);

// A shift that is to be seen, and what is there to see it with.
struct SoughtShift {
    double shift = 0; // in the unit of the values
    double sd = 0;    // of one value
    double phi = 0;   // how much a value remembers of the one before it, 0 to .99
    double have = 0;  // values a side
    double fewest = 1;
};

// About so many values a side until `shift` is seen in 80 % of cases: more than there are, and at
// least `fewest`. nullopt without a shift or a deviation.
std::optional<std::size_t> valuesNeeded(const SoughtShift& sought);

inline constexpr std::size_t kFewestRuns = 3; // of an arm that may be concluded from

// The same of runs whose means stray by `sd`, an arm, of which there are `have`; at least
// kFewestRuns.
std::optional<std::size_t> runsNeeded(double shift, double sd, std::size_t have);

// About so many values a side until the interval could be narrow enough to decide: for the margin,
// or for the difference seen where that is larger. By the sides that have a variance; without any,
// the fewest that were ever enough. nullopt of constant sides.
std::optional<std::size_t> valuesNeeded(const SeriesComparison& comparison, double margin);

} // namespace soak
