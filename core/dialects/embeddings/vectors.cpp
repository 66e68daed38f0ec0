#include "core/dialects/embeddings/vectors.h"

#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <limits>

namespace sb::dialects::embeddings {

namespace {

/// Source: https://platform.openai.com/docs/api-reference/embeddings (floats of 32 bits), docs.voyageai.com
std::optional<chat::Vector> fromBase64(const QByteArray &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    constexpr qsizetype Size = sizeof(float);
    if (!decoded || decoded.decoded.isEmpty() || decoded.decoded.size() % Size != 0)
        return {};
    chat::Vector vector(decoded.decoded.size() / Size);
    qFromLittleEndian<float>(decoded.decoded.constData(), vector.size(), vector.data());
    return vector;
}

std::optional<chat::Vector> vectorOf(const Json &json)
{
    if (json.isString())
        return fromBase64(json.toBytes());
    if (json.isObject()) // Google's {"values": …}
        return vectorOf(json["values"]);
    chat::Vector vector;
    vector.reserve(json.size());
    for (const Json &item : json.items()) {
        const auto number = item.toDouble();
        if (!number || std::abs(*number) > std::numeric_limits<float>::max())
            return {};
        vector.append(float(*number));
    }
    return vector.isEmpty() ? std::nullopt : std::optional(vector);
}

/// Cohere's and Titan's vectors by type: floats where they are there, else the first.
const Json &preferred(const Json &byType)
{
    static const Json none;
    for (const char *type : {"float", "base64"}) {
        if (byType[type].size() > 0 || byType[type].isString())
            return byType[type];
    }
    return byType.size() > 0 ? byType.members().constFirst().second : none;
}

/// OpenAI's entries say which input they belong to.
Json::Array inOrder(const Json &data)
{
    Json::Array entries = data.items();
    std::stable_sort(entries.begin(), entries.end(), [](const Json &a, const Json &b) {
        return a["index"].toInteger().value_or(0) < b["index"].toInteger().value_or(0);
    });
    return entries;
}

/// Each input's vector as it came, whatever it is called.
Json::Array vectorsAsSent(const Json &answer)
{
    Json::Array sent;
    for (const Json &entry : inOrder(answer["data"])) // OpenAI
        sent.append(entry["embedding"]);
    for (const Json &prediction : answer["predictions"].items()) // Vertex AI
        sent.append(prediction["embeddings"]);
    if (!sent.isEmpty())
        return sent;
    const Json &several = answer["embeddings"];
    if (several.isArray()) // Cohere, Ollama; Gemini's objects
        return several.items();
    if (several.isObject())
        return preferred(several).items();
    if (const Json &one = answer["embedding"]; one.size() > 0) // Titan, Gemini, Ollama's older API
        return {one};
    const Json &typed = preferred(answer["embeddingsByType"]);
    return typed.isNull() ? Json::Array() : Json::Array{typed};
}

} // namespace

std::optional<QList<chat::Vector>> vectorsIn(const Json &answer)
{
    QList<chat::Vector> vectors;
    for (const Json &sent : vectorsAsSent(answer)) {
        auto vector = vectorOf(sent);
        if (!vector)
            return {};
        vectors.append(std::move(*vector));
    }
    return vectors.isEmpty() ? std::nullopt : std::optional(vectors);
}

} // namespace sb::dialects::embeddings
