#include "ui/chains/step_model.h"

#include "ui/common/format.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

QString seconds(std::chrono::milliseconds time)
{
    return QLocale().toString(double(time.count()) / 1000);
}

} // namespace

QString stepSummary(const routing::Step &step)
{
    const QString endpoints = step.endpoints.isEmpty() ? StepModel::tr("all endpoints")
        : step.endpoints.size() == 1                   ? step.endpoints.constFirst()
                                     : StepModel::tr("%n endpoint(s)", nullptr, int(step.endpoints.size()));
    const routing::Step standard;
    if (step.clocks.firstContent != standard.clocks.firstContent)
        return StepModel::tr("%1, first token in %2 s").arg(endpoints, seconds(step.clocks.firstContent));
    if (step.clocks.firstByte != standard.clocks.firstByte)
        return StepModel::tr("%1, headers in %2 s").arg(endpoints, seconds(step.clocks.firstByte));
    if (step.maxCost)
        return StepModel::tr("%1, at most %2").arg(endpoints, formatLimit(*step.maxCost));
    if (step.retries != standard.retries)
        return StepModel::tr("%1, %n retry(s)", nullptr, step.retries).arg(endpoints);
    return endpoints;
}

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
        return step.model.isEmpty() ? tr("no model yet") : step.model;
    case StepLineRole:
        return stepSummary(step);
    case OutcomeRole:
        return int(m_outcomes.value(index.row()).part);
    case Qt::ToolTipRole:
        return m_outcomes.value(index.row()).detail;
    case Qt::AccessibleTextRole: {
        const QString text = tr("Step %1, %2, %3").arg(index.row() + 1).arg(step.model, stepSummary(step));
        const QString part = partText(m_outcomes.value(index.row()).part);
        return part.isEmpty() ? text : u"%1, %2"_s.arg(text, part);
    }
    default:
        return {};
    }
}

} // namespace sb::ui
