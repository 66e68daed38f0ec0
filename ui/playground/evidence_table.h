#pragma once

#include "core/routing/classifier/classification.h"

#include <QAbstractTableModel>

namespace sb::ui {

/// What spoke for the class of a request and what against it, heaviest first: what was seen, its words, and what it
/// added to the score.
class EvidenceTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Seen,
        Words,
        Weight,
        ColumnCount
    };
    using QAbstractTableModel::QAbstractTableModel;
    void present(const routing::Classification &task);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const routing::Evidence &evidence, int column) const;
    QList<routing::Evidence> m_rows;
    bool m_weighs = true; ///< of a rule there is nothing to weigh
};

/// "Code, 87% sure": the class of a request and how sure that is; of a rule of the user, the class alone.
[[nodiscard]] QString classSentence(const routing::Classification &task);
/// How it was found: by a rule of the user, by an example, or by what the request says and how it looks.
[[nodiscard]] QString classOrigin(const routing::Classification &task);
/// "Code 87%", for a chip.
[[nodiscard]] QString classInShort(const routing::Classification &task);

} // namespace sb::ui
