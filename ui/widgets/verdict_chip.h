// SPDX-License-Identifier: GPL-3.0-or-later
// A verdict as a chip: its shape and its word, dark on tint.
#pragma once

#include "ui/theme/theme.h"

#include <QLabel>

namespace soak::ui
{

class VerdictChip final : public QLabel
{
    Q_OBJECT

public:
    explicit VerdictChip(const Theme& theme, QWidget* parent = nullptr);

    // `word` "": the meaning's own.
    void setVerdict(Meaning meaning, const QString& word = {});

    [[nodiscard]] Meaning meaning() const { return m_meaning; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    // The same in a delegate: the chip fills `box`; a word that does not fit is elided.
    static void paint(QPainter& painter, const QRect& box, Tone tone, Meaning meaning,
                      const QString& word);
    static QSize sizeFor(const QString& word);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Meaning m_meaning = Meaning::NoData;
};

} // namespace soak::ui
