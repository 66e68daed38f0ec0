#pragma once

#include "core/catalog/endpoint.h"

#include <QAbstractTableModel>

namespace sb::ui {

/// What one provider offers: model, upstream id, window, price per million tokens. Unpriced is a word, never 0.
class EndpointModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Model,
        Upstream,
        Context,
        Input,
        Output,
        ColumnCount
    };
    using QAbstractTableModel::QAbstractTableModel;

    void present(const QList<catalog::Endpoint> &endpoints);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString price(const catalog::Endpoint &endpoint, int column) const;

    QList<catalog::Endpoint> m_rows;
    bool m_severalProviders = false; ///< then the upstream id begins with the provider's
    int m_inputDecimals = 2; ///< one number of decimals a column
    int m_outputDecimals = 2;
};

/// Dollars for a million tokens without long prompts, cache and special hours; nullopt when unpriced.
[[nodiscard]] std::optional<NanoDollars> inputPerMillion(const catalog::Endpoint &endpoint);
[[nodiscard]] std::optional<NanoDollars> outputPerMillion(const catalog::Endpoint &endpoint);

} // namespace sb::ui
