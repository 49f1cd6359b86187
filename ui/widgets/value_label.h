// SPDX-License-Identifier: GPL-3.0-or-later
// A number that can be asked where it comes from: focus it and press F1, or use its menu.
#pragma once

#include <QLabel>

namespace soak::ui
{

class ValueLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ValueLabel(QWidget* parent = nullptr);

    // `spoken`: the whole of it for assistive tools: "p95 latency, ms: 362".
    void setValue(const QString& text, const QString& spoken);
    // The colour of its run; invalid: the palette's.
    void setInk(const QColor& ink);

Q_SIGNALS:
    void explainRequested();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QColor m_ink;
};

} // namespace soak::ui
