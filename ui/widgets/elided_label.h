// SPDX-License-Identifier: GPL-3.0-or-later
// One line of text that is cut with an ellipsis where it does not fit, and then has itself as
// tooltip.
#pragma once

#include <QLabel>

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

    [[nodiscard]] bool isElided() const;

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    Qt::TextElideMode m_mode = Qt::ElideRight;
    QString m_hint;
};

} // namespace soak::ui
