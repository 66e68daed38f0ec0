#pragma once

#include "core/routing/dispatcher.h"

#include <QAbstractButton>

#include <optional>

namespace sb::ui {

/// What one answer cost in time and money. nullopt: not known (yet).
struct Metrics
{
    QString servedBy = {};
    std::optional<routing::EndState> end = {}; ///< nullopt while it streams or before
    bool streaming = false;
    double elapsedSeconds = 0; ///< so far while streaming, then of the whole request
    std::optional<double> firstTokenSeconds = {};
    std::optional<double> tokensPerSecond = {};
    std::optional<qint64> inputTokens = {};
    std::optional<qint64> outputTokens = {};
    QString cost = {}; ///< as formatCost() has it; "free" for local servers
    std::optional<qint64> costNano = {}; ///< for the comparison; nullopt does not compete
    bool practice = false;
    friend bool operator==(const Metrics &, const Metrics &) = default;
};

/// Which values of a pane are the best of the row.
struct BestMarks
{
    bool firstToken = false;
    bool speed = false;
    bool cost = false;
    friend bool operator==(const BestMarks &, const BestMarks &) = default;
};
/// Marks the best value of each kind; ties have none, a single pane has none.
[[nodiscard]] QList<BestMarks> bestOf(const QList<Metrics> &panes);

/// The strip under an answer, 84 high: served by and end state, then first token, speed, tokens and cost. A click or
/// Enter opens the trace.
class MetricsStrip final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit MetricsStrip(QWidget *parent = nullptr);
    void set(const Metrics &metrics, const BestMarks &best);
    [[nodiscard]] const Metrics &metrics() const { return m_metrics; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Cell
    {
        QString caption;
        QString value;
        QString unit;
        bool best = false;
    };
    [[nodiscard]] QList<Cell> cells() const;
    [[nodiscard]] static QList<double> columnWidths(const QList<Cell> &cells, double available);
    [[nodiscard]] QString stateText() const; ///< "streaming, 4.5 s", "complete"; empty before
    void paintHead(QPainter &painter) const;

    Metrics m_metrics;
    BestMarks m_best;
};

} // namespace sb::ui
