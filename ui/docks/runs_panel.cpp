// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/runs_panel.h"

#include "ui/docks/runs_delegate.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/clear_button.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/explainer.h"

#include <QDateTime>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace soak::ui
{
namespace
{

bool isFail(const RunListItem& item)
{
    return item.meaning == Meaning::Fail;
}

// Words of the filter that a press adds or takes away.
constexpr std::array kChipWords{"verdict:fail", "verdict:partial", "is:running", "since:7d"};

bool isIncomplete(const RunListItem& item)
{
    return item.meaning == Meaning::Partial || item.meaning == Meaning::NoData;
}

} // namespace

RunsPanel::RunsPanel(const ViewContext& context, std::optional<qint64> lastVisitMs, QWidget* parent)
    : QWidget(parent), m_context(context), m_lastVisitMs(lastVisitMs)
{
    build();
    retranslate();
    const auto again = [this] { refresh(); };
    Session& session = m_context.session;
    connect(&session, &Session::opened, this, again);
    connect(&session, &Session::changed, this, again);
    connect(&session, &Session::closed, this, again);
    connect(&session.workspace(), &Workspace::changed, this, again);
    connect(&m_context.selection, &Selection::primaryChanged, this, again);
    connect(&m_context.selection, &Selection::shownChanged, this, again);
    connect(&m_context.selection, &Selection::baselineChanged, this, again);
    connect(&m_context.theme, &Theme::changed, m_table->viewport(), qOverload<>(&QWidget::update));
    connect(m_model, &RunsModel::renameRequested, this,
            [this](const QString& identity, const QString& name) {
                m_context.session.workspace().setAlias(identity, name);
            });
    refresh();
}

void RunsPanel::build()
{
    m_model = new RunsModel(this);
    m_proxy = new RunsProxy(this);
    m_proxy->setSourceModel(m_model);
    m_title = new QLabel(this);
    m_title->setFont(Theme::strongFont());
    m_since = new QToolButton(this);
    m_since->setAutoRaise(true);
    m_since->setCheckable(true);
    m_since->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_filter = new QLineEdit(this);
    giveClearButton(*m_filter);
    m_filterNote = new QLabel(this);
    m_filterNote->setWordWrap(true);
    m_clear = new QToolButton(this);
    m_clear->setAutoRaise(true);
    m_clear->setFocusPolicy(Qt::StrongFocus);
    buildTable();
    m_watchTitle = new QLabel(this);
    m_watchTitle->setFont(Theme::strongFont());
    m_watch = new QLabel(this);
    m_watch->setWordWrap(true);
    m_watch->setForegroundRole(QPalette::PlaceholderText);
    m_unread = new QLabel(this);
    m_unread->setWordWrap(true);
    m_unread->setForegroundRole(QPalette::PlaceholderText);
    m_unread->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);

    auto* head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addWidget(m_since, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(6);
    layout->addLayout(head);
    layout->addWidget(m_filter);
    buildChips(*layout);
    auto* note = new QHBoxLayout;
    note->addWidget(m_filterNote, 1);
    note->addWidget(m_clear);
    layout->addLayout(note);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_watchTitle);
    layout->addWidget(m_watch);
    layout->addWidget(m_unread);
    showFilterNote();

    new Explainer(m_table, [this](const QWidget*) { return explanation(); });
    connect(m_clear, &QToolButton::clicked, this, &RunsPanel::clearFilter);
    connect(m_unread, &QLabel::linkActivated, this, &RunsPanel::problemsRequested);
    connect(m_filter, &QLineEdit::textChanged, this, &RunsPanel::filterTextChanged);
    connect(m_table, &QTableView::clicked, this, &RunsPanel::clicked);
    connect(m_table, &QTableView::doubleClicked, this, &RunsPanel::activate);
    connect(m_table, &QTableView::customContextMenuRequested, this, &RunsPanel::showMenu);
    connect(m_since, &QToolButton::toggled, this, [this](bool isOn) {
        m_onlyNew = isOn;
        setFilter(m_byText, m_filterError);
    });
}

