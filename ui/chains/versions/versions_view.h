#pragma once

#include "ui/chains/versions/version_rows.h"

#include <QTimeZone>
#include <QWidget>

#include <functional>

class QComboBox;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace sb::ui {

class ChangeList;
class EmptyState;
class Label;
class VersionList;

/// Versions of a chain or a policy: what differs between any two of them, in sentences; an old one becomes the draft
/// again; a new one that takes a share of the requests takes all of them, more, fewer or none.
class VersionsView final : public QWidget
{
    Q_OBJECT
public:
    struct Facts
    {
        QList<VersionRow> rows = {};
        int inUse = 0; ///< number; 0: none
        std::optional<routing::Canary> canary = {};
        QTimeZone zone = QTimeZone::utc();
        WallTime now = {};
    };
    /// What differs from one version to the other, by number, 0 for the draft.
    using Compare = std::function<QList<routing::Change>(int from, int to)>;

    explicit VersionsView(QWidget *parent = nullptr);
    void present(const Facts &facts, const Compare &compare);

signals:
    void restoreWanted(int number); ///< as the draft
    void shareWanted(int percent);
    void promoteWanted();
    void withdrawWanted();

private:
    [[nodiscard]] QWidget *makeCanary();
    [[nodiscard]] QWidget *makeComparison();
    void presentCanary();
    void presentPartners();
    void presentChanges();
    void takeShare();

    Facts m_facts;
    Compare m_compare;
    VersionList *m_list;
    QWidget *m_canary;
    Label *m_canaryText = nullptr;
    QLineEdit *m_share = nullptr;
    Label *m_shareProblem = nullptr;
    Label *m_subject = nullptr;
    QComboBox *m_partner = nullptr;
    QPushButton *m_restore = nullptr;
    QStackedWidget *m_stack = nullptr;
    ChangeList *m_changes = nullptr;
    EmptyState *m_same = nullptr;
};

} // namespace sb::ui
