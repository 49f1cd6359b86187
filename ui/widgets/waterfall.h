// SPDX-License-Identifier: GPL-3.0-or-later
// How a number is made of its parts: each bar begins where the one before ends. A part that was not
// recorded is said, and is no bar of length 0.
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace soak::ui
{

struct WaterfallPart {
    QString title;
    std::optional<double> change; // signed; of a total: where the sum stands
    bool isTotal = false;         // begins at 0, drawn in ink
    bool operator==(const WaterfallPart&) const = default;
};

class Waterfall final : public QWidget
{
    Q_OBJECT

public:
    explicit Waterfall(const Theme& theme, QWidget* parent = nullptr);

    void setParts(std::vector<WaterfallPart> parts, int decimals);

    [[nodiscard]] const std::vector<WaterfallPart>& parts() const { return m_parts; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QString valueText(const WaterfallPart& part) const;
    [[nodiscard]] int titleWidth() const;
    [[nodiscard]] int valueWidth() const;

    const Theme& m_theme;
    std::vector<WaterfallPart> m_parts;
    int m_decimals = 2;
};

} // namespace soak::ui
