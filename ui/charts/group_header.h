// SPDX-License-Identifier: GPL-3.0-or-later
// The heading of a group of charts: opens and closes it, and says what is in it while it is closed.
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace soak::ui
{

class GroupHeader final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit GroupHeader(const Theme& theme, QWidget* parent = nullptr);

    void setWords(const QString& title, const QString& detail);

    [[nodiscard]] const QString& detail() const { return m_detail; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_detail;
};

} // namespace soak::ui
