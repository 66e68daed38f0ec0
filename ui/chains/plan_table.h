#pragma once

#include "core/routing/plan.h"

#include <QAbstractTableModel>

namespace sb::ui {

/// What a dry run decided: candidates in order, then who was left out. Below each endpoint, its step and why it stands
/// where it does; below the time, how long it is waited for; below the cost, what is reserved.
class PlanTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Endpoint,
        Rank,
        Chance,
        FirstToken,
        Expected,
        ColumnCount
    };
    using QAbstractTableModel::QAbstractTableModel;
    void present(const routing::Plan &plan);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString candidateText(const routing::Candidate &candidate, int column) const;
    [[nodiscard]] QString secondText(const routing::Candidate &candidate, int column) const;
    [[nodiscard]] QString reasonText(int row) const; ///< "step 2, asked first"
    [[nodiscard]] const routing::Excluded *excludedAt(int row) const; ///< nullptr: it is a candidate

    routing::Plan m_plan;
};

/// "Step 2 is asked first, $0.00001 to $0.00012", or that nobody can serve.
[[nodiscard]] QString planSentence(const routing::Plan &plan);

} // namespace sb::ui
