#pragma once

#include "core/usage/queries.h"
#include "ui/common/key_figure.h"
#include "ui/dashboard/chart_data.h"

#include <QWidget>

namespace sb::ui {

/// The key figures of a period, each with its change against the period before. A click asks for its requests.
class FiguresRow final : public QWidget
{
    Q_OBJECT
public:
    explicit FiguresRow(QWidget *parent = nullptr);
    /// @param before nullptr: there is nothing to compare with
    void present(const usage::Overview &now, const usage::Overview *before, const DateRange &range, bool practice);

signals:
    /// What narrows the page's filter to the requests behind a figure: its `ends` and `fellBack`.
    void requestsWanted(const sb::usage::Filter &narrowing);

private:
    KeyFigure *add(const QString &caption, const usage::Filter &narrowing);
    void presentChanges(const usage::Overview &now, const usage::Overview *before);
    void presentSparklines(const usage::Overview &now, const DateRange &range);

    KeyFigure *m_spend;
    KeyFigure *m_requests;
    KeyFigure *m_tokens;
    KeyFigure *m_firstToken;
    KeyFigure *m_latency;
    KeyFigure *m_failed;
    KeyFigure *m_fellBack;
};

} // namespace sb::ui
