#pragma once

#include "core/usage/log_model.h"

#include <QIdentityProxyModel>
#include <QTimeZone>

namespace sb::ui {

/// The log's rows in words, tones and signals.
class LogProxy final : public QIdentityProxyModel
{
    Q_OBJECT
public:
    using QIdentityProxyModel::QIdentityProxyModel;
    void setZone(const QTimeZone &zone) { m_zone = zone; }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const usage::LogRow &row, int column) const;

    QTimeZone m_zone = QTimeZone::systemTimeZone();
};

} // namespace sb::ui
