#include "core/dialects/aws_signature.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QMessageAuthenticationCode>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::dialects {

namespace {

constexpr auto Algorithm = "AWS4-HMAC-SHA256";
constexpr qsizetype ShortestId = 16;

QByteArray hashOf(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
}

QByteArray sealed(const QByteArray &text, const QByteArray &key)
{
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256);
}

/// Sorted by code point, each half encoded in the one way that is agreed on.
QByteArray canonicalQuery(const QByteArray &query)
{
    QList<std::pair<QByteArray, QByteArray>> members;
    for (const QByteArray &member : query.split('&')) {
        if (member.isEmpty())
            continue;
        const qsizetype equals = member.indexOf('=');
        const QByteArray name = equals < 0 ? member : member.first(equals);
        const QByteArray value = equals < 0 ? QByteArray() : member.sliced(equals + 1);
        members.append({QByteArray::fromPercentEncoding(name).toPercentEncoding(),
                        QByteArray::fromPercentEncoding(value).toPercentEncoding()});
    }
    std::sort(members.begin(), members.end());
    QByteArrayList lines;
    for (const auto &[name, value] : members)
        lines.append(name + '=' + value);
    return lines.join('&');
}

/// By name, those of one name joined in their order, with single blanks.
QList<Header> canonicalHeaders(const QList<Header> &headers)
{
    QList<Header> all;
    for (const Header &header : headers) {
        const QByteArray name = header.first.toLower();
        const QByteArray value = header.second.simplified();
        const auto known = std::find_if(all.begin(), all.end(), [&](const Header &each) { return each.first == name; });
        if (known == all.end())
            all.append({name, value});
        else
            known->second += ',' + value;
    }
    std::sort(all.begin(), all.end());
    return all;
}

QByteArray namesOf(const QList<Header> &headers)
{
    QByteArrayList names;
    for (const Header &header : headers)
        names.append(header.first);
    return names.join(';');
}

QByteArray canonicalRequest(const AwsRequest &request, const QList<Header> &headers)
{
    const qsizetype mark = request.target.indexOf('?');
    const QByteArray path = mark < 0 ? request.target : request.target.first(mark);
    const QByteArray query = mark < 0 ? QByteArray() : request.target.sliced(mark + 1);
    QByteArray text = request.method + '\n' + (path.isEmpty() ? "/" : path.toPercentEncoding("/")) + '\n'
        + canonicalQuery(query) + '\n';
    for (const Header &header : headers)
        text += header.first + ':' + header.second + '\n';
    return text + '\n' + namesOf(headers) + '\n' + request.bodyHash;
}

} // namespace

std::optional<AwsKey> splitAwsKey(const QByteArray &key)
{
    const QByteArrayList parts = key.trimmed().split(':');
    if (parts.size() < 2 || parts.size() > 3 || parts.contains(QByteArray()))
        return {};
    return AwsKey{.id = parts[0], .secret = parts[1], .sessionToken = parts.value(2)};
}

QByteArrayList secretParts(const QByteArray &key)
{
    const auto aws = splitAwsKey(key);
    const auto isIdCharacter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
    if (!aws || aws->id.size() < ShortestId || !std::all_of(aws->id.begin(), aws->id.end(), isIdCharacter))
        return {};
    QByteArrayList parts{aws->id, aws->secret};
    if (!aws->sessionToken.isEmpty())
        parts.append(aws->sessionToken);
    return parts;
}

QList<Header> awsSignature(const AwsKey &key, const AwsScope &scope, const AwsRequest &request)
{
    const QByteArray time = QDateTime::fromMSecsSinceEpoch(toMilliseconds(scope.time), QTimeZone::utc())
                                .toString(u"yyyyMMdd'T'HHmmss'Z'"_s)
                                .toLatin1();
    const QByteArray day = time.first(8);
    QList<Header> added{{"x-amz-date", time}};
    if (!key.sessionToken.isEmpty())
        added.append({"x-amz-security-token", key.sessionToken});

    const QList<Header> headers = canonicalHeaders(request.headers + added);
    const QByteArray place = day + '/' + scope.region + '/' + scope.service + "/aws4_request";
    const QByteArray text =
        QByteArray(Algorithm) + '\n' + time + '\n' + place + '\n' + hashOf(canonicalRequest(request, headers));

    QByteArray seal = "AWS4" + key.secret;
    for (const QByteArray &step : {day, scope.region, scope.service, QByteArray("aws4_request")})
        seal = sealed(step, seal);
    added.append({"authorization",
                  QByteArray(Algorithm) + " Credential=" + key.id + '/' + place + ", SignedHeaders=" + namesOf(headers)
                      + ", Signature=" + sealed(text, seal).toHex()});
    return added;
}

} // namespace sb::dialects
