// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/overrides_view.h"

#include "core/report/overrides_patch.h"
#include "core/report/report_text.h"
#include "ui/models/list_filter.h"
#include "ui/theme/numbers.h"
#include "ui/views/override_heat_map.h"
#include "ui/views/override_picker.h"
#include "ui/widgets/clear_button.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_line.h"
#include "ui/widgets/follow_primary.h"
#include "ui/widgets/gate_words.h"
#include "ui/widgets/ink_label.h"
#include "ui/widgets/section.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace soak::ui
{
namespace
{

enum Column { kName, kA, kB, kDelta, kUnit, kColumns };

constexpr int kTreeRowHeight = 20;
constexpr int kDiffersRole = Qt::UserRole + 1;
constexpr int kPathRole = Qt::UserRole + 2;

QString sideText(const std::optional<std::string>& text)
{
    std::string shown = text.value_or(std::string(kNotAvailable));
    if (shown.ends_with(".0")) {
        shown.resize(shown.size() - 2);
    }
    return localNumber(shown);
}

QTreeWidgetItem* rowItem(const ComparedOverride& row, const Theme& theme)
{
    auto* item = new QTreeWidgetItem;
    item->setText(kName, toQString(row.name));
    item->setText(kA, sideText(row.a));
    item->setText(kB, sideText(row.b));
    item->setText(kDelta, row.delta ? localNumber(signedNumber(*row.delta)) : QString());
    item->setText(kUnit, coreWord(row.unit));
    item->setSizeHint(kName, QSize(0, kTreeRowHeight));
    item->setData(kName, kDiffersRole, row.differs);
    item->setData(kName, kPathRole, toQString(row.path));
    for (int column = 0; column < kColumns; ++column) {
        item->setToolTip(column, toQString(row.path));
        if (column != kName && column != kUnit) {
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        }
        if (!row.differs || column == kUnit) {
            item->setForeground(column, theme.colour(Ink::Muted));
        }
    }
    if (row.differs) {
        item->setFont(kB, Theme::strongFont());
    }
    return item;
}

QToolButton* stepButton(const QString& text, const QString& tip, Qt::ArrowType arrow)
{
    auto* button = new QToolButton;
    button->setArrowType(arrow);
    button->setAutoRaise(true);
    button->setAccessibleName(text);
    button->setToolTip(tip);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

OverridesView::OverridesView(const ViewContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_stack(new QStackedLayout(this)),
      m_empty(new EmptyState(context.theme, this))
{
    setAccessibleName(tr("Overrides"));
    m_empty->setNoRun();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(buildPage());
    connect(&context.theme, &Theme::changed, this, &OverridesView::compare);
    connect(&context.selection, &Selection::marksChanged, this, [this] {
        if (const auto a = m_context.selection.markA()) {
            m_a->setIteration(a);
        }
        if (const auto b = m_context.selection.markB()) {
            m_b->setIteration(b);
        }
    });
    for (const auto& [key, slot] : {std::pair(Qt::Key_N, &OverridesView::nextChange),
                                    std::pair(Qt::Key_P, &OverridesView::previousChange)}) {
        auto* shortcut = new QShortcut(QKeySequence(key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    }
    new FollowWhileSeen(context, this, [this] { showRun(); });
}

QWidget* OverridesView::buildTools()
{
    auto* tools = new QWidget;
    auto* layout = new QHBoxLayout(tools);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_onlyDifferences = new QCheckBox(tr("&Differences only"));
    m_onlyDifferences->setChecked(true);
    m_onlyDifferences->setToolTip(tr("Leave out what is equal on both sides"));
    m_count = inkLabel(m_context.theme, Ink::Muted);
    auto* next = stepButton(tr("Next change"), tr("Next change (N)"), Qt::DownArrow);
    auto* previous = stepButton(tr("Previous change"), tr("Previous change (P)"), Qt::UpArrow);
    auto* copy = new QPushButton(tr("Copy JS&ON Patch"));
    copy->setToolTip(tr("Copy what makes of A's overrides those of B, as RFC 6902"));
    layout->addWidget(m_onlyDifferences);
    layout->addWidget(buildIgnored());
    layout->addWidget(previous);
    layout->addWidget(next);
    layout->addWidget(m_count, 1);
    layout->addWidget(copy);
    connect(m_onlyDifferences, &QCheckBox::toggled, this, &OverridesView::compare);
    connect(next, &QToolButton::clicked, this, &OverridesView::nextChange);
    connect(previous, &QToolButton::clicked, this, &OverridesView::previousChange);
    connect(copy, &QPushButton::clicked, this, &OverridesView::copyJsonPatch);
    return tools;
}

QWidget* OverridesView::buildIgnored()
{
    m_ignored = new QLineEdit;
    m_ignored->setAccessibleName(tr("Keys to leave out"));
    m_ignored->setPlaceholderText(tr("leave out\u2026"));
    m_ignored->setToolTip(tr("Patterns of keys that are no differences; * stands for any letters. "
                             "Enter leaves them out, Undo brings them back"));
    giveClearButton(*m_ignored);
    Workspace& workspace = m_context.session.workspace();
    const auto show = [this, &workspace] {
        m_ignored->setText(workspace.ignoredOverrides());
        compare();
    };
    m_ignored->setText(workspace.ignoredOverrides());
    connect(&workspace, &Workspace::ignoredOverridesChanged, this, show);
    connect(m_ignored, &QLineEdit::editingFinished, this,
            [this, &workspace] { workspace.setIgnoredOverrides(m_ignored->text()); });
    return m_ignored;
}

QWidget* OverridesView::buildPage()
{
    auto* page = new QWidget(this);
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    auto* sides = new QHBoxLayout;
    sides->setSpacing(16);
    m_a = new OverridePicker(m_context, QStringLiteral("A"));
    m_b = new OverridePicker(m_context, QStringLiteral("B"));
    sides->addWidget(m_a, 1);
    sides->addWidget(m_b, 1);
    layout->addLayout(sides);
    layout->addWidget(buildTools());
    m_tree = new QTreeWidget;
    m_tree->setAccessibleName(tr("Differences of the overrides"));
    m_tree->setColumnCount(kColumns);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(12);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(kName, QHeaderView::Stretch);
    m_line = new FilterLine(m_tree, page);
    layout->addWidget(m_line);
    connect(m_line, &QLineEdit::textChanged, this, &OverridesView::compare);
    m_noDiff = new EmptyState(m_context.theme);
    auto* diff = new QWidget(page);
    m_diff = new QStackedLayout(diff);
    m_diff->addWidget(m_tree);
    m_diff->addWidget(m_noDiff);
    layout->addWidget(diff, 1);
    m_map =
        new Section(m_context.theme, tr("Over the iterations, each within its own range"), page);
    auto* scroll = new QScrollArea(m_map);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_heat = new OverrideHeatMap(m_context);
    m_heat->setBackgroundRole(QPalette::Base);
    m_heat->setAutoFillBackground(true);
    scroll->setWidget(m_heat);
    m_noHeat =
        inkLabel(m_context.theme, Ink::Muted,
                 tr("No iteration recorded its overrides (runtime_overrides)."), Theme::textFont());
    m_map->body()->addWidget(scroll, 1);
    m_map->body()->addWidget(m_noHeat);
    layout->addWidget(m_map, 1);
    connect(m_a, &OverridePicker::picked, this, &OverridesView::compare);
    connect(m_b, &OverridePicker::picked, this, &OverridesView::compare);
    connect(m_heat, &OverrideHeatMap::linkActivated, this, &OverridesView::linkActivated);
    connect(m_heat, &OverrideHeatMap::parameterMenuRequested, this,
            &OverridesView::parameterMenuRequested);
    connect(m_tree, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem* item) {
        const QString path = item->data(kName, kPathRole).toString();
        if (!path.isEmpty()) {
            Q_EMIT linkActivated({.kind = LinkKind::Parameter, .name = path.toStdString()});
        }
    });
    return page;
}

void OverridesView::showRun()
{
    const OpenRun* run = m_context.primary();
    m_stack->setCurrentIndex(run == nullptr ? 0 : 1);
    if (run == nullptr) {
        m_heat->setRun(nullptr);
        m_shownRun.clear();
        return;
    }
    if (run->identity != m_shownRun) {
        // From where the run began to where it ended.
        m_shownRun = run->identity;
        const QSignalBlocker a(m_a);
        const QSignalBlocker b(m_b);
        const auto iterations = run->run->table.iterations();
        m_a->setRun(run->identity);
        m_b->setRun(run->identity);
        m_a->setIteration(iterations.empty() ? std::nullopt : std::optional(iterations.front()));
        m_b->setIteration(std::nullopt);
    }
    m_heat->setRun(run->run);
    m_noHeat->setVisible(m_heat->isEmpty());
    compare();
}

void OverridesView::compare()
{
    const Result<Overrides> a = m_a->overrides();
    const Result<Overrides> b = m_b->overrides();
    m_tree->clear();
    if (!a || !b) {
        const Error& error = a ? b.error() : a.error();
        m_noDiff->setText(tr("Nothing to compare"), tr("%1 (runtime_overrides): %2")
                                                        .arg(a ? m_b->describe() : m_a->describe(),
                                                             toQString(describe(error))));
        m_diff->setCurrentIndex(1);
        m_count->clear();
        return;
    }
    const bool isOneRun = m_a->run() == m_b->run();
    m_tree->setHeaderLabels(
        {tr("parameter"),
         QStringLiteral("A: ") + (isOneRun ? m_a->describeIteration() : m_a->describe()),
         QStringLiteral("B: ") + (isOneRun ? m_b->describeIteration() : m_b->describe()),
         QStringLiteral("\u0394"), tr("unit")});
    for (const int column : {kA, kB, kDelta}) {
        m_tree->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    fillTree(withoutIgnored(
        compareOverrides(*a, *b),
        globPatterns(m_context.session.workspace().ignoredOverrides().toStdString())));
}

void OverridesView::sayCount(const OverrideDifferences& differences)
{
    QString text = tr("%n differences", nullptr, static_cast<int>(differences.differing));
    if (differences.leftOut > 0) {
        text += QStringLiteral(" \u00b7 ") +
                tr("%n left out", nullptr, static_cast<int>(differences.leftOut));
    }
    m_count->setText(text);
}

void OverridesView::fillTree(const OverrideDifferences& differences)
{
    QTreeWidgetItem* group = nullptr;
    for (const ComparedOverride& row : differences.rows) {
        const QString spelt = toQString(row.name) + QLatin1Char(' ') + toQString(row.path);
        if ((!row.differs && m_onlyDifferences->isChecked()) ||
            !matchesTyped(spelt, m_line->text())) {
            continue;
        }
        if (group == nullptr || group->text(kName) != coreWord(row.group)) {
            group = new QTreeWidgetItem(m_tree, {coreWord(row.group)});
            group->setSizeHint(kName, QSize(0, kTreeRowHeight));
            group->setForeground(kName, m_context.theme.colour(Ink::Muted));
        }
        group->addChild(rowItem(row, m_context.theme));
    }
    m_tree->expandAll();
    sayCount(differences);
    const bool isEmpty = m_tree->topLevelItemCount() == 0;
    m_diff->setCurrentIndex(isEmpty ? 1 : 0);
    if (isEmpty && !m_line->text().isEmpty()) {
        m_noDiff->setText(tr("No line holds these words"), tr("Escape shows all lines."));
    } else if (isEmpty && differences.leftOut > 0) {
        m_noDiff->setText(tr("No differences but those left out"),
                          tr("%1 leaves them out; without it they are shown.")
                              .arg(m_context.session.workspace().ignoredOverrides()));
    } else if (isEmpty) {
        m_noDiff->setText(tr("No differences"),
                          tr("%1 and %2 had the same overrides; clear \"Differences only\" to see "
                             "them.")
                              .arg(m_a->describe(), m_b->describe()));
    }
}

QString OverridesView::jsonPatch() const
{
    const Result<Overrides> a = m_a->overrides();
    const Result<Overrides> b = m_b->overrides();
    return a && b ? toQString(overridesPatch(*a, *b)) : QString();
}

void OverridesView::copyJsonPatch()
{
    const QString patch = jsonPatch();
    if (!patch.isEmpty()) {
        QGuiApplication::clipboard()->setText(patch);
    }
}

void OverridesView::beginFilter()
{
    m_line->begin();
}

void OverridesView::nextChange()
{
    step(1);
}

void OverridesView::previousChange()
{
    step(-1);
}

// Goes round: after the last change comes the first.
void OverridesView::step(int by)
{
    std::vector<QTreeWidgetItem*> changes;
    int current = by > 0 ? -1 : 0;
    for (QTreeWidgetItemIterator at(m_tree); *at != nullptr; ++at) {
        if ((*at)->data(kName, kDiffersRole).toBool()) {
            changes.push_back(*at);
            if (*at == m_tree->currentItem()) {
                current = static_cast<int>(changes.size()) - 1;
            }
        }
    }
    if (!changes.empty()) {
        const int count = static_cast<int>(changes.size());
        m_tree->setCurrentItem(changes[static_cast<std::size_t>((current + by + count) % count)]);
    }
}

} // namespace soak::ui
