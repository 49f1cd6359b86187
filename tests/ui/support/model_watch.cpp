// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/model_watch.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QAbstractProxyModel>
#include <QApplication>
#include <QEvent>
#include <QStringList>

#include <algorithm>
#include <typeinfo>

namespace soak::ui
{

ModelWatch::ModelWatch()
{
    qApp->installEventFilter(this);
}

ModelWatch::~ModelWatch() = default;

QStringList ModelWatch::watched() const
{
    QStringList names;
    for (const QPointer<QAbstractItemModel>& model : m_models) {
        if (model) {
            names << QString::fromUtf8(model->metaObject()->className());
        }
    }
    return names;
}

bool ModelWatch::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Polish || event->type() == QEvent::Show) {
        if (const auto* view = qobject_cast<QAbstractItemView*>(watched)) {
            watch(view->model());
        }
    }
    return QObject::eventFilter(watched, event);
}

// Qt's own models are not ours to test; what lies below a filter is.
void ModelWatch::watch(QAbstractItemModel* model)
{
    while (model != nullptr) {
        const QAbstractItemModel& one = *model;
        const bool isOurs = QByteArray(typeid(one).name()).contains("4soak2ui");
        if (isOurs &&
            std::ranges::none_of(m_models, [model](const auto& known) { return known == model; })) {
            m_models.emplace_back(model);
            new QAbstractItemModelTester(
                model, QAbstractItemModelTester::FailureReportingMode::Warning, model);
        }
        const auto* proxy = qobject_cast<QAbstractProxyModel*>(model);
        model = proxy == nullptr ? nullptr : proxy->sourceModel();
    }
}

} // namespace soak::ui
