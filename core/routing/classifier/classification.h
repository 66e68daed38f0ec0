#pragma once

#include "core/base/json.h"
#include "core/routing/classifier/task_class.h"

#include <QList>

namespace sb::routing {

/// Where in a request something was found.
struct Place
{
    qsizetype message = 0; ///< index in Request::messages
    qsizetype offset = 0; ///< in Message::text(), in UTF-16 units
    qsizetype length = 0; ///< UTF-16 units
    friend bool operator==(const Place &, const Place &) = default;
};

/// One thing that spoke for or against the class that was chosen.
struct Evidence
{
    QByteArray feature = {}; ///< stable name, such as "asks_for_proof"
    QString what = {}; ///< translated: what was seen
    QString found = {}; ///< its words in the request, shortened; empty where it is a length or a setting
    double weight = 0; ///< what it added to the score of the chosen class; below 0 where it spoke against it
    QList<Place> places = {}; ///< where, at most MostPlaces; empty for what has no place
    friend bool operator==(const Evidence &, const Evidence &) = default;
};
inline constexpr qsizetype MostPlaces = 3;

/// The score of one class, in log-odds: a difference of 1 between two classes makes one of them 2.7 times as likely.
struct ClassScore
{
    QString className = {};
    double score = 0;
    double probability = 0; ///< in [0, 1]; of the task classes together 1
    friend bool operator==(const ClassScore &, const ClassScore &) = default;
};

/// How a class was found.
enum class ClassifiedBy
{
    Features, ///< the built-in classes, from the features
    Rule, ///< a rule of the user
    Example ///< an example of the user
};
inline constexpr ClassifiedBy LastClassifiedBy = ClassifiedBy::Example;
[[nodiscard]] QByteArray toWireName(ClassifiedBy by); ///< "features", "rule", "example"
[[nodiscard]] std::optional<ClassifiedBy> classifiedByFromWireName(QByteArrayView name);

/// What kind of work a request is, and why.
struct Classification
{
    QString className = {}; ///< wire name of a TaskClass, or the name of a user's class
    ClassifiedBy by = ClassifiedBy::Features;
    double confidence = 0; ///< in [0, 1]; how often such a decision is right. 1 for a rule; README.md says how measured
    QList<ClassScore> scores = {}; ///< the task classes, most likely first, also where a rule or an example decided
    QList<Evidence> evidence = {}; ///< what decided, heaviest first; for Features the weights add up to the best score
    friend bool operator==(const Classification &, const Classification &) = default;
};

/// The name of a class for people: translated for a task class, as it is for a user's.
[[nodiscard]] QString classNameForPeople(const QString &className);

inline constexpr qsizetype MostRecordedEvidence = 6;
/// Writes into what is stored of a decision: `class`, `confidence`, `classed_by` and `evidence`, the heaviest of it as
/// a list of {"feature", "weight"}. None of the request's words, which may not be kept.
void record(Json &decision, const Classification &task);
/// One thing that spoke for a class, in words, by the name under which it is stored; a name that this version does not
/// know comes back as it is.
[[nodiscard]] QString describeEvidence(QByteArrayView feature);

} // namespace sb::routing
