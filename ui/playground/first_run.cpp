#include "ui/playground/first_run.h"

#include "ui/common/choice_card.h"
#include "ui/common/label.h"
#include "ui/common/painting.h"
#include "ui/common/surfaces.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int CardWidth = 640;

/// Three tracks between two points, all idle: level and 45 degrees only.
class IdleLine final : public QWidget
{
public:
    explicit IdleLine(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(CardWidth, 76);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = tokensOf(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const double middle = height() / 2.0;
        const double reach = 28;
        const double left = 150;
        const double right = width() - 150.0;
        painter.setPen(QPen(tokens.track, 2));
        painter.drawLine(QPointF(2, middle), QPointF(width() - 2.0, middle));
        for (const double side : {-reach, reach}) {
            painter.drawPolyline(QPolygonF{QPointF(left, middle), QPointF(left + reach, middle + side),
                                           QPointF(right - reach, middle + side), QPointF(right, middle)});
        }
        for (const double x : {2.0, width() - 2.0})
            painter.drawLine(QPointF(x, middle - 9), QPointF(x, middle + 9));
        painter.setBrush(tokens.base);
        for (const double x : {left, right})
            painter.drawEllipse(QPointF(x, middle), 5, 5);
        for (const double y : {middle - reach, middle, middle + reach}) {
            painter.fillRect(QRectF(width() / 2.0 - 12, y - 3, 24, 6), tokens.base);
            paintSignal(painter, QPointF(width() / 2.0, y), 15, Signal::Off, tokens);
        }
    }
};

} // namespace

FirstRun::FirstRun(QWidget *parent)
    : QScrollArea(parent)
    , m_body(makeSurface(QPalette::Base, this))
    , m_cards(new QVBoxLayout)
    , m_practice(
          new ChoiceCard(u"practice"_s, tr("Practice line"),
                         tr("Simulated models on this machine. No key, no cost, and every fault can be rehearsed: the "
                            "first step of the sample chain is out of order."),
                         tr("Start here"), m_body))
    , m_key(new ChoiceCard(u"key"_s, tr("Add a key"),
                           tr("OpenAI, Anthropic, Google, OpenRouter and others. Kept in the system's keychain."),
                           tr("Add"), m_body))
{
    m_practice->setObjectName(u"practiceCard"_s);
    m_key->setObjectName(u"keyCard"_s);
    auto *title = new Label(tr("The line is built. No train has run yet."), TextRole::Title, Label::Tone::Text,
                            QFont::DemiBold, m_body);
    m_cards->setSpacing(12);
    m_cards->addWidget(m_practice);
    m_cards->addWidget(m_key);
    auto *layout = new QVBoxLayout(m_body);
    layout->setSpacing(10);
    layout->addStretch(2);
    layout->addWidget(new IdleLine(m_body), 0, Qt::AlignHCenter);
    layout->addSpacing(10);
    layout->addWidget(title, 0, Qt::AlignHCenter);
    layout->addWidget(new Label(tr("Choose what should answer. You can add more at any time, in Providers."),
                                TextRole::Body, Label::Tone::Text2, QFont::Normal, m_body),
                      0, Qt::AlignHCenter);
    layout->addSpacing(12);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addLayout(m_cards);
    row->addStretch(1);
    layout->addLayout(row);
    layout->addStretch(3);
    connect(m_practice, &QAbstractButton::clicked, this, &FirstRun::practiceChosen);
    connect(m_key, &QAbstractButton::clicked, this, &FirstRun::keyChosen);
    setProperty("bare", true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setWidget(m_body);
}

void FirstRun::setPracticeOffered(bool offered)
{
    m_practice->setVisible(offered);
}

void FirstRun::setLocalServers(const QList<LocalServer> &servers)
{
    if (servers == m_servers)
        return;
    m_servers = servers;
    for (ChoiceCard *card : std::as_const(m_local))
        card->deleteLater();
    m_local.clear();
    insertServers();
}

void FirstRun::insertServers()
{
    for (const LocalServer &server : std::as_const(m_servers)) {
        //: A card for a model server on this machine; %2 is its address, %3 the names of its models.
        const QString facts = server.models.isEmpty()
            ? tr("Found at %1. It has no model yet.").arg(server.address)
            : tr("Found at %1 with %n model(s): %2.", nullptr, int(server.models.size()))
                  .arg(server.address, server.models.join(u", "_s));
        auto *card = new ChoiceCard(u"providers"_s, tr("%1 is running on this machine").arg(server.name), facts,
                                    tr("Use it"), m_body);
        card->setObjectName(u"localCard-%1"_s.arg(server.providerId));
        connect(card, &QAbstractButton::clicked, this, [this, id = server.providerId] { emit localServerChosen(id); });
        m_cards->insertWidget(1 + int(m_local.size()), card);
        m_local.append(card);
    }
}

} // namespace sb::ui
