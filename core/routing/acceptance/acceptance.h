#pragma once

#include "core/chat/event.h"
#include "core/chat/request.h"
#include "core/routing/acceptance/bounded_pattern.h"
#include "core/routing/acceptance/check.h"
#include "core/routing/acceptance/repair.h"
#include "core/routing/acceptance/schema.h"

#include <QHash>

#include <vector>

namespace sb::routing {

/// What one check says of one answer.
struct CheckVerdict
{
    enum class Kind
    {
        Passed,
        Failed,
        CannotCheck, ///< nothing is known: a schema beyond ours, a text too short for its language
        DoesNotApply ///< there is nothing to look at: no call, no text beside calls, no schema in the request
    };
    QByteArray check = {}; ///< "json_schema", …
    Kind kind = Kind::Passed;
    QString detail = {}; ///< translated; of a check that passed what was mended, else empty. Of the answer
                         ///< it holds names of members and tools only
    friend bool operator==(const CheckVerdict &, const CheckVerdict &) = default;
};
[[nodiscard]] QByteArray toWireName(CheckVerdict::Kind kind); ///< "passed", "failed", "cannot_check", "does_not_apply"
[[nodiscard]] Json toJson(const CheckVerdict &verdict); ///< {"check", "verdict", "detail"}; stored with an attempt

/// The arguments of one call that were mended.
struct RepairedCall
{
    qsizetype call = 0; ///< place in Answer::toolCalls
    RepairedJson arguments = {};
    friend bool operator==(const RepairedCall &, const RepairedCall &) = default;
};

struct Judgement
{
    QList<CheckVerdict> verdicts = {}; ///< one a check, in their order
    std::optional<RepairedJson> text = {}; ///< to be delivered instead of the answer's
    QList<RepairedCall> calls = {}; ///< the same of arguments

    [[nodiscard]] const CheckVerdict *firstFailure() const; ///< null: accepted
    [[nodiscard]] bool accepted() const { return firstFailure() == nullptr; }
    [[nodiscard]] bool wasRepaired() const { return text.has_value() || !calls.isEmpty(); }
};

/// Whether what is mended can still reach the caller.
enum class Mending
{
    Allowed, ///< nothing was delivered yet
    NotAllowed ///< the caller has the answer as it is; what would have to be mended fails
};

/// The checks of a step, made ready for one request: schemas and expressions are read once, for all its attempts.
/// A value; judging changes nothing in it.
class Acceptance
{
public:
    Acceptance(const QList<AcceptanceCheck> &checks, const chat::Request &request);

    /// @param answer whole; one that was cut is never mended
    [[nodiscard]] Judgement judge(const chat::Answer &answer, Mending mending) const;

    /// A check with what was made ready for it. Private to this folder.
    struct Prepared
    {
        AcceptanceCheck check = {};
        std::optional<Result<CompiledSchema>> schema = {}; ///< empty: there is none
        std::vector<Result<BoundedPattern>> patterns = {};
    };
    /// A tool of the request. Private to this folder.
    struct ToolRule
    {
        bool takesText = false; ///< a custom tool
        std::optional<Result<CompiledSchema>> parameters = {}; ///< empty: any object
    };
    /// What the checks share. Private to this folder.
    struct Context
    {
        QHash<QString, ToolRule> tools = {}; ///< by name; only if a check asks for them
        QByteArray promptLanguage = {}; ///< the same; empty: not known
    };

private:
    std::vector<Prepared> m_checks;
    Context m_context;
};

/// For one answer alone.
[[nodiscard]] Judgement judge(const QList<AcceptanceCheck> &checks, const chat::Request &request,
                              const chat::Answer &answer, Mending mending);

} // namespace sb::routing
