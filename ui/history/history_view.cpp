// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/history_view.h"

#include "ui/history/history_table.h"
#include "ui/history/kpi_chart.h"
#include "ui/theme/core_text.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/clear_button.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/empty_state.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace soak::ui
{

namespace
{

constexpr int kPauseMs = 250; // of typing, after which the history is asked
constexpr std::size_t kPageRuns = 1000;
const QString kBetween = QStringLiteral(" \u00b7 ");

QToolButton* wordButton(QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

HistoryView::HistoryView(const ViewContext& context, HistoryDesk& desk, QWidget* parent)
    : QWidget(parent), m_context(context), m_desk(desk)
{
    build();
    retranslate();
    m_typed.setSingleShot(true);
    m_typed.setInterval(kPauseMs);
    connect(&m_typed, &QTimer::timeout, this, &HistoryView::askAgain);
    connect(&desk, &HistoryDesk::changed, this, &HistoryView::refresh);
    connect(m_filter, &QLineEdit::textEdited, this, [this] { m_typed.start(); });
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty()) { // cleared by its button, which is no editing
            m_typed.start();
        }
    });
    connect(m_filter, &QLineEdit::returnPressed, this, &HistoryView::askAgain);
    connect(m_metric, &QComboBox::currentIndexChanged, this, &HistoryView::askAgain);
    showDetail();
    connect(m_table, &HistoryTable::orderRequested, this, &HistoryView::askInOrder);
    connect(m_table, &QWidget::customContextMenuRequested, this, &HistoryView::showMenu);
    connect(m_table, &HistoryTable::currentRunChanged, this, &HistoryView::showDetail);
    connect(m_table, &HistoryTable::chosenChanged, this, &HistoryView::chosenChanged);
    connect(&desk, &HistoryDesk::saidChanged, this, &HistoryView::showDetail);
    connect(m_table, &QTableView::activated, this, &HistoryView::openChosen);
    connect(m_open, &QToolButton::clicked, this, &HistoryView::openChosen);
    connect(m_more, &QToolButton::clicked, this, [this] {
        HistoryWish wish = m_desk.wish();
        wish.limit += kPageRuns;
        m_desk.ask(wish);
    });
    connect(m_import, &QToolButton::clicked, this, &HistoryView::importRequested);
    connect(m_emptyImport, &QToolButton::clicked, this, &HistoryView::importRequested);
    connect(m_again, &QToolButton::clicked, &desk, &HistoryDesk::readAgain);
    connect(m_chart, &KpiChart::runChosen, m_table, &HistoryTable::setCurrentRun);
    connect(m_chart, &KpiChart::runActivated, this, [this](std::int64_t number) {
        m_table->setCurrentRun(number);
        openChosen();
    });
    refresh();
}

// The parts go after us and have nothing more to say.
HistoryView::~HistoryView()
{
    m_table->disconnect(this);
    m_chart->disconnect(this);
}

void HistoryView::build()
{
    m_stack = new QStackedLayout(this);
    auto* nothing = new QWidget(this);
    m_empty = new EmptyState(m_context.theme, nothing);
    m_emptyImport = wordButton(nothing);
    m_again = wordButton(nothing);
    auto* nothingColumn = new QVBoxLayout(nothing);
    nothingColumn->addStretch(1);
    nothingColumn->addWidget(m_empty);
    nothingColumn->addWidget(m_emptyImport, 0, Qt::AlignHCenter);
    nothingColumn->addWidget(m_again, 0, Qt::AlignHCenter);
    nothingColumn->addStretch(1);
    m_stack->addWidget(nothing);
    m_content = new QWidget(this);
    m_content->setBackgroundRole(QPalette::Base);
    m_content->setAutoFillBackground(true);
    QWidget* bar = makeBar();
    m_table = new HistoryTable(m_context.theme, m_content);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_chart = new KpiChart(m_context.theme, m_content);
    m_problem = new QLabel(m_content);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_detail = new ElidedLabel(m_content);
    m_why = new QLabel(m_content);
    m_why->setWordWrap(true);
    m_why->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_saidText = new ElidedLabel(m_content);
    auto* parts = new QSplitter(Qt::Vertical, m_content);
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_table);
    parts->addWidget(m_chart);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 2);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    column->addWidget(bar);
    column->addWidget(m_problem);
    column->addWidget(parts, 1);
    column->addWidget(m_detail);
    column->addWidget(m_why);
    column->addWidget(m_saidText);
    m_stack->addWidget(m_content);
}

