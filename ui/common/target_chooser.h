#pragma once

#include "ui/common/target_list.h"

#include <QFrame>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace sb::ui {

class Label;

/// A list that pops up below what it is opened from, to choose a model or a chain: typing narrows it, arrow keys move,
/// Enter takes, Esc leaves. It deletes itself.
class TargetChooser final : public QFrame
{
    Q_OBJECT
public:
    /// @param current where the cursor begins
    TargetChooser(const QList<TargetChoice> &choices, const QString &current, QWidget *parent);
    void openBelow(const QWidget &anchor); ///< or above it, where the screen ends

signals:
    void chosen(const QString &target); ///< it is closed by then

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void setupParts();
    void narrow();
    void choose(const QModelIndex &index);

    QList<TargetChoice> m_choices;
    QString m_current;
    QLineEdit *m_query;
    QListView *m_list;
    QStandardItemModel *m_model;
    Label *m_nothing;
    Label *m_legend;
};

} // namespace sb::ui
