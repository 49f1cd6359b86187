// SPDX-License-Identifier: GPL-3.0-or-later
// Starts a soak with the options that `soak` itself tells, stops and resumes it, and says how far
// the live run is. The runner is another process: see RunLauncher.
#pragma once

#include "ui/session/run_launcher.h"
#include "ui/session/view_context.h"

#include <QWidget>

#include <functional>
#include <vector>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QScrollArea;

namespace soak::ui
{

class AboutSim;

class RunPanel final : public QWidget
{
    Q_OBJECT

public:
    RunPanel(const ViewContext& context, RunLauncher& launcher, QWidget* parent = nullptr);

    void setBase(const QString& base);
    [[nodiscard]] QString base() const;
    [[nodiscard]] QStringList arguments() const; // as the controls say
    void takeFocus();                            // its first control
    // Starts with what the controls say.
    void start();
    // Stops the primary run, if it is written now.
    void stop();
    void resume();
    // `--mock --auto-tune --iterations 8`: the first run that somebody makes.
    void startMock();

Q_SIGNALS:
    void baseChanged(const QString& base);
    void stateChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Field {
        QString name;
        std::function<QString()> value; // "" = not said
        QWidget* control = nullptr;
        QString engine = {}; // see RunOption
    };

    [[nodiscard]] QString engine() const;
    void build();
    void buildForm();
    void addAbout(QFormLayout& form);
    void showFieldsOf(const QString& engine);
    Field fieldFor(const RunOption& option, QWidget* parent);
    void retranslate();
    void refresh();
    void launch(const QStringList& arguments);

    ViewContext m_context;
    RunLauncher& m_launcher;
    std::vector<Field> m_fields;
    QFormLayout* m_form = nullptr;
    QComboBox* m_engine = nullptr;
    AboutSim* m_about = nullptr;
    QScrollArea* m_scroll = nullptr;
    QLabel* m_baseLabel = nullptr;
    QLineEdit* m_base = nullptr;
    QLabel* m_commandLabel = nullptr;
    QLineEdit* m_command = nullptr;
    QPushButton* m_start = nullptr;
    QPushButton* m_stop = nullptr;
    QPushButton* m_resume = nullptr;
    QLabel* m_state = nullptr;
    QProgressBar* m_progress = nullptr;
};

} // namespace soak::ui
