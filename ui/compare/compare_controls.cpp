// SPDX-License-Identifier: GPL-3.0-or-later
// The controls of CompareView: its pages, and what is asked of the comparison.
#include "ui/compare/compare_table.h"
#include "ui/compare/compare_view.h"
#include "ui/compare/compare_words.h"
#include "ui/compare/effects_page.h"
#include "ui/compare/flow_row.h"
#include "ui/widgets/tab_bar.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedWidget>
#include <QToolButton>

#include <array>

namespace soak::ui
{
namespace
{

constexpr std::array kAlignments{Alignment::Iteration, Alignment::FirstCommon, Alignment::Elapsed,
                                 Alignment::Utc};
constexpr std::array kWindows{ComparedWindow::Steady, ComparedWindow::Last8, ComparedWindow::All};
constexpr std::array kNormalisations{Normalisation::Raw, Normalisation::ZScore,
                                     Normalisation::PercentOfBaseline, Normalisation::MinMax};
constexpr std::array kForms{CompareForm::Overlaid, CompareForm::SideBySide,
                            CompareForm::Difference};
constexpr std::array kLineModes{LineMode::Auto, LineMode::Lines, LineMode::Envelope};
constexpr int kMostOffset = 1'000'000;
constexpr int kMostListed = 30; // runs in the menu

QToolButton* textButton(QWidget* parent, const QString& text, const QString& tip)
{
    auto* button = new QToolButton(parent);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    return button;
}

// A control with a word before it, which is its accessible name.
QWidget* titled(FlowRow& row, const QString& title, QWidget* control)
{
    auto* item = new QWidget(&row);
    auto* label = new QLabel(title, item);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setBuddy(control);
    control->setAccessibleName(title);
    auto* layout = new QHBoxLayout(item);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(label);
    layout->addWidget(control);
    row.add(item);
    return item;
}

template <typename Values, typename TextOf>
QComboBox* box(FlowRow& row, const QString& title, const QString& tip, const Values& values,
               const TextOf& textOf)
{
    auto* made = new QComboBox;
    for (const auto value : values) {
        made->addItem(textOf(value), static_cast<int>(value));
    }
    made->setToolTip(tip);
    made->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    titled(row, title, made);
    return made;
}

void choose(QComboBox& where, int value)
{
    const QSignalBlocker blocker(where);
    where.setCurrentIndex(where.findData(value));
}

} // namespace

QWidget* CompareView::makePlaces()
{
    auto* bar = new FlowRow(m_content);
    auto* tools = new QWidget(bar);
    m_places = new TabBar(bar);
    m_places->setAccessibleName(tr("Parts of the comparison"));
    m_places->setDrawBase(false);
    for (const QString& title :
         {tr("Effects"), tr("Distributions"), tr("Relations"), tr("Table"), tr("Arms")}) {
        m_places->addTab(title);
    }
    m_details = textButton(tools, tr("Details"),
                           tr("Effects, overrides and distribution in place of the charts (D)"));
    m_details->setCheckable(true);
    m_details->setShortcut(QKeySequence(Qt::Key_D));
    m_columns = textButton(tools, tr("Columns"), tr("Choose the columns of the table"));
    m_add = textButton(tools, tr("+ Add run"), tr("Draw another run (Insert)"));
    m_report = textButton(tools, tr("Report\u2026"),
                          tr("Save the comparison as a page, Markdown or text"));
    m_copy =
        textButton(tools, tr("Copy summary"), tr("Copy the comparison as text (Ctrl+Shift+C)"));
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (QToolButton* button : {m_details, m_columns, m_add, m_report, m_copy}) {
        row->addWidget(button);
    }
    bar->add(m_places);
    bar->add(tools);
    bar->setLastAtRight(true);
    return bar;
}

QWidget* CompareView::makeControls()
{
    auto* bar = new FlowRow(m_content);
    m_align = box(*bar, tr("Align"), tr("What the runs are laid over each other by"), kAlignments,
                  alignmentText);
    m_window = box(*bar, tr("Window"), tr("Which iterations are compared"), kWindows, windowText);
    m_normalise = box(*bar, tr("Scale"), tr("The values as they are, or made alike"),
                      kNormalisations, normalisationText);
    m_form = box(*bar, tr("Show"),
                 tr("All runs over each other, A and B each in a column, or what each run has "
                    "above A"),
                 kForms, formText);
    m_lines = box(*bar, tr("Lines"),
                  tr("A line for each run, or what all have in common; by their number: an "
                     "envelope beyond %1 runs")
                      .arg(kMostLines),
                  kLineModes, lineModeText);
    m_offset = new QSpinBox;
    m_offset->setRange(-kMostOffset, kMostOffset);
    m_offset->setKeyboardTracking(false);
    m_offset->setToolTip(
        tr("By how much B is moved to the right; Ctrl and drag in a chart moves a run, too"));
    titled(*bar, tr("Offset of B"), m_offset);
    m_picked = textButton(bar, {}, tr("Let go of the picked iterations (Escape in a chart)"));
    bar->add(m_picked);
    return bar;
}

void CompareView::tellPicked()
{
    const Picked& picked = m_context.selection.picked();
    m_picked->setVisible(!picked.iterations.empty());
    m_picked->setText(tr("%n iteration(s): %1 \u2715", nullptr, static_cast<int>(picked.count()))
                          .arg(picked.what));
    m_picked->setAccessibleName(m_picked->toolTip() + QStringLiteral(": ") + m_picked->text());
    QCoreApplication::postEvent(m_picked->parentWidget(), new QEvent(QEvent::LayoutRequest));
}

void CompareView::connectControls()
{
    connect(m_picked, &QToolButton::clicked, this, [this] { m_context.selection.pick({}); });
    connect(&m_context.selection, &Selection::pickedChanged, this, &CompareView::tellPicked);
    tellPicked();
    connect(m_places, &QTabBar::currentChanged, this,
            [this](int page) { showPage(static_cast<ComparePage>(page)); });
    connect(m_columns, &QToolButton::clicked, this, [this] {
        table()->askColumns(m_columns->mapToGlobal(QPoint(0, m_columns->height())));
    });
    connect(m_add, &QToolButton::clicked, this, &CompareView::addRun);
    connect(m_report, &QToolButton::clicked, this, &CompareView::reportRequested);
    connect(m_copy, &QToolButton::clicked, this, &CompareView::summaryRequested);
    for (QComboBox* one : {m_align, m_window, m_normalise, m_form, m_lines}) {
        connect(one, &QComboBox::currentIndexChanged, this, &CompareView::changeChoice);
    }
    connect(m_offset, &QSpinBox::valueChanged, this, [this](int offset) {
        if (!m_isShowing) {
            m_desk.setOffset(m_desk.candidate(), offset);
        }
    });
}

void CompareView::showForm(CompareForm form)
{
    CompareChoice choice = m_desk.choice();
    choice.form = form;
    m_desk.choose(choice);
    showPage(ComparePage::Effects);
}

void CompareView::changeChoice()
{
    CompareChoice choice = m_desk.choice();
    choice.alignment = static_cast<Alignment>(m_align->currentData().toInt());
    choice.window = static_cast<ComparedWindow>(m_window->currentData().toInt());
    choice.normalisation = static_cast<Normalisation>(m_normalise->currentData().toInt());
    choice.form = static_cast<CompareForm>(m_form->currentData().toInt());
    choice.lines = static_cast<LineMode>(m_lines->currentData().toInt());
    m_desk.choose(choice);
}

// What is chosen, and what of it concerns the page that is seen.
void CompareView::showChoice()
{
    m_isShowing = true;
    const CompareChoice& choice = m_desk.choice();
    choose(*m_align, static_cast<int>(choice.alignment));
    choose(*m_window, static_cast<int>(choice.window));
    choose(*m_normalise, static_cast<int>(choice.normalisation));
    choose(*m_form, static_cast<int>(choice.form));
    choose(*m_lines, static_cast<int>(choice.lines));
    m_offset->setSuffix(isTime(choice.alignment) ? tr(" s") : QString());
    m_offset->setValue(m_desk.offsetOf(m_desk.candidate()));
    const bool hasCharts = page() == ComparePage::Effects && m_desk.isPair();
    for (QWidget* one : {static_cast<QWidget*>(m_align), static_cast<QWidget*>(m_normalise),
                         static_cast<QWidget*>(m_form), static_cast<QWidget*>(m_offset)}) {
        one->setEnabled(hasCharts);
    }
    m_lines->setEnabled(hasCharts && choice.form != CompareForm::SideBySide);
    m_columns->setVisible(page() == ComparePage::Table);
    m_details->setVisible(page() == ComparePage::Effects && m_effects != nullptr &&
                          m_effects->isFolded());
    m_copy->setEnabled(m_desk.isPair());
    m_report->setEnabled(m_desk.isPair());
    m_isShowing = false;
}

// The open runs that are not drawn, and the way to others.
void CompareView::addRun()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Add run"));
    int listed = 0;
    for (const OpenRun& open : m_context.session.runs()) {
        const QString identity = open.identity;
        if (listed < kMostListed && !m_desk.runs().contains(identity)) {
            ++listed;
            menu->addAction(m_context.session.nameOf(identity), this, [this, identity] {
                m_context.selection.setShown(identity, true);
                m_desk.setCandidate(identity);
            });
        }
    }
    if (listed == 0) {
        menu->addAction(tr("Every open run is drawn"))->setEnabled(false);
    } else if (listed == kMostListed) {
        menu->addAction(tr("More in the table"), this, [this] { showPage(ComparePage::Table); });
    }
    menu->addSeparator();
    menu->addAction(tr("Open another folder\u2026"), this, &CompareView::folderRequested);
    menu->popup(m_add->mapToGlobal(QPoint(0, m_add->height())));
}

} // namespace soak::ui
