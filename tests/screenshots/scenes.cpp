#include "tests/screenshots/scenes.h"

#include "tests/screenshots/picture_conversations.h"
#include "tests/screenshots/picture_profile.h"
#include "ui/chains/chains_page.h"
#include "ui/chains/line_view.h"
#include "ui/chains/policies/policy_page.h"
#include "ui/chains/replay/replay_view.h"
#include "ui/common/banner.h"
#include "ui/common/table.h"
#include "ui/common/toast.h"
#include "ui/models/catalog_table.h"
#include "ui/models/comparison_page.h"
#include "ui/models/models_page.h"
#include "ui/playground/pane.h"
#include "ui/playground/playground_header.h"
#include "ui/playground/playground_page.h"
#include "ui/playground/vote_buttons.h"
#include "ui/providers/key_row.h"
#include "ui/providers/providers_page.h"
#include "ui/requests/requests_page.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/command_palette.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sb::pictures {

namespace {

const QString Playground = u"playground"_s;
const QString Chains = u"chains"_s;
const QString Dashboard = u"dashboard"_s;
const QString Requests = u"requests"_s;
const QString Models = u"models"_s;
const QString Providers = u"providers"_s;

template <typename Page>
Page &pageOf(ui::MainWindow &window, const QString &section)
{
    auto *page = qobject_cast<Page *>(window.page(section));
    Q_ASSERT(page);
    return *page;
}

ui::PlaygroundPage &playground(ui::MainWindow &window)
{
    return pageOf<ui::PlaygroundPage>(window, Playground);
}

Step open(const char *conversation)
{
    return [conversation](ui::MainWindow &window) {
        window.showSection(Playground);
        playground(window).openConversation(QLatin1String(conversation));
    };
}

Sight isOpen(const char *conversation)
{
    return [conversation](ui::MainWindow &window) {
        return playground(window).session().shared().id == QLatin1String(conversation);
    };
}

Step viewOfAnswers(ui::PlaygroundHeader::View view)
{
    return [view](ui::MainWindow &window) { chooseView(&playground(window), 3, int(view)); };
}

Step setup(bool shown)
{
    return [shown](ui::MainWindow &window) {
        auto *header = playground(window).findChild<ui::PlaygroundHeader *>();
        auto *system = playground(window).findChild<QPlainTextEdit *>(u"systemPrompt"_s);
        if (system->isVisible() != shown)
            emit header->setupToggled();
    };
}

void typeResults(ui::MainWindow &window)
{
    if (auto *field = playground(window).findChild<QPlainTextEdit *>(u"result-0"_s))
        field->setPlainText(u"{\"train\": \"1K77\", \"leaves\": \"14:52\", \"platform\": 3}"_s);
}

void closePopup(ui::MainWindow &)
{
    if (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
}

/// Opens a conversation, and then what pops up from a button of its page.
Scene poppedUp(const QString &name, const char *conversation, const QString &button)
{
    return {.name = name,
            .prepare = open(conversation),
            .isThere =
                [conversation, button](ui::MainWindow &window) {
                    if (!isOpen(conversation)(window))
                        return false;
                    if (!QApplication::activePopupWidget())
                        press(&playground(window), button);
                    return QApplication::activePopupWidget() != nullptr;
                },
            .leave = closePopup};
}

/// Opens the list of targets once the panes are there.
bool isChoosing(ui::MainWindow &window)
{
    if (!isOpen(TwoPanes)(window))
        return false;
    if (!QApplication::activePopupWidget())
        press(playground(window).findChild<ui::Pane *>(u"pane-1"_s), u"target"_s);
    return QApplication::activePopupWidget() != nullptr;
}

QList<Scene> playgroundScenes()
{
    using View = ui::PlaygroundHeader::View;
    const auto opened = [](const QString &name, const char *conversation) {
        return Scene{.name = name, .prepare = open(conversation), .isThere = isOpen(conversation)};
    };
    Scene table{.name = u"playground-table"_s,
                .prepare = viewOfAnswers(View::Table),
                .isThere = hasRows(Playground),
                .leave = viewOfAnswers(View::Columns)};
    Scene diff{
        .name = u"playground-diff"_s, .prepare = viewOfAnswers(View::Diff), .leave = viewOfAnswers(View::Columns)};
    Scene calls = opened(u"playground-calls"_s, OpenCalls);
    calls.isThere = [](ui::MainWindow &window) {
        typeResults(window); // once the conversation has been read
        return isOpen(OpenCalls)(window);
    };
    return {
        {.name = u"firstrun"_s, .fresh = true, .prepare = show(Playground)},
        opened(u"playground"_s, TwoPanes), // first: it is the one that the window opens by itself
        {.name = u"playground-setup"_s, .prepare = setup(true), .leave = setup(false)},
        {.name = u"playground-vote"_s,
         .prepare =
             [](ui::MainWindow &window) { press(playground(window).findChild<ui::Pane *>(u"pane-1"_s), u"vote-0"_s); },
         .isThere =
             [](ui::MainWindow &window) {
                 auto *vote =
                     playground(window).findChild<ui::Pane *>(u"pane-1"_s)->findChild<QAbstractButton *>(u"vote-0"_s);
                 return vote && vote->isChecked();
             }},
        opened(u"playground-four"_s, FourPanes),
        {.name = u"playground-chooser"_s, .prepare = open(TwoPanes), .isThere = isChoosing, .leave = closePopup},
        table,
        diff,
        calls,
        opened(u"playground-failed"_s, NoAnswer),
        opened(u"playground-one"_s, OnePane),
        poppedUp(u"playground-route"_s, OnePane, u"whyRoute"_s),
        poppedUp(u"playground-class"_s, OnePane, u"class"_s),
        {.name = u"playground-toast"_s,
         .prepare = [](ui::MainWindow &window) { playground(window).session().remove(QLatin1String(OldOne)); },
         .isThere = [](ui::MainWindow &window) { return window.toast().isPresented(); },
         .leave = [](ui::MainWindow &window) { window.toast().hide(); }},
    };
}

/// Scrolls a part of the inspector to the top.
void showPart(ui::ChainsPage &page, const QString &name)
{
    auto *part = page.findChild<QWidget *>(name);
    for (QWidget *above = part; above; above = above->parentWidget()) {
        if (auto *scroll = qobject_cast<QScrollArea *>(above)) {
            scroll->verticalScrollBar()->setValue(part->mapTo(scroll->widget(), QPoint()).y());
        }
    }
}

QList<Scene> policyScenes()
{
    const auto edit = [](qsizetype part, int view) {
        return [part, view](ui::MainWindow &window) {
            window.showSection(Chains);
            auto &page = pageOf<ui::ChainsPage>(window, Chains);
            page.openPolicy(u"house-rules"_s);
            chooseView(&page, 4, view);
            page.policies().document().setCurrent(part);
        };
    };
    const auto known = [](ui::MainWindow &window) {
        return !pageOf<ui::ChainsPage>(window, Chains).policies().source().recent().isEmpty();
    };
    const auto wrong = [edit](ui::MainWindow &window) {
        edit(0, 1)(window);
        auto *text = window.page(Chains)->findChild<QPlainTextEdit *>(u"policyJson"_s);
        text->setPlainText(text->toPlainText().replace(u"20000"_s, u"\"20000\""_s));
    };
    const auto right = [](ui::MainWindow &window) {
        auto *text = window.page(Chains)->findChild<QPlainTextEdit *>(u"policyJson"_s);
        text->setPlainText(text->toPlainText().replace(u"\"20000\""_s, u"20000"_s));
    };
    const auto clash = [edit](ui::MainWindow &window) {
        edit(1, 0)(window);
        auto &document = pageOf<ui::ChainsPage>(window, Chains).policies().document();
        routing::Rule rule = *document.currentRule();
        rule.when.promptTokens.below = 100;
        rule.chain = u"gone"_s;
        document.edit(routing::ReplaceRule{.at = 1, .rule = rule}, u"Edit"_s);
    };
    const auto undo = [](ui::MainWindow &window) {
        pageOf<ui::ChainsPage>(window, Chains).policies().document().undoStack().undo();
    };
    const auto history = [edit](ui::MainWindow &window) {
        edit(0, 2)(window);
        auto *versions = window.page(Chains)->findChild<QListView *>(u"versions"_s);
        for (auto *list : window.page(Chains)->findChildren<QListView *>(u"versions"_s)) {
            if (list->isVisible())
                versions = list;
        }
        versions->setCurrentIndex(versions->model()->index(1, 0));
    };
    return {
        {.name = u"policies"_s, .prepare = edit(1, 0), .isThere = known},
        {.name = u"policies-otherwise"_s, .prepare = edit(4, 0), .isThere = known},
        {.name = u"policies-all"_s, .prepare = edit(5, 0), .isThere = known},
        {.name = u"policies-clash"_s, .prepare = clash, .isThere = known, .leave = undo},
        {.name = u"policies-json"_s, .prepare = edit(0, 1)},
        {.name = u"policies-wrong"_s, .prepare = wrong, .leave = right},
        {.name = u"policies-history"_s, .prepare = history, .leave = edit(0, 0)},
        {.name = u"policies-new"_s,
         .fresh = true,
         .prepare =
             [](ui::MainWindow &window) {
                 window.showSection(Chains);
                 pageOf<ui::ChainsPage>(window, Chains).openPolicy({});
             },
         .leave = [](ui::MainWindow &window) { pageOf<ui::ChainsPage>(window, Chains).openChain(u"sample"_s); }},
    };
}

QList<Scene> chainScenes()
{
    const auto edit = [](const QString &chain, int view) {
        return [chain, view](ui::MainWindow &window) {
            window.showSection(Chains);
            auto &page = pageOf<ui::ChainsPage>(window, Chains);
            page.openChain(chain);
            page.document().setCurrent(1);
            chooseView(&page, 4, view);
        };
    };
    const auto wrong = [](ui::MainWindow &window) {
        auto &page = pageOf<ui::ChainsPage>(window, Chains);
        page.openChain(u"extract-carefully"_s);
        chooseView(&page, 4, 1);
        auto *text = page.findChild<QPlainTextEdit *>(u"chainJson"_s);
        text->setPlainText(text->toPlainText().replace(u"\"percentile\": 90"_s, u"\"percentile\": \"90\""_s));
    };
    const auto planned = [](ui::MainWindow &window) {
        return pageOf<ui::ChainsPage>(window, Chains).dryRun().plan().has_value();
    };
    // A part of the inspector, scrolled to its top; the others as they are by themselves.
    const auto part = [&planned](const QString &scene, qsizetype step, const QString &name) {
        return Scene{.name = scene,
                     .prepare =
                         [step](ui::MainWindow &window) {
                             window.showSection(Chains);
                             auto &page = pageOf<ui::ChainsPage>(window, Chains);
                             page.openChain(u"extract-carefully"_s);
                             chooseView(&page, 4, 0);
                             page.document().setCurrent(step);
                         },
                     .isThere =
                         [planned, name](ui::MainWindow &window) {
                             showPart(pageOf<ui::ChainsPage>(window, Chains), name); // once its parts have their places
                             return planned(window);
                         }};
    };
    // One chain with two of its faults chosen; the scorecard of another with one of its faults on the line.
    const auto faults = [edit](ui::MainWindow &window) {
        edit(u"three-lines"_s, 0)(window);
        auto &page = pageOf<ui::ChainsPage>(window, Chains);
        page.rehearsal().start();
        page.faultPlay().setFault(0, "status-529");
    };
    const auto played = [](ui::MainWindow &window) {
        auto &page = pageOf<ui::ChainsPage>(window, Chains);
        return page.shownPath().path().has_value() && !page.rehearsal().isRunning();
    };
    const auto rehearsed = [](ui::MainWindow &window) {
        return !pageOf<ui::ChainsPage>(window, Chains).rehearsal().isRunning();
    };
    const auto scored = [](const QString &chain, const QByteArray &fault) {
        return [chain, fault](ui::MainWindow &window) {
            window.showSection(Chains);
            auto &page = pageOf<ui::ChainsPage>(window, Chains);
            page.openChain(chain);
            chooseView(&page, 4, 0);
            page.rehearsal().start();
            page.shownPath().showFault(fault);
        };
    };
    const auto fitted = [](ui::MainWindow &window) {
        auto &page = pageOf<ui::ChainsPage>(window, Chains);
        routing::Chain chain = page.document().chain();
        for (int i = 0; chain.steps.size() < 40; ++i)
            chain.steps.append(chain.steps[i]);
        page.document().replace(chain, u"Forty"_s);
        page.findChild<ui::LineView *>()->fit();
    };
    return {
        {.name = u"chains"_s, .prepare = edit(u"everyday-chat"_s, 0), .isThere = planned},
        {.name = u"chains-faults"_s,
         .prepare = faults,
         .isThere = played,
         .leave = [](ui::MainWindow &window) { pageOf<ui::ChainsPage>(window, Chains).shownPath().clear(); }},
        {.name = u"chains-stale"_s,
         .prepare =
             [](ui::MainWindow &window) {
                 auto &page = pageOf<ui::ChainsPage>(window, Chains);
                 page.document().edit(routing::RemoveStep{.at = 2}, u"Remove step"_s);
             },
         .isThere = planned},
        {.name = u"chains-score"_s, .prepare = scored(u"three-lines"_s, "context-overflow"), .isThere = rehearsed},
        {.name = u"chains-candidates"_s,
         .prepare =
             [edit](ui::MainWindow &window) {
                 edit(u"everyday-chat"_s, 0)(window);
                 press(&pageOf<ui::ChainsPage>(window, Chains), u"showCandidates"_s);
             },
         .isThere = planned,
         .leave = [](ui::MainWindow &window) { press(&pageOf<ui::ChainsPage>(window, Chains), u"showCandidates"_s); }},
        {.name = u"chains-forty"_s,
         .prepare = inOrder({edit(u"long-way-round"_s, 0), fitted}),
         .isThere = planned,
         .leave =
             [](ui::MainWindow &window) {
                 pageOf<ui::ChainsPage>(window, Chains).findChild<ui::LineView *>()->setZoom(100);
             }},
        {.name = u"chains-json"_s, .prepare = edit(u"everyday-chat"_s, 1), .isThere = planned},
        {.name = u"chains-history"_s, .prepare = edit(u"long-way-round"_s, 2)},
        {.name = u"chains-replay"_s,
         .prepare =
             [edit](ui::MainWindow &window) {
                 edit(u"everyday-chat"_s, 3)(window);
                 pageOf<ui::ChainsPage>(window, Chains).findChild<ui::ReplayView *>()->start();
             },
         .isThere =
             [](ui::MainWindow &window) {
                 return !pageOf<ui::ChainsPage>(window, Chains).findChild<ui::ReplayView *>()->isRunning();
             }},
        {.name = u"chains-long"_s, .prepare = edit(u"long-way-round"_s, 0), .isThere = planned},
        part(u"chains-many"_s, 0, u"model"_s),
        part(u"chains-filter"_s, 1, u"whichEndpoints"_s),
        part(u"chains-order"_s, 1, u"order"_s),
        part(u"chains-waiting"_s, 1, u"waiting"_s),
        part(u"chains-next"_s, 0, u"afterFailure"_s),
        part(u"chains-checks"_s, 0, u"checks"_s),
        part(u"chains-request"_s, 0, u"request"_s),
        part(u"chains-folds"_s, 2, u"wholeChain"_s),
        {.name = u"chains-wrong"_s, .prepare = wrong, .leave = edit(u"everyday-chat"_s, 0)},
        {.name = u"chains-sample"_s, .fresh = true, .prepare = edit(u"sample"_s, 0), .isThere = planned},
    };
}

/// The table of all requests, not that of a decision.
ui::TableView *log(ui::MainWindow &window)
{
    for (auto *table : window.page(Requests)->findChildren<ui::TableView *>()) {
        if (table->isVisible() && table->model() && table->model()->rowCount() > 20)
            return table;
    }
    return nullptr;
}

Step selectRequest(int row)
{
    return [row](ui::MainWindow &window) {
        if (auto *table = log(window))
            table->selectRow(row);
    };
}

Step find(const QString &text)
{
    return [text](ui::MainWindow &window) { window.page(Requests)->findChild<QLineEdit *>()->setText(text); };
}

QList<Scene> recordScenes()
{
    const auto tab = [](int index) {
        return [index](ui::MainWindow &window) {
            window.showSection(Requests);
            chooseView(window.page(Requests), 5, index);
        };
    };
    return {
        {.name = u"dashboard"_s, .prepare = show(Dashboard), .isThere = hasRows(Dashboard)},
        {.name = u"dashboard-empty"_s, .fresh = true, .prepare = show(Dashboard)},
        {.name = u"requests"_s, .prepare = tab(0), .isThere = hasRows(Requests)},
        {.name = u"requests-explained"_s, .prepare = tab(1), .isThere = hasRows(Requests)},
        {.name = u"requests-request"_s, .prepare = tab(2), .isThere = hasRows(Requests)},
        {.name = u"requests-answer"_s, .prepare = tab(3), .isThere = hasRows(Requests)},
        {.name = u"requests-raw"_s, .prepare = tab(4), .isThere = hasRows(Requests), .leave = tab(0)},
        {.name = u"requests-lost"_s, .prepare = selectRequest(1), .isThere = hasRows(Requests)},
        {.name = u"requests-no-match"_s,
         .prepare = find(u"funicular"_s),
         .isThere = [](ui::MainWindow &window) { return log(window) == nullptr; },
         .leave = find({})},
        {.name = u"requests-empty"_s, .fresh = true, .prepare = show(Requests)},
    };
}

ui::TableView *models(ui::MainWindow &window)
{
    return window.page(Models)->findChild<ui::TableView *>(u"models"_s);
}

/// What the register says is in the list, too.
bool isMeasured(ui::MainWindow &window)
{
    const QAbstractItemModel *model = models(window)->model();
    return model->rowCount() > 0 && model->index(0, ui::CatalogTable::Recent).data().toString() != u"–"_s;
}

Step findModel(const QString &text)
{
    return
        [text](ui::MainWindow &window) { window.page(Models)->findChild<QLineEdit *>(u"find-model"_s)->setText(text); };
}

void showModels(ui::MainWindow &window)
{
    window.showSection(Models);
    pageOf<ui::ModelsPage>(window, Models).showList();
}

Step showModel(const QString &id)
{
    return [id](ui::MainWindow &window) {
        window.showSection(Models);
        pageOf<ui::ModelsPage>(window, Models).showModel(id);
    };
}

void pressInModels(ui::MainWindow &window, const QString &button)
{
    press(window.page(Models), button);
}

/// Some models side by side, as a person gets there.
void compareModels(ui::MainWindow &window)
{
    showModels(window);
    for (const char *id :
         {"anthropic/claude-sonnet-5", "openai/gpt-5.5", "google/gemini-3.5-flash", "mistralai/mistral-large-2512"}) {
        showModel(QString::fromLatin1(id))(window);
        auto *button = window.page(Models)->findChild<QPushButton *>(u"compare-this"_s);
        if (button->text() == QCoreApplication::translate("sb::ui::ModelDetail", "Compare"))
            button->click();
    }
    showModels(window);
    pressInModels(window, u"compare"_s);
}

/// Compares them once there is something to compare.
bool isCompared(ui::MainWindow &window)
{
    if (!isMeasured(window))
        return false;
    const auto *comparison = window.page(Models)->findChild<ui::ComparisonPage *>();
    if (!comparison->isVisible())
        compareModels(window);
    return comparison->isVisible();
}

QList<Scene> modelScenes()
{
    const Step toList = [](ui::MainWindow &window) { showModels(window); };
    return {
        {.name = u"models"_s, .prepare = toList, .isThere = isMeasured},
        {.name = u"models-search"_s,
         .prepare = inOrder({toList, findModel(u"gpt-5"_s)}),
         .isThere = isMeasured,
         .leave = findModel({})},
        {.name = u"models-no-match"_s, .prepare = inOrder({toList, findModel(u"funicular"_s)}), .leave = findModel({})},
        {.name = u"models-detail"_s, .prepare = showModel(u"anthropic/claude-sonnet-5"_s), .isThere = isMeasured},
        {.name = u"models-compare"_s, .prepare = toList, .isThere = isCompared, .leave = toList},
        {.name = u"models-fresh"_s, .fresh = true, .prepare = toList, .isThere = hasRows(Models)},
    };
}

/// A provider with a key; nothing of it leaves the program.
void giveKey(ui::MainWindow &window)
{
    auto &page = pageOf<ui::ProvidersPage>(window, Providers);
    page.showProvider(u"openai"_s);
    if (auto *row = page.findChild<ui::KeyRow *>())
        emit row->storeRequested("sk-a-key-of-the-pictures-tT4k", secrets::PlainHttp::Refused);
}

QList<Scene> providerScenes()
{
    return {
        {.name = u"providers"_s, .prepare = inOrder({show(Providers), giveKey}), .isThere = hasRows(Providers)},
        {.name = u"providers-adding"_s,
         .prepare = [](ui::MainWindow &window) { pageOf<ui::ProvidersPage>(window, Providers).showAdding(); },
         .leave =
             [](ui::MainWindow &window) { pageOf<ui::ProvidersPage>(window, Providers).showProvider(u"openai"_s); }},
        {.name = u"providers-fresh"_s, .fresh = true, .prepare = show(Providers)},
    };
}

Step palette(const QString &query)
{
    return [query](ui::MainWindow &window) {
        window.showSection(Dashboard);
        window.commandPalette().toggle();
        if (auto *field = window.commandPalette().findChild<QLineEdit *>())
            field->setText(query);
    };
}

void hidePalette(ui::MainWindow &window)
{
    window.commandPalette().hide();
}

QList<Scene> otherScenes()
{
    return {
        {.name = u"settings"_s, .prepare = show(u"settings"_s)},
        {.name = u"settings-classes"_s,
         .prepare =
             [](ui::MainWindow &window) {
                 window.showSection(u"settings"_s);
                 pageOf<ui::SettingsPage>(window, u"settings"_s).showClasses();
             }},
        {.name = u"palette"_s, .prepare = palette(u"ch"_s), .leave = hidePalette},
        {.name = u"palette-commands"_s, .prepare = palette(u">"_s), .leave = hidePalette},
        {.name = u"palette-requests"_s,
         .prepare = palette(u"#"_s),
         .isThere =
             [](ui::MainWindow &window) {
                 return window.commandPalette().findChild<QListView *>()->model()->rowCount() > 0;
             },
         .leave = hidePalette},
        {.name = u"palette-nothing"_s, .prepare = palette(u"qqq"_s), .leave = hidePalette},
    };
}

/// The last ones: the request that stands still is on record from then on, at the time of the machine.
QList<Scene> runningScenes()
{
    return {
        {.name = u"playground-streaming"_s,
         .prepare =
             [](ui::MainWindow &window) {
                 window.showSection(Playground);
                 playground(window).openWith(QLatin1String(StandingModel),
                                             u"What does a station master write into the register?"_s);
                 press(&playground(window), u"send"_s);
             },
         .isThere =
             [](ui::MainWindow &window) {
                 const auto *pane = playground(window).findChild<ui::Pane *>(u"pane-1"_s);
                 return pane && pane->metrics().outputTokens.value_or(0) > 0;
             },
         .before = 380ms,
         .since = 4120ms},
        {.name = u"requests-running"_s,
         .prepare = show(Requests),
         .isThere =
             [](ui::MainWindow &window) {
                 selectRequest(0)(window); // again once it is on record
                 return hasRows(Requests)(window);
             }},
    };
}

} // namespace

QList<Scene> scenes()
{
    return playgroundScenes() + chainScenes() + policyScenes() + recordScenes() + modelScenes() + providerScenes()
        + otherScenes() + runningScenes();
}

} // namespace sb::pictures
