#include "core/routing/classifier/features.h"

#include "core/routing/wire_names.h"

#include <QCoreApplication>

namespace sb::routing {

namespace {

struct FeatureName
{
    Feature feature = Feature::SaysEach;
    const char *name = "";
    const char *sentence = "";
};

/// In the order of the enumerators.
constexpr std::array<FeatureName, FeatureCount> FeatureNames{{
    {Feature::SaysEach, "says_each", QT_TRANSLATE_NOOP("sb::routing", "wants a result for each of several things")},
    {Feature::SaysBatch, "says_batch", QT_TRANSLATE_NOOP("sb::routing", "speaks of a batch or its items")},
    {Feature::AsksLabel, "asks_label", QT_TRANSLATE_NOOP("sb::routing", "asks for a label")},
    {Feature::AsksYesNo, "asks_yes_no", QT_TRANSLATE_NOOP("sb::routing", "asks for yes or no")},
    {Feature::AsksOnlyAnswer, "asks_only_answer", QT_TRANSLATE_NOOP("sb::routing", "wants the bare answer")},
    {Feature::AsksRewrite, "asks_rewrite", QT_TRANSLATE_NOOP("sb::routing", "asks to translate or reword")},
    {Feature::AsksExtract, "asks_extract", QT_TRANSLATE_NOOP("sb::routing", "asks to find values in a text")},
    {Feature::AsksSummary, "asks_summary", QT_TRANSLATE_NOOP("sb::routing", "asks for a summary")},
    {Feature::NamesDocument, "names_document", QT_TRANSLATE_NOOP("sb::routing", "refers to a text")},
    {Feature::AsksAggregate, "asks_aggregate", QT_TRANSLATE_NOOP("sb::routing", "asks for one figure from many")},
    {Feature::AsksProof, "asks_proof", QT_TRANSLATE_NOOP("sb::routing", "asks for a proof")},
    {Feature::AsksCalculation, "asks_calculation", QT_TRANSLATE_NOOP("sb::routing", "asks for a calculation")},
    {Feature::SaysLogic, "says_logic", QT_TRANSLATE_NOOP("sb::routing", "states conditions as a puzzle does")},
    {Feature::AsksDecision, "asks_decision", QT_TRANSLATE_NOOP("sb::routing", "asks for a decision or a plan")},
    {Feature::AsksCritique, "asks_critique",
     QT_TRANSLATE_NOOP("sb::routing", "asks for causes, or to weigh an argument")},
    {Feature::SaysProgram, "says_program", QT_TRANSLATE_NOOP("sb::routing", "uses words of programming")},
    {Feature::SaysComputing, "says_computing", QT_TRANSLATE_NOOP("sb::routing", "uses words of computing")},
    {Feature::NamesTech, "names_tech", QT_TRANSLATE_NOOP("sb::routing", "names a programming language or tool")},
    {Feature::IsSocial, "is_social", QT_TRANSLATE_NOOP("sb::routing", "greets or thanks")},
    {Feature::AsksCreative, "asks_creative", QT_TRANSLATE_NOOP("sb::routing", "asks for something invented")},
    {Feature::AsksAdvice, "asks_advice", QT_TRANSLATE_NOOP("sb::routing", "asks for advice or ideas")},
    {Feature::SaysFeeling, "says_feeling", QT_TRANSLATE_NOOP("sb::routing", "speaks of feelings or of people nearby")},
    {Feature::AsksExplanation, "asks_explanation", QT_TRANSLATE_NOOP("sb::routing", "asks what something is")},
    {Feature::AsksComposition, "asks_composition", QT_TRANSLATE_NOOP("sb::routing", "asks to write something new")},
    {Feature::SaysCareer, "says_career", QT_TRANSLATE_NOOP("sb::routing", "speaks of learning or a profession")},
    {Feature::LeavesTopic, "leaves_topic", QT_TRANSLATE_NOOP("sb::routing", "turns to another topic")},
    {Feature::AsksPersona, "asks_persona", QT_TRANSLATE_NOOP("sb::routing", "asks to play a part")},
    {Feature::SaysArithmetic, "says_arithmetic", QT_TRANSLATE_NOOP("sb::routing", "uses words of arithmetic")},
    {Feature::ManyRecords, "many_records", QT_TRANSLATE_NOOP("sb::routing", "has about 20 records or more")},
    {Feature::FewRecords, "few_records", QT_TRANSLATE_NOOP("sb::routing", "has a few records")},
    {Feature::RecordsWithTask, "records_with_task",
     QT_TRANSLATE_NOOP("sb::routing", "has many records and one task for all")},
    {Feature::RecordsOneAnswer, "records_one_answer",
     QT_TRANSLATE_NOOP("sb::routing", "has records and wants one figure from them")},
    {Feature::BatchPiece, "batch_piece", QT_TRANSLATE_NOOP("sb::routing", "is one piece of a batch")},
    {Feature::CodeLines, "code_lines", QT_TRANSLATE_NOOP("sb::routing", "has lines of code")},
    {Feature::CodeInProse, "code_in_prose", QT_TRANSLATE_NOOP("sb::routing", "has names or signs as in code")},
    {Feature::ErrorText, "error_text", QT_TRANSLATE_NOOP("sb::routing", "has an error message of a program")},
    {Feature::LogLines, "log_lines", QT_TRANSLATE_NOOP("sb::routing", "has lines of a log or stack trace")},
    {Feature::EarlierCode, "earlier_code", QT_TRANSLATE_NOOP("sb::routing", "the conversation had code before")},
    {Feature::LabelOfCode, "label_of_code", QT_TRANSLATE_NOOP("sb::routing", "wants a bare answer about code")},
    {Feature::Specification, "specification",
     QT_TRANSLATE_NOOP("sb::routing", "describes a program that is to be made")},
    {Feature::LongText, "long_text", QT_TRANSLATE_NOOP("sb::routing", "has a long text")},
    {Feature::MiddleText, "middle_text", QT_TRANSLATE_NOOP("sb::routing", "has a text of middle length")},
    {Feature::EarlierLongText, "earlier_long_text",
     QT_TRANSLATE_NOOP("sb::routing", "the conversation had a long text before")},
    {Feature::DocumentMarks, "document_marks",
     QT_TRANSLATE_NOOP("sb::routing", "has headings or paragraphs of a document")},
    {Feature::TellsOfOneself, "tells_of_oneself", QT_TRANSLATE_NOOP("sb::routing", "tells of the person who asks")},
    {Feature::Numbers, "numbers", QT_TRANSLATE_NOOP("sb::routing", "the question has numbers")},
    {Feature::MathSigns, "math_signs", QT_TRANSLATE_NOOP("sb::routing", "has signs of formulas")},
    {Feature::Amounts, "amounts", QT_TRANSLATE_NOOP("sb::routing", "has amounts with units")},
    {Feature::QuestionMarks, "question_marks", QT_TRANSLATE_NOOP("sb::routing", "has question marks")},
    {Feature::Quotation, "quotation", QT_TRANSLATE_NOOP("sb::routing", "quotes what it is about")},
    {Feature::AfterColon, "after_colon", QT_TRANSLATE_NOOP("sb::routing", "has a text after a colon")},
    {Feature::OneOperation, "one_operation", QT_TRANSLATE_NOOP("sb::routing", "is a single arithmetic operation")},
    {Feature::ShortQuestion, "short_question", QT_TRANSLATE_NOOP("sb::routing", "is short")},
    {Feature::MiddleQuestion, "middle_question", QT_TRANSLATE_NOOP("sb::routing", "takes several sentences to ask")},
    {Feature::AsksNothing, "asks_nothing", QT_TRANSLATE_NOOP("sb::routing", "asks nothing")},
    {Feature::SystemTask, "system_task",
     QT_TRANSLATE_NOOP("sb::routing", "the system message sets a task of labels or values")},
    {Feature::SystemCode, "system_code",
     QT_TRANSLATE_NOOP("sb::routing", "the system message or the tools are about programs")},
    {Feature::SystemDocument, "system_document",
     QT_TRANSLATE_NOOP("sb::routing", "the system message refers to a text")},
    {Feature::EarlierTurns, "earlier_turns", QT_TRANSLATE_NOOP("sb::routing", "goes on with a conversation")},
    {Feature::EarlierTask, "earlier_task", QT_TRANSLATE_NOOP("sb::routing", "a task was set before")},
    {Feature::HasTools, "has_tools", QT_TRANSLATE_NOOP("sb::routing", "offers tools")},
    {Feature::WantsJson, "wants_json", QT_TRANSLATE_NOOP("sb::routing", "demands JSON")},
    {Feature::ShortAnswerLimit, "short_answer_limit", QT_TRANSLATE_NOOP("sb::routing", "allows only a short answer")},
}};

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < FeatureCount; ++i) {
        if (FeatureNames[i].feature != Feature(i))
            return false;
    }
    return true;
}
static_assert(isInOrder());

} // namespace

QByteArray toWireName(Feature feature)
{
    return FeatureNames[std::size_t(feature)].name;
}

QString describe(Feature feature)
{
    return QCoreApplication::translate("sb::routing", FeatureNames[std::size_t(feature)].sentence);
}

} // namespace sb::routing
