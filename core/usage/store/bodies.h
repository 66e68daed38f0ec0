#pragma once

#include "core/usage/records.h"
#include "core/usage/store/statement.h"

#include <QHash>

namespace sb::usage {

/// Requests and answers apart from their rows. A conversation sends its history with each turn, so each message is
/// stored once, by its hash; what is left of the request around its messages (the skeleton) repeats as well.
class BodyWriter
{
public:
    enum class Part
    {
        Request = 0,
        Answer = 1
    };

    explicit BodyWriter(Connection &connection);
    void store(const RecordKey &key, Part part, const Json &body); ///< null: nothing
    void storeDecision(const RecordKey &key, const Json &decision); ///< null: nothing
    void forget(); ///< after a rollback

private:
    static constexpr qsizetype MaxShapes = 500;

    struct Piece
    {
        qint64 id = 0;
        bool isNew = false;
    };
    [[nodiscard]] Piece pieceOf(const QByteArray &text);
    [[nodiscard]] qint64 messageOf(const Json &message); ///< a piece that is searched

    Statement m_find;
    Statement m_insert;
    Statement m_index;
    Statement m_use;
    Statement m_body;
    Statement m_decision;
    QHash<QByteArray, qint64> m_shapes; ///< of decisions, with their pieces
};

/// What BodyWriter stored; a null value for what was not.
class BodyReader
{
public:
    explicit BodyReader(Connection &connection);
    [[nodiscard]] Json body(const RecordKey &key, BodyWriter::Part part);
    [[nodiscard]] Json decision(const RecordKey &key);

private:
    [[nodiscard]] QByteArray piece(qint64 id);

    Statement m_piece;
    Statement m_body;
    Statement m_decision;
};

/// The words of a message or answer that a search finds: content, text, refusals, reasoning, tool arguments; no images.
[[nodiscard]] QString searchableText(const Json &json);

/// JSON text split into its shape, in which every number (also one in quotes) is 0, and the numbers in order.
struct NumberedText
{
    QByteArray shape = {};
    QByteArray numbers = {}; ///< each with a comma behind it
};
[[nodiscard]] NumberedText splitNumbers(const QByteArray &json); ///< json: as Json::dump() writes it
[[nodiscard]] QByteArray joinNumbers(const NumberedText &text);
/// Numbers in four bits a character: there are just 16 that occur in numbers and between them.
[[nodiscard]] QByteArray packNumbers(const QByteArray &numbers);
[[nodiscard]] QByteArray unpackNumbers(const QByteArray &packed);

} // namespace sb::usage
