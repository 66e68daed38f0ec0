#pragma once

#include "core/base/json.h"

#include <memory>

namespace sb::routing {

struct SchemaDocument; // schema_document.h

/// Which rules a schema without "$schema" follows.
enum class SchemaDraft
{
    Draft7,
    Draft2020
};

/// A JSON schema that can be checked: all of its keywords are known and all of its references lead into itself.
/// Cheap to copy; may be used by several threads at once.
class CompiledSchema
{
public:
    explicit CompiledSchema(std::shared_ptr<const SchemaDocument> document);
    [[nodiscard]] const SchemaDocument &document() const { return *m_document; }

private:
    std::shared_ptr<const SchemaDocument> m_document;
};

/// Reads a schema. "$schema" decides by which draft, 2020-12 or draft-07; `otherwise` where there is none. README.md
/// has the keywords and what differs. Errors: InvalidInput with path and reason ("cannot check: keyword “color” at
/// properties.a"): the schema is beyond what we know, or has a mistake, or is too large.
[[nodiscard]] Result<CompiledSchema> compileSchema(const Json &schema, SchemaDraft otherwise = SchemaDraft::Draft2020);

/// What a value lacks: where, by which keyword, and what was expected, in words.
struct SchemaViolation
{
    QString path = {}; ///< in the value, such as "items[2].name"; empty: the value itself
    QByteArray keyword = {};
    QString expectation = {}; ///< translated; says nothing of the value but its type or size
    friend bool operator==(const SchemaViolation &, const SchemaViolation &) = default;
};

struct SchemaVerdict
{
    enum class Kind
    {
        Fits,
        DoesNotFit,
        CannotCheck ///< too much work, or a pattern that ran away
    };
    Kind kind = Kind::Fits;
    QList<SchemaViolation> violations = {}; ///< the first ones, at most 8; not empty where it does not fit
    QString reason = {}; ///< translated, where it cannot be checked
    qint64 work = 0; ///< steps that it took; the last one may go beyond the most
};

inline constexpr qint64 MostSchemaWork = 500'000; ///< steps of one validation; README.md says what they take

/// Whether a value is what the schema asks for. Work and depth are bounded: MostSchemaWork steps, 1,000 levels.
[[nodiscard]] SchemaVerdict validate(const CompiledSchema &schema, const Json &value);

} // namespace sb::routing
