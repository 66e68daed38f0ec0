#pragma once

#include "core/usage/records.h"

#include <QAbstractTableModel>

namespace sb::ui {

/// The stored decision: candidates with rank, chance and expected cost, what came of each; then who was left out and
/// why.
class DecisionTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Candidate,
        Rank,
        Chance,
        Expected,
        Outcome,
        ColumnCount
    };
    using QAbstractTableModel::QAbstractTableModel;
    void present(const usage::Settlement &record);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        QString name = {};
        QString rank = {};
        QString chance = {};
        QString expected = {};
        QString outcome = {};
        QString detail =
            {}; ///< a sentence: with the numbers for what was left out, why the first of a step is the first
        int signal = 0; ///< of ui::Signal
        int outcomeTone = 0; ///< of Label::Tone
        bool excluded = false;
    };
    QList<Row> m_rows;
};

/// One sentence: that the request still runs, why the request moved on from its first candidate, or that it did not
/// have to.
[[nodiscard]] QString movedOnSentence(const usage::RequestRecord &request);

} // namespace sb::ui
