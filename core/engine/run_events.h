#pragma once

#include "core/base/id.h"
#include "core/chat/embedding.h"
#include "core/chat/event.h"
#include "core/chat/request.h"
#include "core/dialects/dialect.h"
#include "core/dialects/rate_limits.h"
#include "core/routing/acceptance/acceptance.h"
#include "core/routing/dispatcher.h"
#include "core/usage/records.h"

#include <QMetaType>

#include <variant>

namespace sb::engine {

/// What to run.
struct RunSpec
{
    chat::Request request = {};
    QString chain = {}; ///< name of a chain; empty: the request's model, or "chain/NAME" as its model
    std::optional<routing::Chain> chainValue = {}; ///< instead of a name: an unsaved chain from the editor
    QString client = {}; ///< "playground", "ask"
    QString session = {};
    QStringList tags = {}; ///< beside those of the request; rules of the policy look at them
    /// The user typed the links to pictures and files: private addresses and plain http may be fetched.
    bool trustsLinks = false;
    /// Vectors are asked for; `request` then only says what planning counts (see embeddingCall()).
    std::optional<chat::EmbeddingRequest> embedding = {};
};

struct AttemptStarted
{
    int number = 1;
    routing::Candidate candidate = {};
    QByteArray moveReason = {};
    QList<dialects::Notice> notices = {};
    QString keyName = {}; ///< which of the provider's keys went along; empty where it has one only
};
struct AttemptFailed
{
    int number = 1;
    routing::Candidate candidate = {};
    chat::ProviderError error = {};
    routing::Move next = {}; ///< what is done about it
    std::chrono::milliseconds took{0};
    dialects::Headroom headroom = {}; ///< of the key's rate limits
};
/// Replaces the text that was delivered so far; only after a splice or hold that started again.
struct Restarted
{
};
struct Content
{
    chat::Event event = {};
};
/// The end, exactly once, after COMMIT of the record where there is a register.
struct Ended
{
    routing::EndState end = routing::EndState::Failed;
    chat::Answer answer = {};
    QList<chat::Vector> vectors = {}; ///< where these were asked for: one for each input, or none
    usage::Settlement record = {};
    QList<routing::CheckVerdict> checks = {}; ///< what the checks of the step say of the answer that was taken
    std::optional<usage::RecordKey> key = {}; ///< nullopt when nothing was recorded, e.g. refused before opening
    routing::Plan plan = {};
    std::optional<Error> refusal = {}; ///< why nothing was sent, or why no further attempt was made for lack of budget
    bool recorded = false; ///< acknowledged by the register
    dialects::Headroom headroom =
        {}; ///< of the last answer: what is left of the rate limits of the key that went along
};

using RunEvent = std::variant<AttemptStarted, AttemptFailed, Restarted, Content, Ended>;

} // namespace sb::engine

Q_DECLARE_METATYPE(sb::engine::RunEvent)
