#include "ui/playground/route_popup.h"

#include "ui/common/controls.h"
#include "ui/common/decision_table.h"
#include "ui/common/explanation_view.h"
#include "ui/common/label.h"
#include "ui/common/surfaces.h"
#include "ui/common/table.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int RoutePopupWidth = 620;
constexpr int MostRouteRows = 5; ///< further ones by scrolling
constexpr int SentencesHeight = 236;

} // namespace

RoutePopup::RoutePopup(const usage::RequestRecord &record, const usage::RecordKey &key, QWidget *parent)
    : Popup(RoutePopupWidth, parent)
{
    setObjectName(u"routePopup"_s);
    setAccessibleName(tr("Why this route"));
    column()->addWidget(new Label(tr("Why this route"), TextRole::Body, Label::Tone::Text, QFont::DemiBold, this));

    auto *decision = new DecisionTable(this);
    decision->present(record.settled);
    auto *table = new TableView(this);
    table->setModel(decision);
    table->setFlush();
    table->setAccessibleName(tr("Decision"));
    table->setColumnWidths({0, 48, 60, 88, 170});
    table->setFixedHeight(size::TableHeader + std::clamp(decision->rowCount(), 1, MostRouteRows) * size::Row + 2);
    table->setVisible(decision->rowCount() > 0);
    column()->addWidget(table);

    const usage::Explanation explanation = usage::explain(record, key);
    auto *sentences = new ExplanationView(this);
    sentences->setObjectName(u"explained"_s);
    sentences->present(explanation);
    sentences->setFixedHeight(SentencesHeight);
    column()->addSpacing(4);
    column()->addWidget(sentences);

    auto *copy = makeButton(tr("Copy as text"), this, u"copy"_s);
    copy->setObjectName(u"copyExplanation"_s);
    auto *trace = makeQuietButton(tr("Open in Requests"), this);
    trace->setObjectName(u"openTrace"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(copy);
    row->addStretch(1);
    row->addWidget(trace);
    column()->addLayout(row);
    setFocusProxy(copy);
    connect(copy, &QPushButton::clicked, this,
            [explanation] { QGuiApplication::clipboard()->setText(toText(explanation)); });
    connect(trace, &QPushButton::clicked, this, [this, key] {
        close();
        emit traceRequested(key);
    });
}

} // namespace sb::ui
