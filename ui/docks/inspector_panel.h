// SPDX-License-Identifier: GPL-3.0-or-later
// Everything about the iteration under the cursor.
#pragma once

#include "core/analysis/explain.h"
#include "ui/session/view_context.h"

#include <QWidget>

class QLabel;
class QStackedLayout;
class QTimer;

namespace soak::ui
{

class CursorValues;
class ElidedLabel;
class EmptyState;
class InspectorEffects;
class InspectorFile;
class InspectorNotes;
class InspectorOverrides;
class MarkedRange;
class Section;
class SentenceLabel;
class VerdictChip;
class Waterfall;

class InspectorPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit InspectorPanel(const ViewContext& context, QWidget* parent = nullptr);

    // The one shown: that of the cursor, else the newest of the primary run.
    [[nodiscard]] std::optional<int> iteration() const;

Q_SIGNALS:
    // Somebody followed a link; the window knows where it leads.
    void linkActivated(const soak::TextLink& link);
    void noteRequested();              // a new one on the iteration that is shown
    void noteEditRequested(int index); // into the notes of the primary run
    void parameterMenuRequested(int iteration, const QString& parameter, QPoint globalAt);

private:
    void build();
    void buildNotes(QWidget* page);
    void addExplainers();
    void follow();
    void showIteration();
    void showEffects(const SoakRun& run, int iteration);
    void showPresent(const OpenRun& run, int iteration);
    void showAbsent(const OpenRun& run, int iteration);

    ViewContext m_context;
    QTimer* m_later = nullptr; // a moving pointer is followed once a frame
    QStackedLayout* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    ElidedLabel* m_title = nullptr;
    VerdictChip* m_chip = nullptr;
    Section* m_why = nullptr;
    SentenceLabel* m_sentences = nullptr;
    Section* m_overrides = nullptr;
    InspectorOverrides* m_tree = nullptr;
    ElidedLabel* m_noOverrides = nullptr;
    SentenceLabel* m_replayed = nullptr; // what the overrides did not do
    Section* m_effectsSection = nullptr;
    InspectorEffects* m_effects = nullptr;
    Section* m_decomposition = nullptr;
    Waterfall* m_waterfall = nullptr;
    CursorValues* m_values = nullptr;
    MarkedRange* m_marks = nullptr;
    Section* m_notesSection = nullptr;
    InspectorNotes* m_notes = nullptr;
    InspectorFile* m_file = nullptr;
    Section* m_about = nullptr; // of the engine
};

} // namespace soak::ui
