// SPDX-License-Identifier: GPL-3.0-or-later
// A tile for each row of the gate profile of the primary run, as many side by side as there is room
// for.
#pragma once

#include "ui/session/view_context.h"
#include "ui/widgets/gate_tile.h"

#include <QWidget>

#include <vector>

namespace soak::ui
{

// Hidden without a primary run.
class TileRow final : public QWidget
{
    Q_OBJECT

public:
    TileRow(const ViewContext& context, GateTile::Size size, QWidget* parent = nullptr);

    [[nodiscard]] const std::vector<GateTile*>& tiles() const { return m_tiles; }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }

    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void linkActivated(const soak::TextLink& link);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showRun();
    GateTile* addTile();
    void place();
    [[nodiscard]] int columnsFor(int width) const;
    [[nodiscard]] int tileHeight() const;

    ViewContext m_context;
    GateTile::Size m_size;
    std::vector<GateTile*> m_tiles;
    // Hidden, for the next run: the style keeps some memory of each widget that it has drawn.
    std::vector<GateTile*> m_spare;
};

} // namespace soak::ui
