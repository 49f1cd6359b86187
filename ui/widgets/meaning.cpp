// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/meaning.h"

#include "ui/theme/numbers.h"

#include <QCoreApplication>

#include <array>

namespace soak::ui
{
namespace
{

constexpr std::array kWords{"PASS", "WARN", "FAIL", "NO DATA", "LIVE", "PARTIAL"};
static_assert(kWords.size() == kMeaningCount);

QString tr(const char* text)
{
    return QCoreApplication::translate("soak::ui::Meaning", text);
}

void paintTick(QPainter& painter, const QRectF& box)
{
    const std::array points{
        QPointF(box.left() + 0.12 * box.width(), box.top() + 0.55 * box.height()),
        QPointF(box.left() + 0.40 * box.width(), box.top() + 0.85 * box.height()),
        QPointF(box.left() + 0.90 * box.width(), box.top() + 0.15 * box.height())};
    painter.drawPolyline(points.data(), static_cast<int>(points.size()));
}

void paintMark(QPainter& painter, const QRectF& box, const QColor& ink)
{
    const double x = box.center().x();
    painter.drawLine(QPointF(x, box.top() + 0.08 * box.height()),
                     QPointF(x, box.top() + 0.62 * box.height()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    const double radius = 0.1 * box.height();
    painter.drawEllipse(QPointF(x, box.bottom() - radius), radius, radius);
}

} // namespace

Meaning meaningOf(RunVerdict verdict)
{
    switch (verdict) {
    case RunVerdict::Pass:
        return Meaning::Pass;
    case RunVerdict::Warn:
        return Meaning::Warn;
    case RunVerdict::Fail:
        break;
    }
    return Meaning::Fail;
}

Meaning meaningOf(GateResultVerdict verdict)
{
    switch (verdict) {
    case GateResultVerdict::Pass:
        return Meaning::Pass;
    case GateResultVerdict::Warn:
        return Meaning::Warn;
    case GateResultVerdict::Fail:
        return Meaning::Fail;
    case GateResultVerdict::NoData:
        break;
    }
    return Meaning::NoData;
}

Meaning meaningOf(const GateResult& gate)
{
    switch (gate.outcome) {
    case GateOutcome::Pass:
        return Meaning::Pass;
    case GateOutcome::Fail:
        return gate.gate.severity == GateSeverity::Soft ? Meaning::Warn : Meaning::Fail;
    case GateOutcome::NoData:
        break;
    }
    return Meaning::NoData;
}

Meaning meaningOf(VerifyVerdict verdict)
{
    switch (verdict) {
    case VerifyVerdict::Pass:
        return Meaning::Pass;
    case VerifyVerdict::Warn:
        return Meaning::Warn;
    case VerifyVerdict::Fail:
        return Meaning::Fail;
    case VerifyVerdict::Unverified:
        break;
    }
    return Meaning::NoData;
}

Meaning meaningOf(IterationStatus status)
{
    switch (status) {
    case IterationStatus::Ok:
        return Meaning::Pass;
    case IterationStatus::Warn:
        return Meaning::Warn;
    case IterationStatus::Fail:
        break;
    }
    return Meaning::Fail;
}

QString meaningWord(Meaning meaning)
{
    return coreWord(kWords.at(static_cast<std::size_t>(meaning)));
}

std::optional<ActivityBadge> activityBadge(const OpenRun& run)
{
    const auto count = static_cast<int>(run.run->table.rowCount());
    const QString progress = run.run->info
                                 ? tr("%1 of %2").arg(count).arg(run.run->info->iterations)
                                 : QString::number(count);
    const auto badge = [&](Meaning meaning, const char* word, const char* tooltip) {
        return ActivityBadge{meaning, tr(word).arg(progress), tr(tooltip)};
    };
    switch (run.activity) {
    case RunActivity::Finished:
        return std::nullopt;
    case RunActivity::Running:
        return badge(Meaning::Live, QT_TRANSLATE_NOOP("soak::ui::Meaning", "IN PROGRESS %1"),
                     QT_TRANSLATE_NOOP("soak::ui::Meaning", "The run is being written"));
    case RunActivity::Stalled:
        return badge(Meaning::Warn, QT_TRANSLATE_NOOP("soak::ui::Meaning", "STALLED at %1"),
                     QT_TRANSLATE_NOOP("soak::ui::Meaning",
                                       "Its writer is alive, but no iteration came for three "
                                       "times the usual interval"));
    case RunActivity::WriterDead:
        return badge(Meaning::Partial, QT_TRANSLATE_NOOP("soak::ui::Meaning", "UNFINISHED %1"),
                     QT_TRANSLATE_NOOP("soak::ui::Meaning",
                                       "The run has no end and nobody writes it; it can be "
                                       "resumed"));
    case RunActivity::Vanished:
        return badge(Meaning::NoData, QT_TRANSLATE_NOOP("soak::ui::Meaning", "FOLDER GONE, %1"),
                     QT_TRANSLATE_NOOP("soak::ui::Meaning",
                                       "The folder of the run is no longer there; what was read "
                                       "is still shown"));
    case RunActivity::Replaced:
        break;
    }
    return badge(Meaning::NoData, QT_TRANSLATE_NOOP("soak::ui::Meaning", "REPLACED, %1"),
                 QT_TRANSLATE_NOOP("soak::ui::Meaning",
                                   "Another run lies in its folder now; this one is shown from "
                                   "memory"));
}

void paintMeaning(QPainter& painter, const QRectF& box, Meaning meaning, const QColor& ink)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, box.width() * 0.18, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const QRectF inner = box.adjusted(0.15 * box.width(), 0.15 * box.height(), -0.15 * box.width(),
                                      -0.15 * box.height());
    switch (meaning) {
    case Meaning::Pass:
        paintTick(painter, box);
        break;
    case Meaning::Warn:
        paintMark(painter, box, ink);
        break;
    case Meaning::Fail:
        painter.drawLine(inner.topLeft(), inner.bottomRight());
        painter.drawLine(inner.topRight(), inner.bottomLeft());
        break;
    case Meaning::NoData:
        painter.drawLine(QPointF(inner.left(), inner.center().y()),
                         QPointF(inner.right(), inner.center().y()));
        break;
    case Meaning::Live:
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawEllipse(inner);
        break;
    case Meaning::Partial:
        painter.drawEllipse(inner);
        painter.setBrush(ink);
        painter.drawChord(inner, 90 * 16, 180 * 16);
        break;
    }
    painter.restore();
}

} // namespace soak::ui
