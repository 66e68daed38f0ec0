#include "core/practice/practice_vectors.h"

#include "core/base/json.h"
#include "core/base/random.h"
#include "core/practice/answer_text.h"
#include "core/practice/tokens.h"

#include <QRegularExpression>

#include <cmath>
#include <vector>

using namespace Qt::StringLiterals;

namespace sb::practice {

namespace {

constexpr qint64 UsualDimensions = 32; ///< few enough to be read in a terminal
constexpr qint64 MostDimensions = 1024;

/// The sum of what each word points at, so that common words bring texts together.
Json vectorOf(const QString &text, qint64 dimensions, quint64 voice)
{
    static const QRegularExpression gaps(u"\\W+"_s, QRegularExpression::UseUnicodePropertiesOption);
    QStringList words = text.toLower().split(gaps, Qt::SkipEmptyParts);
    if (words.isEmpty())
        words.append(text);
    std::vector<double> sum(size_t(dimensions), 0.0);
    for (const QString &word : std::as_const(words)) {
        SeededRandom random(seedOf(word, voice));
        for (double &each : sum)
            each += 2 * random.unit() - 1;
    }
    double square = 0;
    for (const double each : sum)
        square += each * each;
    const double length = square > 0 ? std::sqrt(square) : 1;
    Json vector = Json::array();
    for (const double each : sum)
        vector.append(Json(Json::Number{QByteArray::number(each / length, 'f', 6)}));
    return vector;
}

Result<QStringList> textsIn(const Json &input)
{
    QStringList texts;
    for (const Json &each : input.isString() ? Json::Array{input} : input.items()) {
        if (!each.isString())
            return failure(Error::Kind::InvalidInput, u"input: expected a text or a list of texts"_s);
        texts.append(each.toText());
    }
    if (texts.isEmpty())
        return failure(Error::Kind::InvalidInput, u"input: expected one text or more"_s);
    return texts;
}

} // namespace

bool takesTexts(catalog::DialectId dialect, const QByteArray &path)
{
    return dialect == catalog::DialectId::OpenAiChat && path == "/v1/embeddings";
}

Result<QByteArray> vectorsFor(const QByteArray &body, quint64 voice)
{
    const auto request = parseJson(body);
    if (!request)
        return tl::unexpected(request.error());
    const auto texts = textsIn((*request)["input"]);
    if (!texts)
        return tl::unexpected(texts.error());
    const Json &asked = (*request)["dimensions"];
    const qint64 dimensions = asked.isNull() ? UsualDimensions : asked.toInteger().value_or(0);
    if (dimensions < 1 || dimensions > MostDimensions)
        return failure(Error::Kind::InvalidInput,
                       u"dimensions: expected a whole number from 1 to %1"_s.arg(MostDimensions));
    Json data = Json::array();
    qint64 tokens = 0;
    for (const QString &text : *texts) {
        tokens += countTokens(text);
        data.append(Json(Json::Object{
            {"object", "embedding"}, {"index", data.size()}, {"embedding", vectorOf(text, dimensions, voice)}}));
    }
    return Json(Json::Object{{"object", "list"},
                             {"data", data},
                             {"model", (*request)["model"]},
                             {"practice", true},
                             {"usage", Json(Json::Object{{"prompt_tokens", tokens}, {"total_tokens", tokens}})}})
        .dump();
}

} // namespace sb::practice
