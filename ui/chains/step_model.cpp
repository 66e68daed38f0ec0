#include "ui/chains/step_model.h"

#include "ui/chains/step_words.h"

using namespace Qt::StringLiterals;

namespace sb::ui {

StepModel::StepModel(ChainDocument &document, QObject *parent)
    : QAbstractListModel(parent)
    , m_document(document)
    , m_rows(int(document.chain().steps.size()))
{
    connect(&m_document, &ChainDocument::changed, this, [this] {
        const int rows = int(m_document.chain().steps.size());
        if (rows == m_rows) {
            if (rows > 0)
                emit dataChanged(index(0), index(rows - 1));
            return;
        }
        beginResetModel();
        m_rows = rows;
        endResetModel();
    });
}

void StepModel::setOutcomes(const QList<StepOutcome> &outcomes)
{
    if (outcomes == m_outcomes)
        return;
    m_outcomes = outcomes;
    if (m_rows > 0)
        emit dataChanged(index(0), index(m_rows - 1));
}

int StepModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

QVariant StepModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const routing::Step &step = m_document.chain().steps.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return stepTitle(step);
    case StepLineRole:
        return stepSummary(step);
    case OutcomeRole:
        return int(m_outcomes.value(index.row()).part);
    case Qt::ToolTipRole:
        return m_outcomes.value(index.row()).detail;
    case Qt::AccessibleTextRole: {
        QString text = tr("Step %1, %2, %3").arg(index.row() + 1).arg(stepTitle(step), stepSummary(step));
        for (const QString &part :
             {nextText(m_document.chain(), index.row()), partText(m_outcomes.value(index.row()).part)})
            text += part.isEmpty() ? QString() : u", "_s + part;
        return text;
    }
    default:
        return {};
    }
}

} // namespace sb::ui
