#include "ui/chains/inspector_sections.h"

#include "core/routing/step_reach.h"
#include "ui/chains/chain_fields.h"
#include "ui/chains/check_list.h"
#include "ui/chains/inspector_form.h"
#include "ui/chains/next_fields.h"
#include "ui/chains/provider_choices.h"
#include "ui/chains/step_words.h"
#include "ui/common/fold.h"
#include "ui/common/json_field.h"
#include "ui/common/json_text.h"
#include "ui/common/label.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int OverridesHeight = 96;
// The other clocks are those that are changed most, on top of the inspector.
QStringList waitingPaths()
{
    return {u"clocks.upload_ms"_s,    u"clocks.first_byte_ms"_s, u"clocks.first_content_reasoning_ms"_s,
            u"clocks.cold_load_ms"_s, u"clocks.total_ms"_s,      u"patience_ms"_s};
}

/// As routing::limitProblems() sees it.
Result<void> checkOverrides(const Json &overrides)
{
    const routing::Chain chain{.steps = {routing::Step{.overrides = overrides}}};
    if (!overrides.isObject())
        return failure(Error::Kind::InvalidInput, InspectorSections::tr("An object with members of a request."));
    for (const routing::ChainProblem &problem : limitProblems(chain)) {
        if (problem.path == u"steps[0].overrides"_s)
            return failure(Error::Kind::InvalidInput, problem.message);
    }
    return {};
}

} // namespace

InspectorSections::InspectorSections(ChainDocument &document, profile::Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_workspace(workspace)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    addEndpoints();
    addOrder();
    addWaiting();
    addNext();
    addHedge();
    addChecks();
    addRequest();
    addChain();
}

const routing::Step &InspectorSections::step() const
{
    static const routing::Step none;
    const routing::Step *current = m_document.currentStep();
    return current ? *current : none;
}

InspectorForm *InspectorSections::addSection(const QString &name, const QString &title,
                                             const std::function<QString()> &summary, const QStringList &paths)
{
    auto *fold = new Fold(title, this);
    fold->setObjectName(name);
    m_column->addWidget(fold);
    auto *form = new InspectorForm(fold->body());
    form->setContentsMargins(size::PaneMargin, 2, size::PaneMargin, 12);
    m_sections.append({.fold = fold, .summary = summary, .paths = paths});
    return form;
}

void InspectorSections::connectRows(FieldRows *rows)
{
    connect(rows, &FieldRows::edited, this, &InspectorSections::edited);
    m_sections.last().rows = rows;
}

void InspectorSections::addEndpoints()
{
    InspectorForm *form = addSection(
        u"whichEndpoints"_s, tr("Which endpoints"), [this] { return endpointsText(step()); },
        {u"models"_s, u"filter"_s, u"provider.only"_s, u"provider.ignore"_s, u"provider.require_parameters"_s,
         u"provider.data_collection"_s, u"provider.zdr"_s, u"provider.regions"_s, u"provider.quantizations"_s});
    QWidget *body = m_sections.constLast().fold->body();
    auto *rows = new FieldRows(*form, body);
    m_reach = form->addNote();
    m_reach->setObjectName(u"reach"_s);
    const QList<StepField> fields = endpointFields();
    const QList<StepField> flags = filterFlags();
    rows->add(fields.constFirst()); // further models, below those on top
    rows->add(flags.constFirst());
    rows->addFlags(flags.sliced(1));
    rows->add(fields.sliced(1));
    rows->setChoices(u"models"_s, [this] { return modelChoices(m_workspace); });
    for (const QString &path : {u"provider.only"_s, u"provider.ignore"_s})
        rows->setChoices(path, [this] { return providerChoices(m_workspace); });
    connectRows(rows);
}

void InspectorSections::addOrder()
{
    InspectorForm *form = addSection(u"order"_s, tr("Order and limits"), [this] { return orderText(step()); },
                                     {u"provider.sort"_s, u"provider.order"_s, u"provider.allow_fallbacks"_s,
                                      u"provider.max_price"_s, u"provider.preferred_"_s});
    auto *rows = new FieldRows(*form, m_sections.constLast().fold->body());
    rows->add(orderFields());
    for (const FieldStrip &strip : percentileStrips())
        rows->addStrip(strip);
    rows->setChoices(u"provider.order"_s, [this] { return providerChoices(m_workspace); });
    connectRows(rows);
}

