// The third part of WindowApp: what the command palette finds.
#include "app/window/window_app.h"

#include "ui/common/format.h"
#include "ui/models/models_page.h"
#include "ui/playground/playground_page.h"
#include "ui/requests/requests_page.h"
#include "ui/shell/navigation_rail.h"
#include "ui/shell/page_commands.h"

#include <QAction>
#include <QSet>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace sb::app {

namespace {

constexpr int MostFound = 20; ///< a ledger

QString nativeText(const QKeySequence &key)
{
    return key.toString(QKeySequence::NativeText);
}

} // namespace

void WindowApp::addCommands()
{
    ui::CommandPalette &palette = m_window->commandPalette();
    palette.addSource(u'>', [this] { return commands(); });
    palette.addSource(u'@', [this] { return targets(); });
    palette.addSearch(u'#', [this](const QString &query) { searchRequests(query); });
}

QList<ui::Command> WindowApp::commands()
{
    QList<ui::Command> commands;
    QString current;
    for (const ui::Section &each : sections()) {
        commands.append({.group = tr("Go to"),
                         .text = each.title,
                         .key = nativeText(m_window->rail().key(each.id)),
                         .run = [this, id = each.id] { m_window->showSection(id); }});
        if (each.id == m_window->currentSection())
            current = each.title;
    }
    if (const QWidget *page = m_window->madePage(m_window->currentSection()))
        commands += ui::commandsOf(*page, current);
    addPlaygroundCommands(commands);
    if (m_updater.lastReport().at != WallTime{}) // its banner may be dismissed
        commands.append({.group = tr("Models"), .text = tr("Last refresh of prices"), .key = {}, .run = [this] {
                             go<ui::ModelsPage>(section::Models)->showReport();
                         }});
    const auto addTheme = [&](const QString &text, profile::ThemeChoice choice) {
        commands.append({.group = tr("Theme"), .text = text, .key = {}, .run = [this, choice] {
                             profile::Settings settings = m_workspace.settings();
                             settings.theme = choice;
                             m_workspace.setSettings(settings);
                         }});
    };
    addTheme(tr("Light theme"), profile::ThemeChoice::Light);
    addTheme(tr("Dark theme"), profile::ThemeChoice::Dark);
    addTheme(tr("Theme of the system"), profile::ThemeChoice::System);
    for (QAction *action : m_window->actions()) {
        if (action->shortcut() != ui::CommandPalette::key())
            commands.append({.group = tr("Window"),
                             .text = action->text(),
                             .key = nativeText(action->shortcut()),
                             .run = [action = QPointer(action)] {
                                 if (action)
                                     action->trigger();
                             }});
    }
    return commands;
}

/// What has no button of its own, or not always.
void WindowApp::addPlaygroundCommands(QList<ui::Command> &commands)
{
    const bool isShown = m_window->currentSection() == section::Playground;
    const QString key = nativeText(QKeySequence::New);
    const auto isListed = [&key](const ui::Command &each) { return each.key == key; };
    if (!isShown || std::none_of(commands.cbegin(), commands.cend(), isListed))
        commands.append({.group = tr("Playground"),
                         .text = tr("New conversation"),
                         .key = isShown ? key : QString(),
                         .run = [this] { go<ui::PlaygroundPage>(section::Playground)->newConversation(); }});
    if (isShown)
        commands.append(
            {.group = tr("Playground"), .text = tr("Undo"), .key = nativeText(QKeySequence::Undo), .run = [this] {
                 go<ui::PlaygroundPage>(section::Playground)->undo();
             }});
}

QList<ui::Command> WindowApp::targets()
{
    QStringList targets;
    for (const routing::Chain &chain : m_workspace.chains())
        targets.append(routing::chainTarget(chain.name));
    QList<ui::Command> commands;
    for (const QString &target : targets + m_workspace.usableModels()) {
        commands.append({.group = tr("Ask"), .text = target, .key = {}, .run = [this, target] {
                             go<ui::PlaygroundPage>(section::Playground)->openWith(target, {});
                         }});
    }
    addModels(commands);
    return commands;
}

/// All models of the catalog, also those that nobody can ask yet: what they are and cost.
void WindowApp::addModels(QList<ui::Command> &commands)
{
    for (const QString &model : m_workspace.catalog().modelIds())
        commands.append({.group = tr("Models"), .text = model, .key = {}, .run = [this, model] {
                             go<ui::ModelsPage>(section::Models)->showModel(model);
                         }});
}

/// By the number on record, or by words of prompt and answer; what people paid for comes before practice.
void WindowApp::searchRequests(const QString &query)
{
    for (const usage::Ticket ticket : std::as_const(m_search.tickets))
        m_queries.cancel(ticket);
    m_search = {.query = query};
    const std::initializer_list<usage::Ledger> ledgers{usage::Ledger::Real, usage::Ledger::Practice};
    bool isNumber = false;
    const qint64 number = query.toLongLong(&isNumber);
    if (isNumber && number > 0 && number < std::numeric_limits<qint64>::max()) {
        for (const usage::Ledger ledger : ledgers)
            m_search.tickets.append(
                m_queries.ask(usage::LogQuery{.filter = {.ledger = ledger}, .beforeSeq = number + 1, .count = 1}));
    }
    for (const usage::Ledger ledger : ledgers)
        m_search.tickets.append(
            m_queries.ask(usage::LogQuery{.filter = {.ledger = ledger, .text = query}, .count = MostFound}));
}

void WindowApp::takeFound(usage::Ticket ticket, const Result<usage::QueryAnswer> &answer)
{
    const qsizetype index = m_search.tickets.indexOf(ticket);
    if (index < 0)
        return;
    const auto *page = answer ? std::get_if<usage::LogPage>(&*answer) : nullptr;
    m_search.found.insert(index, page ? page->rows : QList<usage::LogRow>());
    if (m_search.found.size() < m_search.tickets.size())
        return;
    const bool byNumber = m_search.tickets.size() > 2; // the first two
    QList<ui::Command> commands;
    QSet<std::pair<int, qint64>> shown;
    for (qsizetype i = 0; i < m_search.tickets.size(); ++i) {
        for (const usage::LogRow &row : m_search.found.value(i)) {
            const bool isMeant = i > 1 || !byNumber || row.key.seq == m_search.query.toLongLong();
            const std::pair id(int(row.key.ledger), row.key.seq);
            if (isMeant && !shown.contains(id))
                commands.append(commandFor(row));
            shown.insert(id);
        }
    }
    m_window->commandPalette().present(u'#', m_search.query, commands);
}

ui::Command WindowApp::commandFor(const usage::LogRow &row)
{
    QStringList facts{u"#%1"_s.arg(row.key.seq), row.requested};
    if (!row.servedModel.isEmpty() && row.servedModel != row.requested)
        facts.append(ui::shortModel(row.servedModel));
    facts.append(row.open ? tr("running") : ui::endStateText(row.end));
    return {.group = row.key.ledger == usage::Ledger::Practice ? tr("Practice requests") : tr("Requests"),
            .text = facts.join(u", "_s),
            .key = ui::formatTime(row.startedAt, m_core.usage().standing().zone, m_clock.wall()),
            .run = [this, key = row.key] { go<ui::RequestsPage>(section::Requests)->showRecord(key); }};
}

} // namespace sb::app
