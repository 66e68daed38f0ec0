#pragma once

#include "core/routing/classifier/classification.h"

#include "core/chat/request.h"

#include <array>
#include <vector>

namespace sb::routing {

/// What the classifier looks at. README.md says what each is worth; weights.h has a row for each, in this order.
/// The first ones are the word groups, in the order of WordGroup.
enum class Feature
{
    SaysEach,
    SaysBatch,
    AsksLabel,
    AsksYesNo,
    AsksOnlyAnswer,
    AsksRewrite,
    AsksExtract,
    AsksSummary,
    NamesDocument,
    AsksAggregate,
    AsksProof,
    AsksCalculation,
    SaysLogic,
    AsksDecision,
    AsksCritique,
    SaysProgram,
    SaysComputing,
    NamesTech,
    IsSocial,
    AsksCreative,
    AsksAdvice,
    SaysFeeling,
    AsksExplanation,
    AsksComposition,
    SaysCareer,
    LeavesTopic,
    AsksPersona,
    SaysArithmetic,
    // Records
    ManyRecords, ///< 0 below 10, 1 from 20
    FewRecords, ///< 3 to 15
    RecordsWithTask, ///< many of them, and a word for a label, a rewriting or a result for each
    RecordsOneAnswer, ///< records, and one figure is wanted from them
    BatchPiece, ///< "17/4000", a batch id
    // Programs
    CodeLines,
    CodeInProse, ///< "foo()", "--flag", "main.py", "a == b"
    ErrorText,
    LogLines,
    EarlierCode,
    LabelOfCode, ///< a bare answer or yes and no, about code
    Specification, ///< a long text, and a program is to be made of it
    // Documents
    LongText, ///< 0 at 2,400 weighted characters of prose in one message, 1 from 3,000
    MiddleText, ///< 400 to 3,000 characters
    EarlierLongText, ///< the same, in the system message or an earlier turn
    DocumentMarks,
    TellsOfOneself, ///< share of "I" and "my" in a longer text
    // The question
    Numbers,
    MathSigns,
    Amounts, ///< currency, percent, units
    QuestionMarks,
    Quotation,
    AfterColon, ///< text after a colon in a short question
    OneOperation, ///< a short question with one or two numbers and an operation
    ShortQuestion, ///< up to 60 characters
    MiddleQuestion, ///< 100 to 1,200 characters with no material
    AsksNothing, ///< no question at all
    // The rest of the request
    SystemTask, ///< the system message asks for a label, an extraction or a rewriting
    SystemCode, ///< the system message or the tools are about programs
    SystemDocument, ///< the system message says that a document follows
    EarlierTurns,
    EarlierTask, ///< a standing task in an earlier user turn
    HasTools,
    WantsJson,
    ShortAnswerLimit, ///< max_tokens up to 32
};
inline constexpr std::size_t FeatureCount = std::size_t(Feature::ShortAnswerLimit) + 1;

/// How much of each feature a request has; 0: none, 1: plainly there, at most 2.
struct FeatureVector
{
    std::array<double, FeatureCount> values{};
    std::array<QList<Place>, FeatureCount> places{}; ///< at most MostPlaces each

    double &operator[](Feature feature) { return values[std::size_t(feature)]; }
    double operator[](Feature feature) const { return values[std::size_t(feature)]; }
    void addPlace(Feature feature, const Place &place);
};

struct Reading;
[[nodiscard]] FeatureVector featuresOf(const chat::Request &request, const Reading &reading);
[[nodiscard]] FeatureVector featuresOf(const chat::Request &request);

[[nodiscard]] QByteArray toWireName(Feature feature); ///< "asks_proof"
[[nodiscard]] QString describe(Feature feature); ///< translated, such as "asks for a proof"

} // namespace sb::routing
