#include "ui/chains/recorded_dialog.h"

#include "ui/chains/recorded_model.h"
#include "ui/common/controls.h"
#include "ui/common/label.h"
#include "ui/common/table.h"

#include <QVBoxLayout>

namespace sb::ui {

namespace {
constexpr QSize RecordedSize{620, 460};
constexpr int MostRecorded = 100; // of each ledger; the Requests panel finds older ones
} // namespace

RecordedDialog::RecordedDialog(usage::Queries &queries, const Clock &clock, QWidget *parent)
    : QDialog(parent)
    , m_queries(queries)
    , m_clock(clock)
    , m_model(new RecordedModel(this))
    , m_table(new TableView(this))
    , m_problem(new Label({}, TextRole::Small, Label::Tone::Danger, QFont::Normal, this))
    , m_use(makeMainButton(tr("Use this request"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("recordedDialog"));
    setWindowTitle(tr("Dry run of a recorded request"));
    resize(RecordedSize);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("The last requests"));
    m_table->setTwoLines(true);
    m_table->setColumnWidths({150, 0, 130});
    m_problem->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("recordProblem"));
    m_use->setObjectName(QStringLiteral("useRecorded"));
    QPushButton *cancel = makeButton(tr("Cancel"), this);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_problem, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_use);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    connect(m_use, &QPushButton::clicked, this, &RecordedDialog::use);
    connect(m_table, &TableView::opened, this, &RecordedDialog::use);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(&m_queries, &usage::Queries::answered, this, &RecordedDialog::takeAnswer);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_use->setEnabled(m_model->rowCount() > 0);
        if (m_model->rowCount() > 0)
            m_table->selectRow(0);
    });
    m_use->setEnabled(false);
    m_real = m_queries.ask(usage::LogQuery{.filter = {.ledger = usage::Ledger::Real}, .count = MostRecorded});
    m_practice = m_queries.ask(usage::LogQuery{.filter = {.ledger = usage::Ledger::Practice}, .count = MostRecorded});
}

RecordedDialog::~RecordedDialog()
{
    for (const usage::Ticket ticket : {m_real, m_practice, m_detail})
        m_queries.cancel(ticket);
}

void RecordedDialog::takeAnswer(usage::Ticket ticket, const Result<usage::QueryAnswer> &answer)
{
    if (ticket != m_real && ticket != m_practice && ticket != m_detail)
        return;
    if (!answer) {
        m_problem->setText(answer.error().message);
        return;
    }
    if (ticket == m_detail)
        takeRecord(std::get<usage::RequestRecord>(*answer));
    else
        takePage(std::get<usage::LogPage>(*answer));
}

void RecordedDialog::takePage(const usage::LogPage &page)
{
    m_model->add(page, m_clock.wall());
    if (m_model->rowCount() == 0)
        m_problem->setText(tr("There is no request on record yet."));
    else
        m_problem->setText({});
}

void RecordedDialog::use()
{
    const int row = m_table->currentIndex().row();
    if (row < 0)
        return;
    m_title = m_model->title(row);
    m_detail = m_queries.ask(usage::DetailQuery{.key = m_model->rows().at(row).key});
}

void RecordedDialog::takeRecord(const usage::RequestRecord &record)
{
    m_detail = {};
    if (record.opened.request.isNull()) {
        m_problem->setText(tr("The text of this request was not kept, so it cannot be planned again."));
        return;
    }
    const Result<chat::Request> request = chat::parseRequest(record.opened.request);
    if (!request) {
        m_problem->setText(request.error().message);
        return;
    }
    emit taken(*request, m_title);
    accept();
}

} // namespace sb::ui
