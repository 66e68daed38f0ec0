#include "core/routing/chain_edits.h"

#include "core/routing/chain_members.h"
#include "core/routing/list_edits.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

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

    /// @param missing a place that was meant and is not there
    Result<Chain> unless(std::optional<qsizetype> missing) const
    {
        if (missing)
            return outside(*missing, chain.steps.size());
        return chain;
    }

    Result<Chain> operator()(const InsertStep &edit) { return unless(insertAt(chain.steps, edit.at, edit.step)); }
    Result<Chain> operator()(const RemoveStep &edit) { return unless(removeAt(chain.steps, edit.at)); }
    Result<Chain> operator()(const MoveStep &edit) { return unless(moveTo(chain.steps, edit.from, edit.to)); }
    Result<Chain> operator()(const ReplaceStep &edit) { return unless(replaceAt(chain.steps, edit.at, edit.step)); }
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
    Result<Chain> operator()(const SetAllowRepeatingTools &edit)
    {
        chain.allowRepeatingTools = edit.value;
        return chain;
    }
    Result<Chain> operator()(const SetDescription &edit)
    {
        chain.description = edit.text;
        return chain;
    }
    Result<Chain> operator()(const SetNextStep &edit)
    {
        if (!holds(chain.steps, edit.at) || edit.to >= chain.steps.size())
            return outside(qMax(edit.at, edit.to), chain.steps.size());
        if (edit.to < 0) {
            (chain.steps[edit.at].next.*edit.kind).clear();
            return chain;
        }
        if (edit.to <= edit.at)
            return failure(
                Error::Kind::InvalidInput,
                QCoreApplication::translate("sb::routing", "A request goes on to a later step, not to step %1.")
                    .arg(edit.to + 1));
        Step &next = chain.steps[edit.to];
        if (next.id.isEmpty())
            next.id = unusedStepId(chain, next);
        chain.steps[edit.at].next.*edit.kind = next.id;
        return chain;
    }
    Result<Chain> operator()(const SetStepId &edit)
    {
        if (!holds(chain.steps, edit.at))
            return outside(edit.at, chain.steps.size());
        const QString old = std::exchange(chain.steps[edit.at].id, edit.id);
        for (qsizetype i = 0; i < edit.at && !old.isEmpty(); ++i) {
            for (const auto &[key, member] : NextMembers) {
                if (QString &next = chain.steps[i].next.*member; next == old)
                    next = edit.id;
            }
        }
        return chain;
    }
};

} // namespace

Result<Chain> apply(const Chain &chain, const ChainEdit &edit)
{
    return std::visit(Editor{chain}, edit);
}

QString unusedStepId(const Chain &chain, const Step &step)
{
    const QString model = modelsOf(step).value(0);
    const QString wanted = model.isEmpty() ? u"step"_s : model.sliced(model.lastIndexOf(u'/') + 1);
    QString id = wanted;
    for (int number = 2; std::ranges::any_of(chain.steps, [&id](const Step &each) { return each.id == id; }); ++number)
        id = u"%1-%2"_s.arg(wanted).arg(number);
    return id;
}

qsizetype laterStep(const Chain &chain, qsizetype at, const QString &id)
{
    for (qsizetype i = at + 1; i < chain.steps.size(); ++i) {
        if (!id.isEmpty() && chain.steps.at(i).id == id)
            return i;
    }
    return -1;
}

} // namespace sb::routing