QWidget* HistoryView::makeBar()
{
    auto* bar = new QWidget(m_content);
    m_filter = new QLineEdit(bar);
    giveClearButton(*m_filter);
    m_filter->setMaxLength(1'000'000);
    m_filter->setText(m_desk.wish().filter); // a view that is made anew goes on
    m_count = new QLabel(bar);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_more = wordButton(bar);
    m_more->hide();
    m_metricTitle = new QLabel(bar);
    m_metric = new QComboBox(bar);
    for (const Metric metric : goalMetrics()) {
        m_metric->addItem(metricTitle(metric), static_cast<int>(metric));
    }
    m_metric->setCurrentIndex(m_metric->findData(static_cast<int>(m_desk.wish().metric)));
    m_metricTitle->setBuddy(m_metric);
    m_open = wordButton(bar);
    m_import = wordButton(bar);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_filter, 1);
    row->addWidget(m_count);
    row->addWidget(m_more);
    row->addWidget(m_metricTitle);
    row->addWidget(m_metric);
    row->addWidget(m_open);
    row->addWidget(m_import);
    return bar;
}

void HistoryView::retranslate()
{
    setAccessibleName(tr("History"));
    m_filter->setPlaceholderText(tr("Filter: verdict:fail p95>340 tag:v1.4"));
    m_filter->setToolTip(m_filter->placeholderText());
    m_filter->setAccessibleName(tr("Filter of the history"));
    m_metricTitle->setText(tr("&KPI"));
    m_metric->setAccessibleName(tr("KPI of the chart"));
    for (int item = 0; item < m_metric->count(); ++item) {
        m_metric->setItemText(item,
                              metricTitle(static_cast<Metric>(m_metric->itemData(item).toInt())));
    }
    m_open->setText(tr("Open"));
    m_open->setToolTip(tr("Open the chosen runs; several are compared (Enter)"));
    m_import->setText(tr("Import\u2026"));
    m_import->setToolTip(tr("Remember the runs in and below a folder"));
    m_emptyImport->setText(tr("Import a folder\u2026"));
    m_emptyImport->setToolTip(m_import->toolTip());
    m_again->setText(tr("Try again"));
    m_again->setToolTip(tr("Read the history again"));
    m_more->setText(tr("Show more"));
    m_more->setToolTip(tr("Show the next %1 runs").arg(kPageRuns));
}

void HistoryView::askAgain()
{
    m_typed.stop();
    HistoryWish wish = m_desk.wish();
    wish.filter = m_filter->text();
    wish.metric = static_cast<Metric>(m_metric->currentData().toInt());
    m_desk.ask(wish);
}

void HistoryView::askInOrder(const QString& sort)
{
    HistoryWish wish = m_desk.wish();
    wish.sort = sort;
    m_desk.ask(wish);
}

void HistoryView::beginFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void HistoryView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_desk.readAgain();
}

QString HistoryView::countText() const
{
    const HistoryFactsRef& facts = m_desk.facts();
    if (!facts) {
        return tr("reading\u2026");
    }
    if (facts->problem) {
        return tr("column %1: %2")
            .arg(facts->problem->position + 1)
            .arg(coreText(facts->problem->message));
    }
    const auto shown = facts->page.runs.size();
    return shown == facts->page.total ? tr("%n run(s)", nullptr, static_cast<int>(shown))
                                      : tr("%1 of %2 runs").arg(shown).arg(facts->page.total);
}

