// SPDX-License-Identifier: GPL-3.0-or-later
// The run in one look: a tile per gate, what it is, the quality of its data, what blocks a release.
#pragma once

#include "core/analysis/explain.h"
#include "ui/session/view_context.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QStackedLayout;
class QVBoxLayout;

namespace soak::ui
{

class EmptyState;
class Section;

class OverviewView final : public QWidget
{
    Q_OBJECT

public:
    explicit OverviewView(const ViewContext& context, QWidget* parent = nullptr);

Q_SIGNALS:
    // Somebody followed a link; the window knows where it leads.
    void linkActivated(const soak::TextLink& link);

private:
    void build();
    void showRun();
    void showHeader(const OpenRun& run);
    void showQuality(const OpenRun& run);
    void showReplayed(const SoakRun& run);
    void showBlockers(const OpenRun& run);

    ViewContext m_context;
    QStackedLayout* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    Section* m_header = nullptr;
    Section* m_quality = nullptr;
    Section* m_blockers = nullptr;
    Section* m_about = nullptr; // of the engine
};

} // namespace soak::ui
