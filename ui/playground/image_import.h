#pragma once

#include <QImage>
#include <QObject>

namespace sb::ui {

inline constexpr qint64 MostImageBytes = 5LL * 1024 * 1024; ///< what Anthropic takes; the others take more
inline constexpr int MostImages = 8; ///< in one message

/// Makes data: URLs of images, off the thread of the window: reading a file and packing a picture both take time.
/// PNG, JPEG, GIF and WebP stay as they are; anything else that Qt can read becomes a PNG.
class ImageImport final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    void addFile(const QString &path);
    void addImage(const QImage &image); ///< from the clipboard

signals:
    void imported(const QByteArray &dataUrl);
    void refused(const QString &sentence);

private:
    void finish(const QString &name, const QByteArray &bytes, const QString &problem);
};

/// "image/png" and so on by the first bytes; empty for what providers do not take.
[[nodiscard]] QByteArray imageMimeType(QByteArrayView bytes);
/// The bytes of a data: URL, decoded; empty when it is none.
[[nodiscard]] QByteArray imageBytes(const QByteArray &dataUrl);

} // namespace sb::ui
