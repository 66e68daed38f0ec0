#pragma once

#include <QAbstractTableModel>

namespace sb::ui {

class ModelBoard;

/// All endpoints of one model, the cheapest first, with what they cost and how they did.
class OfferTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Provider,
        Input,
        Output,
        Context,
        LongestAnswer,
        FirstToken,
        Speed,
        Errors,
        Recent,
        PriceOf,
        ColumnCount
    };
    explicit OfferTable(ModelBoard &board, QObject *parent = nullptr);

    void present(const QString &modelId);
    [[nodiscard]] int offerAt(int row) const; ///< index of the offer; -1: none
    [[nodiscard]] int rowOf(const QString &endpointId) const; ///< -1: none

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(int offer, int column) const;
    [[nodiscard]] QString second(int offer, int column) const;
    [[nodiscard]] QString tip(int offer, int column) const;

    ModelBoard &m_board;
    QList<int> m_offers;
};

} // namespace sb::ui
