#pragma once

#include "core/usage/records.h"
#include "ui/playground/metrics_strip.h"

#include <QAbstractTableModel>

namespace sb::ui {

/// One pane's answer of the turn that is shown.
struct ComparedAnswer
{
    int pane = 1;
    QString target = {};
    Metrics metrics = {};
    BestMarks best = {};
    qint64 words = 0; ///< of the answer
    std::optional<usage::Vote::Kind> vote = {};
    std::optional<usage::RecordKey> key = {};
    friend bool operator==(const ComparedAnswer &, const ComparedAnswer &) = default;
};

/// The panes' answers to one prompt, a row a pane: who served, how fast, how long, what it cost, and the vote.
class ComparisonModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        PaneColumn,
        ServedColumn,
        EndColumn,
        FirstTokenColumn,
        SpeedColumn,
        TimeColumn,
        InputColumn,
        OutputColumn,
        WordsColumn,
        CostColumn,
        VoteColumn,
        ColumnCount
    };
    using QAbstractTableModel::QAbstractTableModel;

    void setAnswers(const QList<ComparedAnswer> &answers);
    [[nodiscard]] const QList<ComparedAnswer> &answers() const { return m_answers; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const ComparedAnswer &answer, int column) const;
    QList<ComparedAnswer> m_answers;
};

[[nodiscard]] qint64 wordCount(const QString &text);

} // namespace sb::ui
