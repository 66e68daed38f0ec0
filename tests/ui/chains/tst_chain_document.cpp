#include "core/base/random.h"
#include "tests/testing/testing.h"
#include "ui/chains/chain_document.h"

#include <QTest>

using namespace sb;

class TstChainDocument final : public QObject
{
    Q_OBJECT
private slots:
    void twoHundredEditsAreUndoneAndRedone();
    void typingInOneFieldIsOneUndoStep();
    void theSelectionStaysInside();
    void anEditThatChangesNothingIsNoUndoStep();
};

namespace {

routing::Step step(const QString &model)
{
    return {.model = model};
}

/// A step that differs from `before` in one member of any kind.
routing::Step changed(routing::Step before, SeededRandom &random)
{
    const auto number = [&](quint64 most) { return qint64(random.below(most)) + 1; };
    const auto time = [&] { return std::chrono::milliseconds{number(90'000)}; };
    switch (random.below(9)) {
    case 0:
        before.model = QStringLiteral("author/model-%1").arg(number(1000));
        break;
    case 1:
        before.endpoints.append(QStringLiteral("provider/endpoint-%1").arg(number(1000)));
        break;
    case 2:
        before.clocks.firstContent = time();
        break;
    case 3:
        before.clocks.idle = time();
        break;
    case 4:
        before.retries = int(number(10));
        break;
    case 5:
        before.patience = std::chrono::milliseconds{number(60'000)};
        break;
    case 6:
        before.maxCost = random.below(4) == 0 ? std::nullopt : std::optional(NanoDollars{number(1'000'000'000)});
        break;
    case 7:
        before.maxTokens = random.below(4) == 0 ? std::nullopt : std::optional(number(100'000));
        break;
    default:
        before.moveOn.contentPolicy = !before.moveOn.contentPolicy;
    }
    return before;
}

constexpr int EditKinds = 8;

/// One edit of the kind, at random.
void makeEdit(ui::ChainDocument &document, quint64 kind, SeededRandom &random)
{
    const routing::Chain &chain = document.chain();
    const qsizetype count = chain.steps.size();
    const auto index = [&] { return qsizetype(random.below(quint64(qMax<qsizetype>(1, count)))); };
    const QString name = QStringLiteral("author/model-%1").arg(random.below(1000));
    const auto edit = [&](const routing::ChainEdit &one) { document.edit(one, QStringLiteral("edit")); };
    switch (kind) {
    case 0:
        edit(routing::InsertStep{.at = qsizetype(random.below(quint64(count) + 1)), .step = step(name)});
        break;
    case 1:
        edit(routing::RemoveStep{.at = index()});
        break;
    case 2:
        edit(routing::MoveStep{.from = index(), .to = index()});
        break;
    case 3:
        if (count > 0) {
            const qsizetype at = index();
            edit(routing::ReplaceStep{.at = at, .step = changed(chain.steps.at(at), random)});
        }
        break;
    case 4:
        edit(routing::SetAfterFirstContent{routing::AfterFirstContent(random.below(4))});
        break;
    case 5:
        edit(routing::SetAllowPayingTwice{random.below(2) == 0});
        break;
    case 6:
        edit(routing::SetDescription{name});
        break;
    default: {
        routing::Chain other = chain; // as the JSON view does
        other.steps.append(step(name));
        document.replace(other, QStringLiteral("edit"));
    }
    }
}

} // namespace

void TstChainDocument::twoHundredEditsAreUndoneAndRedone()
{
    ui::ChainDocument document;
    document.open({.name = QStringLiteral("c"), .steps = {step(QStringLiteral("a/b"))}});
    SeededRandom random(7);
    QList<QByteArray> states{routing::toJson(document.chain()).dump()};
    QList<int> made(EditKinds);
    while (document.undoStack().count() < 200) {
        const int before = document.undoStack().count();
        const quint64 kind = random.below(EditKinds);
        makeEdit(document, kind, random);
        if (document.undoStack().count() > before) {
            states.append(routing::toJson(document.chain()).dump());
            ++made[qsizetype(kind)];
        }
    }
    for (const int count : std::as_const(made))
        QVERIFY(count > 5);
    for (qsizetype i = states.size() - 2; i >= 0; --i) {
        document.undoStack().undo();
        QCOMPARE(routing::toJson(document.chain()).dump(), states[i]);
    }
    for (qsizetype i = 1; i < states.size(); ++i) {
        document.undoStack().redo();
        QCOMPARE(routing::toJson(document.chain()).dump(), states[i]);
    }
}

void TstChainDocument::typingInOneFieldIsOneUndoStep()
{
    ui::ChainDocument document;
    document.open({.name = QStringLiteral("c"), .steps = {step(QStringLiteral("a/b"))}});
    for (int retries : {1, 5, 7}) {
        routing::Step changed = document.chain().steps[0];
        changed.retries = retries;
        document.edit(routing::ReplaceStep{.at = 0, .step = changed}, QStringLiteral("retries"),
                      QStringLiteral("0/retries"));
    }
    QCOMPARE(document.undoStack().count(), 1);
    document.undoStack().undo();
    QCOMPARE(document.chain().steps[0].retries, routing::Step{}.retries);
    QVERIFY(!document.isChanged());
}

void TstChainDocument::theSelectionStaysInside()
{
    ui::ChainDocument document;
    document.open({.name = QStringLiteral("c"), .steps = {step(QStringLiteral("a/b")), step(QStringLiteral("a/c"))}});
    document.setCurrent(1);
    document.edit(routing::RemoveStep{.at = 1}, QStringLiteral("remove"));
    QCOMPARE(document.current(), 0);
    document.edit(routing::RemoveStep{.at = 0}, QStringLiteral("remove"));
    QCOMPARE(document.current(), -1);
    QVERIFY(!document.currentStep());
}

void TstChainDocument::anEditThatChangesNothingIsNoUndoStep()
{
    ui::ChainDocument document;
    document.open({.name = QStringLiteral("c"), .steps = {step(QStringLiteral("a/b"))}});
    document.edit(routing::ReplaceStep{.at = 0, .step = step(QStringLiteral("a/b"))}, QStringLiteral("same"));
    document.edit(routing::RemoveStep{.at = 9}, QStringLiteral("outside"));
    QCOMPARE(document.undoStack().count(), 0);
}

static const bool tstChainDocument = sb::testing::add<TstChainDocument>();

#include "tst_chain_document.moc"
