#pragma once

#include "core/dialects/dialect.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace sb::dialects {

/// One message of AWS's binary event stream.
struct StreamMessage
{
    QList<Header> headers = {}; ///< texts and bytes as they are; numbers as their bytes, true and false empty
    QByteArray payload = {};
    [[nodiscard]] QByteArray header(QByteArrayView name) const; ///< the first of that name, or empty
    friend bool operator==(const StreamMessage &, const StreamMessage &) = default;
};

/// Incremental parser of application/vnd.amazon.eventstream. Takes any split of the bytes. Both checksums are checked:
/// the first before the lengths are believed, the second before anything of the message is.
/// Source: https://smithy.io/2.0/aws/amazon-eventstream.html
class EventStreamParser
{
public:
    /// A message longer than this many bytes is refused (broken() becomes true). Default: what AWS's own reader takes.
    explicit EventStreamParser(qsizetype limit = 24 * 1024 * 1024);

    /// @return the messages that became whole
    QList<StreamMessage> feed(QByteArrayView bytes);
    /// What came is no such stream, is too long, or was damaged on the way: nothing comes any more.
    [[nodiscard]] bool broken() const { return m_broken; }

private:
    struct Prelude
    {
        qsizetype total = 0; ///< bytes of the whole message
        qsizetype headers = 0;
    };

    [[nodiscard]] std::optional<Prelude> readPrelude() const;
    [[nodiscard]] std::optional<StreamMessage> readMessage() const;
    [[nodiscard]] qsizetype missing() const;

    qsizetype m_limit;
    std::optional<Prelude> m_prelude;
    QByteArray m_buffer; ///< the message that is coming; never more than that
    bool m_broken = false;
};

/// The checksum of gzip and PNG (CRC-32, IEEE 802.3).
[[nodiscard]] quint32 crc32(QByteArrayView bytes);

} // namespace sb::dialects