void InspectorSections::addWaiting()
{
    InspectorForm *form = addSection(
        u"waiting"_s, tr("Waiting"), [this] { return waitingText(step()); }, waitingPaths());
    auto *rows = new FieldRows(*form, m_sections.constLast().fold->body());
    for (const StepField &field : clockFields() + limitFields()) {
        if (waitingPaths().contains(field.path))
            rows->add(field);
    }
    connectRows(rows);
}

void InspectorSections::addNext()
{
    InspectorForm *form = addSection(
        u"afterFailure"_s, tr("After a failure"),
        [this] { return m_document.currentStep() ? nextText(m_document.chain(), m_document.current()) : QString(); },
        {u"next"_s, u"id"_s});
    m_next = new NextFields(m_document, *form, m_sections.constLast().fold->body());
}

void InspectorSections::addHedge()
{
    InspectorForm *form =
        addSection(u"secondAttempt"_s, tr("A second attempt"), [this] { return hedgeText(step()); }, {u"hedge"_s});
    auto *rows = new FieldRows(*form, m_sections.constLast().fold->body());
    rows->add(hedgeFields());
    connectRows(rows);
}

void InspectorSections::addChecks()
{
    InspectorForm *form =
        addSection(u"checks"_s, tr("Checks of the answer"), [this] { return checksText(step()); }, {u"accept"_s});
    m_checks = new CheckList(m_sections.constLast().fold->body());
    form->addRow(m_checks);
    connect(m_checks, &CheckList::edited, this, &InspectorSections::edited);
}

void InspectorSections::addRequest()
{
    InspectorForm *form = addSection(u"request"_s, tr("Changes to the request"), [this] { return requestText(step()); },
                                     {u"overrides"_s, u"max_tokens"_s});
    QWidget *body = m_sections.constLast().fold->body();
    auto *rows = new FieldRows(*form, body);
    rows->add(requestFields());
    connectRows(rows);
    m_overrides = new JsonField(tr("All of them, as JSON"), checkOverrides, body);
    m_overrides->setTextHeight(OverridesHeight);
    m_overrides->setExample(u"{\n  \"top_p\": 0.9\n}"_s);
    m_overrides->edit()->setObjectName(u"overrides"_s);
    m_overrides->edit()->setToolTip(
        tr("Members of the request that this step sets, whatever the request says; null takes one away."));
    m_overrides->edit()->setWhatsThis(m_overrides->edit()->toolTip());
    form->addWide(tr("All of them, as JSON"), m_overrides);
    connect(m_overrides, &JsonField::valueEdited, this, [this](const Json &overrides) {
        routing::Step changed = step();
        changed.overrides = overrides.size() > 0 ? overrides : Json();
        emit edited(changed, u"overrides"_s, tr("Changes to the request"));
    });
}

void InspectorSections::addChain()
{
    InspectorForm *form = addSection(u"wholeChain"_s, tr("Whole chain"), [this] { return m_chain->summary(); }, {});
    m_chain = new ChainRules(m_document, *form, m_sections.constLast().fold->body());
}

void InspectorSections::present(const StepProblems &problems)
{
    m_reach->setText(reachText(routing::reachOf(step(), m_workspace.catalog(), m_workspace.usableProviders())));
    m_next->present(problems);
    m_checks->present(step(), problems);
    m_overrides->setValue(step().overrides);
    m_chain->present();
    for (const Section &section : std::as_const(m_sections)) {
        if (section.rows)
            section.rows->present(step(), problems);
        QString problem;
        for (const QString &path : section.paths) {
            if (problem.isEmpty())
                problem = problems.below(path);
        }
        section.fold->present(section.summary(), problem);
    }
}

void InspectorSections::forget()
{
    for (const Section &section : std::as_const(m_sections)) {
        if (section.rows)
            section.rows->forget();
    }
    m_checks->forget();
    if (!m_overrides->problem().isEmpty())
        m_overrides->reset(step().overrides);
}

} // namespace sb::ui
