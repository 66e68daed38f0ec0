#pragma once

#include "core/routing/exchange/exchange.h"

namespace sb::routing::testing {

/// Endpoints of a few providers, as the shipped catalog names them.
inline catalog::Catalog foreignCatalog()
{
    QList<catalog::Provider> providers{
        {.id = QStringLiteral("openai"),
         .baseUrl = QUrl(QStringLiteral("https://api.openai.com/v1")),
         .keyVariables = {QStringLiteral("OPENAI_API_KEY")}},
        {.id = QStringLiteral("azure"),
         .baseUrl = QUrl(QStringLiteral("https://acme.openai.azure.com/openai/v1")),
         .keyVariables = {QStringLiteral("AZURE_OPENAI_API_KEY")}},
        {.id = QStringLiteral("anthropic"), .keyVariables = {QStringLiteral("ANTHROPIC_API_KEY")}},
        {.id = QStringLiteral("bedrock-converse")},
        {.id = QStringLiteral("gemini"), .knownAs = {QStringLiteral("google")}},
        {.id = QStringLiteral("ollama"), .baseUrl = QUrl(QStringLiteral("http://127.0.0.1:11434/v1")), .local = true},
        {.id = QStringLiteral("practice-a"), .practice = true},
    };
    QList<catalog::Endpoint> endpoints;
    const auto add = [&endpoints](const QString &provider, const QString &model, const QString &upstream) {
        endpoints.append(
            {.id = provider + u'/' + upstream, .providerId = provider, .modelId = model, .upstreamModel = upstream});
    };
    add(QStringLiteral("openai"), QStringLiteral("openai/gpt-4o"), QStringLiteral("gpt-4o"));
    add(QStringLiteral("openai"), QStringLiteral("openai/gpt-4o-mini"), QStringLiteral("gpt-4o-mini"));
    add(QStringLiteral("azure"), QStringLiteral("openai/gpt-4o"), QStringLiteral("gpt-4o"));
    add(QStringLiteral("anthropic"), QStringLiteral("anthropic/claude-sonnet-4.5"),
        QStringLiteral("claude-sonnet-4-5"));
    add(QStringLiteral("bedrock-converse"), QStringLiteral("anthropic/claude-sonnet-4.5"),
        QStringLiteral("anthropic.claude-sonnet-4-5"));
    add(QStringLiteral("gemini"), QStringLiteral("google/gemini-2.5-pro"), QStringLiteral("gemini-2.5-pro"));
    add(QStringLiteral("ollama"), QStringLiteral("meta/llama3"), QStringLiteral("llama3"));
    add(QStringLiteral("practice-a"), QStringLiteral("practice/express"), QStringLiteral("express"));
    return {providers, endpoints};
}

/// The line about a path, "OUTCOME sentence"; "nothing" where there is none.
inline QString said(const QList<ReportLine> &report, const QString &path)
{
    for (const ReportLine &line : report) {
        if (line.path == path)
            return (QString::fromLatin1(toWireName(line.outcome)) + u' ' + line.sentence).trimmed();
    }
    return QStringLiteral("nothing");
}

inline QString outcomeOf(const QList<ReportLine> &report, const QString &path)
{
    return said(report, path).section(u' ', 0, 0);
}

inline const Chain *chainNamed(const QList<Chain> &chains, const QString &name)
{
    const auto found =
        std::find_if(chains.begin(), chains.end(), [&name](const Chain &each) { return each.name == name; });
    return found == chains.end() ? nullptr : &*found;
}

/// "model@endpoint,endpoint" of each step.
inline QStringList linesOf(const Chain &chain)
{
    QStringList lines;
    for (const Step &step : chain.steps)
        lines.append(modelsOf(step).join(u'+') + u'@' + step.endpoints.join(u','));
    return lines;
}

/// All that an import gave, as text.
inline QByteArray everything(const Imported &imported)
{
    QByteArray all = toJson(*imported.policy).dump();
    for (const Chain &chain : imported.chains)
        all += toJson(chain).dump();
    for (const ReportLine &line : imported.report)
        all += line.path.toUtf8() + line.sentence.toUtf8();
    return all;
}

/// Members of a source that no line of a report is about, in itself or as part of another.
inline void addUnreported(const Json &value, const QString &path, const QList<ReportLine> &report, QStringList &missing)
{
    const auto isAbout = [&path](const ReportLine &line) { return line.path == path; };
    if (std::any_of(report.begin(), report.end(), isAbout))
        return;
    for (const auto &[key, member] : value.members())
        addUnreported(member, memberPath(path, key), report, missing);
    for (qsizetype i = 0; i < value.items().size(); ++i)
        addUnreported(value.at(i), itemPath(path, i), report, missing);
    if (value.size() == 0 && !value.isObject() && !value.isArray())
        missing.append(path);
}

} // namespace sb::routing::testing
