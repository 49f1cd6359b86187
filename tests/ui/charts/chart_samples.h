// SPDX-License-Identifier: GPL-3.0-or-later
// Runs as the charts take them, for tests.
#pragma once

#include "core/analysis/recorded_profile.h"
#include "core/io/load_run.h"
#include "tests/support/builders.h"
#include "tests/support/test_data.h"
#include "ui/charts/series.h"

#include <QImage>
#include <QString>
#include <QWidget>

#include <functional>
#include <memory>

namespace soak::ui
{

inline QString plain(const Sentence& sentence)
{
    return QString::fromStdString(plainText(sentence));
}

inline RunLine lineOf(std::shared_ptr<const SoakRun> run, const QString& name = {},
                      std::size_t slot = 0)
{
    RunLine line;
    line.identity = QString::fromStdString(run->identity()) + name;
    line.label = name.isEmpty() ? QStringLiteral("RUN_1767608400000") : name;
    line.slot = slot;
    line.run = run;
    line.judgement = std::make_shared<const Judgement>(judge(run, recordedProfileOf(*run).profile));
    line.events = std::make_shared<const std::vector<RunEvent>>(runEvents(*line.judgement));
    return line;
}

inline RunLine fixtureLine(std::string_view folder)
{
    const auto run = loadRun(testDataPath(folder) / "artifacts/soak/latest", {}, {}, {});
    return lineOf(*run);
}

// A long run of one metric, of which nothing else is known: quick to make.
inline RunLine longLine(int count, Metric metric,
                        const std::function<std::optional<double>(int)>& value)
{
    auto run = std::make_shared<SoakRun>();
    for (int k = 1; k <= count; ++k) {
        MetricValues values{};
        values[indexOf(metric)] = value(k);
        run->table.append(k, values, std::nullopt);
    }
    auto judgement = std::make_shared<Judgement>();
    judgement->run = run;
    RunLine line;
    line.identity = QStringLiteral("long");
    line.label = line.identity;
    line.run = run;
    line.judgement = judgement;
    line.events = std::make_shared<const std::vector<RunEvent>>();
    return line;
}

inline double wave(int k)
{
    return 180 + 60.0 * ((k * 7) % 11) / 11;
}

// 36 iterations with warm-up, holes at 12 and 19, a lone value at 15, a spike at 33, deltas of
// every kind and guards that froze.
inline RunBuilder troubledRun()
{
    RunBuilder run = aRun();
    run.withIterations(36).withWarmup({.enabled = true}, 40).missing(12).missing(19);
    run.editKpis([](int k, MetricValues& kpis) {
        kpis[indexOf(Metric::P95LatencyMs)] =
            k == 33 ? 362.0 : wave(k) + (k < 8 ? 110 - 12 * k : 0);
        kpis[indexOf(Metric::RiskRatio)] = k < 4 ? 0.2 + 0.15 * k : 0.31 + 0.002 * (k % 5);
        kpis[indexOf(Metric::NetBps)] = k < 3 ? -1.5 + 0.7 * k : 3 + 0.04 * k;
        kpis[indexOf(Metric::MakerTakerRatio)] = std::min(0.85, 0.5 + 0.05 * k);
    });
    run.at(14, Metric::P95LatencyMs, std::nullopt).at(16, Metric::P95LatencyMs, std::nullopt);
    for (const int k : {3, 4, 5, 6, 7, 27}) {
        run.proposing(k, {{"min_interval_ms", {k == 27 ? -3.0 : 5.0}}});
    }
    run.proposing(18, {{"min_interval_ms", {5}}});
    SkipReason cooldown;
    cooldown.cooldown = true;
    cooldown.note = "cooldown";
    run.skipping(18, cooldown);
    run.proposing(30, {{"impact_cap_ratio", {5}}});
    run.dropping(30, "impact_cap_ratio", DropReason::AtBound);
    for (const int k : {18, 33, 34}) {
        run.editStep(k, [](TuningStep& step) {
            step.guards.emplace();
            step.guards->latencyHard.active = true;
            step.guards->partialFreeze.active = true;
            step.guards->partialFreeze.subsystems = {"rebid"};
        });
    }
    return run;
}

// Pixels of `image` that have `colour`, inside `rect` (pixels of the widget).
inline int pixelsOf(const QImage& image, const QRectF& rect, const QColor& colour, int reach = 24)
{
    int count = 0;
    const QRect area = rect.toAlignedRect().intersected(image.rect());
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            const QColor at = image.pixelColor(x, y);
            count += std::abs(at.red() - colour.red()) <= reach &&
                             std::abs(at.green() - colour.green()) <= reach &&
                             std::abs(at.blue() - colour.blue()) <= reach
                         ? 1
                         : 0;
        }
    }
    return count;
}

// For eyes: written where SOAK_SHOTS says, else nowhere.
inline void shoot(QWidget& widget, const QString& name)
{
    const QString folder = qEnvironmentVariable("SOAK_SHOTS");
    if (!folder.isEmpty()) {
        widget.grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
    }
}

} // namespace soak::ui
