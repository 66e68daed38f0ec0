#include "core/dialects/bedrock_invoke/client/bodies.h"

#include "core/dialects/bedrock_invoke/client/dialogue.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::dialects::bedrock {

// Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html,
// …/model-parameters-embed.html, https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html
Result<Body> embeddingBody(const BodyInput &input)
{
    Notices notices;
    const auto dialogue = dialogueOf(input.request.messages, notices);
    if (!dialogue)
        return tl::unexpected(dialogue.error());
    QStringList texts{dialogue->instructions};
    for (const Turn &turn : dialogue->turns)
        texts.append(turn.text);
    texts.removeAll(QString());
    const QString text = texts.join(u"\n\n"_s);
    notices.translated(
        u"messages"_s,
        QT_TRANSLATE_NOOP("sb::dialects", "This model makes vectors of texts: all texts were sent as one."));
    switch (input.family) {
    case Family::TitanEmbedding:
        return Body{.json = Json(Json::Object{{"inputText", text}}), .notices = notices.all()};
    case Family::CohereEmbedding:
        return Body{.json = Json(Json::Object{{"texts", Json(Json::Array{text})}, {"input_type", "search_document"}}),
                    .notices = notices.all()};
    default:
        break;
    }
    const Json content(Json::Object{{"truncationMode", "END"}, {"value", text}});
    const Json parameters(Json::Object{{"embeddingPurpose", "GENERIC_INDEX"}, {"text", content}});
    return Body{.json = Json(Json::Object{{"taskType", "SINGLE_EMBEDDING"}, {"singleEmbeddingParams", parameters}}),
                .notices = notices.all()};
}

} // namespace sb::dialects::bedrock
