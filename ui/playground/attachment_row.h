#pragma once

#include <QWidget>

class QHBoxLayout;

namespace sb::ui {

/// The images of an unsent message as small pictures with a cross each. Delete removes the one with the focus.
class AttachmentRow final : public QWidget
{
    Q_OBJECT
public:
    explicit AttachmentRow(QWidget *parent = nullptr);
    void setImages(const QList<QByteArray> &dataUrls); ///< empty hides the row
    [[nodiscard]] const QList<QByteArray> &images() const { return m_images; }
    void putBehind(QWidget *before); ///< in the order of Tab

signals:
    void removeRequested(int index);

private:
    QList<QByteArray> m_images;
    QHBoxLayout *m_row;
};

} // namespace sb::ui
