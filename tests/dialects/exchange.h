#pragma once

#include "core/dialects/dialect.h"

#include <QStringList>

namespace sb::testing {

/// One recorded or constructed exchange; the form is described in tests/fixtures/traffic/README.md.
struct Exchange
{
    QByteArray id = {};
    QByteArray dialect = {};
    QByteArray provider = {};
    dialects::AnswerHead head = {};
    QByteArray body = {};
    Json expect = {};
};

/// @return an empty list when the file is not there or has a line that is no JSON
[[nodiscard]] QList<Exchange> loadExchanges(const QString &path);

/// The class that recordings give to an error of ours.
[[nodiscard]] QByteArray errorClass(chat::ErrorType type);

/// What differs between an answer and the expectation, one line a field; empty when all is as expected.
[[nodiscard]] QStringList differences(const chat::Answer &answer, const Json &expect);

} // namespace sb::testing