void RunsPanel::buildTable()
{
    m_table = new QTableView(this);
    m_table->setModel(m_proxy);
    auto* delegate = new RunsDelegate(m_context.theme, m_table);
    m_table->setItemDelegate(delegate);
    connect(&m_context.selection, &Selection::highlightChanged, delegate, [this, delegate] {
        delegate->setHighlight(m_context.selection.highlighted());
        m_table->viewport()->update();
    });
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->setMouseTracking(true);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(static_cast<int>(RunColumn::Start), Qt::DescendingOrder);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(RunsDelegate::kRowHeight);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSortIndicatorShown(false);
    m_table->horizontalHeader()->setMinimumSectionSize(16);
    m_table->viewport()->installEventFilter(this);
    m_table->installEventFilter(this);
}

void RunsPanel::retranslate()
{
    m_title->setText(tr("Runs"));
    m_table->setAccessibleName(tr("Runs"));
    m_table->setAccessibleDescription(
        tr("Enter opens or draws the chosen runs, V draws or hides one, S makes it the baseline"));
    m_filter->setAccessibleName(tr("Filter the runs"));
    showFilterHint();
    m_since->setAccessibleName(tr("Only runs since the last visit"));
    m_since->setToolTip(tr("Runs since this window was last closed; press to see only these"));
    m_clear->setText(tr("Clear the filter"));
    m_watchTitle->setText(tr("Watching"));
    const std::array chips{tr("FAIL"), tr("incomplete"), tr("running"), tr("7 days")};
    for (std::size_t i = 0; i < m_chipButtons.size(); ++i) {
        m_chipButtons[i]->setText(chips.at(i));
        m_chipButtons[i]->setToolTip(tr("Only these: %1").arg(QLatin1String(kChipWords.at(i))));
        m_chipButtons[i]->setAccessibleName(m_chipButtons[i]->toolTip());
    }
    m_model->retranslate();
    showHeader();
    sizeColumns();
}

void RunsPanel::showFilterHint()
{
    m_filter->setPlaceholderText(m_isNarrow ? tr("Filter the runs")
                                            : tr("Filter: verdict:fail p95>340"));
    // What a narrow field cuts off is told here.
    m_filter->setToolTip(m_filter->placeholderText() + QLatin1Char('\n') +
                         tr("Keeps the runs that match, as verdict:fail p95>340 canary (Ctrl+F)"));
}

void RunsPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_model != nullptr) {
        retranslate();
    }
}

void RunsPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    sizeColumns();
}

void RunsPanel::setFound(std::vector<RunListItem> found)
{
    m_found = std::move(found);
    refresh();
}

// Open runs say more than what was found of them; the order is that of the folders.
void RunsPanel::refresh()
{
    const std::vector<OpenRun>& open = m_context.session.runs();
    std::vector<RunListItem> items;
    items.reserve(open.size() + m_found.size());
    for (const OpenRun& run : open) {
        items.push_back(listItemOf(run, m_context, m_lastVisitMs));
    }
    for (const RunListItem& found : m_found) {
        const auto isFound = [&](const RunListItem& item) {
            return item.folder == found.folder ||
                   (!found.identity.isEmpty() && item.identity == found.identity);
        };
        if (std::none_of(items.begin(), items.begin() + std::ssize(open), isFound)) {
            items.push_back(found);
            const QString alias = m_context.session.nameOf(found.identity);
            if (!alias.isEmpty()) {
                items.back().name = alias;
            }
            items.back().notes =
                noteLines(m_context.session.workspace().marksOf(found.identity).notes);
            items.back().isNew =
                m_lastVisitMs && found.startedMs && *found.startedMs > *m_lastVisitMs;
        }
    }
    m_model->setItems(std::move(items));
    showHeader();
    showFilterNote();
    sizeColumns();
}

