#include "ui/chains/policies/policy_fields.h"

#include "ui/chains/inspector_form.h"
#include "ui/chains/policies/chain_box.h"
#include "ui/chains/policies/quality_fields.h"
#include "ui/chains/provider_choices.h"
#include "ui/chains/step_words.h"
#include "ui/common/field_grid.h"
#include "ui/common/fold.h"
#include "ui/common/format.h"
#include "ui/common/label.h"

#include <QCoreApplication>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr qint64 SecondsOfHour = 3600;

struct PolicyFieldsText
{
    Q_DECLARE_TR_FUNCTIONS(sb::ui::PolicyFields)
};

using PolicyField = FieldOf<routing::Policy>;

PolicyField aboutField()
{
    return {.path = u"description"_s,
            .title = PolicyFieldsText::tr("About this policy"),
            .explanation = PolicyFieldsText::tr("What it is for, in your own words."),
            .kind = FieldKind::Lines,
            .read = [](const routing::Policy &policy) { return policy.description; },
            .write =
                [](routing::Policy &policy, const QString &text) {
                    policy.description = text;
                    return true;
                }};
}

WeightField waitingField()
{
    const NanoDollars usual = routing::Weights{}.perSecond;
    const NanoDollars anHour{usual.value * SecondsOfHour};
    return {.path = u"dollars_per_second"_s,
            .title = PolicyFieldsText::tr("A second, $"),
            .expected = PolicyFieldsText::tr("dollars from 0 on, or empty"),
            .explanation =
                PolicyFieldsText::tr("What a second of waiting is worth; who answers sooner may cost as much more. The "
                                     "usual amount is %1 an hour.")
                    .arg(formatLimit(anHour)),
            .usual = dollarsToType(usual),
            .read =
                [usual](const routing::Weights &weights) {
                    return weights.perSecond == usual ? QString() : dollarsToType(weights.perSecond);
                },
            .write =
                [usual](routing::Weights &weights, const QString &text) {
                    const auto value = text.isEmpty() ? Result<NanoDollars>(usual) : typedDollars(text);
                    if (!value || value->value < 0)
                        return false;
                    weights.perSecond = *value;
                    return true;
                }};
}

/// @param scale of what is typed: 100 for percent
WeightField numberField(WeightField field, double routing::Weights::*member, double most, double scale)
{
    const double usual = routing::Weights{}.*member;
    const auto shown = [scale](double value) { return numberToType(QString::number(value * scale, 'g', 8)); };
    field.usual = shown(usual);
    field.read = [member, usual, shown](const routing::Weights &weights) {
        return weights.*member == usual ? QString() : shown(weights.*member);
    };
    field.write = [member, usual, most, scale](routing::Weights &weights, const QString &text) {
        const auto number = typedNumber(text);
        bool ok = false;
        const double value = number ? number->toDouble(&ok) / scale : 0;
        if (!text.isEmpty() && (!ok || !std::isfinite(value) || value < 0 || value > most))
            return false;
        weights.*member = text.isEmpty() ? usual : value;
        return true;
    };
    return field;
}

} // namespace

QList<WeightField> weightFields()
{
    return {waitingField(),
            numberField({.path = u"exploration"_s,
                         .title = PolicyFieldsText::tr("Exploring, %"),
                         .expected = PolicyFieldsText::tr("0 to 100, or empty"),
                         .explanation = PolicyFieldsText::tr(
                             "Share of requests that go to any of the endpoints alike, so that all stay known.")},
                        &routing::Weights::exploration, 1, 100),
            numberField({.path = u"sharpness"_s,
                         .title = PolicyFieldsText::tr("Sharpness"),
                         .expected = PolicyFieldsText::tr("0 to %1, or empty").arg(routing::MostSharpness),
                         .explanation = PolicyFieldsText::tr(
                             "How fast the share of an endpoint falls with what it costs: at 8, who is 9 % dearer gets "
                             "half; at 0 all get the same.")},
                        &routing::Weights::sharpness, routing::MostSharpness, 1)};
}

QList<StepField> policyPreferenceFields()
{
    QList<StepField> fields = endpointFields() + orderFields();
    fields.removeIf([](const StepField &field) { return !field.path.startsWith("provider."_L1); });
    return fields;
}

