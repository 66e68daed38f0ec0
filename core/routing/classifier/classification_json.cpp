#include "core/routing/classifier/classification.h"
#include "core/routing/classifier/features.h"
#include "core/routing/wire_names.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace sb::routing {

namespace {

constexpr std::array<WireName<ClassifiedBy>, 3> ClassifiedByNames{{
    {ClassifiedBy::Features, "features"},
    {ClassifiedBy::Rule, "rule"},
    {ClassifiedBy::Example, "example"},
}};
static_assert(isComplete(ClassifiedByNames, LastClassifiedBy));

struct OtherEvidence
{
    const char *name = "";
    const char *sentence = "";
};

/// What is no feature of the request, but is evidence: as the matcher of rules and the index of examples name it.
constexpr std::array OtherEvidences{
    OtherEvidence{"bias", QT_TRANSLATE_NOOP("sb::routing", "how common the class is without any sign")},
    OtherEvidence{"example", QT_TRANSLATE_NOOP("sb::routing", "is like an example of yours")},
    OtherEvidence{"rule_words", QT_TRANSLATE_NOOP("sb::routing", "has a word of your rule")},
    OtherEvidence{"rule_pattern", QT_TRANSLATE_NOOP("sb::routing", "matches the pattern of your rule")},
    OtherEvidence{"rule_size", QT_TRANSLATE_NOOP("sb::routing", "is as long as your rule says")},
    OtherEvidence{"rule_tools", QT_TRANSLATE_NOOP("sb::routing", "has tools or none, as your rule says")},
    OtherEvidence{"rule_images", QT_TRANSLATE_NOOP("sb::routing", "has images or none, as your rule says")},
    OtherEvidence{"rule_system", QT_TRANSLATE_NOOP("sb::routing", "the system message has the text of your rule")},
    OtherEvidence{"rule_client", QT_TRANSLATE_NOOP("sb::routing", "comes from the client of your rule")},
    OtherEvidence{"rule_tag", QT_TRANSLATE_NOOP("sb::routing", "has the tag of your rule")},
};

double twoDecimals(double value)
{
    return std::round(value * 100) / 100; // of more digits nobody can say anything
}

} // namespace

QByteArray toWireName(ClassifiedBy by)
{
    return nameIn(ClassifiedByNames, by);
}

std::optional<ClassifiedBy> classifiedByFromWireName(QByteArrayView name)
{
    return valueIn(ClassifiedByNames, name);
}

QString classNameForPeople(const QString &className)
{
    const auto task = taskClassFromWireName(className.toUtf8());
    return task ? displayName(*task) : className;
}

void record(Json &decision, const Classification &task)
{
    QList<Evidence> heaviest = task.evidence;
    std::ranges::stable_sort(heaviest, std::ranges::greater{},
                             [](const Evidence &each) { return std::abs(each.weight); });
    Json evidence = Json::array();
    for (const Evidence &each : heaviest.first(std::min(heaviest.size(), MostRecordedEvidence))) {
        Json one;
        one.set("feature", Json(each.feature));
        one.set("weight", twoDecimals(each.weight));
        evidence.append(one);
    }
    decision.set("class", task.className);
    decision.set("confidence", twoDecimals(task.confidence));
    decision.set("classed_by", Json(toWireName(task.by)));
    decision.set("evidence", evidence);
}

QString describeEvidence(QByteArrayView feature)
{
    for (std::size_t f = 0; f < FeatureCount; ++f) {
        if (toWireName(Feature(f)) == feature)
            return describe(Feature(f));
    }
    for (const OtherEvidence &each : OtherEvidences) {
        if (feature == each.name)
            return QCoreApplication::translate("sb::routing", each.sentence);
    }
    return QString::fromUtf8(feature);
}

} // namespace sb::routing
