#pragma once

#include "core/lab/replay.h"

#include <QWidget>

#include <functional>
#include <memory>

class QPushButton;
class QStackedWidget;

namespace sb::ui {

class EmptyState;
class Label;
class ReplayTable;
class SegmentedControl;
class TableView;

/// What is edited, over the requests of the last days: what they would have cost, how long they would have taken, and
/// how far each number can be trusted. Sends and writes nothing.
class ReplayView final : public QWidget
{
    Q_OBJECT
public:
    /// @param spec of what is edited now, without its time; an error when that could not be used as it is
    explicit ReplayView(std::function<Result<lab::ReplaySpec>()> spec, const Clock &clock, QWidget *parent = nullptr);
    ~ReplayView() override;

    void start(); ///< anew
    void cancel(); ///< what was read by then is shown
    [[nodiscard]] bool isRunning() const { return m_replay != nullptr; }
    /// Says that what is shown is of an earlier state.
    void setOutdated();

signals:
    void requestWanted(const sb::usage::RecordKey &key); ///< an example was opened

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeResult();
    void takeProgress(qint64 done, qint64 all);
    void take(const Result<lab::ReplayReport> &report);
    void presentParts();
    void presentRunning();
    void showFailure(const QString &why);
    void openExample(const QModelIndex &index);

    std::function<Result<lab::ReplaySpec>()> m_spec;
    const Clock &m_clock;
    std::unique_ptr<lab::Replay> m_replay; ///< null: none is running
    lab::ReplayReport m_report;
    SegmentedControl *m_days;
    QPushButton *m_start;
    Label *m_sentence;
    Label *m_outdated;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    ReplayTable *m_figures;
    ReplayTable *m_parts;
    SegmentedControl *m_partition;
    TableView *m_partsTable;
    Label *m_notes;
    QWidget *m_result;
};

} // namespace sb::ui
