#include "ui/chains/step_fields.h"
#include "ui/chains/step_inspector.h"

#include "app/core_services.h"
#include "tests/testing/tab_walk.h"
#include "tests/testing/testing.h"
#include "ui/chains/endpoint_checks.h"
#include "ui/common/fold.h"
#include "ui/common/json_text.h"
#include "ui/common/label.h"
#include "ui/common/target_chooser.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::ui;

class TstStepInspector final : public QObject
{
    Q_OBJECT
private slots:
    void allPartsAreFoldedWhereAllIsAsUsual();
    void aPartThatHasSomethingIsUnfoldedAndSaysIt();
    void whatIsTypedIsOneUndoStepAField();
    void aFilterCountsWhatFits();
    void aNextStepIsChosenByNameAndGetsAnId();
    void checksAreAddedMovedAndRemoved();
    void aWrongExpressionIsSaidBesideIt();
    void aWrongSchemaStaysTypedAndIsNotTaken();
    void overridesAreTextAndFields();
    void whatIsWrongInAFoldedPartIsSaidOnIt();
    void namesAreChosenFromAList();
    void rulesOfTheWholeChainAreEdits();
    void theHelpOfTheFieldWithTheFocusStandsAtTheFoot();
    void everyFieldHasANameAndAHelp();
    void tabWalksThroughTheChecksInTheirOrder();
};

