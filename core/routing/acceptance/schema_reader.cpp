#include "core/routing/acceptance/schema_reader.h"

#include <QCoreApplication>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

constexpr auto DefaultBase = "signalbox:/"_L1; // so that relative references between parts of one document meet
constexpr qsizetype LongestPointer = 4'096; // each schema keeps its own

struct SchemaReaderText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing)
};

} // namespace

SchemaReader::Place SchemaReader::Place::member(const QByteArray &name) const
{
    QByteArray escaped = name;
    escaped.replace('~', "~0").replace('/', "~1");
    return {pointer + '/' + escaped, base};
}

SchemaReader::SchemaReader(const Json &schema, SchemaDraft draft)
    : m_draft(draft)
    , m_document(std::make_shared<SchemaDocument>())
{
    readDialect(schema);
    m_resources.insert(DefaultBase, {});
    m_document->root = this->schema(schema, {.pointer = {}, .base = DefaultBase});
    if (!m_error)
        resolve();
    if (!m_error)
        findCircles();
}

Result<CompiledSchema> SchemaReader::result()
{
    if (m_error)
        return tl::unexpected(*m_error);
    return CompiledSchema(std::move(m_document));
}

void SchemaReader::readDialect(const Json &schema)
{
    const Json *dialect = schema.find("$schema");
    if (!dialect)
        return;
    QByteArray uri = dialect->toBytes();
    if (uri.endsWith('#'))
        uri.chop(1);
    if (uri == "https://json-schema.org/draft/2020-12/schema" || uri == "http://json-schema.org/draft/2020-12/schema")
        m_draft = SchemaDraft::Draft2020;
    else if (uri == "http://json-schema.org/draft-07/schema" || uri == "https://json-schema.org/draft-07/schema")
        m_draft = SchemaDraft::Draft7;
    else
        refuse({.pointer = "/$schema"}, SchemaReaderText::tr("only draft 2020-12 and draft-07 can be checked"));
}

int SchemaReader::schema(const Json &json, const Place &place)
{
    if (m_error)
        return NoSchema;
    if (m_document->nodes.size() >= MostSchemas || place.pointer.size() > LongestPointer) {
        refuseSize(place);
        return NoSchema;
    }
    const int index = int(m_document->nodes.size());
    m_document->nodes.emplace_back();
    m_pointers.push_back(place.pointer);
    m_nodes.insert(place.pointer, index);
    SchemaNode node;
    if (json.isBool()) {
        node.always = json.toBool();
    } else if (json.isObject()) {
        Place within = place;
        if (!isBelowReference(json))
            readId(json, within);
        readKeywords(json, within, node);
    } else {
        refuseExpected(place, SchemaReaderText::tr("a schema"));
    }
    m_document->nodes[std::size_t(index)] = std::move(node);
    return index;
}

/// In draft-07 nothing beside a reference counts.
bool SchemaReader::isBelowReference(const Json &json) const
{
    return m_draft == SchemaDraft::Draft7 && json.contains("$ref");
}

void SchemaReader::readId(const Json &schema, Place &place)
{
    const Json *id = schema.find("$id");
    if (!id)
        return;
    const QString text = id->toText();
    if (m_draft == SchemaDraft::Draft7 && text.startsWith(u'#'))
        return anchor(text.mid(1), place);
    const QUrl url = QUrl(place.base).resolved(QUrl(text));
    const QString uri = url.toString(QUrl::FullyEncoded | QUrl::RemoveFragment);
    if (text.isEmpty() || !url.isValid() || !url.fragment().isEmpty() || m_resources.contains(uri))
        return refuseExpected(place.member("$id"), SchemaReaderText::tr("a URI that occurs once"));
    place.base = uri;
    m_resources.insert(uri, place.pointer);
}

void SchemaReader::anchor(const QString &name, const Place &place)
{
    const QString key = place.base + u'#' + name;
    if (name.isEmpty() || name.startsWith(u'/') || m_anchors.contains(key))
        return refuseExpected(place, SchemaReaderText::tr("an anchor that occurs once"));
    m_anchors.insert(key, m_nodes.value(place.pointer));
}

void SchemaReader::readKeywords(const Json &json, const Place &place, SchemaNode &node)
{
    QSet<QByteArray> seen;
    for (const Json::Member &member : json.members()) {
        if (seen.contains(member.first))
            refuse(place.member(member.first), SchemaReaderText::tr("the keyword occurs twice"));
        seen.insert(member.first);
        const bool isPlaceOfSchemas = member.first == "definitions" || member.first == "$defs";
        if (!isBelowReference(json) || member.first == "$ref" || isPlaceOfSchemas)
            readKeyword(member, place, node);
        if (m_error)
            return;
    }
    if (!node.lists.prefixItems.empty() && m_draft == SchemaDraft::Draft7)
        node.lists.items = node.lists.additionalItems;
}

void SchemaReader::readKeyword(const Json::Member &member, const Place &place, SchemaNode &node)
{
    const Keyword *keyword = findSchemaKeyword(member.first);
    const auto other = m_draft == SchemaDraft::Draft7 ? Keyword::Only2020 : Keyword::Only7;
    if (keyword && keyword->drafts != other)
        return keyword->read(*this, member.second, place.member(member.first), node);
    refuse(place, SchemaReaderText::tr("cannot check the keyword “%1”").arg(QString::fromUtf8(member.first.left(80))));
}

void SchemaReader::refuse(const Place &place, const QString &reason)
{
    if (m_error)
        return;
    const QString path = schemaPath(place.pointer);
    m_error = Error{.kind = Error::Kind::InvalidInput, .message = path.isEmpty() ? reason : path + u": "_s + reason};
}

void SchemaReader::refuseSize(const Place &place)
{
    refuse(place, SchemaReaderText::tr("the schema is too large to be checked"));
}

void SchemaReader::refuseExpected(const Place &place, const QString &expected)
{
    refuse(place, SchemaReaderText::tr("cannot be checked, expected %1").arg(expected));
}

QString schemaPath(QByteArrayView pointer)
{
    QString path;
    const auto parts = pointer.toByteArray().split('/');
    for (qsizetype i = 1; i < parts.size(); ++i) {
        QByteArray name = parts.at(i);
        name.replace("~1", "/").replace("~0", "~");
        const bool isIndex = !name.isEmpty() && std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
        if (isIndex)
            path += u'[' + QString::fromLatin1(name) + u']';
        else
            path += (path.isEmpty() ? u""_s : u"."_s) + QString::fromUtf8(name.left(80));
    }
    return path;
}

Result<CompiledSchema> compileSchema(const Json &schema, SchemaDraft otherwise)
{
    return SchemaReader(schema, otherwise).result();
}

CompiledSchema::CompiledSchema(std::shared_ptr<const SchemaDocument> document)
    : m_document(std::move(document))
{
}

} // namespace sb::routing
