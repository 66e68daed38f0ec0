#pragma once

#include "ui/playground/comparison_model.h"

#include <QWidget>

namespace sb::ui {

class TableView;

/// The comparison as a table, and the answers' numbers side by side. Enter opens the trace of a row.
class ComparisonView final : public QWidget
{
    Q_OBJECT
public:
    explicit ComparisonView(QWidget *parent = nullptr);
    void present(const QList<ComparedAnswer> &answers);

signals:
    void traceRequested(sb::usage::RecordKey key);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    ComparisonModel *m_model;
    TableView *m_table;
};

} // namespace sb::ui
