#include "ui/chains/next_fields.h"

#include "ui/chains/inspector_form.h"
#include "ui/chains/step_words.h"
#include "ui/common/field_grid.h"
#include "ui/common/label.h"

#include <QComboBox>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int NextCandidate = -1; ///< the data of the first choice
constexpr int NoLaterStep = -2; ///< of an id that leads nowhere

void setHelp(QWidget &field, const QString &help)
{
    field.setToolTip(help);
    field.setWhatsThis(help);
}

} // namespace

NextFields::NextFields(ChainDocument &document, InspectorForm &form, QWidget *body)
    : QObject(body)
    , m_document(document)
    , m_form(form)
    , m_body(body)
{
    using routing::NextSteps;
    (void)m_form.addNote(tr("Where a request goes after one kind of failure, instead of to the next endpoint."));
    addRow("context_full", tr("Context full"), &NextSteps::contextFull,
           tr("When the prompt is too long for the model: to a step with a larger window."));
    addRow("content_policy", tr("Content policy"), &NextSteps::contentPolicy,
           tr("When the provider refuses what is asked."));
    addRow("rate_limit", tr("Rate limit"), &NextSteps::rateLimit,
           tr("When the limit is used up for longer than this step's patience."));
    addRow("budget", tr("Budget"), &NextSteps::budget, tr("When what is left of the budget does not pay for it."));
    addRow("invalid_output", tr("Failed check"), &NextSteps::invalidOutput,
           tr("When an answer does not pass a check of this step."));
    addId();
}

void NextFields::addRow(const char *key, const QString &title, QString routing::NextSteps::*kind, const QString &help)
{
    auto *box = new QComboBox(m_body);
    box->setObjectName(u"next."_s + QString::fromLatin1(key));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(4);
    keepFromWheel(*box);
    setHelp(*box, help);
    m_form.addField(title, box);
    m_rows.append({.path = box->objectName(), .kind = kind, .box = box, .problem = m_form.addProblem()});
    connect(box, &QComboBox::activated, this, [this, box, kind] {
        if (const int to = box->currentData().toInt(); to != NoLaterStep)
            m_document.edit(routing::SetNextStep{.at = m_document.current(), .kind = kind, .to = to},
                            tr("Change the next step"));
    });
}

void NextFields::addId()
{
    m_id = new QLineEdit(m_body);
    m_id->setObjectName(u"id"_s);
    m_id->setPlaceholderText(tr("none"));
    setHelp(*m_id, tr("By which earlier steps go on to this one. It is made by itself when a step is chosen."));
    m_form.addField(tr("Id of this step"), m_id);
    m_idProblem = m_form.addProblem();
    connect(m_id, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_document.edit(routing::SetStepId{.at = m_document.current(), .id = text.trimmed()}, tr("Change the id"),
                        u"%1/id"_s.arg(m_document.current()));
    });
}

void NextFields::presentRow(const Row &row, const routing::Chain &chain, qsizetype at)
{
    row.box->clear();
    row.box->addItem(tr("next endpoint"), NextCandidate);
    for (qsizetype to = at + 1; to < chain.steps.size(); ++to)
        row.box->addItem(tr("%1, %2").arg(to + 1).arg(stepTitle(chain.steps.at(to))), int(to));
    const QString &id = chain.steps.at(at).next.*row.kind;
    const qsizetype to = routing::laterStep(chain, at, id);
    if (to < 0 && !id.isEmpty())
        //: A step that is named by its id and is not there.
        row.box->addItem(tr("“%1”, not found").arg(id), NoLaterStep);
    row.box->setCurrentIndex(row.box->findData(to >= 0 ? int(to) : id.isEmpty() ? NextCandidate : NoLaterStep));
}

void NextFields::present(const StepProblems &problems)
{
    const routing::Step *step = m_document.currentStep();
    if (!step)
        return;
    for (const Row &row : std::as_const(m_rows)) {
        presentRow(row, m_document.chain(), m_document.current());
        showProblem(row.box, row.problem, problems.at(row.path));
    }
    if (m_id->text().trimmed() != step->id)
        m_id->setText(step->id);
    showProblem(m_id, m_idProblem, problems.at(u"id"_s));
}

} // namespace sb::ui
