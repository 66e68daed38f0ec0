#include "ui/playground/prompt_box.h"

#include "ui/common/chip.h"
#include "ui/common/controls.h"
#include "ui/common/label.h"
#include "ui/common/painting.h"
#include "ui/playground/attachment_row.h"
#include "ui/playground/image_import.h"
#include "ui/playground/prompt_edit.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QTextDocument>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {
constexpr int Margin = 12; ///< around the box, inside the prompt band
constexpr int Least = 24; ///< height of the text
constexpr int RowGap = 6;
} // namespace

PromptBox::PromptBox(QWidget *parent)
    : QWidget(parent)
    , m_edit(new PromptEdit(this))
    , m_images(new AttachmentRow(this))
    , m_import(new ImageImport(this))
    , m_attach(makeIconButton(u"attach"_s, tr("Attach an image"), this, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)))
    , m_tools(makeIconButton(u"tools"_s, tr("Tools"), this, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T)))
    , m_chain(new Chip(tr("Chain"), {}, this))
    , m_receivers(new Chip(tr("Send to"), {}, this))
    , m_estimate(new Label({}, TextRole::Small, Label::Tone::Text3, QFont::Normal, this))
    , m_send(makeMainButton(tr("Send"), this, u"send"_s))
{
    setBackgroundRole(QPalette::Window);
    setAutoFillBackground(true);
    setProperty("belowToasts", true);
    setFocusProxy(m_edit);
    m_edit->setObjectName(u"prompt"_s);
    m_edit->setProperty("bare", true);
    m_edit->setFrameShape(QFrame::NoFrame);
    m_edit->setPlaceholderText(tr("Ask all panes"));
    m_edit->setAccessibleName(tr("Prompt"));
    m_edit->setTabChangesFocus(true);
    m_edit->document()->setDocumentMargin(0);
    m_edit->viewport()->setAutoFillBackground(false);
    m_edit->installEventFilter(this);
    m_send->setObjectName(u"send"_s);
    m_attach->setObjectName(u"attach"_s);
    m_tools->setObjectName(u"tools"_s);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(size::PageMargin + 14, Margin + 10, size::PageMargin + 8, Margin + 8);
    layout->setSpacing(RowGap);
    layout->addWidget(m_edit);
    layout->addStretch(1);
    layout->addWidget(m_images);
    layout->addLayout(makeControls());

    connect(m_send, &QPushButton::clicked, this, &PromptBox::sendRequested);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        grow();
        emit textEdited(text());
    });
    connectImages();
    setSendable(false);
    grow();
}

QHBoxLayout *PromptBox::makeControls()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    for (QWidget *control : std::initializer_list<QWidget *>{m_attach, m_tools, m_chain, m_receivers})
        row->addWidget(control);
    row->addWidget(m_estimate, 1);
    row->addSpacing(6);
    row->addWidget(m_send);
    m_estimate->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_estimate->setObjectName(u"estimate"_s);
    m_estimate->setElided(true);
    m_receivers->hide();
    const auto below = [](QWidget *chip) { return chip->mapToGlobal(QPoint(0, chip->height())); };
    connect(m_chain, &Chip::opened, this, [this, below] { emit chainMenuRequested(below(m_chain)); });
    connect(m_receivers, &Chip::opened, this, [this, below] { emit receiverMenuRequested(below(m_receivers)); });
    connect(m_attach, &QToolButton::clicked, this, &PromptBox::chooseFiles);
    m_tools->setCheckable(true); // to show that there are tools; a click does not change that
    connect(m_tools, &QToolButton::clicked, this, [this] {
        m_tools->setChecked(m_hasTools);
        emit toolsRequested();
    });
    return row;
}

void PromptBox::connectImages()
{
    connect(m_edit, &PromptEdit::imageGiven, m_import, &ImageImport::addImage);
    connect(m_edit, &PromptEdit::fileGiven, this, &PromptBox::addFile);
    connect(m_import, &ImageImport::imported, this, &PromptBox::addImage);
    connect(m_import, &ImageImport::refused, this, &PromptBox::refused);
    connect(m_import, &ImageImport::readingChanged, this, &PromptBox::readingChanged);
    connect(m_images, &AttachmentRow::removeRequested, this, [this](int index) {
        QList<QByteArray> left = m_images->images();
        left.removeAt(index);
        setImages(left);
        emit imagesEdited(left);
        focusText();
    });
}

