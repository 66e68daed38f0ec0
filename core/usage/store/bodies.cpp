#include "core/usage/store/bodies.h"

#include "core/usage/store/varint.h"

#include <QCryptographicHash>

namespace sb::usage {

namespace {

enum class Codec
{
    Plain = 0,
    Compressed = 1
};
constexpr qsizetype HashSize = 16;
constexpr qsizetype WorthCompressing = 128;

} // namespace

BodyWriter::BodyWriter(Connection &connection)
    : m_find(connection, "SELECT id FROM piece WHERE hash = ?1")
    , m_insert(connection, "INSERT INTO piece(hash, codec, data) VALUES(?1, ?2, ?3) RETURNING id")
    , m_index(connection, "INSERT INTO message_fts(rowid, text) VALUES(?1, ?2)")
    , m_use(connection, "INSERT INTO message_use(ledger, piece, seq) VALUES(?1, ?2, ?3) ON CONFLICT DO NOTHING")
    , m_body(connection, "INSERT INTO body(ledger, seq, part, pieces) VALUES(?1, ?2, ?3, ?4)")
    , m_decision(connection, "INSERT INTO decision(ledger, seq, shape, numbers) VALUES(?1, ?2, ?3, ?4)")
{
}

void BodyWriter::store(const RecordKey &key, Part part, const Json &body)
{
    if (body.isNull())
        return;
    // An answer is one message; a request without a list of messages is kept whole.
    const bool hasMessages = part == Part::Request && body["messages"].isArray();
    Json skeleton = hasMessages ? body : Json();
    QList<Json> messages{body};
    if (hasMessages) {
        messages = body["messages"].items();
        skeleton.set("messages", Json::array());
    }
    QByteArray pieces;
    appendVarint(pieces, quint64(pieceOf(skeleton.dump()).id));
    for (const Json &message : std::as_const(messages)) {
        const qint64 piece = messageOf(message);
        appendVarint(pieces, quint64(piece));
        m_use.run(int(key.ledger), piece, key.seq);
    }
    m_body.run(int(key.ledger), key.seq, int(part), pieces);
}

void BodyWriter::storeDecision(const RecordKey &key, const Json &decision)
{
    if (decision.isNull())
        return;
    const NumberedText text = splitNumbers(decision.dump());
    if (m_shapes.size() > MaxShapes)
        m_shapes.clear();
    qint64 &shape = m_shapes[text.shape];
    if (shape == 0)
        shape = pieceOf(text.shape).id;
    m_decision.run(int(key.ledger), key.seq, shape, packNumbers(text.numbers));
}

void BodyWriter::forget()
{
    m_shapes.clear();
}

BodyWriter::Piece BodyWriter::pieceOf(const QByteArray &text)
{
    const QByteArray hash = QCryptographicHash::hash(text, QCryptographicHash::Sha256).first(HashSize);
    if (const std::optional<qint64> known = m_find.find(hash))
        return {.id = *known};
    const bool compress = text.size() >= WorthCompressing;
    const Codec codec = compress ? Codec::Compressed : Codec::Plain;
    const std::optional<qint64> id = m_insert.find(hash, int(codec), compress ? qCompress(text, 6) : text);
    return {.id = id.value_or(0), .isNew = true};
}

qint64 BodyWriter::messageOf(const Json &message)
{
    const Piece piece = pieceOf(message.dump());
    if (piece.isNew)
        m_index.run(piece.id, searchableText(message));
    return piece.id;
}

BodyReader::BodyReader(Connection &connection)
    : m_piece(connection, "SELECT codec, data FROM piece WHERE id = ?1")
    , m_body(connection, "SELECT pieces FROM body WHERE ledger = ?1 AND seq = ?2 AND part = ?3")
    , m_decision(connection, "SELECT shape, numbers FROM decision WHERE ledger = ?1 AND seq = ?2")
{
}

Json BodyReader::body(const RecordKey &key, BodyWriter::Part part)
{
    m_body.bind(int(key.ledger), key.seq, int(part));
    if (!m_body.next())
        return {};
    const QByteArray ids = m_body.blob(0);
    m_body.reset();

    QList<Json> pieces;
    QByteArrayView rest(ids);
    while (const std::optional<quint64> id = takeVarint(rest))
        pieces.append(parseJson(piece(qint64(*id))).value_or(Json()));
    if (pieces.isEmpty())
        return {};
    Json skeleton = pieces.takeFirst();
    if (skeleton.isNull())
        return pieces.value(0);
    skeleton.set("messages", Json(pieces));
    return skeleton;
}

Json BodyReader::decision(const RecordKey &key)
{
    m_decision.bind(int(key.ledger), key.seq);
    if (!m_decision.next())
        return {};
    const qint64 shape = m_decision.integer(0);
    const QByteArray numbers = m_decision.blob(1);
    m_decision.reset();
    const QByteArray text = joinNumbers({.shape = piece(shape), .numbers = unpackNumbers(numbers)});
    return parseJson(text).value_or(Json());
}

QByteArray BodyReader::piece(qint64 id)
{
    m_piece.bind(id);
    if (!m_piece.next())
        return {};
    const QByteArray data = m_piece.blob(1);
    const bool compressed = Codec(m_piece.integer(0)) == Codec::Compressed;
    m_piece.reset();
    return compressed ? qUncompress(data) : data;
}

} // namespace sb::usage
