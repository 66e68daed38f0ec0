#include "core/routing/chain_edits.h"

#include <QCoreApplication>

namespace sb::routing {

namespace {

tl::unexpected<Error> outside(qsizetype index, qsizetype count)
{
    return failure(
        Error::Kind::InvalidInput,
        QCoreApplication::translate("sb::routing", "There is no step %1; the chain has %2.").arg(index + 1).arg(count));
}

bool holds(const QList<Step> &steps, qsizetype index)
{
    return index >= 0 && index < steps.size();
}

/// Applies each kind of edit to a copy of the chain.
struct Editor
{
    Chain chain = {};

    Result<Chain> operator()(const InsertStep &edit)
    {
        if (edit.at < 0 || edit.at > chain.steps.size())
            return outside(edit.at, chain.steps.size());
        chain.steps.insert(edit.at, edit.step);
        return chain;
    }
    Result<Chain> operator()(const RemoveStep &edit)
    {
        if (!holds(chain.steps, edit.at))
            return outside(edit.at, chain.steps.size());
        chain.steps.removeAt(edit.at);
        return chain;
    }
    Result<Chain> operator()(const MoveStep &edit)
    {
        for (const qsizetype index : {edit.from, edit.to}) {
            if (!holds(chain.steps, index))
                return outside(index, chain.steps.size());
        }
        chain.steps.move(edit.from, edit.to);
        return chain;
    }
    Result<Chain> operator()(const ReplaceStep &edit)
    {
        if (!holds(chain.steps, edit.at))
            return outside(edit.at, chain.steps.size());
        chain.steps[edit.at] = edit.step;
        return chain;
    }
    Result<Chain> operator()(const SetAfterFirstContent &edit)
    {
        chain.afterFirstContent = edit.value;
        return chain;
    }
    Result<Chain> operator()(const SetAllowPayingTwice &edit)
    {
        chain.allowPayingTwice = edit.value;
        return chain;
    }
    Result<Chain> operator()(const SetDescription &edit)
    {
        chain.description = edit.text;
        return chain;
    }
};

} // namespace

Result<Chain> apply(const Chain &chain, const ChainEdit &edit)
{
    return std::visit(Editor{chain}, edit);
}

} // namespace sb::routing
