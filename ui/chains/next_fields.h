#pragma once

#include "ui/chains/chain_document.h"
#include "ui/chains/field_rows.h"

class QComboBox;
class QLineEdit;

namespace sb::ui {

/// To which later step a request goes after one kind of failure, and the id by which others go on to this one. Choosing
/// a step gives it an id where it has none.
class NextFields final : public QObject
{
    Q_OBJECT
public:
    NextFields(ChainDocument &document, InspectorForm &form, QWidget *body);
    void present(const StepProblems &problems);

private:
    struct Row
    {
        QString path = {};
        QString routing::NextSteps::*kind = nullptr;
        QComboBox *box = nullptr;
        Label *problem = nullptr;
    };
    void addRow(const char *key, const QString &title, QString routing::NextSteps::*kind, const QString &help);
    void addId();
    void presentRow(const Row &row, const routing::Chain &chain, qsizetype at);

    ChainDocument &m_document;
    InspectorForm &m_form;
    QWidget *m_body;
    QList<Row> m_rows;
    QLineEdit *m_id = nullptr;
    Label *m_idProblem = nullptr;
};

} // namespace sb::ui
