#include "core/routing/policy/semantic_diff.h"

#include "core/routing/chain_members.h"
#include "core/routing/policy/list_pairs.h"
#include "core/routing/policy/member_diff.h"
#include "core/routing/wire_names.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

struct SemanticDiffText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing::Changes)
};

constexpr std::array<WireName<ChangeKind>, 4> ChangeKindNames{{
    {ChangeKind::Added, "added"},
    {ChangeKind::Removed, "removed"},
    {ChangeKind::Changed, "changed"},
    {ChangeKind::Moved, "moved"},
}};
static_assert(isComplete(ChangeKindNames, ChangeKind::Moved));

/// What is said about the items of one kind of list.
struct ItemWords
{
    QString added;
    QString removed; ///< %1 is the item
    QString moved; ///< %1 is the item, %2 and %3 are its places before and after
};

ItemWords itemWords()
{
    return {.added = SemanticDiffText::tr("%1 is new."),
            .removed = SemanticDiffText::tr("%1 was removed."),
            .moved = SemanticDiffText::tr("%1 was moved from place %2 to %3.")};
}

/// One list of items in two versions.
template <typename Item>
struct TwoLists
{
    const QList<Item> &before;
    const QList<Item> &after;
    QString member; ///< name of the list: "steps"
    ItemWords words;
    Json (*form)(const Item &item);
    QString (*name)(const Item &item, qsizetype index); ///< "Step 2 (a/b)"
};

QString place(const QString &member, qsizetype index)
{
    return u"%1[%2]"_s.arg(member).arg(index);
}

template <typename Item>
void addListChanges(QList<Change> &changes, const TwoLists<Item> &lists, const QList<ListPair> &pairs)
{
    QList<bool> isKept(lists.before.size(), false);
    auto pair = pairs.cbegin();
    for (qsizetype i = 0; i < lists.after.size(); ++i) {
        const QString path = place(lists.member, i);
        const QString name = lists.name(lists.after.at(i), i);
        if (pair == pairs.cend() || pair->after != i) {
            changes.append({.kind = ChangeKind::Added, .path = path, .sentence = lists.words.added.arg(name)});
            continue;
        }
        isKept[pair->before] = true;
        if (pair->moved)
            changes.append(
                {.kind = ChangeKind::Moved,
                 .path = path,
                 .sentence = lists.words.moved.arg(name, QString::number(pair->before + 1), QString::number(i + 1))});
        addMemberChanges(changes, lists.form(lists.before.at(pair->before)), lists.form(lists.after.at(i)), path, name);
        ++pair;
    }
    for (qsizetype i = 0; i < lists.before.size(); ++i) {
        if (!isKept.at(i))
            changes.append({.kind = ChangeKind::Removed,
                            .path = place(lists.member, i),
                            .sentence = lists.words.removed.arg(lists.name(lists.before.at(i), i))});
    }
}

QString stepName(const Step &step, qsizetype index)
{
    QStringList names = modelsOf(step);
    if (names.isEmpty() && step.filter)
        names = step.filter->models;
    const QString number = SemanticDiffText::tr("Step %1").arg(index + 1);
    return names.isEmpty() ? number : u"%1 (%2)"_s.arg(number, names.join(u", "_s));
}

QString ruleName(const Rule &rule, qsizetype index)
{
    const QString number = SemanticDiffText::tr("Rule %1").arg(index + 1);
    const QString &name = rule.name.isEmpty() ? rule.id : rule.name;
    return name.isEmpty() ? number : u"%1 (%2)"_s.arg(number, name);
}

bool sameId(const QString &before, const QString &after)
{
    return !before.isEmpty() && before == after;
}

QList<ListPair> pairsOf(const QList<Step> &before, const QList<Step> &after)
{
    const auto travels = [](const Step &step) {
        return std::tie(step.model, step.models, step.endpoints, step.filter);
    };
    return pairUp(before.size(), after.size(),
                  {[&](qsizetype b, qsizetype a) { return sameId(before.at(b).id, after.at(a).id); },
                   [&](qsizetype b, qsizetype a) { return before.at(b) == after.at(a); },
                   [&](qsizetype b, qsizetype a) { return travels(before.at(b)) == travels(after.at(a)); }});
}

QList<ListPair> pairsOf(const QList<Rule> &before, const QList<Rule> &after)
{
    const auto asks = [](const Rule &rule) { return std::tie(rule.when, rule.unless); };
    return pairUp(before.size(), after.size(),
                  {[&](qsizetype b, qsizetype a) { return sameId(before.at(b).id, after.at(a).id); },
                   [&](qsizetype b, qsizetype a) { return before.at(b) == after.at(a); },
                   [&](qsizetype b, qsizetype a) { return sameId(before.at(b).name, after.at(a).name); },
                   [&](qsizetype b, qsizetype a) { return asks(before.at(b)) == asks(after.at(a)); }});
}

} // namespace

QByteArray toWireName(ChangeKind kind)
{
    return nameIn(ChangeKindNames, kind);
}

QList<Change> semanticDiff(const Chain &before, const Chain &after)
{
    QList<Change> changes;
    const QList<QByteArray> apart{"format", "version", "steps"};
    addMemberChanges(changes, without(toJson(before), apart), without(toJson(after), apart), {}, {});
    const TwoLists<Step> steps{
        .before = before.steps,
        .after = after.steps,
        .member = u"steps"_s,
        .words = itemWords(),
        .form = stepJson,
        .name = stepName,
    };
    addListChanges(changes, steps, pairsOf(before.steps, after.steps));
    return changes;
}

QList<Change> semanticDiff(const Policy &before, const Policy &after)
{
    QList<Change> changes;
    const QList<QByteArray> apart{"format", "version", "rules"};
    addMemberChanges(changes, without(toJson(before), apart), without(toJson(after), apart), {}, {});
    const TwoLists<Rule> rules{
        .before = before.rules,
        .after = after.rules,
        .member = u"rules"_s,
        .words = itemWords(),
        .form = [](const Rule &rule) { return toJson(rule); },
        .name = ruleName,
    };
    addListChanges(changes, rules, pairsOf(before.rules, after.rules));
    return changes;
}

} // namespace sb::routing
