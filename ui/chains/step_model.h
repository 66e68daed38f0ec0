#pragma once

#include "ui/chains/chain_document.h"

#include <QAbstractListModel>

namespace sb::ui {

/// The steps of a document; a row that is dropped elsewhere is an edit.
class StepModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role
    {
        SecondLineRole = Qt::UserRole + 1
    };
    explicit StepModel(ChainDocument &document, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

private:
    ChainDocument &m_document;
    int m_rows = 0;
};

/// "practice-a, first content in 60 s": the endpoints of a step, and the one limit that differs from the default.
[[nodiscard]] QString stepSummary(const routing::Step &step);

} // namespace sb::ui
