// SPDX-License-Identifier: GPL-3.0-or-later
// The effects of a run against the baseline on one scale, in margins, better to the right: what can
// be known of each KPI, in words beside its interval.
#pragma once

#include "core/analysis/forest_bars.h"
#include "ui/charts/chart_frame.h"
#include "ui/theme/theme.h"
#include "ui/widgets/explain_popover.h"

#include <QStringList>
#include <QWidget>

#include <optional>
#include <vector>

class QPainter;

namespace soak::ui
{

// Of a difference of two values: of ratios one digit more than they have, for they are small.
int differenceDecimals(Metric metric);
// "better", "same", "worse", "not known".
QString effectWord(EffectVerdict verdict);
// "−8.4 ms [−10.9, −5.9]"; "—" where there is none.
QString effectText(const KpiEffect& effect);
// "n 114, ESS 38, Holm p < .001".
QString effectDetail(const KpiEffect& effect);

class ForestPlot final : public QWidget
{
    Q_OBJECT

public:
    explicit ForestPlot(const Theme& theme, QWidget* parent = nullptr);

    // `emptyText`: said where there are no effects. `details`: of each effect, in place of
    // effectDetail(); empty: that.
    void setEffects(const QString& title, std::vector<KpiEffect> effects, const QString& emptyText,
                    QStringList details = {});

    [[nodiscard]] const std::vector<KpiEffect>& effects() const { return m_effects; }

    [[nodiscard]] std::size_t current() const { return m_current; }

    void setCurrent(std::size_t row);

    // Of the row that is looked at: the rule and its values, then what went into it.
    [[nodiscard]] std::optional<Explanation> explanation() const;

    [[nodiscard]] std::vector<ChartLabel> labels() const;
    void paint(QPainter& painter, QSizeF size, Tone tone) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentChanged(std::size_t row);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Layout;
    [[nodiscard]] Layout layOutFor(QSizeF size, Tone tone) const;
    [[nodiscard]] QString detailOf(std::size_t row) const;
    [[nodiscard]] QStringList linesOf(std::size_t row, bool isNarrow) const;
    void addRow(Layout& layout, std::size_t row, const QRectF& room, Tone tone) const;
    static void addScale(Layout& layout, const QRectF& room, Tone tone);
    void name();

    const Theme& m_theme;
    QString m_title;
    QString m_emptyText;
    std::vector<KpiEffect> m_effects;
    QStringList m_details;
    std::size_t m_current = 0;
};

} // namespace soak::ui
