// SPDX-License-Identifier: GPL-3.0-or-later
// Holds every item model of ours that a view shows to the rules of models, while it lives: as it
// grows, is filtered and sorted. What it breaks is a warning of Qt, which fails the test.
#pragma once

#include <QObject>
#include <QPointer>

#include <vector>

class QAbstractItemModel;

namespace soak::ui
{

class ModelWatch final : public QObject
{
public:
    ModelWatch(); // over all windows of the program
    ~ModelWatch() override;

    // The classes of the models that are looked after.
    [[nodiscard]] QStringList watched() const;

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void watch(QAbstractItemModel* model);

    std::vector<QPointer<QAbstractItemModel>> m_models;
};

} // namespace soak::ui