QString PromptBox::text() const
{
    return m_edit->toPlainText();
}

void PromptBox::setText(const QString &text)
{
    if (text == m_edit->toPlainText())
        return;
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
}

void PromptBox::setImages(const QList<QByteArray> &dataUrls)
{
    m_images->setImages(dataUrls);
    m_images->putBehind(m_edit);
    grow();
}

void PromptBox::startImages(const QList<QByteArray> &dataUrls)
{
    m_import->forget();
    setImages(dataUrls);
}

bool PromptBox::isReadingImages() const
{
    return m_import->isReading();
}

const QList<QByteArray> &PromptBox::images() const
{
    return m_images->images();
}

void PromptBox::addFile(const QString &path)
{
    m_import->addFile(path);
}

void PromptBox::addImage(const QByteArray &dataUrl)
{
    if (images().size() >= MostImages) {
        emit refused(tr("A message takes at most %n image(s).", nullptr, MostImages));
        return;
    }
    setImages(images() + QList<QByteArray>{dataUrl});
    emit imagesEdited(images());
}

void PromptBox::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Attach images"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilter(tr("Images (%1)").arg(u"*.png *.jpg *.jpeg *.gif *.webp *.bmp *.svg"_s));
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &paths) {
        for (const QString &path : paths)
            addFile(path);
    });
    dialog->open();
}

void PromptBox::setEstimate(const QString &estimate)
{
    m_estimate->setText(estimate);
}

void PromptBox::setSendable(bool sendable, const QString &whyNot)
{
    m_send->setEnabled(sendable);
    m_send->setToolTip(sendable ? tr("Send (Ctrl+Enter)") : whyNot);
}

void PromptBox::setChain(const QString &chain)
{
    m_chain->setValue(chain);
}

void PromptBox::setReceivers(const QString &receivers, bool several)
{
    m_receivers->setValue(receivers);
    m_receivers->setVisible(several);
    m_edit->setPlaceholderText(several ? tr("Ask all panes") : tr("Ask something"));
}

void PromptBox::setToolCount(int tools)
{
    m_tools->setAccessibleDescription(tr("%n tool(s)", nullptr, tools));
    m_hasTools = tools > 0;
    m_tools->setChecked(m_hasTools);
}

void PromptBox::focusText()
{
    m_edit->setFocus(Qt::OtherFocusReason);
}

void PromptBox::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    paintHairline(painter, QPointF(0, 0), QPointF(width(), 0), tokens.line);
    const bool focus = m_edit->hasFocus();
    const QRectF box = QRectF(rect()).adjusted(size::PageMargin, Margin, -size::PageMargin, -Margin);
    paintBox(painter, box, 8, tokens.base, focus ? tokens.accent : tokens.control, focus ? 2 : 1);
}

void PromptBox::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        grow(); // lines break elsewhere
}

bool PromptBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)) {
        update();
    } else if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && (key->modifiers() & Qt::ControlModifier)) {
            if (m_send->isEnabled())
                emit sendRequested();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void PromptBox::grow()
{
    const int lines = qMax(1, m_edit->document()->size().toSize().height()); // QPlainTextEdit counts in lines
    const int wanted = lines * m_edit->fontMetrics().lineSpacing() + 4;
    const int row = m_images->isHidden() ? 0 : m_images->height() + RowGap;
    const int around = 2 * Margin + 18 + RowGap + size::Control; // frame, gap, controls
    const int most = qMax(60, window()->height() / 3 - around - row);
    m_edit->setFixedHeight(qBound(Least, wanted, most));
    setFixedHeight(qMax(size::PromptBox + 2 * Margin - 4, m_edit->height() + row + around));
}

} // namespace sb::ui
