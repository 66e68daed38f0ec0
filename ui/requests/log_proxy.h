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
    explicit LogProxy(const Clock &clock, QObject *parent = nullptr);
    void setZone(const QTimeZone &zone);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const usage::LogRow &row, int column) const;

    const Clock &m_clock; ///< what is of today shows no date
    QTimeZone m_zone = QTimeZone::systemTimeZone();
};

} // namespace sb::ui