namespace {

/// The inspector of a chain of three steps, over the shipped catalog.
class Inspected
{
public:
    Inspected()
        : loaded(app::loadProfile({.profileRoot = m_folder.filePath(u"profile"_s)}).value())
        , workspace(loaded.paths, loaded.settings)
        , inspector(document, workspace)
    {
        QSignalSpy read(&workspace, &profile::Workspace::loaded);
        workspace.load();
        QVERIFY(read.wait());
        document.open({.name = u"c"_s,
                       .steps = {{.model = u"openai/gpt-5-mini"_s},
                                 {.model = u"openai/gpt-4.1"_s},
                                 {.model = u"practice/express"_s}}});
        QObject::connect(&document, &ChainDocument::changed, &inspector, [this] { judge(); });
        judge();
        inspector.resize(size::Inspector, 900);
        inspector.show();
        QVERIFY(QTest::qWaitForWindowActive(&inspector));
    }
    [[nodiscard]] const routing::Step &step() const { return *document.currentStep(); }
    template <typename Widget = QWidget>
    [[nodiscard]] Widget *field(const QString &name) const
    {
        auto *widget = inspector.findChild<Widget *>(name);
        if (!widget)
            qWarning().noquote() << "no field" << name;
        return widget;
    }
    [[nodiscard]] Fold *fold(const QString &name) const { return inspector.findChild<Fold *>(name); }
    void type(const QString &name, const QString &text) const
    {
        auto *line = field<QLineEdit>(name);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    void choose(const QString &name, int index) const
    {
        auto *box = field<QComboBox>(name);
        box->setCurrentIndex(index);
        emit box->activated(index);
    }
    void trigger(const QString &button, const QString &text) const ///< an entry of its menu
    {
        for (QAction *action : field<QAbstractButton>(button)->findChild<QMenu *>()->actions()) {
            if (action->text() == text)
                action->trigger();
        }
    }
    [[nodiscard]] QStringList checks() const
    {
        QStringList names;
        for (const routing::AcceptanceCheck &check : step().accept)
            names.append(QString::fromLatin1(toWireName(check)));
        return names;
    }

private:
    void judge() { inspector.setProblems(routing::validate(document.chain(), {}, {})); }
    QTemporaryDir m_folder;

public:
    app::LoadedProfile loaded;
    profile::Workspace workspace;
    ChainDocument document;
    StepInspector inspector;
};

} // namespace

void TstStepInspector::allPartsAreFoldedWhereAllIsAsUsual()
{
    const Inspected shown;
    const QList<Fold *> folds = shown.inspector.findChildren<Fold *>();
    QCOMPARE(folds.size(), 8);
    for (const Fold *fold : folds) {
        QVERIFY2(!fold->isOpen(), qPrintable(fold->objectName()));
        QVERIFY2(fold->head()->summary().isEmpty(), qPrintable(fold->objectName()));
    }
}

void TstStepInspector::aPartThatHasSomethingIsUnfoldedAndSaysIt()
{
    Inspected shown;
    routing::Step step = shown.step();
    step.hedge = routing::Hedge{};
    shown.document.edit(routing::ReplaceStep{.at = 0, .step = step}, u"Edit"_s);
    QVERIFY(shown.fold(u"secondAttempt"_s)->isOpen());
    QCOMPARE(shown.fold(u"secondAttempt"_s)->head()->summary(), u"after 95 % of its answers"_s);
    shown.document.setCurrent(1);
    QVERIFY(!shown.fold(u"secondAttempt"_s)->isOpen());
}

void TstStepInspector::whatIsTypedIsOneUndoStepAField()
{
    Inspected shown;
    shown.fold(u"order"_s)->setOpen(true);
    shown.type(u"provider.max_price.prompt"_s, u"1.5"_s);
    QCOMPARE(shown.step().preferences.maxPrice.prompt, std::optional(PicoDollars{1'500'000}));
    shown.type(u"provider.max_price.completion"_s, u"9"_s);
    QCOMPARE(shown.document.undoStack().count(), 2);
    QCOMPARE(shown.document.undoStack().undoText(), u"Change “Output, $/M”"_s);
    shown.type(u"provider.max_price.prompt"_s, u"much"_s);
    QVERIFY(shown.field(u"provider.max_price.prompt"_s)->property("wrong").toBool());
    QCOMPARE(shown.step().preferences.maxPrice.prompt, std::optional(PicoDollars{1'500'000}));
    shown.document.undoStack().undo();
    shown.document.undoStack().undo();
    QCOMPARE(shown.step(), routing::Step{.model = u"openai/gpt-5-mini"_s});
    QVERIFY(shown.field<QLineEdit>(u"provider.max_price.completion"_s)->text().isEmpty());
}

void TstStepInspector::aFilterCountsWhatFits()
{
    Inspected shown;
    shown.fold(u"whichEndpoints"_s)->setOpen(true);
    auto *model = shown.field<QComboBox>(u"model"_s);
    model->lineEdit()->clear();
    shown.inspector.commit();
    shown.field<QCheckBox>(u"filter.tools"_s)->click();
    QVERIFY(shown.field<QCheckBox>(u"filter"_s)->isChecked());
    QCOMPARE(shown.step().filter, std::optional(routing::EndpointFilter{.tools = true}));
    const auto *reach = shown.field<Label>(u"reach"_s);
    const QString all = reach->text();
    QVERIFY2(all.startsWith(u"fits "_s) && all.contains(u" can be used"_s), qPrintable(all));
    shown.type(u"filter.context_tokens"_s, u"900000000"_s);
    QCOMPARE(reach->text(), u"fits nothing in the catalog"_s);
    shown.field<QCheckBox>(u"filter"_s)->click();
    QVERIFY(!shown.step().filter);
}

void TstStepInspector::aNextStepIsChosenByNameAndGetsAnId()
{
    Inspected shown;
    shown.fold(u"afterFailure"_s)->setOpen(true);
    auto *box = shown.field<QComboBox>(u"next.context_full"_s);
    QCOMPARE(box->itemText(0), u"next endpoint"_s);
    QCOMPARE(box->itemText(2), u"3, practice/express"_s);
    shown.choose(u"next.context_full"_s, 2);
    QCOMPARE(shown.document.chain().steps.at(2).id, u"express"_s);
    QCOMPARE(shown.step().next.contextFull, u"express"_s);
    QCOMPARE(shown.fold(u"afterFailure"_s)->head()->summary(), u"full context to step 3"_s);
    QCOMPARE(box->currentIndex(), 2);
    shown.document.setCurrent(2);
    shown.type(u"id"_s, u"last"_s);
    shown.document.setCurrent(0);
    QCOMPARE(shown.step().next.contextFull, u"last"_s);
    shown.choose(u"next.context_full"_s, 0);
    QCOMPARE(shown.step().next, routing::NextSteps{});
    shown.document.undoStack().undo();
    QCOMPARE(shown.step().next.contextFull, u"last"_s);
}

void TstStepInspector::checksAreAddedMovedAndRemoved()
{
    Inspected shown;
    shown.fold(u"checks"_s)->setOpen(true);
    shown.trigger(u"addCheck"_s, u"Length"_s);
    QVERIFY(shown.field(u"check-0"_s)->hasFocus());
    shown.trigger(u"addCheck"_s, u"No refusal"_s);
    QCOMPARE(shown.checks(), (QStringList{u"length"_s, u"refusal"_s}));
    shown.type(u"accept[0].max_words"_s, u"200"_s);
    QCOMPARE(std::get<routing::LengthCheck>(shown.step().accept.at(0)).maxWords, std::optional<qint64>(200));
    shown.trigger(u"check-1"_s, u"Move up"_s);
    QCOMPARE(shown.checks(), (QStringList{u"refusal"_s, u"length"_s}));
    QCOMPARE(shown.field<QLineEdit>(u"accept[1].max_words"_s)->text(), u"200"_s);
    shown.trigger(u"check-0"_s, u"Remove"_s);
    QCOMPARE(shown.checks(), QStringList{u"length"_s});
    shown.document.undoStack().undo();
    QCOMPARE(shown.checks(), (QStringList{u"refusal"_s, u"length"_s}));
}

void TstStepInspector::aWrongExpressionIsSaidBesideIt()
{
    Inspected shown;
    shown.fold(u"checks"_s)->setOpen(true);
    shown.trigger(u"addCheck"_s, u"Expression"_s);
    auto *line = shown.field<QLineEdit>(u"accept[0].pattern"_s);
    shown.type(u"accept[0].pattern"_s, u"(unclosed"_s);
    QVERIFY(line->property("wrong").toBool());
    QVERIFY(!line->accessibleDescription().isEmpty());
    shown.type(u"accept[0].pattern"_s, u"closed"_s);
    QVERIFY(!line->property("wrong").toBool());
    line->selectAll();
    QTest::keyClick(line, Qt::Key_Delete); // a file without one could not be read
    QVERIFY(line->property("wrong").toBool());
    QCOMPARE(std::get<routing::PatternCheck>(shown.step().accept.at(0)).pattern, u"closed"_s);
}

void TstStepInspector::aWrongSchemaStaysTypedAndIsNotTaken()
{
    Inspected shown;
    shown.fold(u"checks"_s)->setOpen(true);
    shown.trigger(u"addCheck"_s, u"JSON by a schema"_s);
    auto *text = shown.field<JsonText>(u"accept[0].schema"_s);
    text->setPlainText(u"{\"type\": \"object\"}"_s);
    const auto schema = [&] { return std::get<routing::JsonSchemaCheck>(shown.step().accept.at(0)).schema; };
    QCOMPARE(schema().dump(), QByteArray("{\"type\":\"object\"}"));
    text->setPlainText(u"{\"type\": \"object\",\n\"color\": 1}"_s);
    QVERIFY(text->property("wrong").toBool());
    QCOMPARE(schema().dump(), QByteArray("{\"type\":\"object\"}"));
    text->setPlainText(u"{\n\"type\": object}"_s);
    QCOMPARE(text->marks().size(), 1);
    QCOMPARE(text->marks().constFirst().line, 1);
    shown.document.setCurrent(1);
    shown.document.setCurrent(0);
    QCOMPARE(shown.field<JsonText>(u"accept[0].schema"_s)->toPlainText(), u"{\n  \"type\": \"object\"\n}"_s);
}

void TstStepInspector::overridesAreTextAndFields()
{
    Inspected shown;
    shown.fold(u"request"_s)->setOpen(true);
    shown.type(u"overrides.temperature"_s, u"0.5"_s);
    shown.choose(u"overrides.reasoning_effort"_s, 3);
    auto *text = shown.field<JsonText>(u"overrides"_s);
    QCOMPARE(parseJson(text->toPlainText().toUtf8())->dump(),
             QByteArray("{\"temperature\":0.5,\"reasoning_effort\":\"low\"}"));
    text->setPlainText(u"{\n\"top_p\": 0.9,\n\"model\": \"a/b\"\n}"_s);
    QVERIFY(text->property("wrong").toBool());
    QCOMPARE(text->marks().constFirst().line, 2);
    text->setPlainText(u"{\"temperature\": 1}"_s);
    QCOMPARE(shown.field<QLineEdit>(u"overrides.temperature"_s)->text(), u"1"_s);
    QCOMPARE(shown.field<QComboBox>(u"overrides.reasoning_effort"_s)->currentIndex(), 0);
    text->setPlainText(u"{}"_s);
    QVERIFY(shown.step().overrides.isNull());
}

void TstStepInspector::whatIsWrongInAFoldedPartIsSaidOnIt()
{
    Inspected shown;
    shown.fold(u"checks"_s)->setOpen(false);
    routing::Step step = shown.step();
    step.accept = {routing::LengthCheck{.minWords = 9, .maxWords = 3}};
    shown.document.edit(routing::ReplaceStep{.at = 0, .step = step}, u"Edit"_s);
    QVERIFY2(shown.fold(u"checks"_s)->head()->summary().contains(u"No answer is at least 9"_s),
             qPrintable(shown.fold(u"checks"_s)->head()->summary()));
}

void TstStepInspector::namesAreChosenFromAList()
{
    Inspected shown;
    shown.fold(u"whichEndpoints"_s)->setOpen(true);
    auto *only = shown.field<QLineEdit>(u"provider.only"_s);
    only->setFocus();
    const auto choose = [only](const QString &query) {
        QTest::keyClick(only, Qt::Key_Down);
        auto *chooser = only->findChild<TargetChooser *>();
        QVERIFY(chooser && chooser->isVisible());
        auto *line = chooser->findChild<QLineEdit *>();
        QTest::keyClicks(line, query);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY(!only->findChild<TargetChooser *>());
    };
    choose(u"groq"_s);
    choose(u"mistral"_s);
    QCOMPARE(shown.step().preferences.only, (QStringList{u"groq"_s, u"mistral"_s}));
    choose(u"groq"_s); // a second time: taken away
    QCOMPARE(shown.step().preferences.only, QStringList{u"mistral"_s});
}

void TstStepInspector::rulesOfTheWholeChainAreEdits()
{
    Inspected shown;
    shown.fold(u"wholeChain"_s)->setOpen(true);
    shown.field<QCheckBox>(u"repeatTools"_s)->click();
    QVERIFY(shown.document.chain().allowRepeatingTools);
    shown.field<QCheckBox>(u"payTwice"_s)->click();
    QVERIFY(!shown.document.chain().allowPayingTwice);
    QCOMPARE(shown.fold(u"wholeChain"_s)->head()->summary(), u"never pays twice, runs tools again"_s);
    shown.document.undoStack().undo();
    shown.document.undoStack().undo();
    QVERIFY(!shown.field<QCheckBox>(u"repeatTools"_s)->isChecked());
}

void TstStepInspector::theHelpOfTheFieldWithTheFocusStandsAtTheFoot()
{
    const Inspected shown;
    const auto *help = shown.field<Label>(u"help"_s);
    shown.field(u"retries"_s)->setFocus();
    QVERIFY2(help->text().startsWith(u"On the same endpoint"_s), qPrintable(help->text()));
    shown.field(u"clocks.idle_ms"_s)->setFocus();
    QVERIFY2(help->text().contains(u"Usual: 60 s."_s), qPrintable(help->text()));
    shown.field(u"clocks.idle_ms"_s)->clearFocus();
    QCOMPARE(help->text(), u"The field that is being edited is explained here."_s);
}

void TstStepInspector::everyFieldHasANameAndAHelp()
{
    Inspected shown;
    routing::Step step = shown.step();
    for (const routing::AcceptanceCheck &check : checkKinds())
        step.accept.append(check);
    shown.document.edit(routing::ReplaceStep{.at = 0, .step = step}, u"Edit"_s);
    int fields = 0;
    for (const QWidget *each : shown.inspector.findChildren<QWidget *>()) {
        const bool isField = qobject_cast<const QLineEdit *>(each) || qobject_cast<const QComboBox *>(each)
            || qobject_cast<const QPlainTextEdit *>(each) || qobject_cast<const QCheckBox *>(each);
        if (!isField || qobject_cast<const QComboBox *>(each->parentWidget())
            || each->objectName().startsWith(u"qt_"_s))
            continue; // a line inside a box
        const auto *check = qobject_cast<const QCheckBox *>(each);
        const QString name = check ? check->text() : each->accessibleName();
        QVERIFY2(!name.isEmpty(), qPrintable(each->objectName()));
        // The help of a list is that of each of its checks.
        const bool isOfAList = check && qobject_cast<const EndpointChecks *>(check->parentWidget());
        QVERIFY2(isOfAList || !each->whatsThis().isEmpty(), qPrintable(each->objectName() + u" "_s + name));
        ++fields;
    }
    QVERIFY(fields > 90);
}

void TstStepInspector::tabWalksThroughTheChecksInTheirOrder()
{
    Inspected shown;
    for (Fold *fold : shown.inspector.findChildren<Fold *>())
        fold->setOpen(fold->objectName() == u"checks"_s);
    shown.trigger(u"addCheck"_s, u"Expression"_s);
    shown.trigger(u"addCheck"_s, u"Not empty"_s);
    shown.trigger(u"check-1"_s, u"Move up"_s);
    const QStringList names = testing::tabWalk(*shown.fold(u"checks"_s)->head());
    const QStringList wanted{u"Checks of the answer: Not empty, Expression"_s,
                             u"Menu of check 1, Not empty"_s,
                             u"Menu of check 2, Expression"_s,
                             u"Expression"_s,
                             u"Has to occur"_s,
                             u"Add a check"_s,
                             u"Changes to the request: usual"_s};
    QCOMPARE(names.first(qMin(names.size(), wanted.size())), wanted);
}

static const bool tstStepInspector = sb::testing::add<TstStepInspector>();

#include "tst_step_inspector.moc"
