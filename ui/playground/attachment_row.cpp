#include "ui/playground/attachment_row.h"

#include "ui/common/format.h"
#include "ui/common/type.h"
#include "ui/playground/image_import.h"

#include <QAbstractButton>
#include <QBuffer>
#include <QHBoxLayout>
#include <QImageReader>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int ChipHeight = 40;
constexpr int Picture = 32;
constexpr int Cross = 12;

/// Read at the size that is shown, not at that of a photograph.
QImage thumbnail(const QByteArray &bytes, QSize *size)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    *size = reader.size();
    if (size->isValid())
        reader.setScaledSize(size->scaled(2 * Picture, 2 * Picture, Qt::KeepAspectRatio).expandedTo({1, 1}));
    return reader.read();
}

/// Without Q_OBJECT, so that its words are those of the row.
class ImageChip final : public QAbstractButton
{
public:
    ImageChip(const QByteArray &dataUrl, QWidget *parent)
        : QAbstractButton(parent)
    {
        const QByteArray bytes = imageBytes(dataUrl);
        QSize size;
        m_image = thumbnail(bytes, &size);
        setText(AttachmentRow::tr("%1 × %2, %3 kB")
                    .arg(size.width())
                    .arg(size.height())
                    .arg(formatCount((bytes.size() + 1023) / 1024)));
        setFont(fontFor(TextRole::Small));
        setFocusPolicy(Qt::StrongFocus);
        setAccessibleName(AttachmentRow::tr("Image, %1. Remove").arg(text()));
        setToolTip(AttachmentRow::tr("Remove this image (Delete)"));
        setCursor(Qt::PointingHandCursor);
        setFixedSize(Picture + fontMetrics().horizontalAdvance(text()) + Cross + 30, ChipHeight);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = tokensOf(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        paintBox(painter, rect(), 6, underMouse() ? tokens.sunken : tokens.base,
                 hasFocus() ? tokens.accent : tokens.edge, hasFocus() ? 2 : 1);
        QRectF picture(QPointF(4, 4), QSizeF(m_image.size()).scaled(Picture, Picture, Qt::KeepAspectRatio));
        picture.moveCenter(QPointF(4 + Picture / 2.0, height() / 2.0));
        painter.drawImage(picture, m_image);
        painter.setPen(tokens.text2);
        painter.drawText(QRectF(Picture + 12, 0, width() - Picture - 12.0, height()), Qt::AlignVCenter, text());
        painter.drawPixmap(QPointF(width() - Cross - 8, (height() - Cross) / 2.0),
                           iconPixmap(u"close"_s, Cross, tokens.text3, devicePixelRatioF()));
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
            click();
        else
            QAbstractButton::keyPressEvent(event);
    }

private:
    QImage m_image;
};

} // namespace

AttachmentRow::AttachmentRow(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(6);
    m_row->addStretch(1);
    setFixedHeight(ChipHeight);
    setAccessibleName(tr("Images"));
    hide();
}

void AttachmentRow::setImages(const QList<QByteArray> &dataUrls)
{
    if (dataUrls == m_images)
        return;
    m_images = dataUrls;
    while (m_row->count() > 1) {
        QLayoutItem *item = m_row->takeAt(0);
        item->widget()->hide();
        item->widget()->deleteLater(); // one of them may be the sender
        delete item;
    }
    for (int i = 0; i < int(m_images.size()); ++i) {
        auto *chip = new ImageChip(m_images[i], this);
        chip->setObjectName(u"image-%1"_s.arg(i));
        m_row->insertWidget(i, chip);
        connect(chip, &QAbstractButton::clicked, this, [this, i] { emit removeRequested(i); });
    }
    setVisible(!m_images.isEmpty());
}

void AttachmentRow::putBehind(QWidget *before)
{
    for (int i = 0; i + 1 < m_row->count(); ++i) {
        QWidget *chip = m_row->itemAt(i)->widget();
        setTabOrder(before, chip);
        before = chip;
    }
}

} // namespace sb::ui
