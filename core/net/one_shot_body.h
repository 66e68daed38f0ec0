#pragma once

#include <QByteArray>
#include <QIODevice>

namespace sb::net {

/// A request body that can be read once. QNetworkAccessManager sends a request again by itself when the connection
/// breaks before a complete header, whatever the method, unless it cannot rewind the body: then it reports
/// ContentReSendError. Not a QBuffer: Qt takes the bytes out of one and rewinds them behind its back.
class OneShotBody final : public QIODevice
{
    Q_OBJECT
public:
    explicit OneShotBody(QByteArray bytes, QObject *parent = nullptr);

    [[nodiscard]] bool wasRead() const { return m_read > 0; } ///< false: no byte of it can have been sent
    [[nodiscard]] qint64 size() const override { return m_bytes.size(); }
    [[nodiscard]] bool isSequential() const override { return false; } // else Qt would keep a copy and rewind that
    bool reset() override { return false; }
    bool seek(qint64 position) override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 maxSize) override;

private:
    QByteArray m_bytes;
    qint64 m_read = 0;
};

} // namespace sb::net
