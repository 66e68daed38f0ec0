#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/catalog/catalog.h"
#include "core/chat/request.h"
#include "core/lab/fault_names.h"
#include "core/lab/scorecard.h"
#include "core/routing/chain.h"

#include <QObject>

#include <memory>

namespace sb::lab {

/// What is rehearsed.
struct RehearsalSpec
{
    routing::Chain chain = {};
    catalog::Catalog catalog = {}; ///< as in the profile; nobody in it is asked
    chat::Request request = someRequest(); ///< that is sent through the chain; its text only
    quint64 seed = 1; ///< of plans and backoffs
    WallTime startsAt = fromMilliseconds(1'767'268'800'000); ///< what the calendar says at first: noon of a day
    QList<QByteArray> faults = {}; ///< ids; empty: all
    /// Instead of the catalog's, each at its step: one request, whose result has the id "chosen", passes when it is
    /// answered, and has no note. Weak links are not looked for.
    QList<ChosenFault> chosen = {};

    /// A short question.
    [[nodiscard]] static chat::Request someRequest();
};

class RehearsalPrivate;

/// Runs a chain against every fault of the catalog, on a clock of its own, on a thread of its own, with a register of
/// its own in a folder that is removed at the end. Sends nothing and opens no socket; what an engine decides there is
/// what it decides live, since it is the same engine. Destroying it cancels and waits for the thread, some
/// milliseconds.
class Rehearsal final : public QObject
{
    Q_OBJECT
public:
    explicit Rehearsal(const RehearsalSpec &spec, QObject *parent = nullptr);
    ~Rehearsal() override;

    void start(); ///< → faultRehearsed()…, finished()
    void cancel(); ///< finished() follows with what is there by then

    [[nodiscard]] static int faultCount(); ///< of the catalog

signals:
    void faultRehearsed(const sb::lab::FaultResult &result, int done, int all);
    /// Once. Errors: InvalidInput for a chain or request that no engine would take, Unavailable when nobody of the
    /// chain can be played, or there is no room for the register.
    void finished(const sb::Result<sb::lab::Scorecard> &scorecard);

private:
    std::unique_ptr<RehearsalPrivate> d;
};

} // namespace sb::lab
