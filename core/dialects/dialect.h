#pragma once

#include "core/base/clock.h"
#include "core/catalog/endpoint.h"
#include "core/chat/event.h"
#include "core/chat/request.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <memory>
#include <utility>

namespace sb::dialects {

using Header = std::pair<QByteArray, QByteArray>; ///< names in lower case

/// What a dialect could not carry over one to one: shown in the trace and in the playground, never silent.
struct Notice
{
    enum class Kind
    {
        Dropped, ///< the provider has nothing like it
        Translated, ///< expressed otherwise, e.g. a JSON schema as a forced tool
        Clamped, ///< brought into the provider's range
        Told, ///< nothing was changed: something to know, such as that the model will be retired
    };
    Kind kind = Kind::Dropped;
    QString path = {}; ///< in the normalized request, e.g. "seed"
    QString message = {}; ///< one translated sentence
    friend bool operator==(const Notice &, const Notice &) = default;
};

/// One HTTP request without its key: engine/ adds authorization() last, so that no dialect ever sees a secret.
struct WireRequest
{
    QByteArray method = "POST";
    QUrl url = {};
    QList<Header> headers = {};
    QByteArray body = {};
    bool streams = false; ///< whether the answer was asked for as a stream
    QList<Notice> notices = {};
};

struct EncodeOptions
{
    bool stream = true;
    std::optional<qint64> maxTokens = {}; ///< replaces the request's, e.g. lowered to what the budget allows
};

/// The head of an HTTP answer, as far as decoding needs it.
struct AnswerHead
{
    int status = 0;
    QList<Header> headers = {}; ///< names in lower case
    [[nodiscard]] QByteArray header(QByteArrayView name) const; ///< the first of that name, or empty
};

/// Turns the bytes of one answer into events, whatever way they are split. One object per answer; not reusable.
class Decoder
{
public:
    virtual ~Decoder() = default;
    /// The same events for the same bytes, however they are split. After a Failed nothing comes any more.
    virtual QList<chat::Event> feed(QByteArrayView bytes) = 0;
    /// The body is over, cleanly or not. Without a Finished or Failed by now the answer is cut; that is for the caller
    /// to say, who knows how the connection ended.
    virtual QList<chat::Event> finish() = 0;
};

/// The client half of a wire format: encode a request, decode the answer. Stateless and pure.
class ClientDialect
{
public:
    virtual ~ClientDialect() = default;
    /// Errors: InvalidInput when the provider cannot take a part that must not be dropped (path in the message).
    [[nodiscard]] virtual Result<WireRequest> encode(const chat::Request &request, const catalog::Provider &provider,
                                                     const catalog::Endpoint &endpoint,
                                                     const EncodeOptions &options) const = 0;
    /// Whether a picture or a file that is a link can be sent as a link. Else engine/ puts its bytes in its place, as a
    /// data: URL, before it encodes.
    [[nodiscard]] virtual bool takesLink(const chat::Part &, const catalog::Provider &) const { return true; }
    /// A decoder for this head: of a stream, of a whole answer or of an error, by status and content type.
    [[nodiscard]] virtual std::unique_ptr<Decoder> decoder(const AnswerHead &head,
                                                           const catalog::Provider &provider) const = 0;
};

/// The server half: decode a request, encode the answer. Used by practice/ and later by gateway/.
class AnswerEncoder
{
public:
    virtual ~AnswerEncoder() = default;
    /// Bytes to send for one event of a stream; may be empty.
    [[nodiscard]] virtual QByteArray encode(const chat::Event &event) = 0;
    /// What closes a stream, such as "data: [DONE]"; empty when no event ended the answer, so that a cut one shows it.
    [[nodiscard]] virtual QByteArray finish() = 0;
};

struct ServedRequest
{
    chat::Request request = {};
    bool stream = false;
};

class ServerDialect
{
public:
    virtual ~ServerDialect() = default;
    /// @param path of the URL below the server's root, e.g. "/v1/chat/completions", for dialects that name the model
    /// there
    [[nodiscard]] virtual Result<ServedRequest> decodeRequest(const QByteArray &path, const QByteArray &body) const = 0;
    [[nodiscard]] virtual std::unique_ptr<AnswerEncoder> encoder(const chat::Request &request) const = 0;
    /// A whole answer's body.
    [[nodiscard]] virtual QByteArray encodeWhole(const chat::Request &request, const chat::Answer &answer) const = 0;
    /// An error's body in this format; the status goes beside it.
    [[nodiscard]] virtual QByteArray encodeError(int status, const chat::ProviderError &error) const = 0;
};

/// The halves of a dialect; a table in table.cpp, one line a dialect. nullptr for a dialect that has no line yet, and
/// for a server half that we do not serve.
[[nodiscard]] const ClientDialect *clientDialect(catalog::DialectId id);
[[nodiscard]] const ServerDialect *serverDialect(catalog::DialectId id);

/// The headers that carry a key for this provider, or sign the request with it; none for an empty key. Never part of a
/// URL. A signature is good for what `request` is, and for some minutes after `now`.
/// @param key of a Google service account: the token that was bought with it, since the key itself is never sent
[[nodiscard]] QList<Header> authorization(const catalog::Provider &provider, const QByteArray &key,
                                          const WireRequest &request, WallTime now);

} // namespace sb::dialects
