#pragma once

#include "core/routing/acceptance/bounded_pattern.h"
#include "core/routing/acceptance/decimal.h"
#include "core/routing/acceptance/schema.h"

#include <QHash>
#include <QSet>

#include <optional>
#include <vector>

namespace sb::routing {

inline constexpr int NoSchema = -1;

/// The types of JSON Schema, each a bit. A whole number has two.
enum SchemaType : quint8
{
    NullType = 1,
    BooleanType = 2,
    NumberType = 4,
    IntegerType = 8,
    StringType = 16,
    ArrayType = 32,
    ObjectType = 64
};
/// The bits of a value.
[[nodiscard]] quint8 schemaTypes(const Json &value);

/// One schema of a document. Schemas within it are named by their place in SchemaDocument::nodes.
struct SchemaNode
{
    struct Choice ///< "enum" or "const"
    {
        QByteArray keyword = {};
        QSet<QByteArray> values = {}; ///< canonical
        QString text = {}; ///< the values, as far as they are few and short
    };
    struct Numbers
    {
        std::optional<Decimal> minimum = {}, maximum = {}, exclusiveMinimum = {}, exclusiveMaximum = {};
        std::optional<Decimal> multipleOf = {}; ///< canDivide()
    };
    struct Texts
    {
        std::optional<qint64> minLength = {}, maxLength = {}; ///< code points
        std::optional<BoundedPattern> pattern = {};
    };
    struct Lists
    {
        std::vector<int> prefixItems = {};
        int items = NoSchema; ///< behind the prefix
        int additionalItems = NoSchema; ///< draft-07's name of `items`, where that is a list; for the reader only
        int contains = NoSchema;
        std::optional<qint64> minContains = {}, maxContains = {}, minItems = {}, maxItems = {};
        bool uniqueItems = false;
        int unevaluatedItems = NoSchema;
    };
    struct Dependency
    {
        QByteArray name = {}; ///< whose presence asks for the rest
        QList<QByteArray> required = {};
        int schema = NoSchema;
    };
    struct Members
    {
        QHash<QByteArray, int> properties = {};
        std::vector<std::pair<BoundedPattern, int>> patternProperties = {};
        int additionalProperties = NoSchema;
        int propertyNames = NoSchema;
        QList<QByteArray> required = {};
        std::vector<Dependency> dependencies = {};
        std::optional<qint64> minProperties = {}, maxProperties = {};
        int unevaluatedProperties = NoSchema;
    };
    struct InPlace ///< schemas for the value itself
    {
        int ref = NoSchema;
        std::vector<int> allOf = {}, anyOf = {}, oneOf = {};
        int isNot = NoSchema, isIf = NoSchema, isThen = NoSchema, isElse = NoSchema;
    };

    std::optional<bool> always = {}; ///< of the schemas true and false
    quint8 types = 0; ///< bits; 0: any
    QString typeNames = {}; ///< of these, as the schema has them
    std::vector<Choice> choices = {}; ///< the value is in each
    Numbers numbers = {};
    Texts texts = {};
    Lists lists = {};
    Members members = {};
    InPlace inPlace = {};
};

struct SchemaDocument
{
    std::vector<SchemaNode> nodes = {};
    int root = 0;
    bool tracksEvaluation = false; ///< some schema asks what the others have looked at
};

inline constexpr int MostPatternSteps = 100'000; ///< of one search; see README.md, Limits
inline constexpr int MostSchemas = 10'000; ///< in one document
inline constexpr int MostPatterns = 500; ///< in one document
inline constexpr qint64 MostPatternPlaces = 50'000; ///< of all of them, see expandedSize(): some 5 ms to read them

} // namespace sb::routing
