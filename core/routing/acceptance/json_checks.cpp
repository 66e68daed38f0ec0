#include "core/routing/acceptance/examination.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

constexpr qsizetype LongestToolName = 80;

struct JsonChecksText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing)
};

QString inWords(const SchemaViolation &violation)
{
    const QString what =
        JsonChecksText::tr("%1: expected %2").arg(QString::fromUtf8(violation.keyword), violation.expectation);
    return violation.path.isEmpty() ? what : violation.path + u": "_s + what;
}

QString inWords(const QList<SchemaViolation> &violations)
{
    const QString first = inWords(violations.constFirst());
    return violations.size() == 1 ? first
                                  : JsonChecksText::tr("%1 (and %2 more)").arg(first).arg(violations.size() - 1);
}

QString inWords(JsonRepair repair)
{
    switch (repair) {
    case JsonRepair::CodeFence:
        return JsonChecksText::tr("code fence");
    case JsonRepair::TextAround:
        return JsonChecksText::tr("text around it");
    case JsonRepair::TrailingComma:
        return JsonChecksText::tr("trailing comma");
    case JsonRepair::ControlCharacter:
        return JsonChecksText::tr("line feed or the like within a text");
    case JsonRepair::PythonLiteral:
        return JsonChecksText::tr("True, False or None");
    case JsonRepair::SingleQuotes:
        return JsonChecksText::tr("single quotes");
    case JsonRepair::EmptyArguments:
        return JsonChecksText::tr("no arguments at all");
    }
    Q_UNREACHABLE();
}

/// What was mended, as the detail of a check that passed; empty: nothing.
QString repairsInWords(const std::optional<RepairedJson> &repaired)
{
    if (!repaired)
        return {};
    QStringList words;
    for (const JsonRepair repair : repaired->repairs)
        words.append(inWords(repair));
    return JsonChecksText::tr("Repaired: %1.").arg(words.join(u", "_s));
}

} // namespace

Examination::ReadJson Examination::read(const QString &text) const
{
    const QByteArray utf8 = text.toUtf8();
    if (auto value = parseJson(utf8))
        return {.value = *value};
    const auto repaired = isCut() ? std::nullopt : repairJson(utf8);
    if (!repaired)
        return {};
    return {.value = parseJson(repaired->text).value_or(Json()), .repaired = repaired};
}

const Examination::ReadJson &Examination::textAsJson()
{
    if (!m_text)
        m_text = read(m_answer.text);
    return *m_text;
}

/// Whether JSON was found, and found as the check wants it.
Examination::Finding Examination::usable(const ReadJson &read, bool mayRepair) const
{
    if (!read.value)
        return {Kind::Failed, JsonChecksText::tr("This is not valid JSON.")};
    if (read.repaired && !mayRepair)
        return {Kind::Failed, JsonChecksText::tr("This is valid JSON only when it is repaired.")};
    if (read.repaired && m_mending == Mending::NotAllowed)
        return {Kind::Failed,
                JsonChecksText::tr("This is valid JSON only when it is repaired, and it was delivered already.")};
    return {};
}

Examination::Finding Examination::find(const JsonCheck &check, const Acceptance::Prepared &)
{
    if (hasOnlyCalls())
        return onlyCalls();
    if (const Finding found = usable(textAsJson(), check.repair); found.kind != Kind::Passed)
        return found;
    m_usesRepairedText = m_usesRepairedText || m_text->repaired;
    return {Kind::Passed, repairsInWords(m_text->repaired)};
}

Examination::Finding Examination::find(const JsonSchemaCheck &check, const Acceptance::Prepared &prepared)
{
    if (!prepared.schema)
        return {Kind::DoesNotApply, JsonChecksText::tr("The request asks for no schema.")};
    if (hasOnlyCalls())
        return onlyCalls();
    // What is not even JSON fits no schema, whether that can be checked or not.
    if (const Finding found = usable(textAsJson(), check.repair); found.kind != Kind::Passed)
        return found;
    const Finding found = findFit(*prepared.schema, *m_text);
    m_usesRepairedText = m_usesRepairedText || (found.kind != Kind::Failed && m_text->repaired);
    return found;
}

Examination::Finding Examination::findFit(const Result<CompiledSchema> &schema, const ReadJson &read)
{
    if (!schema)
        return {Kind::CannotCheck, schema.error().message};
    const SchemaVerdict verdict = validate(*schema, *read.value);
    if (verdict.kind == SchemaVerdict::Kind::CannotCheck)
        return {Kind::CannotCheck, verdict.reason};
    if (verdict.kind == SchemaVerdict::Kind::DoesNotFit)
        return {Kind::Failed, inWords(verdict.violations)};
    return {Kind::Passed, repairsInWords(read.repaired)};
}

/// The first call that fails decides, else the first that cannot be checked, else the first that was mended.
Examination::Finding Examination::find(const ToolArgumentsCheck &check, const Acceptance::Prepared &)
{
    if (m_answer.toolCalls.isEmpty())
        return {Kind::DoesNotApply, JsonChecksText::tr("The answer calls no tool.")};
    Finding first;
    for (qsizetype i = 0; i < m_answer.toolCalls.size(); ++i) {
        Finding found = findCall(i, check.repair);
        if (found.detail.isEmpty())
            continue;
        const QString name = m_answer.toolCalls.at(i).name.left(LongestToolName);
        found.detail = JsonChecksText::tr("Call %1, “%2”: %3").arg(i + 1).arg(name, found.detail);
        if (found.kind == Kind::Failed)
            return found;
        if (first.detail.isEmpty() || (first.kind == Kind::Passed && found.kind != Kind::Passed))
            first = found;
    }
    return first;
}

Examination::Finding Examination::findCall(qsizetype call, bool mayRepair)
{
    const chat::ToolCall &made = m_answer.toolCalls.at(call);
    const auto rule = m_context.tools.constFind(made.name);
    if (rule == m_context.tools.constEnd())
        return {Kind::Failed, JsonChecksText::tr("The request has no such tool.")};
    if (rule->takesText || made.custom)
        return {};
    ReadJson arguments = read(made.arguments);
    // Some models say nothing where a tool takes nothing.
    if (!arguments.value && made.arguments.trimmed().isEmpty() && !isCut())
        arguments = {.value = Json::object(), .repaired = RepairedJson{"{}", {JsonRepair::EmptyArguments}}};
    const Finding found = findArguments(*rule, arguments, mayRepair);
    const bool isNew = std::ranges::find(m_calls, call, &RepairedCall::call) == m_calls.end();
    if (found.kind != Kind::Failed && arguments.repaired && isNew)
        m_calls.append({call, *arguments.repaired});
    return found;
}

Examination::Finding Examination::findArguments(const Acceptance::ToolRule &rule, const ReadJson &read,
                                                bool mayRepair) const
{
    if (const Finding found = usable(read, mayRepair); found.kind != Kind::Passed)
        return found;
    if (!read.value->isObject())
        return {Kind::Failed, JsonChecksText::tr("Arguments are an object.")};
    return rule.parameters ? findFit(*rule.parameters, read) : Finding{Kind::Passed, repairsInWords(read.repaired)};
}

} // namespace sb::routing
