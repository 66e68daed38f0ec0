#pragma once

#include "core/lab/rehearsal.h"

#include <QTest>

namespace sb::testing {

/// A provider with one endpoint: "ID/m" of the model "author-ID/m", for 1 $ a million tokens in and 10 $ out.
struct Member
{
    QString id = {};
    catalog::DialectId dialect = catalog::DialectId::OpenAiChat;
    QString model = {}; ///< instead of its own
    bool local = false;
    bool priced = true;
    bool prefill = false;
    qint64 window = 32'000;
    QUrl baseUrl = {}; ///< instead of a host of its own
};

[[nodiscard]] catalog::Catalog companyOf(const QList<Member> &members);
/// One step a member, in order.
[[nodiscard]] routing::Chain chainOf(const QList<Member> &members);
/// A rehearsal of that chain.
[[nodiscard]] lab::RehearsalSpec specOf(const QList<Member> &members);

/// Runs it to its end, on this thread's event loop. An error when it did not come within a minute.
[[nodiscard]] Result<lab::Scorecard> rehearsed(const lab::RehearsalSpec &spec);
/// One fault of it; an empty result when there is none.
[[nodiscard]] lab::FaultResult rehearsed(lab::RehearsalSpec spec, const QByteArray &fault);

/// Of those that failed, a line each: "cut: It ended as …".
[[nodiscard]] QByteArray complaintsOf(const lab::Scorecard &scorecard);

} // namespace sb::testing
