#pragma once

#include "core/dialects/dialect.h"
#include "core/net/http_types.h"

namespace sb::lab {

/// Whether a rehearsal can play a provider of that dialect.
[[nodiscard]] bool canPlay(catalog::DialectId dialect);

/// What a provider reads in a request.
struct Heard
{
    QByteArray model = {}; ///< as the provider calls it; empty where it stands in the path
    std::optional<qint64> maxTokens = {};
    bool goesOn = false; ///< the assistant's own text comes last: to be gone on from
    bool wantsUsage = true; ///< the dialect sends it, or was asked to
    friend bool operator==(const Heard &, const Heard &) = default;
};
[[nodiscard]] Heard hear(catalog::DialectId dialect, const QByteArray &body);

/// Why a provider says no, in its own words.
struct Complaint
{
    int status = 500;
    QByteArray word = {}; ///< a machine's, as OpenAI calls it: "rate_limit_exceeded"
    QByteArray sentence = {};
    QList<net::Header> headers = {}; ///< beside those of every answer
    friend bool operator==(const Complaint &, const Complaint &) = default;
};

/// The head of a streamed answer.
[[nodiscard]] net::HttpHead answerHead(catalog::DialectId dialect);
/// Writes one streamed answer, event by event. The dialects that we serve write as our own servers do.
/// @param model as the provider calls it
[[nodiscard]] std::unique_ptr<dialects::AnswerEncoder> answerWriter(catalog::DialectId dialect, const QString &model,
                                                                    bool usage);
/// What keeps a connection open and says nothing: a comment, a ping, a blank line.
[[nodiscard]] QByteArray signOfLife(catalog::DialectId dialect);
/// An event that is none.
[[nodiscard]] QByteArray garbledEvent(catalog::DialectId dialect);

[[nodiscard]] net::HttpHead complaintHead(catalog::DialectId dialect, const Complaint &complaint);
[[nodiscard]] QByteArray complaintBody(catalog::DialectId dialect, const Complaint &complaint);
/// The same inside of an answer that began with 200.
[[nodiscard]] QByteArray complaintEvent(catalog::DialectId dialect, const Complaint &complaint);

} // namespace sb::lab
