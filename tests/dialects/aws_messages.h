#pragma once

#include "core/dialects/dialect.h"

// Messages of AWS's binary event stream, as its services write them.
namespace sb::testing {

/// Both lengths with their checksum.
[[nodiscard]] QByteArray awsPrelude(quint32 total, quint32 headers);
/// @param headers as they are on the wire
[[nodiscard]] QByteArray rawAwsMessage(const QByteArray &headers, const QByteArray &payload);
/// All headers are texts.
[[nodiscard]] QByteArray awsMessage(const QList<dialects::Header> &headers, const QByteArray &payload);
[[nodiscard]] QByteArray awsEvent(const QByteArray &type, const QByteArray &json);
[[nodiscard]] QByteArray awsException(const QByteArray &type, const QByteArray &json);
/// A chunk of InvokeModelWithResponseStream.
[[nodiscard]] QByteArray awsChunk(const QByteArray &json);

} // namespace sb::testing
