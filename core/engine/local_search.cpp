#include "core/engine/local_search.h"

#include "core/dialects/model_list.h"
#include "core/engine/local_kinds.h"
#include "core/secrets/key_table.h"

#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::engine {

namespace {

bool isLoopback(const QUrl &url)
{
    return url.scheme() == "http"_L1 && secrets::isSafeOrigin(url);
}

} // namespace

LocalSearch::LocalSearch(net::Network &http, const QList<QUrl> &places, std::chrono::milliseconds patience,
                         QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_patience(patience)
{
    for (const QUrl &url : places) {
        const bool known =
            std::ranges::any_of(m_places, [&](const Place &other) { return other.server.baseUrl == url; });
        if (isLoopback(url) && !known)
            m_places.append({.server = {.baseUrl = url}});
    }
}

void LocalSearch::start()
{
    m_open = m_places.size();
    if (m_open == 0)
        QTimer::singleShot(0, this, [this] { emit done({}); });
    for (qsizetype i = 0; i < m_places.size(); ++i)
        ask(dialects::modelListRequest({.baseUrl = m_places.at(i).server.baseUrl}).url, i, &LocalSearch::takeList);
}

void LocalSearch::ask(const QUrl &url, qsizetype place, void (LocalSearch::*then)(qsizetype, const ListAnswer &))
{
    auto *call = new ListCall(m_http, this);
    connect(call, &ListCall::ended, this,
            [this, place, then](const ListAnswer &answer) { (this->*then)(place, answer); });
    connect(call, &ListCall::ended, call, &QObject::deleteLater);
    call->start({.method = "GET", .url = url, .headers = {{"accept", "application/json"}}}, {}, m_patience);
}

void LocalSearch::takeList(qsizetype place, const ListAnswer &answer)
{
    Place &here = m_places[place];
    const auto models = dialects::readModelList(answer.body);
    here.answers = answer.head.status == 200 && models && !answer.tooLong;
    if (!here.answers) {
        settleOne();
        return;
    }
    here.server.models = *models;
    here.server.kind = kindByList(answer.head, *models);
    if (here.server.kind.isEmpty())
        askNext(place);
    else
        settleOne();
}

void LocalSearch::askNext(qsizetype place)
{
    Place &here = m_places[place];
    if (here.nextTelltale >= qsizetype(telltales().size())) {
        settleOne();
        return;
    }
    QUrl url = here.server.baseUrl;
    url.setPath(QString::fromLatin1(telltales()[std::size_t(here.nextTelltale)].path));
    ask(url, place, &LocalSearch::takeTelltale);
}

void LocalSearch::takeTelltale(qsizetype place, const ListAnswer &answer)
{
    Place &here = m_places[place];
    const Telltale &telltale = telltales()[std::size_t(here.nextTelltale++)];
    if (!matches(telltale, answer)) {
        askNext(place);
        return;
    }
    here.server.kind = QString::fromLatin1(telltale.kind);
    settleOne();
}

void LocalSearch::settleOne()
{
    if (--m_open > 0)
        return;
    QList<LocalServer> found;
    for (const Place &place : std::as_const(m_places)) {
        if (place.answers)
            found.append(place.server);
    }
    emit done(found);
}

} // namespace sb::engine
