#include "core/usage/read/demand_reader.h"

#include "core/base/json.h"
#include "core/usage/store/bodies.h"
#include "core/usage/store/varint.h"

namespace sb::usage {

namespace {

enum Mark : quint32
{
    Tools = 1,
    Images = 2,
    Files = 4,
    Audio = 8,
    JsonObject = 16,
    JsonSchema = 32
};

/// A message as Json::dump() writes it. Inside a text quotes are escaped, so that these bytes stand for parts only.
quint32 marksOfMessage(const QByteArray &message)
{
    quint32 marks = 0;
    if (message.contains("\"type\":\"image_url\""))
        marks |= Images;
    if (message.contains("\"type\":\"file\""))
        marks |= Files;
    if (message.contains("\"type\":\"input_audio\""))
        marks |= Audio;
    return marks;
}

/// A request without its messages.
quint32 marksOfSkeleton(const QByteArray &skeleton)
{
    const Json json = parseJson(skeleton).value_or(Json());
    quint32 marks = 0;
    if (json["tools"].isArray() && json["tools"].size() > 0)
        marks |= Tools;
    const QByteArray format = json["response_format"]["type"].toText().toUtf8();
    if (format == "json_schema")
        marks |= JsonSchema;
    else if (format == "json_object")
        marks |= JsonObject;
    return marks;
}

} // namespace

DemandReader::DemandReader(Connection &connection)
    : m_body(connection, "SELECT pieces FROM body WHERE ledger = ?1 AND seq = ?2 AND part = ?3")
    , m_piece(connection, "SELECT codec, data FROM piece WHERE id = ?1")
{
}

Demand DemandReader::of(const RecordKey &key)
{
    m_body.bind(int(key.ledger), key.seq, int(BodyWriter::Part::Request));
    if (!m_body.next())
        return {};
    const QByteArray ids = m_body.blob(0);
    m_body.reset();
    Marks marks = 0;
    bool isSkeleton = true;
    QByteArrayView rest(ids);
    while (const std::optional<quint64> id = takeVarint(rest)) {
        marks |= marksOf(qint64(*id), isSkeleton);
        isSkeleton = false;
    }
    return {.isKnown = true,
            .tools = (marks & Tools) != 0,
            .images = (marks & Images) != 0,
            .files = (marks & Files) != 0,
            .audio = (marks & Audio) != 0,
            .jsonObject = (marks & JsonObject) != 0,
            .jsonSchema = (marks & JsonSchema) != 0};
}

DemandReader::Marks DemandReader::marksOf(qint64 piece, bool isSkeleton)
{
    if (const auto known = m_known.constFind(piece); known != m_known.cend())
        return *known;
    m_piece.bind(piece);
    if (!m_piece.next())
        return 0;
    const bool isCompressed = m_piece.integer(0) == 1;
    const QByteArray data = m_piece.blob(1);
    m_piece.reset();
    const QByteArray text = isCompressed ? qUncompress(data) : data;
    const Marks marks = isSkeleton ? marksOfSkeleton(text) : marksOfMessage(text);
    m_known.insert(piece, marks);
    return marks;
}

} // namespace sb::usage
