// SPDX-License-Identifier: GPL-3.0-or-later
// One line of text that is cut with an ellipsis where it does not fit, and then has itself as
// tooltip.
#pragma once

#include <QLabel>

#include <functional>

namespace soak::ui
{

class ElidedLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr);
    explicit ElidedLabel(const QString& text, QWidget* parent = nullptr);

    void setElideMode(Qt::TextElideMode mode);
    // Said below the text in the tooltip, elided or not; "" = nothing.
    void setHint(const QString& hint);

    // Asked at each painting, so that it follows the theme. A palette of its own would not do: it
    // falls back to what it was when the label moves to another window part.
    void setInk(std::function<QColor()> ink);

    [[nodiscard]] bool isElided() const;

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    Qt::TextElideMode m_mode = Qt::ElideRight;
    QString m_hint;
    std::function<QColor()> m_ink; // empty: the palette's
};

} // namespace soak::ui
