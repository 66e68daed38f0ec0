#include "tests/tools/classifier_fit.h"

using namespace sb::routing;

namespace sb::tools {

namespace {

/// One expectation: a feature speaks for a class.
struct Expectation
{
    Feature feature = Feature::SaysEach;
    TaskClass taskClass = TaskClass::Chat;
    double weight = 0;
};

using enum TaskClass;

constexpr std::array Expectations{
    Expectation{Feature::SaysEach, Bulk, 0.5},
    Expectation{Feature::AsksLabel, Simple, 1},
    Expectation{Feature::AsksYesNo, Simple, 1.5},
    Expectation{Feature::AsksOnlyAnswer, Simple, 1},
    Expectation{Feature::AsksRewrite, Simple, 1.5},
    Expectation{Feature::AsksExtract, Simple, 0.7},
    Expectation{Feature::AsksSummary, Simple, 0.7},
    Expectation{Feature::AsksSummary, LongDocument, 0.5},
    Expectation{Feature::NamesDocument, LongDocument, 0.5},
    Expectation{Feature::AsksAggregate, Reasoning, 0.3},
    Expectation{Feature::AsksAggregate, Bulk, -1},
    Expectation{Feature::AsksProof, Reasoning, 2},
    Expectation{Feature::AsksCalculation, Reasoning, 0.8},
    Expectation{Feature::SaysLogic, Reasoning, 0.8},
    Expectation{Feature::AsksDecision, Reasoning, 0.7},
    Expectation{Feature::AsksCritique, Reasoning, 0.8},
    Expectation{Feature::SaysProgram, Code, 1.2},
    Expectation{Feature::SaysComputing, Code, 0.5},
    Expectation{Feature::NamesTech, Code, 1.5},
    Expectation{Feature::IsSocial, Chat, 1},
    Expectation{Feature::AsksCreative, Chat, 1.5},
    Expectation{Feature::AsksAdvice, Chat, 1},
    Expectation{Feature::SaysFeeling, Chat, 0.7},
    Expectation{Feature::AsksExplanation, Chat, 0.7},
    Expectation{Feature::AsksComposition, Chat, 1},
    Expectation{Feature::SaysCareer, Chat, 1},
    Expectation{Feature::SaysCareer, Code, -0.7},
    Expectation{Feature::LeavesTopic, LongDocument, -2},
    Expectation{Feature::LeavesTopic, Bulk, -1},
    Expectation{Feature::AsksPersona, Chat, 1.5},
    Expectation{Feature::SaysArithmetic, Simple, 0.7},
    Expectation{Feature::ManyRecords, Bulk, 1.5},
    Expectation{Feature::FewRecords, Simple, 0.3},
    Expectation{Feature::RecordsWithTask, Bulk, 2.5},
    Expectation{Feature::RecordsOneAnswer, Simple, 1},
    Expectation{Feature::RecordsOneAnswer, Bulk, -2},
    Expectation{Feature::BatchPiece, Bulk, 4},
    Expectation{Feature::CodeLines, Code, 1.5},
    Expectation{Feature::CodeInProse, Code, 1},
    Expectation{Feature::ErrorText, Code, 1.5},
    Expectation{Feature::LogLines, Code, 1.5},
    Expectation{Feature::LogLines, Bulk, -0.7},
    Expectation{Feature::EarlierCode, Code, 0.3},
    Expectation{Feature::LabelOfCode, Simple, 2},
    Expectation{Feature::LabelOfCode, Code, -0.5},
    Expectation{Feature::Specification, Code, 3},
    Expectation{Feature::Specification, LongDocument, -2},
    Expectation{Feature::LongText, LongDocument, 5},
    Expectation{Feature::LongText, Chat, -1},
    Expectation{Feature::MiddleText, Simple, 0.7},
    Expectation{Feature::EarlierLongText, LongDocument, 3.5},
    Expectation{Feature::DocumentMarks, LongDocument, 0.5},
    Expectation{Feature::TellsOfOneself, Chat, 1},
    Expectation{Feature::Numbers, Reasoning, 1},
    Expectation{Feature::MathSigns, Reasoning, 1},
    Expectation{Feature::Amounts, Reasoning, 0.5},
    Expectation{Feature::QuestionMarks, Reasoning, 0.2},
    Expectation{Feature::Quotation, Simple, 1},
    Expectation{Feature::AfterColon, Simple, 0.5},
    Expectation{Feature::OneOperation, Simple, 2},
    Expectation{Feature::OneOperation, Reasoning, -1},
    Expectation{Feature::ShortQuestion, Chat, 0.5},
    Expectation{Feature::ShortQuestion, Reasoning, -1},
    Expectation{Feature::MiddleQuestion, Reasoning, 1},
    Expectation{Feature::AsksNothing, Chat, 3},
    Expectation{Feature::SystemTask, Simple, 1},
    Expectation{Feature::SystemCode, Code, 0.5},
    Expectation{Feature::SystemDocument, LongDocument, 0.3},
    Expectation{Feature::EarlierTurns, Chat, 0.2},
    Expectation{Feature::EarlierTask, Simple, 0.5},
    Expectation{Feature::WantsJson, Simple, 0.5},
    Expectation{Feature::ShortAnswerLimit, Simple, 0.7},
    Expectation{Feature::ShortAnswerLimit, Bulk, 0.5},
};

} // namespace

Model priorModel()
{
    Model model;
    model.bias[std::size_t(Chat)] = 1;
    for (const Expectation &expectation : Expectations)
        model.weights[std::size_t(expectation.feature)][std::size_t(expectation.taskClass)] = expectation.weight;
    return model;
}

} // namespace sb::tools
