#include "core/routing/classifier/example_index.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace sb::routing {

namespace {

constexpr double LetterGroupWeight = 0.5; ///< of a group of letters beside a whole word
constexpr qsizetype LongestExcerpt = 60; ///< UTF-16 units of an example in the evidence
/// Of what DefaultThreshold takes in examples.jsonl, 10 of 14 are right; a repetition is certain.
constexpr double ConfidenceAtThreshold = 0.7;

constexpr double Repeated = 0.999; ///< cosine of a text that an example has word for word

struct ExampleIndexText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing)
};

/// What a request may want that another one does not.
constexpr std::array Wishes{
    Feature::AsksLabel,       Feature::AsksYesNo,       Feature::AsksOnlyAnswer,  Feature::AsksRewrite,
    Feature::AsksExtract,     Feature::AsksSummary,     Feature::AsksAggregate,   Feature::AsksProof,
    Feature::AsksCalculation, Feature::AsksDecision,    Feature::AsksCritique,    Feature::AsksCreative,
    Feature::AsksAdvice,      Feature::AsksExplanation, Feature::AsksComposition, Feature::AsksPersona,
    Feature::SaysProgram,     Feature::NamesTech,       Feature::CodeLines,       Feature::IsSocial,
    Feature::LeavesTopic,     Feature::OneOperation,
};

/// FNV-1a, with the length so that a group of letters is no word.
quint32 hashOf(QStringView text, quint32 kind)
{
    quint32 hash = 2'166'136'261u ^ kind;
    for (const QChar c : text)
        hash = (hash ^ c.unicode()) * 16'777'619u;
    return hash;
}

QString comparedPart(const QString &text)
{
    if (text.size() <= MostCompared)
        return text.toLower();
    constexpr qsizetype Tail = MostCompared / 4;
    return (text.first(MostCompared - Tail) + u' ' + text.last(Tail)).toLower();
}

void addWord(std::vector<quint32> &words, std::vector<quint32> &groups, QStringView padded)
{
    words.push_back(hashOf(padded.sliced(1, padded.size() - 2), 1));
    for (const qsizetype length : {3, 4}) {
        for (qsizetype i = 0; i + length <= padded.size(); ++i)
            groups.push_back(hashOf(padded.sliced(i, length), quint32(length)));
    }
}

/// Counts, sorted by hash.
void addCounts(TextVector &vector, std::vector<quint32> &hashes, double unit)
{
    std::ranges::sort(hashes);
    for (std::size_t i = 0; i < hashes.size();) {
        std::size_t end = i;
        while (end < hashes.size() && hashes[end] == hashes[i])
            ++end;
        vector.emplace_back(hashes[i], float(unit * (1 + std::log(double(end - i)))));
        i = end;
    }
}

FeatureVector featuresOfExample(const QString &text)
{
    chat::Request request;
    request.messages = {chat::Message::make(chat::Role::User, text)};
    return featuresOf(request);
}

ClassWeights kindsOf(const FeatureVector &features)
{
    const Model &model = fittedModel();
    return probabilitiesOf(scoresOf(model, features), model.temperature);
}

} // namespace

TextVector textVectorOf(const QString &text)
{
    const QString compared = comparedPart(text);
    std::vector<quint32> words;
    std::vector<quint32> groups;
    QString padded;
    for (qsizetype i = 0; i <= compared.size(); ++i) {
        const bool inWord = i < compared.size() && (compared.at(i).isLetterOrNumber() || compared.at(i) == u'_');
        if (inWord) {
            if (padded.isEmpty())
                padded += u' ';
            padded += compared.at(i);
        } else if (!padded.isEmpty()) {
            padded += u' ';
            addWord(words, groups, padded);
            padded.clear();
        }
    }
    TextVector vector;
    addCounts(vector, words, 1);
    addCounts(vector, groups, LetterGroupWeight);
    std::ranges::sort(vector);
    double square = 0;
    for (const auto &[hash, weight] : vector)
        square += double(weight) * double(weight);
    for (auto &[hash, weight] : vector)
        weight = float(double(weight) / std::sqrt(square));
    return vector;
}

