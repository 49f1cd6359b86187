// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/explain_popover.h"

#include "core/report/report_text.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/gate_words.h"
#include "ui/widgets/sentence_label.h"

#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QScreen>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace soak::ui
{
namespace
{

constexpr int kWidth = 336;
constexpr int kRowHeight = 20;
constexpr int kMostRows = 9; // shown without scrolling
constexpr std::size_t kMostSamples = 1000;

QString withUnit(const QString& number, const QString& unit)
{
    return unit.isEmpty() ? number : number + QLatin1Char(' ') + unit;
}

QTableWidgetItem* item(const QString& text, Qt::Alignment alignment)
{
    auto* one = new QTableWidgetItem(text);
    one->setTextAlignment(alignment | Qt::AlignVCenter);
    one->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    return one;
}

} // namespace

Explanation explanationOf(const Judgement& judgement, const GateResult& result)
{
    const std::optional<Metric> metric = metricFromKey(result.gate.metric);
    return {.title = gateTitleText(result.gate),
            .value = withUnit(gateValueText(result), gateUnitText(result.gate)),
            .target = gateTargetText(result.gate),
            .formula = gateFormula(judgement, result),
            .samples = gateInputs(judgement, result),
            .decimals = metric ? specOf(*metric).decimals : 0,
            .hasTarget = true};
}

Explanation explanationOf(const SoakRun& run, Metric metric, int iteration)
{
    const KpiSpec& spec = specOf(metric);
    const std::optional<std::size_t> row = run.table.rowOf(iteration);
    const std::optional<double> value = row ? run.table.at(metric, *row) : std::nullopt;
    return {.title = metricTitle(metric),
            .value = withUnit(metricText(value, metric), coreWord(unitText(spec.unit))),
            .target = {},
            .formula = valueSource(metric, iteration, value.has_value()),
            .samples = {},
            .decimals = spec.decimals,
            .hasTarget = false};
}

ExplainPopover::ExplainPopover(const Theme& theme, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_theme(theme), m_title(new QLabel(this)),
      m_value(new QLabel(this)), m_formula(new SentenceLabel(theme, this)),
      m_samples(new QTableWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::Box);
    setFixedWidth(kWidth);
    m_title->setFont(Theme::strongFont());
    m_title->setWordWrap(true);
    m_title->setContentsMargins(0, 0, 0, 2); // an underscore reaches below the line
    m_formula->setFlow(SentenceLabel::Flow::Lines);
    m_value->setFont(Theme::strongFont());
    m_value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 12);
    layout->setSpacing(6);
    m_value->setWordWrap(true); // a line of the status bar is a value too
    layout->addWidget(m_title);
    layout->addWidget(m_value);
    layout->addWidget(m_formula);
    layout->addWidget(m_samples);
    m_samples->setAccessibleName(tr("Samples"));
    m_samples->setColumnCount(3);
    m_samples->verticalHeader()->hide();
    m_samples->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_samples->horizontalHeader()->setStretchLastSection(true);
    m_samples->setShowGrid(false);
    m_samples->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_samples->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_samples->setTabKeyNavigation(false);
    connect(m_formula, &SentenceLabel::linkFollowed, this, [this](const TextLink& link) {
        Q_EMIT linkFollowed(link);
        close();
    });
    connect(m_samples, &QTableWidget::cellActivated, this, [this](int row, int) {
        const int iteration = m_samples->item(row, 0)->data(Qt::UserRole).toInt();
        Q_EMIT linkFollowed({.kind = LinkKind::Iteration, .iteration = iteration});
        close();
    });
}

void ExplainPopover::setExplanation(const Explanation& explanation)
{
    m_title->setText(explanation.title);
    m_value->setText(explanation.target.isEmpty()
                         ? explanation.value
                         : explanation.value + QStringLiteral("   ") + explanation.target);
    m_formula->setSentences(explanation.formula);
    setAccessibleName(tr("Explanation of %1").arg(explanation.title));
    setAccessibleDescription(explanation.value + QLatin1Char('\n') + m_formula->plainText());
    fillSamples(explanation);
}

void ExplainPopover::fillSamples(const Explanation& explanation)
{
    m_samples->setVisible(!explanation.samples.empty());
    if (explanation.samples.empty()) {
        return;
    }
    const std::size_t count = std::min(explanation.samples.size(), kMostSamples);
    const auto first = explanation.samples.end() - static_cast<std::ptrdiff_t>(count);
    m_samples->setHorizontalHeaderLabels({tr("iteration"), tr("value"), tr("alone")});
    m_samples->horizontalHeaderItem(1)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_samples->setRowCount(static_cast<int>(count));
    const std::array states{tr("met"), tr("broke"), tr("missing")};
    int row = 0;
    for (auto at = first; at != explanation.samples.end(); ++at, ++row) {
        auto* iteration = item(QStringLiteral("#%1").arg(at->iteration), Qt::AlignLeft);
        iteration->setData(Qt::UserRole, at->iteration);
        m_samples->setItem(row, 0, iteration);
        m_samples->setItem(
            row, 1,
            item(localNumber(at->value ? shortNumber(*at->value) : std::string(kNotAvailable)),
                 Qt::AlignRight));
        m_samples->setItem(row, 2,
                           item(states.at(static_cast<std::size_t>(at->state)), Qt::AlignLeft));
    }
    m_samples->setColumnHidden(2, !explanation.hasTarget);
    m_samples->setColumnWidth(0, 88);
    m_samples->setColumnWidth(1, 120);
    const int rows = std::min(static_cast<int>(count), kMostRows);
    m_samples->setFixedHeight(rows * kRowHeight +
                              m_samples->horizontalHeader()->sizeHint().height() + 4);
}

void ExplainPopover::showBelow(QWidget* anchor)
{
    // adjustSize() would take the height that wrapped lines have at another width.
    layout()->activate();
    const QSize size(kWidth, layout()->totalHeightForWidth(kWidth));
    resize(size);
    const QRect screen = anchor->screen()->availableGeometry();
    QPoint at = anchor->mapToGlobal(QPoint(0, anchor->height() + 4));
    if (at.y() + size.height() > screen.bottom()) {
        at.setY(anchor->mapToGlobal(QPoint(0, 0)).y() - size.height() - 4);
    }
    at.setX(std::clamp(at.x(), screen.left(), std::max(screen.left(), screen.right() - kWidth)));
    at.setY(std::max(at.y(), screen.top()));
    move(at);
    show();
    (m_samples->isHidden() ? static_cast<QWidget*>(m_value) : m_samples)->setFocus();
}

void ExplainPopover::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_F1) {
        close();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace soak::ui
