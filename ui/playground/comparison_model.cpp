#include "ui/playground/comparison_model.h"

#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/table.h"
#include "ui/playground/vote_buttons.h"

namespace sb::ui {

namespace {

QString decimal(std::optional<double> value, int decimals)
{
    return value ? QLocale().toString(*value, 'f', decimals) : noValue();
}

QString count(std::optional<qint64> value)
{
    return value ? formatCount(*value) : noValue();
}

bool isBest(const ComparedAnswer &answer, int column)
{
    return (column == ComparisonModel::FirstTokenColumn && answer.best.firstToken)
        || (column == ComparisonModel::SpeedColumn && answer.best.speed)
        || (column == ComparisonModel::CostColumn && answer.best.cost);
}

bool isNumber(int column)
{
    return column >= ComparisonModel::FirstTokenColumn && column <= ComparisonModel::CostColumn;
}

} // namespace

void ComparisonModel::setAnswers(const QList<ComparedAnswer> &answers)
{
    if (answers == m_answers)
        return;
    const bool sameRows = answers.size() == m_answers.size();
    if (!sameRows)
        beginResetModel();
    m_answers = answers;
    if (!sameRows)
        endResetModel();
    else if (!answers.isEmpty())
        emit dataChanged(index(0, 0), index(int(answers.size()) - 1, ColumnCount - 1));
}

int ComparisonModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_answers.size());
}

int ComparisonModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ComparisonModel::text(const ComparedAnswer &answer, int column) const
{
    const Metrics &metrics = answer.metrics;
    switch (column) {
    case PaneColumn:
        return QStringLiteral("%1  %2").arg(answer.pane).arg(answer.target);
    case ServedColumn:
        return metrics.servedBy.isEmpty() ? noValue() : metrics.servedBy;
    case EndColumn:
        return metrics.streaming ? tr("streaming") : metrics.end ? endStateText(*metrics.end) : noValue();
    case FirstTokenColumn:
        return decimal(metrics.firstTokenSeconds, 2);
    case SpeedColumn:
        return decimal(metrics.tokensPerSecond, 0);
    case TimeColumn:
        return metrics.elapsedSeconds > 0 ? decimal(metrics.elapsedSeconds, 2) : noValue();
    case InputColumn:
        return count(metrics.inputTokens);
    case OutputColumn:
        return count(metrics.outputTokens);
    case WordsColumn:
        return answer.words > 0 ? formatCount(answer.words) : noValue();
    case CostColumn:
        return metrics.cost.isEmpty() ? noValue() : metrics.cost;
    case VoteColumn:
        return answer.vote ? voteText(*answer.vote) : noValue();
    default:
        return {};
    }
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ComparedAnswer &answer = m_answers[index.row()];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(answer, column);
    case Qt::AccessibleTextRole:
        return isBest(answer, column) ? tr("%1, best").arg(text(answer, column)) : text(answer, column);
    case NumberRole:
        return isNumber(column);
    case StrongRole:
        return column == PaneColumn || isBest(answer, column);
    case ToneRole:
        return int(isBest(answer, column)                  ? Label::Tone::Ok
                       : column == ServedColumn            ? Label::Tone::Text2
                       : text(answer, column) == noValue() ? Label::Tone::Text3
                                                           : Label::Tone::Text);
    case SignalRole:
        return column == EndColumn && answer.metrics.end ? QVariant(int(endStateSignal(*answer.metrics.end)))
                                                         : QVariant();
    default:
        return {};
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("Pane"),     tr("Served by"), tr("End"),       tr("First token, s"),
                             tr("Tokens/s"), tr("Time, s"),   tr("Tokens in"), tr("Tokens out"),
                             tr("Words"),    tr("Cost"),      tr("Vote")};
    return titles.value(section);
}

qint64 wordCount(const QString &text)
{
    qint64 words = 0;
    bool inWord = false;
    for (const QChar c : text) {
        const bool letter = c.isLetterOrNumber();
        words += letter && !inWord ? 1 : 0;
        inWord = letter || (inWord && (c == u'\'' || c == u'’' || c == u'-'));
    }
    return words;
}

} // namespace sb::ui