ExampleIndex::ExampleIndex(const ClassRules &rules)
{
    for (const UserClass &userClass : rules.classes) {
        if (userClass.examples.isEmpty())
            continue;
        Class own{.name = userClass.name, .threshold = userClass.threshold.value_or(DefaultThreshold)};
        std::unordered_map<quint32, double> center;
        for (const QString &text : userClass.examples) {
            if (m_examples.size() >= MostIndexed)
                break;
            const TextVector vector = textVectorOf(text);
            for (const auto &[hash, weight] : vector) {
                m_postings[hash].emplace_back(quint32(m_examples.size()), weight);
                center[hash] += double(weight);
            }
            m_examples.push_back({m_classes.size(), text});
            const FeatureVector features = featuresOfExample(text);
            const ClassWeights kinds = kindsOf(features);
            for (std::size_t c = 0; c < TaskClassCount; ++c)
                own.kinds[c] += kinds[c];
            for (const Feature wish : Wishes)
                own.wishes[std::size_t(wish)] = own.wishes[std::size_t(wish)] || features[wish] > 0;
            ++own.count;
        }
        for (double &kind : own.kinds)
            kind /= double(std::max(own.count, std::size_t(1)));
        double square = 0;
        for (const auto &[hash, weight] : center)
            square += weight * weight;
        own.centerLength = square > 0 ? std::sqrt(square) : 1;
        m_classes.push_back(own);
    }
}

double ExampleIndex::kindOf(const Class &userClass, const FeatureVector &features) const
{
    const ClassWeights kinds = kindsOf(features);
    double agreement = 0;
    for (std::size_t c = 0; c < TaskClassCount; ++c)
        agreement += std::sqrt(kinds[c] * userClass.kinds[c]);
    for (const Feature wish : Wishes) {
        if (features[wish] > 0 && !userClass.wishes[std::size_t(wish)])
            agreement /= 2;
    }
    return std::min(agreement, 1.0);
}

std::optional<Classification> ExampleIndex::nearest(const chat::Request &request, const FeatureVector &features) const
{
    if (m_examples.empty())
        return {};
    std::vector<double> cosines(m_examples.size());
    for (const auto &[hash, weight] : textVectorOf(exampleOf(request))) {
        const auto postings = m_postings.find(hash);
        if (postings == m_postings.end())
            continue;
        for (const auto &[example, exampleWeight] : postings->second)
            cosines[example] += double(weight) * double(exampleWeight);
    }

    std::vector<double> nearestOf(m_classes.size());
    std::vector<double> sums(m_classes.size());
    for (std::size_t i = 0; i < cosines.size(); ++i) {
        const std::size_t owner = m_examples[i].owner;
        nearestOf[owner] = std::max(nearestOf[owner], cosines[i]);
        sums[owner] += cosines[i];
    }
    std::optional<std::size_t> best;
    double bestRank = 0;
    double bestKind = 0;
    for (std::size_t c = 0; c < m_classes.size(); ++c) {
        const double kind = kindOf(m_classes[c], features);
        const double similarity = (nearestOf[c] + sums[c] / m_classes[c].centerLength) / 2 * kind;
        // The same text is the same class, whatever else the other examples want.
        const double rank = nearestOf[c] > Repeated ? 2 : similarity;
        if (rank < m_classes[c].threshold || rank <= bestRank)
            continue;
        best = c;
        bestRank = rank;
        bestKind = kind;
    }
    if (!best)
        return {};

    const Class &own = m_classes[*best];
    const double above = std::min((bestRank - own.threshold) / std::max(1 - own.threshold, 0.01), 1.0);
    Classification result{.className = own.name,
                          .by = ClassifiedBy::Example,
                          .confidence = ConfidenceAtThreshold + (1 - ConfidenceAtThreshold) * above};
    bool isNearest = true; // only the first of equal ones
    for (std::size_t i = 0; i < cosines.size(); ++i) {
        if (m_examples[i].owner != *best || cosines[i] <= 0)
            continue;
        const bool counts = isNearest && cosines[i] == nearestOf[*best];
        isNearest = isNearest && !counts;
        result.evidence.append({.feature = "example",
                                .what = ExampleIndexText::tr("is like an example of yours"),
                                .found = m_examples[i].text.simplified().left(LongestExcerpt),
                                .weight = (cosines[i] / own.centerLength + (counts ? cosines[i] : 0)) / 2 * bestKind});
    }
    std::ranges::stable_sort(result.evidence, std::ranges::greater{}, &Evidence::weight);
    return result;
}

} // namespace sb::routing
