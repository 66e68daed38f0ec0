#pragma once

#include "core/profile/workspace.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QScrollArea;

namespace sb::ui {

class ClassEditor;
class FieldGrid;
class Label;
class SegmentedControl;

/// Settings: each takes effect at once and is kept; there is no OK button.
class SettingsPage final : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsPage(profile::Workspace &workspace, QWidget *parent = nullptr);
    ~SettingsPage() override;

    void showClasses(); ///< scrolls to the user's own classes

public slots:
    void undo(); ///< what the last notice offered

signals:
    void notice(const QString &text, const QString &undoAction); ///< for the toast

private:
    /// One limit of spending: amount in dollars, hard or soft.
    struct LimitField
    {
        QLineEdit *amount = nullptr;
        QCheckBox *hard = nullptr;
        Label *problem = nullptr;
    };

    [[nodiscard]] QWidget *makeAppearance();
    [[nodiscard]] QWidget *makeRecords();
    [[nodiscard]] QWidget *makeBudget();
    [[nodiscard]] QWidget *makeClasses();
    [[nodiscard]] LimitField makeLimit(FieldGrid *fields, const QString &title, budget::Period period);
    void present();
    void change(const std::function<void(profile::Settings &)> &edit);
    void takeLimit(const LimitField &field, budget::Period period);

    profile::Workspace &m_workspace;
    QScrollArea *m_scroll;
    ClassEditor *m_classes = nullptr;
    SegmentedControl *m_theme;
    QComboBox *m_language;
    QComboBox *m_zone;
    QComboBox *m_defaultChain;
    QCheckBox *m_reducedMotion;
    QCheckBox *m_recordBodies;
    QCheckBox *m_fullDurability;
    QCheckBox *m_practice;
    LimitField m_daily;
    LimitField m_monthly;
    bool m_presenting = false; ///< a value put on screen is no edit
};

} // namespace sb::ui
