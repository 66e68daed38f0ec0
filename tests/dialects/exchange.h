#pragma once

#include "core/dialects/dialect.h"

#include <QStringList>

namespace sb::testing {

/// One recorded or constructed exchange; the form is described in tests/fixtures/traffic/README.md.
struct Exchange
{
    QByteArray id = {};
    QByteArray dialect = {};
    QByteArray api = {}; ///< who speaks the dialect, e.g. "azure.chat"
    QByteArray provider = {};
    QString model = {}; ///< as the provider calls it; empty where the request is not kept
    bool streams = false; ///< whether a stream was asked for
    QUrl url = {}; ///< of the request; it names the model in some dialects
    QByteArray request = {}; ///< its body; empty where it is not kept
    dialects::AnswerHead head = {};
    QByteArray body = {};
    Json expect = {};
};

/// What files hold. A line that is no exchange is an error and keeps none of the others back.
struct Exchanges
{
    QList<Exchange> all = {}; ///< in the order of file names and lines
    QStringList errors = {}; ///< "openai.chat.jsonl:12: expected …"
};

/// Reads files, and all *.jsonl of folders.
[[nodiscard]] Exchanges readExchanges(const QStringList &paths);
/// @return an empty list when the file is not there or has a line that is no exchange
[[nodiscard]] QList<Exchange> loadExchanges(const QString &path);

/// The class that recordings give to an error of ours.
[[nodiscard]] QByteArray errorClass(chat::ErrorType type);

/// What differs between an answer and the expectation, one line a field; empty when all is as expected.
[[nodiscard]] QStringList differences(const chat::Answer &answer, const Json &expect);

} // namespace sb::testing
