#include "ui/chains/policies/request_source.h"

#include "ui/chains/paste_dialog.h"

#include "ui/chains/dry_run.h"
#include "ui/chains/policies/decision.h"
#include "ui/common/format.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int RecentShown = 10;

} // namespace

RequestSource::RequestSource(usage::Queries &queries, const profile::Workspace &workspace, const Clock &clock,
                             QObject *parent)
    : QObject(parent)
    , m_queries(queries)
    , m_workspace(workspace)
    , m_clock(clock)
{
    connect(&m_queries, &usage::Queries::answered, this, &RequestSource::takeAnswer);
    connect(&m_workspace, &profile::Workspace::settingsChanged, this, &RequestSource::changed);
    connect(&m_workspace, &profile::Workspace::classesChanged, this,
            [this] { use(chat::Request(m_request), QString(m_client), m_at); });
    useSample(m_sampleTokens);
    m_kind = Kind::Last;
}

void RequestSource::lookUp()
{
    m_recent.clear();
    m_real = m_queries.ask(usage::LogQuery{.filter = {.ledger = usage::Ledger::Real}, .count = RecentShown});
    m_practice = m_queries.ask(usage::LogQuery{.filter = {.ledger = usage::Ledger::Practice}, .count = RecentShown});
    m_spentTicket = m_queries.ask(usage::SpentQuery{});
}

void RequestSource::takeAnswer(usage::Ticket ticket, const Result<usage::QueryAnswer> &answer)
{
    if (ticket == m_real || ticket == m_practice) {
        (ticket == m_real ? m_real : m_practice) = {};
        takePage(answer ? std::get<usage::LogPage>(*answer) : usage::LogPage{});
    } else if (ticket == m_detail) {
        m_detail = {};
        if (answer)
            takeRecord(std::get<usage::RequestRecord>(*answer));
    } else if (ticket == m_spentTicket) {
        m_spentTicket = {};
        if (answer)
            m_spent = std::get<usage::SpentNow>(*answer);
        emit changed();
    }
}

void RequestSource::takePage(const usage::LogPage &page)
{
    m_recent += page.rows;
    if (m_real.isValid() || m_practice.isValid())
        return;
    std::stable_sort(m_recent.begin(), m_recent.end(),
                     [](const usage::LogRow &a, const usage::LogRow &b) { return a.startedAt > b.startedAt; });
    m_recent = m_recent.first(qMin<qsizetype>(m_recent.size(), RecentShown));
    if (m_kind == Kind::Last)
        useLast();
}

void RequestSource::ask(const usage::LogRow &row)
{
    m_detail = m_queries.ask(usage::DetailQuery{.key = row.key});
}

void RequestSource::useLast()
{
    m_kind = Kind::Last;
    if (!m_recent.isEmpty())
        ask(m_recent.constFirst());
    emit changed();
}

void RequestSource::useRecorded(const usage::LogRow &row)
{
    m_kind = Kind::Recorded;
    m_name = formatTime(row.startedAt, zone(), m_clock.wall());
    ask(row);
}

void RequestSource::takeRecord(const usage::RequestRecord &record)
{
    const auto request = chat::parseRequest(record.opened.request);
    chat::Request known = request.value_or(chat::Request{});
    known.model = record.opened.requestedModel;
    known.sessionId = record.opened.session;
    m_isTextKnown = bool(request);
    use(known, record.opened.client, record.opened.startedAt);
}

void RequestSource::usePasted(const chat::Request &request)
{
    m_kind = Kind::Pasted;
    m_isTextKnown = true;
    use(request, {}, {});
}

void RequestSource::useSample(qint64 tokens)
{
    m_kind = Kind::Sample;
    m_sampleTokens = tokens;
    m_isTextKnown = true;
    chat::Request request = samplePrompt(tokens);
    request.model = u"auto"_s;
    use(request, u"playground"_s, {});
}

void RequestSource::use(const chat::Request &request, const QString &client, std::optional<WallTime> at)
{
    m_request = request;
    m_client = client;
    m_at = at;
    m_taskClass = m_isTextKnown ? m_workspace.classifier().classify(request, {.client = client}).className : QString();
    emit changed();
}

QTimeZone RequestSource::zone() const
{
    return profile::zoneOf(m_workspace.settings());
}

routing::RequestFacts RequestSource::facts() const
{
    return routing::factsOf(m_request,
                            {.taskClass = m_taskClass,
                             .client = m_client,
                             .now = m_at.value_or(m_clock.wall()),
                             .zone = zone(),
                             .remaining = leftOf(m_workspace.settings().limits, m_spent)});
}

QString RequestSource::title() const
{
    switch (m_kind) {
    case Kind::Last:
        return m_recent.isEmpty() ? tr("a sample, none is on record") : tr("the last request");
    case Kind::Recorded:
        //: %1 is a time: "14:31:07".
        return tr("the request of %1").arg(m_name);
    case Kind::Pasted:
        return tr("a pasted request");
    case Kind::Sample:
        return tr("a sample, %1 tokens").arg(formatCount(m_sampleTokens));
    }
    return {};
}

bool RequestSource::namesChain() const
{
    return routing::chainNameOf(m_request.model).has_value();
}

QString RequestSource::caveat() const
{
    QStringList sentences;
    if (namesChain())
        sentences.append(tr("It names a chain itself, so no policy is asked about it. Without that it would go so:"));
    if (!m_isTextKnown)
        sentences.append(tr("Its text was not recorded: its size, its content and its class are not known."));
    return sentences.join(u' ');
}

} // namespace sb::ui
