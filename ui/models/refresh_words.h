#pragma once

#include "core/catalog/refresh_report.h"
#include "ui/common/painting.h"

#include <QAbstractTableModel>

namespace sb::ui {

/// "12 asked: 9 new lists, 2 unchanged, 1 failed. 14 prices changed, 3 models are new.": what a refresh did.
[[nodiscard]] QString reportSentence(const catalog::RefreshReport &report);
/// The worst that happened: clear where every source answered.
[[nodiscard]] Signal reportSignal(const catalog::RefreshReport &report);
[[nodiscard]] QString outcomeText(catalog::SourceReport::Outcome outcome);
/// What one million tokens cost in and out, or the words for none: "$2.00 / $8.00".
[[nodiscard]] QString costText(const catalog::Cost &cost);

/// Who was asked, and what came of it: a row a source.
class SourceTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    void present(const QList<catalog::SourceReport> &sources);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const catalog::SourceReport &source, int column) const;

    QList<catalog::SourceReport> m_sources;
};

/// What is to be looked at: prices that are others now, overrides beneath which they changed, entries not taken.
class FindingTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    void present(const catalog::RefreshReport &report);
    [[nodiscard]] QString endpointAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Finding
    {
        Signal signal = Signal::Clear;
        QString endpointId = {};
        QString what = {};
    };
    QList<Finding> m_findings;
};

} // namespace sb::ui