OtherwiseFields::OtherwiseFields(PolicyDocument &document, profile::Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_chain(new ChainBox(workspace, this))
{
    auto *form = new InspectorForm(this);
    m_chain->setObjectName(u"otherwise"_s);
    m_chain->setWhatsThis(tr("The chain of requests that no rule is for. Usual: as the request asks."));
    form->addWide(tr("Goes to"), m_chain);
    m_problem = form->addProblem();
    (void)form->addNote(tr("Rules are asked from the first to the last; the first that fits decides. Requests that "
                           "name a chain themselves are never asked about."));
    m_about = new AnyFieldRows(routing::Policy{}, *form, this);
    m_about->addField(erased(aboutField()));
    connect(m_chain, &ChainBox::chainChosen, this, [this](const QString &chain) {
        m_document.edit(routing::SetOtherwise{chain}, tr("Change where others go"));
    });
    connect(m_about, &AnyFieldRows::valueEdited, this, [this](const std::any &value, const QString &path) {
        m_document.edit(routing::SetDescription{std::any_cast<const routing::Policy &>(value).description},
                        tr("Change the description"), path);
    });
}

void OtherwiseFields::present(const QList<routing::PolicyProblem> &problems)
{
    const StepProblems own(problems, QString());
    m_chain->present(m_document.policy().otherwise);
    showProblem(m_chain, m_problem, own.exactlyAt(u"otherwise"_s));
    m_about->presentValue(m_document.policy(), own);
}

void OtherwiseFields::focusFirst()
{
    m_chain->setFocus(Qt::OtherFocusReason);
}

ForAllFields::ForAllFields(PolicyDocument &document, profile::Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_workspace(workspace)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *note =
        new Label(tr("Holds for every request, also for one that names its chain or model. Of two wishes about "
                     "the order the request's own wins; of two limits the stricter one."),
                  TextRole::Small, Label::Tone::Text3, QFont::Normal, this);
    note->setWordWrap(true);
    note->setContentsMargins(size::PaneMargin, 10, size::PaneMargin, 10);
    column->addWidget(note);
    addPreferences();
    addWeights();
    addQuality();
    connect(&m_document, &PolicyDocument::opened, this, &ForAllFields::forget);
}

QWidget *ForAllFields::addPart(const QString &name, const QString &title)
{
    auto *fold = new Fold(title, this);
    fold->setObjectName(name);
    layout()->addWidget(fold);
    m_folds.append(fold);
    return fold->body();
}

routing::Step ForAllFields::carrier() const
{
    return {.preferences = m_document.policy().preferences};
}

void ForAllFields::addPreferences()
{
    const auto isOrder = [](const StepField &field) {
        const QList<StepField> order = orderFields();
        return std::any_of(order.cbegin(), order.cend(),
                           [&field](const StepField &each) { return each.path == field.path; });
    };
    for (const bool order : {false, true}) {
        QWidget *body =
            order ? addPart(u"forAllOrder"_s, tr("Order and limits")) : addPart(u"forAllWho"_s, tr("Providers"));
        auto *form = new InspectorForm(body);
        form->setContentsMargins(size::PaneMargin, 2, size::PaneMargin, 12);
        auto *rows = new FieldRows(*form, body);
        for (const StepField &field : policyPreferenceFields()) {
            if (isOrder(field) == order)
                rows->add(field);
        }
        if (order) {
            for (const FieldStrip &strip : percentileStrips())
                rows->addStrip(strip);
        }
        for (const QString &path : {u"provider.only"_s, u"provider.ignore"_s, u"provider.order"_s})
            rows->setChoices(path, [this] { return providerChoices(m_workspace); });
        connect(rows, &FieldRows::edited, this,
                [this](const routing::Step &step, const QString &path, const QString &title) {
                    const QScopedValueRollback changing(m_changing, true);
                    m_document.edit(routing::SetPreferences{step.preferences}, tr("Change “%1”").arg(title), path);
                });
        m_preferences.append(rows);
    }
}

void ForAllFields::addWeights()
{
    QWidget *body = addPart(u"forAllWeights"_s, tr("What waiting is worth"));
    auto *form = new InspectorForm(body);
    form->setContentsMargins(size::PaneMargin, 2, size::PaneMargin, 12);
    m_weights = new AnyFieldRows(routing::Weights{}, *form, body);
    for (const AnyField &field : erasedFields(weightFields()))
        m_weights->addField(field);
    connect(m_weights, &AnyFieldRows::valueEdited, this,
            [this](const std::any &value, const QString &path, const QString &title) {
                const QScopedValueRollback changing(m_changing, true);
                m_document.edit(routing::SetWeights{std::any_cast<const routing::Weights &>(value)},
                                tr("Change “%1”").arg(title), u"weights."_s + path);
            });
}

void ForAllFields::addQuality()
{
    QWidget *body = addPart(u"forAllQuality"_s, tr("Models by quality"));
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 2, 0, 12);
    m_quality = new QualityFields(m_document, m_workspace, body);
    column->addWidget(m_quality);
}

void ForAllFields::forget()
{
    for (FieldRows *rows : std::as_const(m_preferences))
        rows->forget();
    m_weights->forget();
}

void ForAllFields::present(const QList<routing::PolicyProblem> &problems)
{
    const routing::Policy &policy = m_document.policy();
    if (policy != std::exchange(m_presented, policy) && !m_changing)
        forget();
    const StepProblems own(problems, QString());
    for (FieldRows *rows : std::as_const(m_preferences))
        rows->present(carrier(), own);
    m_weights->presentValue(policy.weights, StepProblems(problems, u"weights."_s));
    m_quality->present(own.at(u"quality"_s));
    const bool weighs = policy.weights != routing::Weights();
    const QStringList summaries{endpointsText(carrier()), orderText(carrier()), weighs ? tr("own weights") : QString(),
                                policy.quality.isEmpty() ? QString() : policy.quality.join(u", "_s)};
    const QStringList found{{}, {}, own.below(u"weights"_s), own.below(u"quality"_s)};
    for (qsizetype i = 0; i < m_folds.size(); ++i)
        m_folds.at(i)->present(summaries.value(i), found.value(i));
}

void ForAllFields::focusFirst()
{
    m_folds.constFirst()->head()->setFocus(Qt::OtherFocusReason);
}

} // namespace sb::ui
