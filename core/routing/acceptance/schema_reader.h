#pragma once

#include "core/routing/acceptance/schema_document.h"

namespace sb::routing {

/// Takes a schema apart into nodes. Every keyword has to be known; the first thing that is not right is kept. Private
/// to this folder: compileSchema() is the way in.
class SchemaReader
{
public:
    /// Where a schema stands: the pointer to it from the whole document, and the URI that its references start from.
    struct Place
    {
        QByteArray pointer = {}; ///< RFC 6901
        QString base = {};

        [[nodiscard]] Place member(const QByteArray &name) const;
        [[nodiscard]] Place item(qsizetype index) const { return member(QByteArray::number(index)); }
    };
    struct Keyword; ///< a row of the table in schema_keywords.cpp

    SchemaReader(const Json &schema, SchemaDraft draft);
    [[nodiscard]] Result<CompiledSchema> result();

    // For the table of keywords; in schema_values.cpp.
    [[nodiscard]] SchemaDraft draft() const { return m_draft; }
    int schema(const Json &json, const Place &place);
    std::vector<int> schemas(const Json &list, const Place &place);
    QHash<QByteArray, int> namedSchemas(const Json &object, const Place &place);
    std::optional<qint64> count(const Json &json, const Place &place);
    std::optional<Decimal> number(const Json &json, const Place &place);
    std::optional<BoundedPattern> pattern(const QString &text, const Place &place);
    bool flag(const Json &json, const Place &place);
    QList<QByteArray> names(const Json &list, const Place &place);
    void types(const Json &json, const Place &place, SchemaNode &node);
    void choice(const Json::Array &values, const QByteArray &keyword, SchemaNode &node);
    void reference(const Json &json, const Place &place); ///< is resolved when all is read
    void anchor(const QString &name, const Place &place);
    void tracksEvaluation() { m_document->tracksEvaluation = true; }
    /// The first one is kept.
    void refuse(const Place &place, const QString &reason);
    void refuseExpected(const Place &place, const QString &expected);

private:
    struct Reference
    {
        int node = NoSchema;
        Place place = {};
        QString resource = {}; ///< URI without fragment
        QString fragment = {}; ///< decoded
    };

    void refuseSize(const Place &place);
    void readDialect(const Json &schema);
    void readId(const Json &schema, Place &place);
    void readKeywords(const Json &json, const Place &place, SchemaNode &node);
    void readKeyword(const Json::Member &member, const Place &place, SchemaNode &node);
    [[nodiscard]] bool isBelowReference(const Json &json) const;
    // In schema_references.cpp.
    void resolve();
    [[nodiscard]] int target(const Reference &reference) const;
    void findCircles();

    SchemaDraft m_draft;
    std::shared_ptr<SchemaDocument> m_document;
    std::vector<QByteArray> m_pointers; ///< of each node
    QHash<QByteArray, int> m_nodes; ///< by pointer
    QHash<QString, QByteArray> m_resources; ///< pointers by URI
    QHash<QString, int> m_anchors; ///< by "URI#name"
    std::vector<Reference> m_references;
    int m_patterns = 0; ///< read so far
    qint64 m_patternPlaces = 0; ///< of them
    std::optional<Error> m_error;
};

struct SchemaReader::Keyword
{
    enum Drafts
    {
        All,
        Only7,
        Only2020
    };
    const char *name;
    Drafts drafts;
    void (*read)(SchemaReader &reader, const Json &value, const Place &place, SchemaNode &node);
};

/// Null where no draft has such a keyword that we know.
[[nodiscard]] const SchemaReader::Keyword *findSchemaKeyword(QByteArrayView name);

/// "/properties/a~1b/anyOf/0" as "properties.a/b.anyOf[0]".
[[nodiscard]] QString schemaPath(QByteArrayView pointer);

} // namespace sb::routing
