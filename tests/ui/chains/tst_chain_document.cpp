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

routing::ChainEdit randomEdit(const routing::Chain &chain, SeededRandom &random)
{
    const qsizetype count = chain.steps.size();
    const auto index = [&] { return qsizetype(random.below(quint64(qMax<qsizetype>(1, count)))); };
    const QString name = QStringLiteral("author/model-%1").arg(random.below(1000));
    switch (random.below(6)) {
    case 0:
        return routing::InsertStep{.at = qsizetype(random.below(quint64(count) + 1)), .step = step(name)};
    case 1:
        return routing::RemoveStep{.at = index()};
    case 2:
        return routing::MoveStep{.from = index(), .to = index()};
    case 3:
        return routing::ReplaceStep{.at = index(), .step = step(name)};
    case 4:
        return routing::SetAfterFirstContent{routing::AfterFirstContent(random.below(4))};
    default:
        return routing::SetAllowPayingTwice{random.below(2) == 0};
    }
}

} // namespace

void TstChainDocument::twoHundredEditsAreUndoneAndRedone()
{
    ui::ChainDocument document;
    document.open({.name = QStringLiteral("c"), .steps = {step(QStringLiteral("a/b"))}});
    SeededRandom random(7);
    QList<QByteArray> states{routing::toJson(document.chain()).dump()};
    while (document.undoStack().count() < 200) {
        const int before = document.undoStack().count();
        document.edit(randomEdit(document.chain(), random), QStringLiteral("edit"));
        if (document.undoStack().count() > before)
            states.append(routing::toJson(document.chain()).dump());
    }
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

static const bool registered = sb::testing::add<TstChainDocument>();

#include "tst_chain_document.moc"
