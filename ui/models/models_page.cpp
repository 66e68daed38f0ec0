#include "ui/models/models_page.h"

#include "ui/models/comparison_page.h"
#include "ui/models/model_detail.h"
#include "ui/models/model_list.h"
#include "ui/models/refresh_page.h"

#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace sb::ui {

ModelsPage::ModelsPage(ModelBoard &board, QWidget *parent)
    : QWidget(parent)
    , m_board(board)
    , m_stack(new QStackedWidget(this))
    , m_list(new ModelList(board, m_stack))
    , m_detail(new ModelDetail(board, m_stack))
    , m_comparison(new ComparisonPage(board, m_stack))
    , m_report(new RefreshPage(m_stack))
{
    for (QWidget *page : std::initializer_list<QWidget *>{m_list, m_detail, m_comparison, m_report})
        m_stack->addWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connectPages();
}

void ModelsPage::connectPages()
{
    connect(m_list, &ModelList::opened, this, &ModelsPage::showModel);
    connect(m_list, &ModelList::compareWanted, this, [this] {
        m_stack->setCurrentWidget(m_comparison);
        m_comparison->focusFirst();
    });
    connect(m_list, &ModelList::playgroundWanted, this, &ModelsPage::playgroundWanted);
    connect(m_list, &ModelList::chainMenuWanted, this, &ModelsPage::openChainMenu);
    connect(m_list, &ModelList::notice, this, &ModelsPage::notice);
    connect(m_detail, &ModelDetail::closed, this, &ModelsPage::leave);
    connect(m_detail, &ModelDetail::playgroundWanted, this, &ModelsPage::playgroundWanted);
    connect(m_detail, &ModelDetail::chainMenuWanted, this, &ModelsPage::openChainMenu);
    connect(m_detail, &ModelDetail::notice, this, &ModelsPage::notice);
    connect(m_list, &ModelList::reportWanted, this, &ModelsPage::showReport);
    connect(m_report, &RefreshPage::closed, this, &ModelsPage::leave);
    connect(m_report, &RefreshPage::endpointWanted, this, [this](const QString &id) {
        if (const catalog::Endpoint *endpoint = m_board.workspace().catalog().endpoint(id))
            showModel(endpoint->modelId);
    });
    connect(&m_board.updater(), &engine::CatalogUpdater::finished, m_report, &RefreshPage::present);
    connect(m_comparison, &ComparisonPage::closed, this, &ModelsPage::leave);
    connect(m_comparison, &ComparisonPage::modelWanted, this, &ModelsPage::showModel);
    connect(&m_board, &ModelBoard::foundChanged, this, [this] {
        if (!m_wanted.isEmpty())
            showModel(std::exchange(m_wanted, {}));
    });
}

ModelsPage::Work ModelsPage::work() const
{
    return {.detail = m_stack->currentWidget() == m_detail ? m_detail->shown() : QString(),
            .comparing = m_stack->currentWidget() == m_comparison,
            .facets = m_list->showsFacets()};
}

void ModelsPage::resume(const Work &work)
{
    m_list->showFacets(work.facets);
    if (!work.detail.isEmpty())
        showModel(work.detail);
    else if (work.comparing)
        m_stack->setCurrentWidget(m_comparison);
}

void ModelsPage::showModel(const QString &modelId)
{
    if (!m_board.isLoaded()) {
        m_wanted = modelId;
        return;
    }
    m_list->select(modelId);
    m_detail->showModel(modelId);
    m_stack->setCurrentWidget(m_detail);
    m_detail->focusFirst();
}

void ModelsPage::showList()
{
    m_stack->setCurrentWidget(m_list);
}

void ModelsPage::showReport()
{
    m_report->present(m_board.updater().lastReport());
    m_stack->setCurrentWidget(m_report);
    m_report->focusFirst();
}

void ModelsPage::leave()
{
    showList();
    m_list->focusTable();
}

void ModelsPage::openChainMenu(const QString &modelId, const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const routing::Chain &chain : m_board.workspace().chains())
        menu->addAction(chain.name, this, [this, name = chain.name, modelId] { emit chainWanted(name, modelId); });
    menu->addSeparator();
    menu->addAction(tr("New chain"), this, [this, modelId] { emit chainWanted({}, modelId); });
    menu->popup(at);
}

/// No focus proxy: Tab would go from the page's begin to that, past all that stands before it.
void ModelsPage::focusInEvent(QFocusEvent *)
{
    if (m_stack->currentWidget() == m_detail)
        m_detail->focusFirst();
    else if (m_stack->currentWidget() == m_comparison)
        m_comparison->focusFirst();
    else if (m_stack->currentWidget() == m_report)
        m_report->focusFirst();
    else
        m_list->focusTable();
}

void ModelsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_board.look();
}

} // namespace sb::ui
