#pragma once

#include "core/listen/exchange.h"
#include "core/listen/limits.h"

#include <memory>

namespace sb::listen {

/// The requests of one connection, out of its bytes: pure, any split of the bytes gives the same requests. It stops
/// after each header, for the check, and after each request, for the answer.
class RequestReader
{
public:
    enum class State
    {
        Empty, ///< not a byte of the next request yet
        InHeader,
        HeaderComplete, ///< waits for acceptHeader()
        Body,
        Complete, ///< waits for next()
        Failed, ///< for good: nothing more can be read from this connection
    };
    struct Failure
    {
        int status = 400;
        QByteArray message = {}; ///< for the client, English
    };

    explicit RequestReader(const Limits &limits);
    ~RequestReader();

    void feed(QByteArrayView bytes);
    void acceptHeader();
    void next();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Failure &failure() const { return m_failure; }
    [[nodiscard]] const Request &request() const; ///< its header from HeaderComplete on, its body when Complete
    [[nodiscard]] Request takeRequest(); ///< when Complete
    [[nodiscard]] qint64 bodyBytes() const; ///< received of the body so far
    [[nodiscard]] bool hasBody() const; ///< announced by the header
    [[nodiscard]] bool bodyBegun() const; ///< whether bytes after the header are here already
    [[nodiscard]] bool expectsContinue() const;
    [[nodiscard]] bool keepsAlive() const;
    [[nodiscard]] bool isHttp10() const;

private:
    class Parser;

    void advance();
    void readHeader();
    void readBody();
    [[nodiscard]] qsizetype headerEnd(); ///< length of the header with its blank line, or -1
    qsizetype put(qsizetype count);
    void fail(int status, const char *message);

    Limits m_limits;
    std::unique_ptr<Parser> m_parser;
    QByteArray m_buffer; ///< received, not yet parsed
    qsizetype m_scanned = 0; ///< bytes of m_buffer that were searched for the end of the header
    State m_state = State::Empty;
    Failure m_failure;
};

} // namespace sb::listen
