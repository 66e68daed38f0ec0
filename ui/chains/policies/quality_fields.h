#pragma once

#include "core/profile/workspace.h"
#include "ui/chains/order_list.h"
#include "ui/chains/policies/policy_document.h"

class QPushButton;
class QStringListModel;

namespace sb::ui {

class Label;
class NamesEdit;

/// Models from the best to the least: dragged, moved with Alt+Up and Alt+Down, typed over with F2.
class QualityList final : public OrderList
{
    Q_OBJECT
public:
    explicit QualityList(PolicyDocument &document, QWidget *parent = nullptr);
    void present();
    void duplicateCurrent() override { } ///< a model has one place
    void removeCurrent() override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void moveRow(int from, int to) override;

private:
    void keep(const QStringList &models, const QString &text);
    PolicyDocument &m_document;
    QStringListModel *m_model;
};

/// The list, and the line in which further models are named.
class QualityFields final : public QWidget
{
    Q_OBJECT
public:
    QualityFields(PolicyDocument &document, profile::Workspace &workspace, QWidget *parent = nullptr);
    void present(const QString &problem);

private:
    void add();
    PolicyDocument &m_document;
    QualityList *m_list;
    NamesEdit *m_further;
    QPushButton *m_add;
    Label *m_problem;
};

} // namespace sb::ui
