#include "tests/lab/company.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace sb::testing {

namespace {

constexpr int PatienceMs = 60'000;

QString modelOf(const Member &member)
{
    return member.model.isEmpty() ? u"author-%1/m"_s.arg(member.id) : member.model;
}

catalog::Price price()
{
    using enum catalog::PriceUnit;
    return {
        .components = {{.unit = FreshInput, .amount = {1'000'000}}, {.unit = VisibleOutput, .amount = {10'000'000}}},
        .source = u"test"_s};
}

} // namespace

catalog::Catalog companyOf(const QList<Member> &members)
{
    QList<catalog::Provider> providers;
    QList<catalog::Endpoint> endpoints;
    for (const Member &member : members) {
        const QUrl own(u"https://%1.test/v1"_s.arg(member.id));
        providers.append({.id = member.id,
                          .name = member.id.toUpper(),
                          .baseUrl = member.baseUrl.isEmpty() ? own : member.baseUrl,
                          .dialect = member.dialect,
                          .local = member.local});
        endpoints.append({.id = member.id + u"/m"_s,
                          .providerId = member.id,
                          .modelId = modelOf(member),
                          .upstreamModel = u"upstream-%1"_s.arg(member.id),
                          .price = member.priced && !member.local ? std::optional(price()) : std::nullopt,
                          .contextTokens = member.window,
                          .maxOutputTokens = 4'000,
                          .capabilities = {.prefill = member.prefill}});
    }
    return catalog::Catalog(providers, endpoints);
}

routing::Chain chainOf(const QList<Member> &members)
{
    routing::Chain chain{.name = u"rehearsed"_s};
    for (const Member &member : members)
        chain.steps.append({.model = modelOf(member), .endpoints = {member.id + u"/m"_s}});
    return chain;
}

lab::RehearsalSpec specOf(const QList<Member> &members)
{
    return {.chain = chainOf(members), .catalog = companyOf(members)};
}

Result<lab::Scorecard> rehearsed(const lab::RehearsalSpec &spec)
{
    lab::Rehearsal rehearsal(spec);
    std::optional<Result<lab::Scorecard>> outcome;
    QObject::connect(&rehearsal, &lab::Rehearsal::finished, &rehearsal,
                     [&outcome](const Result<lab::Scorecard> &scorecard) { outcome = scorecard; });
    QSignalSpy finished(&rehearsal, &lab::Rehearsal::finished);
    rehearsal.start();
    if (!outcome)
        finished.wait(PatienceMs);
    return outcome.value_or(failure(Error::Kind::Unavailable, u"it did not end"_s));
}

lab::FaultResult rehearsed(lab::RehearsalSpec spec, const QByteArray &fault)
{
    spec.faults = {fault};
    const Result<lab::Scorecard> scorecard = rehearsed(spec);
    return scorecard ? scorecard->results.value(0) : lab::FaultResult{};
}

QByteArray complaintsOf(const lab::Scorecard &scorecard)
{
    QByteArray lines;
    for (const lab::FaultResult &result : scorecard.results) {
        if (!result.passed)
            lines += '\n' + result.fault + ": " + result.note.toUtf8();
    }
    return lines;
}

} // namespace sb::testing
