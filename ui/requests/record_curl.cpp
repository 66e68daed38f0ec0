#include "ui/requests/record_curl.h"

#include "core/base/redactor.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

struct RecordCurlText
{
    Q_DECLARE_TR_FUNCTIONS(sb::ui::RecordCurl)
};

/// 'text' for a POSIX shell.
QString quoted(const QString &text)
{
    return u'\'' + QString(text).replace(u'\'', u"'\\''"_s) + u'\'';
}

QString keyVariable(const catalog::Provider &provider)
{
    return provider.keyVariables.value(0, provider.id.toUpper().replace(u'-', u'_') + u"_API_KEY"_s);
}

} // namespace

Result<QString> curlCommand(const usage::RequestRecord &record, const catalog::Catalog &catalog)
{
    const QString endpointId = record.settled.servedEndpoint.isEmpty() && !record.settled.attempts.isEmpty()
        ? record.settled.attempts.constLast().endpointId
        : record.settled.servedEndpoint;
    const catalog::Endpoint *endpoint = catalog.endpoint(endpointId);
    const catalog::Provider *provider = endpoint ? catalog.provider(endpoint->providerId) : nullptr;
    if (record.opened.request.isNull())
        return failure(Error::Kind::NotFound,
                       RecordCurlText::tr("Not kept: recording of prompts and answers was off."));
    if (!provider)
        return failure(Error::Kind::NotFound, RecordCurlText::tr("The catalog has no endpoint “%1”.").arg(endpointId));
    if (provider->dialect != catalog::DialectId::OpenAiChat)
        return failure(Error::Kind::InvalidInput,
                       RecordCurlText::tr("%1 speaks another format than the one in which requests are kept.")
                           .arg(provider->name));
    Json body = record.opened.request;
    body.set("model", endpoint->upstreamModel);
    // Prompts stay as they are; an address that somebody typed could hold a token.
    const QString url = Redactor().redact(provider->baseUrl.toString() + u"/chat/completions"_s);
    QStringList lines{u"curl "_s + quoted(url), u"-H "_s + quoted(u"Content-Type: application/json"_s)};
    if (provider->auth != catalog::Provider::Auth::None)
        lines.append(u"-H \"Authorization: Bearer $%1\""_s.arg(keyVariable(*provider)));
    lines.append(u"-d "_s + quoted(QString::fromUtf8(body.dump())));
    return lines.join(u" \\\n  "_s) + u'\n';
}

} // namespace sb::ui
