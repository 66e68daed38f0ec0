#include "core/routing/classifier/rule_matcher.h"

#include "core/routing/classifier/classifier.h"
#include "core/routing/classifier/decision.h"
#include "core/routing/classifier/instruction.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

struct RuleMatcherText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing)
};

/// What rules ask of a request that is not in its reading; found once for all rules.
struct Totals
{
    qint64 characters = 0;
    bool hasImages = false;
};

Totals totalsOf(const chat::Request &request)
{
    Totals totals;
    for (const chat::Message &message : request.messages) {
        for (const chat::Part &part : message.parts) {
            if (const auto *text = std::get_if<chat::TextPart>(&part))
                totals.characters += text->text.size();
            totals.hasImages = totals.hasImages || std::holds_alternative<chat::ImagePart>(part);
        }
    }
    return totals;
}

bool isInWord(QStringView text, qsizetype at)
{
    return at >= 0 && at < text.size() && text.at(at).isLetterOrNumber() && !isDense(text.at(at).unicode());
}

std::optional<Place> placeOfWord(const std::vector<Excerpt> &pieces, const QString &word)
{
    for (const Excerpt &piece : pieces) {
        for (qsizetype at = piece.text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
             at = piece.text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
            const qsizetype end = at + word.size();
            const bool isWhole = !(isInWord(piece.text, at - 1) && isInWord(piece.text, at))
                && !(isInWord(piece.text, end - 1) && isInWord(piece.text, end));
            if (isWhole)
                return Place{piece.message, piece.offset + at, word.size()};
        }
    }
    return {};
}

/// A match that touches the cut between the beginning and the end of a longer text does not count: "$" would find an
/// end there that the text does not have.
std::optional<Place> placeOfPattern(const std::vector<Excerpt> &pieces, const QRegularExpression &pattern)
{
    for (const Excerpt &piece : pieces) {
        const QRegularExpressionMatch match = pattern.match(piece.text);
        const bool atCut = (&piece != &pieces.back() && match.capturedEnd() == piece.text.size())
            || (&piece != &pieces.front() && match.capturedStart() == 0);
        if (match.hasMatch() && !atCut)
            return Place{piece.message, piece.offset + match.capturedStart(), match.capturedLength()};
    }
    return {};
}

/// Collects the conditions of one rule until one does not hold.
class Conditions
{
public:
    explicit Conditions(const chat::Request &request)
        : m_request(request)
    {
    }

    void check(bool isGiven, bool holds, const char *feature, const QString &what, const QList<Place> &places = {})
    {
        if (!isGiven || !m_hold)
            return;
        m_hold = holds;
        if (holds)
            m_evidence.append({.feature = feature, .what = what, .found = textAt(m_request, places), .places = places});
    }
    [[nodiscard]] bool hold() const { return m_hold && !m_evidence.isEmpty(); }
    [[nodiscard]] QList<Evidence> evidence() const
    {
        QList<Evidence> all = m_evidence;
        for (Evidence &evidence : all)
            evidence.weight = 1.0 / double(all.size());
        return all;
    }

private:
    const chat::Request &m_request;
    QList<Evidence> m_evidence;
    bool m_hold = true;
};

bool systemHas(const Reading &reading, const QString &text)
{
    return std::ranges::any_of(reading.turns, [&text](const Turn &turn) {
        return (turn.role == chat::Role::System || turn.role == chat::Role::Developer)
            && std::ranges::any_of(turn.excerpts, [&text](const Excerpt &excerpt) {
                   return excerpt.text.contains(text, Qt::CaseInsensitive);
               });
    });
}

void checkText(Conditions &conditions, const ClassRule &rule, const QRegularExpression &pattern,
               const std::vector<Excerpt> &pieces)
{
    QList<Place> words;
    for (const QString &word : rule.words) {
        if (const auto place = placeOfWord(pieces, word); place && words.size() < MostPlaces)
            words.append(*place);
    }
    conditions.check(!rule.words.isEmpty(), !words.isEmpty(), "rule_words",
                     RuleMatcherText::tr("has a word of your rule"), words);
    const auto match = rule.pattern.isEmpty() ? std::nullopt : placeOfPattern(pieces, pattern);
    conditions.check(!rule.pattern.isEmpty(), match.has_value(), "rule_pattern",
                     RuleMatcherText::tr("matches the pattern of your rule"),
                     match ? QList<Place>{*match} : QList<Place>());
}

} // namespace

RuleMatcher::RuleMatcher(const ClassRules &rules)
{
    for (const UserClass &userClass : rules.classes) {
        for (const ClassRule &rule : userClass.rules) {
            const QString limited = u"(*LIMIT_MATCH=%1)"_s.arg(MostMatchSteps) + rule.pattern;
            QRegularExpression pattern(rule.pattern.isEmpty() ? QString() : limited,
                                       QRegularExpression::CaseInsensitiveOption);
            pattern.optimize();
            m_entries.push_back({userClass.name, rule, pattern});
        }
    }
}

std::optional<Classification> RuleMatcher::match(const chat::Request &request, const Reading &reading,
                                                 const RequestOrigin &origin) const
{
    if (m_entries.empty())
        return {};
    const Totals totals = totalsOf(request);
    const Turn *asking = reading.last();
    const std::vector<Excerpt> pieces = asking ? edgesOf(*asking, MostRuleHead, MostRuleTail) : std::vector<Excerpt>();
    for (const Entry &entry : m_entries) {
        const ClassRule &rule = entry.rule;
        Conditions conditions(request);
        conditions.check(!rule.client.isEmpty(), rule.client == origin.client, "rule_client",
                         RuleMatcherText::tr("comes from the client %1").arg(rule.client));
        conditions.check(!rule.tag.isEmpty(), origin.tags.contains(rule.tag), "rule_tag",
                         RuleMatcherText::tr("has the tag %1").arg(rule.tag));
        const bool isLongEnough = totals.characters >= rule.minCharacters.value_or(0);
        const bool isShortEnough = !rule.maxCharacters || totals.characters <= *rule.maxCharacters;
        conditions.check(rule.minCharacters || rule.maxCharacters, isLongEnough && isShortEnough, "rule_size",
                         RuleMatcherText::tr("is as long as your rule says"));
        conditions.check(rule.tools.has_value(), rule.tools == !request.tools.isEmpty(), "rule_tools",
                         request.tools.isEmpty() ? RuleMatcherText::tr("offers no tools")
                                                 : RuleMatcherText::tr("offers tools"));
        conditions.check(rule.images.has_value(), rule.images == totals.hasImages, "rule_images",
                         totals.hasImages ? RuleMatcherText::tr("has images") : RuleMatcherText::tr("has no images"));
        conditions.check(!rule.system.isEmpty(), !rule.system.isEmpty() && systemHas(reading, rule.system),
                         "rule_system", RuleMatcherText::tr("the system message has the text of your rule"));
        checkText(conditions, rule, entry.pattern, pieces);
        if (conditions.hold())
            return Classification{.className = entry.className,
                                  .by = ClassifiedBy::Rule,
                                  .confidence = 1,
                                  .evidence = conditions.evidence()};
    }
    return {};
}

} // namespace sb::routing
