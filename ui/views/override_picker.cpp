// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/override_picker.h"

#include "core/model/overrides_in_force.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

namespace soak::ui
{

OverridePicker::OverridePicker(const ViewContext& context, const QString& name, QWidget* parent)
    : QWidget(parent), m_context(context), m_run(new QComboBox), m_iteration(new QSpinBox)
{
    auto* label = new QLabel(name);
    label->setFont(Theme::strongFont());
    label->setBuddy(m_run);
    m_run->setAccessibleName(tr("Run of side %1").arg(name));
    m_run->setToolTip(tr("The run of side %1").arg(name));
    m_run->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_run->setMinimumContentsLength(8);
    m_run->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_iteration->setAccessibleName(tr("Iteration of side %1").arg(name));
    m_iteration->setToolTip(
        tr("The iteration of side %1; below the first one: the end of the run").arg(name));
    m_iteration->setPrefix(QStringLiteral("#"));
    m_iteration->setSpecialValueText(tr("end"));
    m_iteration->setKeyboardTracking(false);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(label);
    layout->addWidget(m_run, 1);
    layout->addWidget(m_iteration);
    connect(m_run, qOverload<int>(&QComboBox::currentIndexChanged), this, [this] {
        limitIterations();
        Q_EMIT picked();
    });
    connect(m_iteration, qOverload<int>(&QSpinBox::valueChanged), this,
            [this] { Q_EMIT picked(); });
    connect(&context.session, &Session::opened, this, &OverridePicker::fillRuns);
    connect(&context.session, &Session::closed, this, &OverridePicker::fillRuns);
    connect(&context.session, &Session::changed, this, [this](const QString& identity) {
        if (m_run->currentData().toString() == identity) {
            limitIterations();
            Q_EMIT picked();
        }
    });
    fillRuns();
}

void OverridePicker::fillRuns()
{
    const QString before = m_run->currentData().toString();
    {
        const QSignalBlocker quiet(m_run);
        m_run->clear();
        for (const OpenRun& run : m_context.session.runs()) {
            m_run->addItem(m_context.session.nameOf(run.identity), run.identity);
        }
        m_run->setCurrentIndex(std::max(0, m_run->findData(before)));
    }
    limitIterations();
    if (m_run->currentData().toString() != before) {
        Q_EMIT picked();
    }
}

void OverridePicker::limitIterations()
{
    const QSignalBlocker quiet(m_iteration);
    const OpenRun* open = run();
    const auto iterations =
        open == nullptr ? std::span<const int>() : open->run->table.iterations();
    m_iteration->setEnabled(!iterations.empty());
    m_iteration->setRange(0, iterations.empty() ? 0 : iterations.back());
}

void OverridePicker::setRun(const QString& identity)
{
    m_run->setCurrentIndex(m_run->findData(identity));
}

void OverridePicker::setIteration(std::optional<int> iteration)
{
    m_iteration->setValue(iteration.value_or(0));
}

const OpenRun* OverridePicker::run() const
{
    return m_context.session.find(m_run->currentData().toString());
}

std::optional<int> OverridePicker::iteration() const
{
    return m_iteration->value() == 0 ? std::nullopt : std::optional(m_iteration->value());
}

Result<Overrides> OverridePicker::overrides() const
{
    const OpenRun* open = run();
    return open == nullptr ? Result<Overrides>(Error{Errc::NotFound, "no run is chosen", {}})
                           : overridesInForce(*open->run, iteration());
}

QString OverridePicker::describeIteration() const
{
    return m_iteration->value() == 0 ? tr("end") : m_iteration->text();
}

QString OverridePicker::describe() const
{
    return m_run->currentText() + QLatin1Char(' ') + describeIteration();
}

} // namespace soak::ui
