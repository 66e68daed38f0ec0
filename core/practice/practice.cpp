#include "core/practice/practice.h"

#include "core/base/random.h"
#include "core/listen/http_server.h"
#include "core/practice/answer_text.h"
#include "core/practice/fault_answers.h"
#include "core/practice/model_list.h"
#include "core/practice/practice_counts.h"
#include "core/practice/practice_vectors.h"
#include "core/practice/simulated_answer.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::practice {

namespace {

/// Of a dialect's paths, as its own provider has it.
QByteArray rootOf(catalog::DialectId dialect)
{
    return dialect == catalog::DialectId::GeminiGenerateContent ? "/v1beta" : "/v1";
}

/// Where a dialect takes requests, below the base URL; Gemini has the model and the verb in the path.
bool takesRequests(catalog::DialectId dialect, const QByteArray &path)
{
    switch (dialect) {
    case catalog::DialectId::OpenAiChat:
        return path == "/v1/chat/completions";
    case catalog::DialectId::OpenAiResponses:
        return path == "/v1/responses";
    case catalog::DialectId::AnthropicMessages:
        return path == "/v1/messages";
    case catalog::DialectId::GeminiGenerateContent:
        return path.startsWith("/v1beta/models/")
            && (path.endsWith(":generateContent") || path.endsWith(":streamGenerateContent"));
    case catalog::DialectId::OpenAiCompletions:
    case catalog::DialectId::CohereChat:
    case catalog::DialectId::CohereV1Chat:
    case catalog::DialectId::OllamaChat:
    case catalog::DialectId::OllamaGenerate:
    case catalog::DialectId::BedrockConverse:
    case catalog::DialectId::BedrockInvoke:
        break; // not spoken here
    }
    Q_UNREACHABLE();
}

} // namespace

QList<SimulatedProvider> standardProviders()
{
    const QStringList models = {u"express"_s, u"local-line"_s, u"night-mail"_s};
    return {
        {.id = u"practice-a"_s, .voice = 1, .knobs = {.errorStatus = 529, .outage = true}, .models = models},
        {.id = u"practice-b"_s, .dialect = catalog::DialectId::AnthropicMessages, .voice = 2, .models = models},
        {.id = u"practice-c"_s, .dialect = catalog::DialectId::GeminiGenerateContent, .voice = 3, .models = models},
        {.id = u"practice-d"_s, .voice = 4, .models = {u"mileposts"_s}},
    };
}

class PracticeServerPrivate
{
public:
    /// One provider and the answers that it is giving.
    struct Station
    {
        SimulatedProvider provider;
        SeededRandom random;
        QList<SimulatedAnswer *> running;
    };

    PracticeServerPrivate(const QList<SimulatedProvider> &providers, const Clock &clock, QObject &parent);

    void receive(listen::Exchange &exchange);
    void answer(listen::Exchange &exchange, Station &station, const QByteArray &path);
    [[nodiscard]] static std::optional<Result<QByteArray>> atOnce(const SimulatedProvider &provider,
                                                                  const QByteArray &path, const QByteArray &body);

    const Clock &m_clock;
    QObject &m_parent; ///< of the answers
    QHash<QString, std::shared_ptr<Station>> m_stations;
    listen::HttpServer m_server;
    quint16 m_port = 0;
};

PracticeServerPrivate::PracticeServerPrivate(const QList<SimulatedProvider> &providers, const Clock &clock,
                                             QObject &parent)
    : m_clock(clock)
    , m_parent(parent)
    , m_server(clock)
{
    for (const SimulatedProvider &provider : providers) {
        m_stations.insert(
            provider.id,
            std::make_shared<Station>(Station{provider, SeededRandom(seedOf(provider.id, provider.voice)), {}}));
    }
    QObject::connect(&m_server, &listen::HttpServer::requested, &parent,
                     [this](listen::Exchange *exchange) { receive(*exchange); });
}

