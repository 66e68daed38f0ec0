#pragma once

#include "ui/chains/chain_document.h"
#include "ui/chains/step_outcome.h"

#include <QAbstractListModel>

namespace sb::ui {

/// The steps of a document, with what the last dry run said about them.
class StepModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role
    {
        StepLineRole = Qt::UserRole + 1,
        OutcomeRole ///< int(StepOutcome::Part)
    };
    explicit StepModel(ChainDocument &document, QObject *parent = nullptr);
    void setOutcomes(const QList<StepOutcome> &outcomes); ///< of the last dry run

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    ChainDocument &m_document;
    QList<StepOutcome> m_outcomes;
    int m_rows = 0;
};

} // namespace sb::ui
