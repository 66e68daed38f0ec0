#include "core/engine/check_result.h"

#include "core/dialects/error_reading.h"
#include "core/dialects/model_list.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::engine {

namespace {

using CheckOutcome = ProviderCheck::Outcome;

constexpr qsizetype LongestQuote = 300;

struct CheckResultText
{
    Q_DECLARE_TR_FUNCTIONS(sb::engine::ProviderCheck)
};

bool isPage(const ListAnswer &answer)
{
    return answer.head.header("content-type").toLower().startsWith("text/html")
        || answer.body.trimmed().left(15).toLower().startsWith("<!doctype html")
        || answer.body.trimmed().left(5).toLower().startsWith("<html");
}

/// What the provider itself says, as a sentence of its own after ours; empty when it says nothing.
QString saysItself(const ListAnswer &answer, const Redactor &redactor)
{
    if (isPage(answer))
        return {};
    const QString message = redactor.redact(dialects::readErrorBody(answer.head, answer.body).message).simplified();
    if (message.isEmpty())
        return {};
    const bool ends = message.endsWith(u'.') || message.endsWith(u'!') || message.endsWith(u'?');
    return u' ' + CheckResultText::tr("It says: %1").arg(message.left(LongestQuote)) + (ends ? QString() : u"."_s);
}

CheckOutcome outcomeOf(const CheckSpec &spec, int status)
{
    switch (status) {
    case 401:
        return spec.key.isEmpty() ? CheckOutcome::KeyMissing : CheckOutcome::KeyRefused;
    case 402:
    case 403:
        return spec.key.isEmpty() ? CheckOutcome::KeyMissing : CheckOutcome::NotPermitted;
    case 404:
    case 405:
    case 410:
        return CheckOutcome::WrongPath;
    default:
        return CheckOutcome::Failed;
    }
}

QString refusalSentence(const CheckSpec &spec, CheckOutcome outcome, int status)
{
    const QString &name = spec.provider.name;
    switch (outcome) {
    case CheckOutcome::KeyMissing:
        return CheckResultText::tr("%1 wants a key (%2).").arg(name).arg(status);
    case CheckOutcome::KeyRefused:
        return CheckResultText::tr("%1 refused the key (%2).").arg(name).arg(status);
    case CheckOutcome::NotPermitted:
        return status == 402 ? CheckResultText::tr("%1 knows the key, but the account has no credit (402).").arg(name)
                             : CheckResultText::tr("%1 does not permit this with the key (%2).").arg(name).arg(status);
    case CheckOutcome::WrongPath:
        return CheckResultText::tr("%1 has no list of models at %2 (%3). Check the base URL.")
            .arg(name, spec.provider.baseUrl.toDisplayString())
            .arg(status);
    default:
        return status == 429
            ? CheckResultText::tr("%1 answers, but takes no more requests for now (429). Try again later.").arg(name)
            : CheckResultText::tr("%1 answered with status %2.").arg(name).arg(status);
    }
}

void readStatus(ProviderCheck &check, const CheckSpec &spec, const ListAnswer &answer, const Redactor &redactor)
{
    check.outcome = outcomeOf(spec, answer.head.status);
    // Google answers 400 to a key that it does not know.
    const chat::ErrorType type = dialects::readErrorBody(answer.head, answer.body).type;
    if (check.outcome == CheckOutcome::Failed && type == chat::ErrorType::Authentication && !isPage(answer))
        check.outcome = spec.key.isEmpty() ? CheckOutcome::KeyMissing : CheckOutcome::KeyRefused;
    if (check.outcome == CheckOutcome::WrongPath && !spec.provider.listsModels)
        check.outcome = CheckOutcome::Good; // it is known to have none: that it answers is all that can be found out
    else
        check.sentence = refusalSentence(spec, check.outcome, answer.head.status) + saysItself(answer, redactor);
}

void readList(ProviderCheck &check, const CheckSpec &spec, const ListAnswer &answer)
{
    const auto models = dialects::readModelList(answer.body);
    if (models && !answer.tooLong) {
        check.outcome = CheckOutcome::Good;
        check.models = *models;
        return;
    }
    check.outcome = CheckOutcome::NotAnApi;
    const QString address = spec.provider.baseUrl.toDisplayString();
    check.sentence = isPage(answer)
        ? CheckResultText::tr("A web page answers at %1, not an API. Check the base URL.").arg(address)
        : CheckResultText::tr("What answers at %1 sends no list of models. Check base URL and dialect.").arg(address);
}

} // namespace

ProviderCheck checkResult(const CheckSpec &spec, const ListAnswer &answer, const Redactor &redactor)
{
    ProviderCheck check{.providerId = spec.provider.id, .httpStatus = answer.head.status, .latency = answer.latency};
    const bool cameWhole = answer.end.kind == net::HttpEnd::Kind::Complete || answer.tooLong;
    if (check.httpStatus == 0 || (!cameWhole && check.httpStatus < 400)) {
        check.outcome = CheckOutcome::NotReachable;
        check.sentence = redactor.redact(answer.end.detail);
    } else if (check.httpStatus >= 400) {
        readStatus(check, spec, answer, redactor);
    } else {
        readList(check, spec, answer);
    }
    return check;
}

QString goodSentence(const CheckSpec &spec, const ProviderCheck &check)
{
    const QString &name = spec.provider.name;
    const int count = int(check.models.size());
    const bool hasList = spec.provider.listsModels || count > 0;
    if (!hasList && check.keyProven)
        return CheckResultText::tr("%1 accepted the key. It has no list of models.").arg(name);
    if (!hasList)
        return CheckResultText::tr(
                   "%1 answers. It has no list of models: a key shows whether it works when it is used.")
            .arg(name);
    if (spec.key.isEmpty())
        return CheckResultText::tr("%1 answers and lists %n model(s). No key is needed.", nullptr, count).arg(name);
    if (!check.keyProven)
        return CheckResultText::tr("%1 lists %n model(s), but to everybody: that does not prove the key.", nullptr,
                                   count)
            .arg(name);
    return CheckResultText::tr("%1 accepted the key and lists %n model(s).", nullptr, count).arg(name);
}

ProviderCheck tokenResult(const CheckSpec &spec, const std::optional<chat::ProviderError> &problem,
                          const Redactor &redactor)
{
    ProviderCheck check{
        .providerId = spec.provider.id, .outcome = CheckOutcome::Good, .keyProven = true, .httpStatus = 200};
    if (!problem)
        return check;
    check.keyProven = false;
    check.httpStatus = problem->httpStatus;
    check.sentence = redactor.redact(problem->message);
    check.outcome = problem->type == chat::ErrorType::Authentication ? CheckOutcome::KeyRefused
        : problem->httpStatus == 0                                   ? CheckOutcome::NotReachable
                                                                     : CheckOutcome::Failed;
    return check;
}

QString listElsewhere(const catalog::Provider &provider, const QUrl &list)
{
    return CheckResultText::tr(
               "%1 lists its models at %2. The key was entered for %3, and goes nowhere else. An access "
               "key of AWS can ask for the list, since it signs and is not sent.")
        .arg(provider.name, list.host(), provider.baseUrl.host());
}

ProviderCheck keyNotSent(const CheckSpec &spec)
{
    return {.providerId = spec.provider.id,
            .outcome = CheckOutcome::KeyNotSent,
            .sentence =
                CheckResultText::tr("The key was not sent: %1 is another machine, and http would show the key to the "
                                    "network. Use https.")
                    .arg(spec.provider.baseUrl.host())};
}

} // namespace sb::engine
