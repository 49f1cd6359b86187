// SPDX-License-Identifier: GPL-3.0-or-later
// One box for going anywhere: runs, iterations, parameters, and actions after `>` (Ctrl+K). It
// shows what the window offers and says what was chosen; it knows nothing of them.
#pragma once

#include <QLineEdit>

#include <functional>
#include <vector>

class QListWidget;

namespace soak::ui
{

struct CommandEntry {
    QString text;   // what is shown and matched
    QString detail; // shown beside it: kind or shortcut
    std::function<void()> go;
};

class CommandBox final : public QLineEdit
{
    Q_OBJECT

public:
    // Entries for what was typed; with `>` before it, actions. Best first.
    using Offer = std::function<std::vector<CommandEntry>(const QString& typed)>;

    CommandBox(Offer offer, QWidget* parent);

    static constexpr std::size_t kMostEntries = 12;

    // Takes the focus with `start` typed, as ">" or "#".
    void begin(const QString& start);

    [[nodiscard]] const std::vector<CommandEntry>& entries() const { return m_entries; }

    void retranslate();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void offer();
    void place();
    void choose(int row);
    void end();

    Offer m_offer;
    QListWidget* m_list = nullptr;
    std::vector<CommandEntry> m_entries;
};

} // namespace soak::ui
