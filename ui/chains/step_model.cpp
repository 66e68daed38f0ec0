#include "ui/chains/step_model.h"

#include <QMimeData>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr auto MimeType = "application/x-signalbox-step"_L1;

double seconds(std::chrono::milliseconds time)
{
    return double(time.count()) / 1000;
}

} // namespace

QString stepSummary(const routing::Step &step)
{
    const QString endpoints = step.endpoints.isEmpty() ? StepModel::tr("all endpoints")
        : step.endpoints.size() == 1                   ? step.endpoints.constFirst()
                                     : StepModel::tr("%n endpoint(s)", nullptr, int(step.endpoints.size()));
    const routing::Step standard;
    if (step.clocks.firstContent != standard.clocks.firstContent)
        return StepModel::tr("%1, first token in %2 s").arg(endpoints).arg(seconds(step.clocks.firstContent));
    if (step.clocks.firstByte != standard.clocks.firstByte)
        return StepModel::tr("%1, headers in %2 s").arg(endpoints).arg(seconds(step.clocks.firstByte));
    if (step.maxCost)
        return StepModel::tr("%1, at most $%2").arg(endpoints, toDecimal(*step.maxCost));
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
    case SecondLineRole:
        return stepSummary(step);
    case Qt::AccessibleTextRole:
        return tr("Step %1, %2, %3").arg(index.row() + 1).arg(step.model, stepSummary(step));
    default:
        return {};
    }
}

Qt::ItemFlags StepModel::flags(const QModelIndex &index) const
{
    // Dropping onto a step would mean nothing: only between steps.
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled : Qt::ItemIsDropEnabled;
}

QStringList StepModel::mimeTypes() const
{
    return {MimeType};
}

QMimeData *StepModel::mimeData(const QModelIndexList &indexes) const
{
    auto *data = new QMimeData; // Qt takes ownership
    if (!indexes.isEmpty())
        data->setData(MimeType, QByteArray::number(indexes.constFirst().row()));
    return data;
}

bool StepModel::dropMimeData(const QMimeData *data, Qt::DropAction, int row, int, const QModelIndex &parent)
{
    if (!data->hasFormat(MimeType))
        return false;
    const int from = data->data(MimeType).toInt();
    int to = row >= 0 ? row : parent.isValid() ? parent.row() : m_rows;
    if (to > from)
        --to; // the index after the removal
    m_document.edit(routing::MoveStep{.from = from, .to = to}, tr("Move step"));
    m_document.setCurrent(to);
    return false; // moved already: the view must not remove the row that was dragged
}

} // namespace sb::ui
