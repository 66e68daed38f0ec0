#include "core/routing/classifier/decision.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

constexpr qsizetype LongestFound = 40; ///< UTF-16 units of one quotation

struct DecisionText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing)
};

/// A piece of a message, without putting its parts together.
QString slice(const chat::Message &message, const Place &place)
{
    qsizetype start = 0;
    for (const chat::Part &part : message.parts) {
        const auto *text = std::get_if<chat::TextPart>(&part);
        if (!text)
            continue;
        if (place.offset < start + text->text.size())
            return text->text.sliced(place.offset - start,
                                     std::min(place.length, start + text->text.size() - place.offset));
        start += text->text.size();
    }
    return {};
}

} // namespace

QString textAt(const chat::Request &request, const QList<Place> &places)
{
    QStringList found;
    for (const Place &place : places) {
        const QString text = slice(request.messages.at(place.message), place).simplified();
        found.append(text.size() > LongestFound ? text.first(LongestFound - 1) + u'…' : text);
    }
    found.removeDuplicates();
    return found.join(u", "_s);
}

Classification decideByFeatures(const chat::Request &request, const FeatureVector &features)
{
    const Model &model = fittedModel();
    const ClassWeights scores = scoresOf(model, features);
    const ClassWeights probabilities = probabilitiesOf(scores, model.temperature);
    const auto best = std::size_t(std::ranges::max_element(scores) - scores.begin());

    Classification result{.className = QString::fromLatin1(toWireName(TaskClass(best))),
                          .confidence = probabilities[best]};
    for (const TaskClass taskClass : TaskClasses) {
        const auto c = std::size_t(taskClass);
        result.scores.append({QString::fromLatin1(toWireName(taskClass)), scores[c], probabilities[c]});
    }
    std::ranges::stable_sort(result.scores, std::ranges::greater{}, &ClassScore::score);

    result.evidence.append({.feature = "bias",
                            .what = DecisionText::tr("how common the class is without any sign"),
                            .weight = model.bias[best]});
    for (std::size_t f = 0; f < FeatureCount; ++f) {
        const double weight = model.weights[f][best] * features.values[f];
        if (weight == 0)
            continue;
        result.evidence.append({.feature = toWireName(Feature(f)),
                                .what = describe(Feature(f)),
                                .found = textAt(request, features.places[f]),
                                .weight = weight,
                                .places = features.places[f]});
    }
    std::ranges::stable_sort(result.evidence, std::ranges::greater{}, &Evidence::weight);
    return result;
}

} // namespace sb::routing
