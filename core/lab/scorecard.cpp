#include "core/lab/scorecard.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::lab {

namespace {

struct ScorecardText
{
    Q_DECLARE_TR_FUNCTIONS(sb::lab)
};

Json costJson(const usage::Cost &cost)
{
    return cost.amount ? Json(Json::Number{toDecimal(*cost.amount).toLatin1()}) : Json();
}

Json stopJson(const PathStop &stop)
{
    return Json(Json::Object{
        {"request", stop.request},
        {"step", qint64(stop.step)},
        {"endpoint", stop.endpointId},
        {"reason", stop.reason},
        {"started_ms", qint64(stop.startedAt.count())},
        {"took_ms", qint64(stop.took.count())},
        {"first_content_ms", stop.firstContent.count() < 0 ? Json() : Json(qint64(stop.firstContent.count()))},
        {"status", stop.httpStatus},
        {"error", stop.error.isEmpty() ? Json() : Json(stop.error)},
        {"cost", costJson(stop.cost)},
        {"cost_kind", toWireName(stop.cost.kind)}});
}

Json resultJson(const FaultResult &result)
{
    Json::Array path;
    for (const PathStop &stop : result.path)
        path.append(stopJson(stop));
    return Json(Json::Object{{"fault", result.fault},
                             {"title", result.title},
                             {"passed", result.passed},
                             {"end", toWireName(result.end)},
                             {"waited_ms", qint64(result.waited.count())},
                             {"cost", costJson(result.cost)},
                             {"cost_kind", toWireName(result.cost.kind)},
                             {"note", result.note},
                             {"path", path}});
}

/// "1.2s", without a blank, so that a line can be taken apart at its blanks.
QString waitedText(milliseconds waited)
{
    return QString::number(double(waited.count()) / 1000, 'f', 1) + u's';
}

/// An estimate says so by its sign.
QString costText(const usage::Cost &cost)
{
    if (!cost.amount)
        return ScorecardText::tr("unpriced");
    return (cost.kind == usage::CostKind::Estimated ? u"~$"_s : u"$"_s) + toDecimal(*cost.amount);
}

QStringList columnsOf(const FaultResult &result)
{
    return {result.passed ? u"PASS"_s : u"FAIL"_s, QString::fromLatin1(result.fault),
            QString::fromLatin1(toWireName(result.end)), waitedText(result.waited), costText(result.cost)};
}

} // namespace

int Scorecard::passed() const
{
    return int(std::ranges::count(results, true, &FaultResult::passed));
}

Json toJson(const Scorecard &scorecard)
{
    Json::Array faults;
    for (const FaultResult &result : scorecard.results)
        faults.append(resultJson(result));
    Json::Array links;
    for (const WeakLink &link : scorecard.weakLinks) {
        Json::Array steps;
        for (const qsizetype step : link.steps)
            steps.append(qint64(step));
        links.append(Json(Json::Object{{"id", link.id}, {"sentence", link.sentence}, {"steps", steps}}));
    }
    Json::Array leftOut;
    for (const QString &sentence : scorecard.leftOut)
        leftOut.append(sentence);
    return Json(Json::Object{{"chain", scorecard.chain},
                             {"version", scorecard.version},
                             {"seed", Json::Number{QByteArray::number(scorecard.seed)}},
                             {"faults", faults},
                             {"passed", scorecard.passed()},
                             {"failed", scorecard.failed()},
                             {"weak_links", links},
                             {"left_out", leftOut},
                             {"cancelled", scorecard.cancelled}});
}

QString toText(const Scorecard &scorecard)
{
    QList<QStringList> rows;
    QList<qsizetype> widths(5, 0);
    for (const FaultResult &result : scorecard.results) {
        rows.append(columnsOf(result));
        for (qsizetype i = 0; i < widths.size(); ++i)
            widths[i] = std::max(widths.at(i), rows.constLast().at(i).size());
    }
    QString text;
    for (qsizetype row = 0; row < rows.size(); ++row) {
        for (qsizetype i = 0; i < widths.size(); ++i) {
            const QString &cell = rows.at(row).at(i);
            // Numbers stand at the right of their column.
            text += (i < 3 ? cell.leftJustified(widths.at(i)) : cell.rightJustified(widths.at(i))) + u' ';
        }
        text += scorecard.results.at(row).note + u'\n';
    }
    return text + ScorecardText::tr("%1 passed, %2 failed").arg(scorecard.passed()).arg(scorecard.failed()) + u'\n';
}

} // namespace sb::lab
