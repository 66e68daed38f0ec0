#include "ui/playground/image_import.h"

#include "core/chat/image_size.h"
#include "core/chat/message.h"
#include "core/profile/profile.h"

#include <QBuffer>
#include <QFileInfo>
#include <QPointer>
#include <QThreadPool>

#include <utility>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr qint64 MostFileBytes = 64LL * 1024 * 1024; ///< of a picture that is still to be packed

QByteArray packed(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

/// What is sent of a file's bytes; empty: no image that we can read.
QByteArray sendable(const QByteArray &bytes)
{
    if (!imageMimeType(bytes).isEmpty() && chat::imageSize(bytes))
        return bytes;
    const QImage image = QImage::fromData(bytes);
    return image.isNull() ? QByteArray() : packed(image);
}

} // namespace

void ImageImport::addFile(const QString &path)
{
    const auto job = [self = QPointer(this), path, generation = begin(), app = QCoreApplication::instance()] {
        const Result<QByteArray> read = profile::readFile(path, MostFileBytes);
        const QByteArray bytes = read ? sendable(*read) : QByteArray();
        const QString problem = read ? QString() : read.error().message;
        // Posted to the application, which outlives both: self may die on its own thread meanwhile.
        QMetaObject::invokeMethod(app, [self, path, generation, bytes, problem] {
            if (self)
                self->finish(generation, QFileInfo(path).fileName(), bytes, problem);
        });
    };
    QThreadPool::globalInstance()->start(job);
}

void ImageImport::addImage(const QImage &image)
{
    const auto job = [self = QPointer(this), image, generation = begin(), app = QCoreApplication::instance()] {
        const QByteArray bytes = packed(image);
        QMetaObject::invokeMethod(app, [self, generation, bytes] {
            if (self)
                self->finish(generation, {}, bytes, {});
        });
    };
    QThreadPool::globalInstance()->start(job);
}

int ImageImport::begin()
{
    ++m_reading;
    emit readingChanged();
    return m_generation;
}

void ImageImport::forget()
{
    ++m_generation;
    if (std::exchange(m_reading, 0) > 0)
        emit readingChanged();
}

void ImageImport::finish(int generation, const QString &name, const QByteArray &bytes, const QString &problem)
{
    if (generation != m_generation)
        return;
    --m_reading;
    take(name, bytes, problem);
    emit readingChanged();
}

void ImageImport::take(const QString &name, const QByteArray &bytes, const QString &problem)
{
    //: Stands for the name of a file where an image came from the clipboard.
    const QString subject = name.isEmpty() ? tr("The pasted image") : u"“%1”"_s.arg(name);
    if (!problem.isEmpty())
        emit refused(problem);
    else if (bytes.isEmpty())
        emit refused(tr("%1 is no image that can be read.").arg(subject));
    else if (bytes.size() > MostImageBytes)
        emit refused(tr("%1 has %2 MB; an image may have at most %3 MB. Make it smaller first.")
                         .arg(subject, QLocale().toString(double(bytes.size()) / (1024 * 1024), 'f', 1),
                              QString::number(MostImageBytes / (1024 * 1024))));
    else
        emit imported("data:" + imageMimeType(bytes) + ";base64," + bytes.toBase64());
}

QByteArray imageMimeType(QByteArrayView bytes)
{
    if (bytes.startsWith("\x89PNG"))
        return "image/png";
    if (bytes.startsWith("\xFF\xD8\xFF"))
        return "image/jpeg";
    if (bytes.startsWith("GIF8"))
        return "image/gif";
    if (bytes.startsWith("RIFF") && bytes.sliced(qMin<qsizetype>(8, bytes.size())).startsWith("WEBP"))
        return "image/webp";
    return {};
}

QByteArray imageBytes(const QByteArray &dataUrl)
{
    const auto parts = chat::splitDataUrl(dataUrl);
    return parts ? QByteArray::fromBase64(parts->base64) : QByteArray();
}

} // namespace sb::ui
