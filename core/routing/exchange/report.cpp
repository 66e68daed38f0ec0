#include "core/routing/exchange/report.h"

#include "core/routing/wire_names.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

struct ReportText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing::Exchange)
};

constexpr std::array<WireName<Outcome>, 3> OutcomeNames{{
    {Outcome::CarriedOver, "carried_over"},
    {Outcome::Approximated, "approximated"},
    {Outcome::NotCarriedOver, "not_carried_over"},
}};
static_assert(isComplete(OutcomeNames, Outcome::NotCarriedOver));

constexpr std::array SecretWords{"api_key",       "apikey",        "secret",     "password",   "credentials",
                                 "master_key",    "virtual_key",   "ad_token",   "auth_token", "access_key",
                                 "session_token", "authorization", "private_key"};

/// What stands above a path: "a[1].b" is in "a[1]", which is in "a".
QString above(const QString &path)
{
    const qsizetype end = qMax(path.lastIndexOf(u'.'), path.lastIndexOf(u'['));
    return end < 0 ? QString() : path.first(end);
}

} // namespace

QByteArray toWireName(Outcome outcome)
{
    return nameIn(OutcomeNames, outcome);
}

bool isSecretName(const QByteArray &name)
{
    const QByteArray plain = name.toLower().replace('-', '_');
    return std::ranges::any_of(SecretWords, [&plain](const char *word) { return plain.contains(word); });
}

QString memberPath(const QString &path, const QByteArray &key)
{
    const QString name = QString::fromUtf8(key);
    return path.isEmpty() ? name : path + u'.' + name;
}

QString itemPath(const QString &path, qsizetype index)
{
    return u"%1[%2]"_s.arg(path).arg(index);
}

void Report::add(const QString &path, Outcome outcome, const QString &sentence)
{
    m_lines.append({.path = path, .outcome = outcome, .sentence = sentence});
    m_spoken.insert(path);
    for (QString up = above(path); !up.isEmpty() && !m_within.contains(up); up = above(up))
        m_within.insert(up);
}

void Report::carriedOver(const QString &path, const QString &sentence)
{
    add(path, Outcome::CarriedOver, sentence);
}

void Report::approximated(const QString &path, const QString &sentence)
{
    add(path, Outcome::Approximated, sentence);
}

void Report::notCarriedOver(const QString &path, const QString &sentence)
{
    add(path, Outcome::NotCarriedOver, sentence);
}

void Report::addUnspoken(const Json &source)
{
    addUnspoken(source, {}, {});
}

void Report::addUnspoken(const Json &value, const QString &path, const QByteArray &key)
{
    if (m_spoken.contains(path))
        return;
    if (path.isEmpty() || m_within.contains(path)) {
        for (const auto &[name, member] : value.members())
            addUnspoken(member, memberPath(path, name), name);
        for (qsizetype i = 0; i < value.items().size(); ++i)
            addUnspoken(value.at(i), itemPath(path, i), key);
        return;
    }
    notCarriedOver(path,
                   isSecretName(key) ? ReportText::tr(
                       "Keys are never imported. Enter it at its provider; it is kept in the keychain.")
                                     : ReportText::tr("Nothing here is like it."));
}

} // namespace sb::routing
