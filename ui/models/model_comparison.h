#pragma once

#include "ui/models/model_index.h"

#include <QAbstractTableModel>

namespace sb::ui {

class ModelBoard;

/// One fact about all compared models.
struct ComparedFact
{
    QString name = {};
    QStringList values = {}; ///< one a model
    QList<bool> best = {}; ///< which are better than the others; none where all are equal or nothing tells
};

/// Side by side: what each of these models is, costs and did, at its cheapest endpoint. Pure.
/// @param models indexes of the index, in the order of the columns
[[nodiscard]] QList<ComparedFact> compare(const ModelIndex &index, const Figures &figures, const QList<int> &models,
                                          QDate today);

/// The comparison as a table: a row a fact, a column a model.
class ModelComparison final : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit ModelComparison(ModelBoard &board, QObject *parent = nullptr);

    [[nodiscard]] QString idAt(int column) const; ///< of the model; empty for the column of names
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void renew();

    ModelBoard &m_board;
    QStringList m_models;
    QList<ComparedFact> m_facts;
};

} // namespace sb::ui
