#include "core/routing/acceptance/acceptance.h"

#include "core/routing/acceptance/examination.h"
#include "core/routing/acceptance/language.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

Acceptance::Prepared prepare(const AcceptanceCheck &check, const chat::Request &request)
{
    Acceptance::Prepared prepared{.check = check};
    if (const auto *schema = std::get_if<JsonSchemaCheck>(&check)) {
        const bool hasOne =
            request.responseFormat && request.responseFormat->kind == chat::ResponseFormat::Kind::JsonSchema;
        if (!schema->schema.isNull())
            prepared.schema = compileSchema(schema->schema);
        else if (hasOne && !request.responseFormat->schema.isNull())
            prepared.schema = compileSchema(request.responseFormat->schema);
    } else if (const auto *pattern = std::get_if<PatternCheck>(&check)) {
        prepared.patterns.push_back(BoundedPattern::compile(pattern->pattern, MostCheckSteps));
    } else if (const auto *refusal = std::get_if<RefusalCheck>(&check)) {
        for (const QString &each : refusal->patterns)
            prepared.patterns.push_back(BoundedPattern::compile(each, MostCheckSteps));
    }
    return prepared;
}

/// By name. Tools that are no functions are known by the name that their kind keeps it under.
QHash<QString, Acceptance::ToolRule> toolRules(const QList<chat::Tool> &tools)
{
    QHash<QString, Acceptance::ToolRule> rules;
    for (const chat::Tool &tool : tools) {
        if (!tool.raw.isNull()) {
            const Json &nested = tool.raw["custom"]["name"];
            rules.insert((nested.isNull() ? tool.raw["name"] : nested).toText(), {.takesText = true});
        } else if (tool.parameters.isNull()) {
            rules.insert(tool.name, {});
        } else {
            rules.insert(tool.name, {.parameters = compileSchema(tool.parameters)});
        }
    }
    return rules;
}

/// Of the last thing that the user said, or, where that is too short to tell, of all of it.
QByteArray languageOfPrompt(const QList<chat::Message> &messages)
{
    QString last;
    QString all;
    for (const chat::Message &message : messages) {
        if (message.role != chat::Role::User)
            continue;
        last = message.text();
        all += last + u'\n';
    }
    const QByteArray language = detectLanguage(last);
    return language.isEmpty() ? detectLanguage(all) : language;
}

template <typename Check>
bool has(const QList<AcceptanceCheck> &checks)
{
    return std::ranges::any_of(checks,
                               [](const AcceptanceCheck &check) { return std::holds_alternative<Check>(check); });
}

} // namespace

Acceptance::Acceptance(const QList<AcceptanceCheck> &checks, const chat::Request &request)
{
    for (const AcceptanceCheck &check : checks)
        m_checks.push_back(prepare(check, request));
    if (has<ToolArgumentsCheck>(checks))
        m_context.tools = toolRules(request.tools);
    if (checks.contains(AcceptanceCheck(LanguageCheck())))
        m_context.promptLanguage = languageOfPrompt(request.messages);
}

Judgement Acceptance::judge(const chat::Answer &answer, Mending mending) const
{
    Examination examination(m_context, answer, mending);
    QList<CheckVerdict> verdicts;
    for (const Prepared &prepared : m_checks)
        verdicts.append(examination.examine(prepared));
    return examination.result(verdicts);
}

const CheckVerdict *Judgement::firstFailure() const
{
    const auto found = std::ranges::find(verdicts, CheckVerdict::Kind::Failed, &CheckVerdict::kind);
    return found == verdicts.end() ? nullptr : &*found;
}

QByteArray toWireName(CheckVerdict::Kind kind)
{
    switch (kind) {
    case CheckVerdict::Kind::Passed:
        return "passed";
    case CheckVerdict::Kind::Failed:
        return "failed";
    case CheckVerdict::Kind::CannotCheck:
        return "cannot_check";
    case CheckVerdict::Kind::DoesNotApply:
        return "does_not_apply";
    }
    Q_UNREACHABLE();
}

Json toJson(const CheckVerdict &verdict)
{
    Json json;
    json.set("check", Json(verdict.check));
    json.set("verdict", Json(toWireName(verdict.kind)));
    if (!verdict.detail.isEmpty())
        json.set("detail", Json(verdict.detail));
    return json;
}

Judgement judge(const QList<AcceptanceCheck> &checks, const chat::Request &request, const chat::Answer &answer,
                Mending mending)
{
    return Acceptance(checks, request).judge(answer, mending);
}

} // namespace sb::routing
