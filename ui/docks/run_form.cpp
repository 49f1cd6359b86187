// SPDX-License-Identifier: GPL-3.0-or-later
// The controls for the options of a run, made from what the program says of them.
#include "core/sim/scenario.h"
#include "ui/docks/run_panel.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/about_sim.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSpinBox>
#include <QValidator>

#include <algorithm>
#include <array>
#include <limits>

namespace soak::ui
{
namespace
{

// What the panel decides itself, or makes no sense in it.
constexpr std::array kNotAsked{"out",         "base",      "run-isolated", "materialize-partial",
                               "resume",      "dry-run",   "force",        "fail-on-gate",
                               "export-json", "export-md", "gate-summary", "mock"};

constexpr const char* kSim = "sim";

bool isAsked(const RunOption& option)
{
    return std::ranges::none_of(
        kNotAsked, [&](const char* name) { return option.name == QLatin1String(name); });
}

int clamped(std::optional<qint64> value, int fallback)
{
    constexpr qint64 kMost = std::numeric_limits<int>::max();
    return value ? static_cast<int>(std::clamp(*value, -kMost, kMost)) : fallback;
}

} // namespace

RunPanel::Field RunPanel::fieldFor(const RunOption& option, QWidget* parent)
{
    switch (option.kind) {
    case RunOptionKind::Flag: {
        auto* box = new QCheckBox(parent);
        box->setChecked(option.name == QStringLiteral("auto-tune"));
        return {option.name,
                [box] { return box->isChecked() ? QStringLiteral("true") : QString(); }, box};
    }
    case RunOptionKind::Integer: {
        auto* box = new QSpinBox(parent);
        box->setRange(clamped(option.minimum, 0), clamped(option.maximum, 1'000'000));
        box->setValue(option.defaultText.toInt());
        return {option.name, [box] { return QString::number(box->value()); }, box};
    }
    case RunOptionKind::Choice: {
        auto* box = new QComboBox(parent);
        for (const QString& one : option.choices) {
            box->addItem(one, one);
            const ScenarioSpec* scenario = findScenario(one.toStdString());
            if (scenario != nullptr && option.name == QStringLiteral("scenario")) {
                box->setItemData(box->count() - 1, coreWord(scenario->sentence), Qt::ToolTipRole);
            }
        }
        const auto standard =
            option.choices.indexOf(option.defaultText.section(QLatin1Char(' '), 0, 0));
        if (standard < 0) { // the program chooses by the other options
            box->insertItem(0, coreWord(option.defaultText.toStdString()), QString());
        }
        box->setCurrentIndex(std::max(0, static_cast<int>(standard)));
        return {option.name, [box] { return box->currentData().toString(); }, box};
    }
    default: {
        auto* line = new QLineEdit(parent);
        line->setPlaceholderText(option.defaultText.isEmpty()
                                     ? option.valueName
                                     : coreWord(option.defaultText.toStdString()));
        return {option.name, [line] { return line->text().trimmed(); }, line};
    }
    }
}

void RunPanel::buildForm()
{
    m_fields.clear();
    m_engine = nullptr;
    m_about = nullptr;
    auto* page = new QWidget;
    page->setProperty("verbatim", true); // options are called as on the command line
    auto* form = new QFormLayout(page);
    m_form = form;
    form->setContentsMargins(0, 0, 8, 0);
    form->setVerticalSpacing(4);
    for (const RunOption& option : m_launcher.options()) {
        if (!isAsked(option)) {
            continue;
        }
        Field field = fieldFor(option, page);
        const QString help = coreWord(option.help.toStdString());
        field.engine = option.engine;
        field.control->setToolTip(QStringLiteral("--%1: %2").arg(option.name, help));
        field.control->setAccessibleName(option.name);
        field.control->setAccessibleDescription(help);
        form->addRow(option.name, field.control);
        if (option.name == QStringLiteral("engine")) {
            m_engine = qobject_cast<QComboBox*>(field.control);
            addAbout(*form);
        }
        m_fields.push_back(std::move(field));
    }
    if (m_fields.empty()) {
        auto* waiting = new QLabel(tr("The options of `soak run` are not known yet."), page);
        waiting->setWordWrap(true);
        form->addRow(waiting);
    }
    showFieldsOf(engine());
    m_scroll->setWidget(page);
}

// Below the choice of the engine. The simulated market is what a person begins with here.
void RunPanel::addAbout(QFormLayout& form)
{
    if (m_engine == nullptr) {
        return;
    }
    m_about = new AboutSim(form.parentWidget());
    form.addRow(m_about);
    const int sim = m_engine->findData(QLatin1String(kSim));
    m_engine->setCurrentIndex(std::max(0, sim));
    connect(m_engine, &QComboBox::currentIndexChanged, this, [this] { showFieldsOf(engine()); });
}

// What another engine is asked for is out of the way, and not said.
void RunPanel::showFieldsOf(const QString& engine)
{
    for (const Field& field : m_fields) {
        if (!field.engine.isEmpty()) {
            m_form->setRowVisible(field.control, field.engine == engine);
        }
    }
    if (m_about != nullptr) {
        m_form->setRowVisible(m_about, engine == QLatin1String(kSim));
    }
}

} // namespace soak::ui
