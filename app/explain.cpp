#include "app/explain.h"

#include "app/command_start.h"
#include "core/usage/explanation.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace sb::app {

namespace {

struct ExplainText
{
    Q_DECLARE_TR_FUNCTIONS(sb::app)
};

QString jsonText(const usage::RequestRecord &record, const usage::RecordKey &key)
{
    Json json = Json::object();
    json.set("record", key.seq);
    json.set("ledger", key.ledger == usage::Ledger::Practice ? "practice" : "real");
    json.set("explanation", toJson(usage::explain(record, key)));
    json.set("decision", record.settled.decision);
    return QString::fromUtf8(json.dump()) + u'\n';
}

} // namespace

Explain::Explain(const OpenedProfile &opened, const ExplainOptions &options, QObject *parent)
    : QObject(parent)
    , m_opened(opened)
    , m_options(options)
{
}

Explain::~Explain() = default;

void Explain::start()
{
    if (!m_terminal.open())
        return emit finished(FailedExit);
    const QString path = m_opened.paths.registerFile();
    if (!QFileInfo::exists(path)) // one must not come into being because somebody asks about it
        return fail(ExplainText::tr("No request is on record in this profile yet."));
    m_register = std::make_unique<usage::Register>(
        usage::RegisterOptions{.path = path, .zone = profile::zoneOf(m_opened.settings)}, m_clock);
    connect(m_register.get(), &usage::Register::ready, this, &Explain::ask);
    m_register->start();
}

void Explain::ask(const Result<QString> &pathInUse)
{
    if (!pathInUse)
        return fail(pathInUse.error().message);
    m_queries = std::make_unique<usage::Queries>(*pathInUse, m_clock);
    connect(m_queries.get(), &usage::Queries::answered, this,
            [this](usage::Ticket, const Result<usage::QueryAnswer> &answer) { take(answer); });
    const usage::Ledger ledger = m_options.practice ? usage::Ledger::Practice : usage::Ledger::Real;
    m_queries->ask(usage::DetailQuery{.key = {.ledger = ledger, .seq = m_options.request}});
}

void Explain::take(const Result<usage::QueryAnswer> &answer)
{
    if (!answer)
        return fail(answer.error().message);
    const auto &record = std::get<usage::RequestRecord>(*answer);
    const usage::RecordKey key{.ledger = record.opened.ledger, .seq = m_options.request};
    m_terminal.print(m_options.json ? jsonText(record, key) : toText(usage::explain(record, key)));
    emit finished(m_terminal.isUnread() ? FailedExit : 0);
}

void Explain::fail(const QString &message)
{
    m_terminal.report(message);
    emit finished(FailedExit);
}

void Explain::cancel(int signal)
{
    emit finished(SignalExit + signal);
}

} // namespace sb::app
