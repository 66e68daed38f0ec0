#include "core/routing/classifier/classifier.h"

#include "core/routing/classifier/decision.h"
#include "core/routing/classifier/example_index.h"
#include "core/routing/classifier/rule_matcher.h"

namespace sb::routing {

struct Classifier::Prepared
{
    explicit Prepared(const ClassRules &given)
        : rules(given)
        , examples(given)
    {
    }
    RuleMatcher rules;
    ExampleIndex examples;
};

Classifier::Classifier(const ClassRules &rules)
    : m_prepared(std::make_shared<const Prepared>(rules))
{
}

Classification Classifier::classify(const chat::Request &request, const RequestOrigin &origin) const
{
    const Reading reading = readingOf(request);
    const FeatureVector features = featuresOf(request, reading);
    Classification result = decideByFeatures(request, features);
    std::optional<Classification> own = m_prepared->rules.match(request, reading, origin);
    if (!own)
        own = m_prepared->examples.nearest(request, features);
    if (!own)
        return result;
    own->scores = result.scores;
    return *std::move(own);
}

Classification classify(const chat::Request &request, const ClassRules &rules, const RequestOrigin &origin)
{
    return Classifier(rules).classify(request, origin);
}

} // namespace sb::routing
