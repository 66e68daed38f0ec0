#pragma once

#include "core/routing/policy/semantic_diff.h"

#include <QDialog>

#include <optional>

class QLineEdit;
class QPushButton;
class QRadioButton;

namespace sb::ui {

class Label;

/// Asks before a draft is published: what it changes, a note, and whether it takes all requests at once.
class PublishDialog final : public QDialog
{
    Q_OBJECT
public:
    struct Facts
    {
        QString name = {}; ///< of the chain or policy
        int number = 1; ///< of the version that it becomes
        int inUse = 0; ///< of the version in use beside it; 0: none, so that it takes all
        bool mayShare = false;
        QString whyNoShare = {};
        QList<routing::Change> changes = {};
    };
    PublishDialog(const Facts &facts, QWidget *parent); ///< deletes itself when it is closed

signals:
    /// @param percent share that it takes at first; nullopt: all
    void published(const QString &note, std::optional<int> percent);

private:
    void check();
    [[nodiscard]] QWidget *makeChanges();
    [[nodiscard]] QWidget *makeShare();

    Facts m_facts;
    QLineEdit *m_note;
    QRadioButton *m_all = nullptr;
    QRadioButton *m_part = nullptr;
    QLineEdit *m_share = nullptr;
    Label *m_problem = nullptr;
    QPushButton *m_publish;
};

} // namespace sb::ui