// A history that is there and empty looks as one that is not there yet.
bool HistoryView::isNothingRemembered() const
{
    const HistoryFactsRef& facts = m_desk.facts();
    return facts && (facts->error ? facts->error->code == Errc::NotFound
                                  : !facts->problem && facts->page.total == 0 &&
                                        facts->wish.filter.trimmed().isEmpty());
}

void HistoryView::explainEmpty()
{
    const bool isNone = isNothingRemembered();
    if (isNone) {
        m_empty->setText(tr("No run is remembered yet"),
                         tr("Import a folder with runs; soak history import DIR does the same on "
                            "the command line."));
    } else {
        const Error& error = *m_desk.facts()->error;
        m_empty->setText(tr("The history cannot be read"),
                         coreText(error.message) + QLatin1Char('\n') + toQString(error.where));
    }
    m_emptyImport->setVisible(isNone);
    m_again->setVisible(!isNone);
    m_stack->setCurrentIndex(0);
}

void HistoryView::refresh()
{
    const HistoryFactsRef& facts = m_desk.facts();
    if (isNothingRemembered() || (facts && facts->error)) {
        explainEmpty();
        return;
    }
    m_stack->setCurrentIndex(1);
    const bool isProblem = facts && facts->problem;
    m_count->setText(isProblem ? QString() : countText());
    m_problem->setText(isProblem ? countText() : QString());
    m_problem->setVisible(isProblem);
    if (!facts) {
        return;
    }
    m_table->setFacts(facts);
    m_table->showOrder(facts->wish.sort);
    m_more->setVisible(facts->page.runs.size() < facts->page.total);
    m_chart->setHistory(std::shared_ptr<const KpiHistory>(facts, &facts->kpi));
    showDetail();
}

QString HistoryView::detailText() const
{
    const HistoryRun* run = m_table->currentRun();
    if (run == nullptr) {
        return tr("Choose a run to see what is known of it.");
    }
    const RunRow& row = run->row;
    QStringList parts{toQString(row.name)};
    if (shownName(row) != row.name) {
        parts << toQString(shownName(row));
    }
    if (run->isSuperseded) {
        parts << tr("a later version lies in its folder");
    }
    parts << toQString(row.folder);
    return parts.join(kBetween);
}

QString HistoryView::whyText() const
{
    const HistoryRun* run = m_table->currentRun();
    return run == nullptr ? QString()
                          : coreText(run->row.whyUnreadable.empty() ? run->verdictWhy
                                                                    : run->row.whyUnreadable);
}

void HistoryView::showDetail()
{
    const HistoryRun* run = m_table->currentRun();
    m_desk.lookAt(run != nullptr ? run->lineage : std::string());
    m_detail->setText(detailText());
    m_why->setText(whyText());
    m_why->setVisible(!m_why->text().isEmpty());
    m_saidText->setText(saidText());
    m_saidText->setVisible(!m_saidText->text().isEmpty());
    m_chart->setCurrent(run != nullptr ? std::optional(run->number) : std::nullopt);
    m_open->setEnabled(run != nullptr);
}

void HistoryView::openChosen()
{
    QStringList folders;
    for (const HistoryRun* run : m_table->chosenRuns()) {
        const QString folder = toQString(run->row.folder);
        if (run->row.activity.activity == soak::RunActivity::Vanished) {
            Q_EMIT told(tr("The folder of %1 is no longer there: %2")
                            .arg(toQString(run->row.name), folder));
        } else if (isOnOtherHost(run->row.folder)) {
            Q_EMIT told(tr("%1 lies on another machine: %2").arg(toQString(run->row.name), folder));
        } else {
            folders << folder;
        }
    }
    if (!folders.isEmpty()) {
        Q_EMIT openRequested(folders);
    }
}

void HistoryView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace soak::ui
