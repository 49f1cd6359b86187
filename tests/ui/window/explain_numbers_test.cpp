// SPDX-License-Identifier: GPL-3.0-or-later
// Every number of the window that can have the focus answers F1 with an explanation that contains
// it.
#include "tests/support/temp_dir.h"
#include "tests/support/test_data.h"
#include "ui/charts/chart_pane.h"
#include "ui/docks/runs_panel.h"
#include "ui/widgets/explain_popover.h"
#include "ui/widgets/gate_tile.h"
#include "ui/widgets/sentence_label.h"
#include "ui/widgets/value_label.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QTableView>
#include <QTableWidget>
#include <QTest>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

namespace soak::ui
{
namespace
{

constexpr int kExplainMs = 30'000;

QString fixture(const char* name)
{
    return QString::fromStdString(testDataPath(std::string("fixtures/") + name).string());
}

bool isShown(const QWidget& widget)
{
    return widget.isVisible() && !widget.visibleRegion().isEmpty();
}

// What the person reads on it.
QString textOf(const QWidget& widget)
{
    if (const auto* tile = qobject_cast<const GateTile*>(&widget)) {
        return tile->findChild<QLabel*>(QStringLiteral("value"))->text();
    }
    if (const auto* sentences = qobject_cast<const SentenceLabel*>(&widget)) {
        return sentences->plainText();
    }
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        return label->text();
    }
    if (const auto* pane = qobject_cast<const ChartPane*>(&widget)) {
        QStringList read;
        for (const ChartLabel& label : pane->labels()) {
            if (label.role == LabelRole::ReadOut) {
                read << label.text;
            }
        }
        return read.join(QLatin1Char(' '));
    }
    return {};
}

QStringList numbersIn(const QString& text)
{
    static const QRegularExpression kNumber(QStringLiteral("\\d+(\\.\\d+)?"));
    QStringList numbers;
    for (auto at = kNumber.globalMatch(text); at.hasNext();) {
        numbers << at.next().captured();
    }
    return numbers;
}

// Everything that Tab reaches and that shows a number.
std::vector<QWidget*> valuesOf(const MainWindow& window)
{
    std::vector<QWidget*> values;
    for (auto* widget : window.findChildren<QWidget*>()) {
        const bool isValue = qobject_cast<QLabel*>(widget) != nullptr ||
                             qobject_cast<GateTile*>(widget) != nullptr ||
                             qobject_cast<ChartPane*>(widget) != nullptr;
        if (isValue && (widget->focusPolicy() & Qt::TabFocus) != 0 && isShown(*widget) &&
            !numbersIn(textOf(*widget)).isEmpty()) {
            values.push_back(widget);
        }
    }
    return values;
}

QString textOf(const ExplainPopover& popover)
{
    QString text = popover.accessibleName() + QLatin1Char('\n') + popover.accessibleDescription();
    if (const auto* samples = popover.findChild<QTableWidget*>()) {
        for (int row = 0; row < samples->rowCount(); ++row) {
            text += QLatin1Char('\n') + samples->item(row, 0)->text() + QLatin1Char(' ') +
                    samples->item(row, 1)->text();
        }
    }
    return text;
}

struct Explained : testing::Test {
    TempDir home;
    Theme theme;
    Languages languages;
    std::unique_ptr<MainWindow> window;

    void SetUp() override
    {
        theme.choose(ThemeChoice::Light);
        languages.choose(QStringLiteral("en"));
        window = std::make_unique<MainWindow>(theme, languages, MainWindow::Options{});
        window->resize(1600, 1200);
        window->show();
        ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
        window->open({fixture("reference-8")});
        ASSERT_TRUE(QTest::qWaitFor(
            [&] { return !window->session().runs().empty() && window->isIdle(); }, kExplainMs));
    }

    void TearDown() override
    {
        window.reset();
        QLocale::setDefault(QLocale::c());
    }

    // What F1 says of `widget`; "" when it says nothing.
    QString askedBy(QWidget* widget)
    {
        widget->setFocus(Qt::TabFocusReason);
        QTest::keyClick(widget, Qt::Key_F1);
        QString text;
        for (auto* popover : window->findChildren<ExplainPopover*>()) {
            if (popover->isVisible()) {
                text = textOf(*popover);
                popover->close();
            }
        }
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return text;
    }

    // Asks each of them, and says how many there were.
    std::size_t askAll()
    {
        const std::vector<QWidget*> values = valuesOf(*window);
        for (QWidget* widget : values) {
            const QString shown = textOf(*widget);
            const QString answer = askedBy(widget);
            for (const QString& number : numbersIn(shown)) {
                EXPECT_TRUE(answer.contains(number))
                    << widget->metaObject()->className() << " '" << shown.toStdString()
                    << "' is explained without " << number.toStdString() << ": '"
                    << answer.toStdString() << "'";
            }
        }
        return values.size();
    }
};

} // namespace

TEST_F(Explained, EveryNumberOfTheOverviewSaysWhereItComesFrom)
{
    window->showView(View::Overview);
    // What was behind the tab is laid out once it is seen.
    // Five tiles, three lines of the headline, counts and fields, the inspector, the status bar.
    ASSERT_TRUE(QTest::qWaitFor([&] { return valuesOf(*window).size() > 15; }, kExplainMs));
    EXPECT_GT(askAll(), 15U);
}

TEST_F(Explained, EveryNumberOfTheChartsSaysWhereItComesFrom)
{
    window->showView(View::Iterations);
    window->selection().setCursor(5);
    window->selection().setMarkA(3);
    window->selection().setMarkB(7);
    ASSERT_TRUE(QTest::qWaitFor([&] { return window->isIdle(); }, kExplainMs));
    // The inspector follows the cursor once a frame.
    ASSERT_TRUE(QTest::qWaitFor([&] {
        const QList<QLabel*> labels = window->findChildren<QLabel*>();
        return std::ranges::any_of(labels, [](const QLabel* label) {
            return label->text() == QStringLiteral("Iteration 5");
        });
    }));
    int charts = 0;
    for (const QWidget* widget : valuesOf(*window)) {
        charts += qobject_cast<const ChartPane*>(widget) != nullptr ? 1 : 0;
    }
    EXPECT_EQ(charts, 4);
    EXPECT_GT(askAll(), 25U);
}

TEST_F(Explained, ACellOfTheListOfRunsIsExplained)
{
    QTableView& table = window->findChild<RunsPanel*>()->table();
    const QAbstractItemModel& model = *table.model();
    ASSERT_GT(model.rowCount(), 0);
    for (const RunColumn column : {RunColumn::Name, RunColumn::Iterations, RunColumn::Kpi1,
                                   RunColumn::Kpi2, RunColumn::Kpi3, RunColumn::Kpi4}) {
        table.setColumnHidden(static_cast<int>(column), false);
        const QModelIndex cell = model.index(0, static_cast<int>(column));
        table.setCurrentIndex(cell);
        const QString answer = askedBy(&table);
        EXPECT_TRUE(answer.contains(cell.data().toString()))
            << cell.data().toString().toStdString() << " in '" << answer.toStdString() << "'";
    }
}

TEST_F(Explained, WithoutANumberInFocusItIsSaidHowToGetToOne)
{
    auto* filter = window->findChild<RunsPanel*>();
    filter->beginFilter();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F1);
    bool isSaid = false;
    for (const auto* label : window->findChildren<QLabel*>()) {
        isSaid = isSaid || (label->isVisible() &&
                            label->text().startsWith(QStringLiteral("No number has the focus")));
    }
    EXPECT_TRUE(isSaid);
}

} // namespace soak::ui
