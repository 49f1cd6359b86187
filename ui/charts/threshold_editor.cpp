// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/threshold_editor.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

#include <cmath>

namespace soak::ui
{
namespace
{

constexpr double kFarthest = 1e9;

} // namespace

ThresholdEditor::ThresholdEditor(QWidget* parent) : QFrame(parent, Qt::Popup)
{
    setFrameShape(QFrame::StyledPanel);
    m_title = new QLabel(this);
    m_value = new QDoubleSpinBox(this);
    m_value->setRange(-kFarthest, kFarthest);
    m_value->setKeyboardTracking(false);
    m_title->setBuddy(m_value);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 8, 8, 8);
    row->addWidget(m_title);
    row->addWidget(m_value);
    setFocusProxy(m_value);
    for (const QLineEdit* line : m_value->findChildren<QLineEdit*>()) {
        connect(line, &QLineEdit::returnPressed, this, &ThresholdEditor::choose);
    }
}

void ThresholdEditor::open(const ChartScene& scene, const ChartThreshold& threshold, QPoint at)
{
    const QString sign = threshold.op == GateOp::AtLeast  ? QStringLiteral("\u2265")
                         : threshold.op == GateOp::AtMost ? QStringLiteral("\u2264")
                         : threshold.op == GateOp::Above  ? QStringLiteral(">")
                                                          : QStringLiteral("<");
    m_title->setText(scene.titleWithUnit() + QLatin1Char(' ') + sign);
    m_value->setAccessibleName(tr("Threshold of %1").arg(scene.title));
    m_value->setToolTip(tr("Enter judges by it: a what-if that can be undone"));
    m_value->setDecimals(scene.decimals);
    m_value->setSingleStep(std::pow(10.0, -scene.decimals) * (scene.decimals > 1 ? 5 : 10));
    m_value->setValue(threshold.value);
    move(at);
    show();
    m_value->setFocus();
    m_value->selectAll();
}

void ThresholdEditor::choose()
{
    m_value->interpretText();
    hide();
    Q_EMIT chosen(m_value->value());
}

} // namespace soak::ui