/// "/<provider-id>/v1/…", or "/v1beta/…"
void PracticeServerPrivate::receive(listen::Exchange &exchange)
{
    const QByteArray sent = exchange.request().path;
    const qsizetype slash = sent.indexOf('/', 1);
    const auto station = m_stations.value(QString::fromUtf8(sent.mid(1, slash - 1)));
    const dialects::ServerDialect *dialect = station ? dialects::serverDialect(station->provider.dialect) : nullptr;
    if (!dialect)
        return exchange.respond(404, {}, "No simulated provider of this name.\n");

    const Knobs &knobs = station->provider.knobs;
    const QByteArray path = sent.mid(slash);
    const bool isModelList =
        path == rootOf(station->provider.dialect) + "/models" && exchange.request().method == "GET";
    if (knobs.refuseConnections)
        return exchange.abort();
    if (knobs.outage || (!isModelList && station->random.unit() < knobs.errorRate)) {
        return respondWithError(exchange, *dialect, knobs.errorStatus,
                                u"Practice fault: this simulated provider answers with %1."_s.arg(knobs.errorStatus),
                                knobs);
    }
    if (knobs.html)
        return respondWithPage(exchange);
    if (isModelList)
        return exchange.respond(200, {{"Content-Type", "application/json"}}, modelList(station->provider));
    const auto whole = atOnce(station->provider, path, exchange.request().body);
    if (!whole && !takesRequests(station->provider.dialect, path))
        return respondWithError(exchange, *dialect, 404, u"Nothing is served at this path."_s, {});
    if (exchange.request().method != "POST")
        return respondWithError(exchange, *dialect, 405, u"Only POST is served at this path."_s, {});
    if (!whole)
        return answer(exchange, *station, path);
    if (!*whole)
        return respondWithError(exchange, *dialect, 400, whole->error().message, {});
    exchange.respond(200, {{"Content-Type", "application/json"}}, **whole);
}

/// What is worked out and not written: vectors and counts. nullopt: it is neither.
std::optional<Result<QByteArray>> PracticeServerPrivate::atOnce(const SimulatedProvider &provider,
                                                                const QByteArray &path, const QByteArray &body)
{
    if (takesTexts(provider.dialect, path))
        return vectorsFor(body, provider.voice);
    if (const auto counted = pathOfCounted(provider.dialect, path))
        return countFor(provider.dialect, *counted, body);
    return {};
}

void PracticeServerPrivate::answer(listen::Exchange &exchange, Station &station, const QByteArray &path)
{
    const SimulatedProvider &provider = station.provider;
    const dialects::ServerDialect &dialect = *dialects::serverDialect(provider.dialect);
    const Result<dialects::ServedRequest> served = dialect.decodeRequest(path, exchange.request().body);
    if (!served)
        return respondWithError(exchange, dialect, 400, served.error().message, {});

    std::unique_ptr<AnswerOutput> output;
    if (served->stream)
        output = std::make_unique<StreamedOutput>(&exchange, dialect.encoder(served->request));
    else
        output = std::make_unique<WholeOutput>(&exchange, dialect, served->request);
    auto *answer = new SimulatedAnswer(&exchange, std::move(output), writeScript(served->request, provider.voice),
                                       m_clock, provider.knobs);
    answer->setParent(&m_parent);
    station.running.append(answer);
    QObject::connect(answer, &SimulatedAnswer::ended, &m_parent, [&station, answer] {
        station.running.removeOne(answer);
        answer->deleteLater();
    });
    answer->start();
}

PracticeServer::PracticeServer(const QList<SimulatedProvider> &providers, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<PracticeServerPrivate>(providers, clock, *this))
{
}

PracticeServer::~PracticeServer() = default;

Result<void> PracticeServer::start()
{
    const Result<quint16> port = d->m_server.listen(QHostAddress::LocalHost, 0);
    if (!port)
        return tl::unexpected(port.error());
    d->m_port = *port;
    return {};
}

QHash<QString, QUrl> PracticeServer::baseUrls() const
{
    QHash<QString, QUrl> urls;
    for (auto it = d->m_stations.cbegin(); it != d->m_stations.cend(); ++it) {
        const QString root = QString::fromLatin1(rootOf(it.value()->provider.dialect));
        urls.insert(it.key(), QUrl(u"http://127.0.0.1:%1/%2"_s.arg(QString::number(d->m_port), it.key()) + root));
    }
    return urls;
}

void PracticeServer::setKnobs(const QString &providerId, const Knobs &knobs)
{
    const auto station = d->m_stations.value(providerId);
    if (!station)
        return;
    station->provider.knobs = knobs;
    const QList<SimulatedAnswer *> running = station->running;
    for (SimulatedAnswer *answer : running)
        answer->setKnobs(knobs);
}

Knobs PracticeServer::knobs(const QString &providerId) const
{
    const auto station = d->m_stations.value(providerId);
    return station ? station->provider.knobs : Knobs{};
}

} // namespace sb::practice
