// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tile_row.h"

#include "ui/widgets/explain_popover.h"
#include "ui/widgets/follow_primary.h"

#include <algorithm>

namespace soak::ui
{
namespace
{

constexpr int kGap = 8;

} // namespace

TileRow::TileRow(const ViewContext& context, GateTile::Size size, QWidget* parent)
    : QWidget(parent), m_context(context), m_size(size)
{
    setAccessibleName(tr("Gates"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    followPrimary(context, this, [this] { showRun(); });
    showRun();
}

GateTile* TileRow::addTile()
{
    if (!m_spare.empty()) {
        m_tiles.push_back(m_spare.back());
        m_spare.pop_back();
        return m_tiles.back();
    }
    auto* tile = new GateTile(m_context.theme, m_size, this);
    connect(tile, &QAbstractButton::clicked, this,
            [this, tile] { Q_EMIT linkActivated(linkOf(*tile->judgement(), tile->result())); });
    connect(tile, &GateTile::explainRequested, this, [this, tile] {
        auto* popover = new ExplainPopover(m_context.theme, this);
        popover->setExplanation(explanationOf(*tile->judgement(), tile->result()));
        connect(popover, &ExplainPopover::linkFollowed, this, &TileRow::linkActivated);
        popover->showBelow(tile);
    });
    m_tiles.push_back(tile);
    return tile;
}

void TileRow::showRun()
{
    const OpenRun* run = m_context.primary();
    const std::size_t count = run == nullptr ? 0 : run->judgement->gates.size();
    while (m_tiles.size() > count) {
        m_tiles.back()->hide();
        m_tiles.back()->clear();
        m_spare.push_back(m_tiles.back());
        m_tiles.pop_back();
    }
    for (std::size_t i = 0; i < count; ++i) {
        GateTile* tile = i < m_tiles.size() ? m_tiles[i] : addTile();
        tile->setGate(run->judgement, i);
        tile->show();
    }
    setVisible(count > 0);
    updateGeometry();
    place();
}

int TileRow::columnsFor(int width) const
{
    if (m_tiles.empty()) {
        return 1;
    }
    const int least = m_tiles.front()->minimumSizeHint().width();
    const int most = std::max(1, (width + kGap) / (least + kGap));
    const int count = static_cast<int>(m_tiles.size());
    // Rows of equal length look better than a full one and a rest.
    const int rows = (count + most - 1) / most;
    return (count + rows - 1) / rows;
}

int TileRow::tileHeight() const
{
    return m_tiles.empty() ? 0 : m_tiles.front()->sizeHint().height();
}

int TileRow::heightForWidth(int width) const
{
    const int columns = columnsFor(width);
    const int rows = (static_cast<int>(m_tiles.size()) + columns - 1) / columns;
    return rows == 0 ? 0 : rows * tileHeight() + (rows - 1) * kGap;
}

QSize TileRow::sizeHint() const
{
    const int count = static_cast<int>(m_tiles.size());
    const int width = count == 0 ? 0 : count * 136 + (count - 1) * kGap;
    return {width, heightForWidth(this->width() > 0 ? this->width() : width)};
}

QSize TileRow::minimumSizeHint() const
{
    return m_tiles.empty() ? QSize(0, 0) : m_tiles.front()->minimumSizeHint();
}

void TileRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
    updateGeometry();
}

void TileRow::place()
{
    const int columns = columnsFor(width());
    const int tileWidth = (width() - (columns - 1) * kGap) / std::max(columns, 1);
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        const int column = static_cast<int>(i) % columns;
        const int row = static_cast<int>(i) / columns;
        m_tiles[i]->setGeometry(column * (tileWidth + kGap), row * (tileHeight() + kGap), tileWidth,
                                tileHeight());
    }
}

} // namespace soak::ui