void RunsPanel::showHeader()
{
    m_since->setVisible(m_lastVisitMs.has_value() && !m_isNarrow);
    if (!m_lastVisitMs) {
        return;
    }
    int runs = 0;
    int fails = 0;
    int incomplete = 0;
    for (const RunListItem& item : m_model->items()) {
        if (item.isNew) {
            ++runs;
            fails += isFail(item) ? 1 : 0;
            incomplete += isIncomplete(item) ? 1 : 0;
        }
    }
    const QDateTime visit = QDateTime::fromMSecsSinceEpoch(*m_lastVisitMs);
    const qint64 days = visit.date().daysTo(QDate::currentDate());
    const QString hour = QLocale().toString(visit.time(), QStringLiteral("HH:mm"));
    const QString day = QLocale().toString(visit.date(), QStringLiteral("d MMM"));
    QString text = days == 0   ? tr("since %1").arg(hour)
                   : days == 1 ? tr("since yesterday %1").arg(hour)
                               : tr("since %1").arg(day);
    text += QStringLiteral(": ") + tr("%n run(s)", nullptr, runs);
    if (fails > 0) {
        text += QStringLiteral(", ") + tr("%1 FAIL").arg(fails);
    }
    if (incomplete > 0) {
        text += QStringLiteral(", ") + tr("%1 incomplete").arg(incomplete);
    }
    m_since->setText(text);
    m_since->setEnabled(runs > 0 || m_onlyNew);
}

void RunsPanel::setFilter(RunsProxy::Filter filter, const QString& error)
{
    m_byText = std::move(filter);
    m_filterError = error;
    const bool onlyNew = m_onlyNew;
    if (m_byText || onlyNew) {
        m_proxy->setFilter([byText = m_byText, onlyNew](const RunListItem& item) {
            return (!onlyNew || item.isNew) && (!byText || byText(item));
        });
    } else {
        m_proxy->setFilter({});
    }
    showFilterNote();
}

// What cannot be understood, else how many runs are kept; with them a way back to all.
void RunsPanel::showFilterNote()
{
    const int shown = m_proxy->rowCount();
    const int all = m_model->rowCount();
    const bool isFiltered = m_byText || m_onlyNew || !m_filterError.isEmpty();
    m_filterNote->setText(!m_filterError.isEmpty() ? m_filterError
                          : isFiltered             ? tr("%1 of %2 runs").arg(shown).arg(all)
                                                   : QString());
    m_filterNote->setVisible(isFiltered);
    m_clear->setVisible(isFiltered);
    const QStringList typed = m_filter->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (std::size_t i = 0; i < m_chipButtons.size(); ++i) {
        m_chipButtons[i]->setChecked(typed.contains(QLatin1String(kChipWords.at(i))));
    }
}

void RunsPanel::clearFilter()
{
    m_since->setChecked(false);
    m_filter->clear();
}

void RunsPanel::buildChips(QVBoxLayout& layout)
{
    m_chips = new QWidget(this);
    auto* row = new QHBoxLayout(m_chips);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    for (const char* word : kChipWords) {
        auto* chip = new QToolButton(m_chips);
        chip->setCheckable(true);
        chip->setAutoRaise(true);
        chip->setFocusPolicy(Qt::StrongFocus);
        row->addWidget(chip);
        m_chipButtons.push_back(chip);
        connect(chip, &QToolButton::clicked, this,
                [this, word](bool isOn) { pressChip(QLatin1String(word), isOn); });
    }
    row->addStretch(1);
    layout.addWidget(m_chips);
}

void RunsPanel::pressChip(const QString& word, bool isOn)
{
    QStringList typed = m_filter->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    typed.removeAll(word);
    if (isOn) {
        typed << word;
    }
    m_filter->setText(typed.join(QLatin1Char(' ')));
}

void RunsPanel::setNarrow(bool isNarrow)
{
    m_isNarrow = isNarrow;
    showFilterHint();
    m_chips->setVisible(!isNarrow);
    sizeColumns();
    showHeader();
}

void RunsPanel::beginFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void RunsPanel::setWatchText(const QString& text, const QString& detail, const QString& unread)
{
    m_watch->setText(text);
    m_watch->setToolTip(detail);
    m_unread->setText(unread);
    m_watchTitle->setVisible(!text.isEmpty() && !m_isNarrow);
    m_watch->setVisible(!text.isEmpty() && !m_isNarrow);
    m_unread->setVisible(!unread.isEmpty() && !m_isNarrow);
}

} // namespace soak::ui
