// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/release/step_list.h"

#include "ui/release/release_words.h"
#include "ui/widgets/meaning.h"

#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

namespace soak::ui
{
namespace
{

constexpr int kStepHeight = 44;
constexpr int kWidth = 176;
constexpr int kStepIcon = 12;
constexpr int kStepLeft = 30;

class StepDelegate final : public QStyledItemDelegate
{
public:
    StepDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem& /*option*/,
                   const QModelIndex& /*index*/) const override
    {
        return {kWidth, kStepHeight};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool isCurrent = (option.state & QStyle::State_Selected) != 0;
        if (isCurrent) {
            painter->fillRect(option.rect, m_theme.colour(Ink::SelectionRow));
        }
        const auto meaning = static_cast<Meaning>(index.data(CellsModel::MeaningRole).toInt());
        const QRectF icon(option.rect.left() + 9, option.rect.top() + 8, kStepIcon, kStepIcon);
        paintMeaning(*painter, icon, meaning, chipColours(m_theme.tone(), meaning).ink);
        const QRect title = option.rect.adjusted(kStepLeft, 4, -6, -kStepHeight / 2);
        painter->setFont(isCurrent ? Theme::strongFont() : Theme::textFont());
        painter->setPen(m_theme.colour(Ink::Text));
        painter->drawText(title, Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
        const QRect reason = option.rect.adjusted(kStepLeft, kStepHeight / 2 - 1, -6, -4);
        painter->setFont(Theme::smallFont());
        painter->setPen(m_theme.colour(Ink::Muted));
        painter->drawText(reason, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(Theme::smallFont())
                              .elidedText(index.data(Qt::ToolTipRole).toString(), Qt::ElideRight,
                                          reason.width()));
        if ((option.state & QStyle::State_HasFocus) != 0) {
            painter->setPen(m_theme.colour(Ink::Accent));
            painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
        }
        painter->restore();
    }

private:
    const Theme& m_theme;
};

} // namespace

StepList::StepList(const Theme& theme, QWidget* parent)
    : QListView(parent), m_model(new CellsModel(this))
{
    m_model->setTitles({QString()});
    setModel(m_model);
    setItemDelegate(new StepDelegate(theme, this));
    setAccessibleName(tr("Steps of the release"));
    setFrameShape(NoFrame);
    setEditTriggers(NoEditTriggers);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedWidth(kWidth);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                if (index.isValid()) {
                    Q_EMIT stepChosen(static_cast<ReleaseStep>(index.row()));
                }
            });
    connect(&theme, &Theme::changed, this, [this] { viewport()->update(); });
}

void StepList::setSteps(const ReleaseOutlook& outlook, ReleaseStep current, bool isBlocked)
{
    CellRows rows;
    for (std::size_t i = 0; i < kReleaseSteps; ++i) {
        const StepOutlook& step = outlook.at(i);
        Cell cell{QStringLiteral("%1 %2").arg(i + 1).arg(stepTitle(static_cast<ReleaseStep>(i)))};
        const bool isBad = step.state == StepState::Blocked && i == 0 && isBlocked;
        cell.meaning = step.state == StepState::Done      ? Meaning::Pass
                       : isBad                            ? Meaning::Fail
                       : step.state == StepState::Blocked ? Meaning::Live
                                                          : Meaning::NoData;
        const QString reasons = sentences(step.reasons, QStringLiteral("; "));
        cell.tip = reasons.isEmpty() ? stepStateWord(step.state) : reasons;
        rows.push_back({cell});
    }
    const QSignalBlocker quiet(selectionModel());
    m_model->setRows(std::move(rows));
    setCurrentIndex(m_model->index(static_cast<int>(current), 0));
    viewport()->update();
}

QSize StepList::sizeHint() const
{
    return {kWidth, static_cast<int>(kReleaseSteps) * kStepHeight + 2};
}

QSize StepList::minimumSizeHint() const
{
    return {kWidth, 3 * kStepHeight};
}

} // namespace soak::ui
