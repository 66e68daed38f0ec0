#include "core/base/secret_shapes.h"

#include <QList>
#include <QRegularExpression>
#include <QString>

using namespace Qt::StringLiterals;

namespace sb {

namespace {

// Repetitions are bounded where a pattern may begin again inside its own match: hostile text must not take square time.

/// What is found is replaced by \1, the mark and \2: groups 1 and 2 are what stays readable around the secret.
using Shapes = QList<QRegularExpression>;

// A key begins at a word's start; an escape in front of it ("%20", "\n", "\u0022") ends in letters or digits.
const QString Start = uR"((?:(?<![A-Za-z0-9])|(?<=%[0-9A-Fa-f]{2})|(?<=\\[bfnrt])|(?<=\\u[0-9A-Fa-f]{4})))"_s;
// Between a name and its value: "name": "value", name=value, \"name\":\"value\", and the same percent-encoded.
const QString Assign = uR"((?>\\*["']?\s*(?:[:=]|\\u003d|%3[AaDd])\s*\\*["']?))"_s;
const QString Value = uR"([^\s"'\\,;&<>]++)"_s;

const QString SecretName =
    u"(?:(?:[a-z0-9]{1,24}[-_]){0,4}(?:api|access|secret|auth|account|private)[-_]?key|(?:aws[-_]?)?secret[-_]?access[-"
    u"_]?key"
    "|(?:access|refresh|id|session|auth|bearer|security)[-_]?token|client[-_]?secret|password|passwd)"_s;
const QString SecretHeader =
    u"(?:(?:x-(?:[a-z0-9]{1,24}-){0,4}|xi-|ocp-apim-)(?:(?:api|subscription|auth|access|functions)-)?(?:key|token)"
    "|api-key|(?:set-)?cookie)"_s;
const QString SecretParameter =
    u"(?:key|token|auth|code|sig|signature|secret|credential|subscription-key|x-amz-(?:signature|credential|security-"
    "token))"_s;

QRegularExpression shape(const QString &pattern, QRegularExpression::PatternOptions options = {})
{
    return QRegularExpression(pattern, options);
}

Shapes makeShapes()
{
    constexpr auto AnyCase = QRegularExpression::CaseInsensitiveOption;
    const QString authorization = u"("_s + Start + u"(?:proxy-)?authorization"_s + Assign;
    return {
        // A block that was cut off goes to the end of the text.
        shape(
            uR"(()-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----.*?(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|\z)())"_s,
            QRegularExpression::DotMatchesEverythingOption),
        // https://user:password@host
        shape(uR"((\b[a-z][a-z0-9+.-]{0,20}://)[^/?#\s"'<>\\]+(@))"_s, AnyCase),
        shape(authorization + uR"((?:bearer|basic|token|apikey|key)(?:\s|%20|\+)+))"_s + Value + u"()"_s, AnyCase),
        // Of a scheme that we do not know, and of signatures with several parameters, the whole value goes.
        shape(authorization + uR"()(?!(?:bearer|basic|token|apikey|key)(?:\s|%20|\+))[^\r\n"'\\]++())"_s, AnyCase),
        shape(uR"((\b(?:bearer|basic)(?:\s|%20)+)(?=[A-Za-z._~+/=-]*[0-9])[A-Za-z0-9._~+/=-]{8,}())"_s, AnyCase),
        shape(u"("_s + Start + SecretHeader + Assign + u")"_s + Value + u"()"_s, AnyCase),
        // Quoted, or long enough to be no word of a sentence ("password: must not be empty").
        shape(u"("_s + Start + SecretName + uR"(\\*["']\s*:\s*\\*["'])[^"'\\]++())"_s, AnyCase),
        shape(u"("_s + Start + SecretName + Assign + uR"()[^\s"'\\,;&<>]{12,}+())"_s, AnyCase),
        shape(u"((?:[?&;]|\\\\u0026|%3[fF]|%26)(?:"_s + SecretParameter + u"|"_s + SecretName
                  + uR"()(?:=|\\u003d|%3[dD]))[^&\s"'#\\<>%]++())"_s,
              AnyCase),
        // JSON Web Tokens: {"alg": … begins with eyJ.
        shape(u"()"_s + Start + uR"(eyJ[A-Za-z0-9_-]{5,2048}+\.[A-Za-z0-9_-]{5,}(?:\.[A-Za-z0-9_-]*)?())"_s),
        // "sk-" also begins words (sk-learn); a key has a digit, a capital or the provider's own asterisks in it.
        shape(u"()"_s + Start + uR"([ct]?sk-(?=[a-z_-]{0,64}[A-Z0-9*])[A-Za-z0-9_*-]{12,}())"_s),
        shape(u"()"_s + Start
              + u"(?:AIza|xai-|gsk_|hf_|r8_|fw_|pplx-|nvapi-|tgp_v1_|ghp_|gho_|ghs_|ghu_|github_pat_|sk_live_|sk_test_|"
                "xox[abprs]-|ya29\\.|ABSK|bedrock-api-key-)[A-Za-z0-9_*.-]{16,}[A-Za-z0-9_*=/+-]*()"_s),
        shape(u"()"_s + Start + u"(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])()"_s),
    };
}

} // namespace

QByteArray withoutSecretShapes(const QByteArray &text, const char *mark)
{
    static const Shapes shapes = makeShapes();
    // Latin-1 maps every byte to one character and back, whatever the encoding is.
    QString clean = QString::fromLatin1(text);
    const QString replacement = u"\\1"_s + QLatin1StringView(mark) + u"\\2"_s;
    for (const QRegularExpression &expression : shapes)
        clean.replace(expression, replacement);
    return clean.toLatin1();
}

} // namespace sb
