// SPDX-License-Identifier: GPL-3.0-or-later
// How a number is made of its parts, each a bar. A part that was not recorded is said, and is no
// bar of length 0.
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace soak::ui
{

struct WaterfallPart {
    QString title;
    std::optional<double> change; // signed
    std::optional<double> from;   // where its bar begins and ends; absent: it has none
    std::optional<double> to;
    bool isTotal = false; // drawn in ink
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
    // From a value to a place on the screen.
    struct Scale {
        double left = 0;
        double room = 1;
        double low = 0;
        double high = 0;
        [[nodiscard]] double xOf(double value) const;
    };

    void paintPart(QPainter& painter, const WaterfallPart& part, int top, const Scale& scale) const;
    [[nodiscard]] QString valueText(const WaterfallPart& part) const;
    [[nodiscard]] int titleWidth() const;
    [[nodiscard]] int valueWidth() const;

    const Theme& m_theme;
    std::vector<WaterfallPart> m_parts;
    int m_decimals = 2;
};

} // namespace soak::ui
