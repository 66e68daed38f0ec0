#pragma once

#include "core/base/json.h"
#include "core/chat/usage.h"

#include <QStringList>

#include <optional>
#include <variant>

namespace sb::chat {

/// What the vectors are for: models make other ones of a question than of a text that answers it.
enum class EmbeddingUse
{
    Query,
    Document,
    Classification,
    Clustering,
    Similarity
};

enum class EmbeddingEncoding
{
    Float, ///< lists of numbers
    Base64 ///< 32-bit floats, little-endian: a quarter of the bytes
};

using TokenList = QList<qint64>; ///< a text as the model's own tokens

/// Asks for one vector for each input.
struct EmbeddingRequest
{
    QString model = {};
    std::variant<QStringList, QList<TokenList>> input = {};
    std::optional<qint64> dimensions = {}; ///< of the vectors, where a model can make shorter ones
    EmbeddingEncoding encoding = EmbeddingEncoding::Float; ///< on the wire only: the answer has numbers either way
    std::optional<EmbeddingUse> use = {};
    QString user = {};
    Json extra = {}; ///< members of the API itself, e.g. truncate; an object, or null

    friend bool operator==(const EmbeddingRequest &, const EmbeddingRequest &) = default;
};

using Vector = QList<float>;

struct EmbeddingAnswer
{
    QString model = {}; ///< as the provider names it; often empty
    QList<Vector> vectors = {}; ///< in the order of the inputs
    Usage usage = {}; ///< prompt only: nothing is written

    friend bool operator==(const EmbeddingAnswer &, const EmbeddingAnswer &) = default;
};

} // namespace sb::chat
