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
    [[nodiscard]] bool isReading() const { return m_reading > 0; }
    void forget(); ///< what is still being read: it was meant for another message

signals:
    void readingChanged();
    void imported(const QByteArray &dataUrl);
    void refused(const QString &sentence);

private:
    int begin();
    void finish(int generation, const QString &name, const QByteArray &bytes, const QString &problem);
    void take(const QString &name, const QByteArray &bytes, const QString &problem);

    int m_reading = 0;
    int m_generation = 0; ///< one more after forget()
};

/// "image/png" and so on by the first bytes; empty for what providers do not take.
[[nodiscard]] QByteArray imageMimeType(QByteArrayView bytes);
/// The bytes of a data: URL, decoded; empty when it is none.
[[nodiscard]] QByteArray imageBytes(const QByteArray &dataUrl);

} // namespace sb::ui
