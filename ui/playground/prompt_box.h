#pragma once

#include <QWidget>

class QHBoxLayout;
class QPushButton;
class QToolButton;

namespace sb::ui {

class AttachmentRow;
class Chip;
class ImageImport;
class Label;
class PromptEdit;

/// The prompt for all panes: grows with its text up to a third of the window; Ctrl+Enter sends. The estimate stands
/// before the button, since it must be seen before the click. Images come by paste, drop or file.
class PromptBox final : public QWidget
{
    Q_OBJECT
public:
    explicit PromptBox(QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    void setText(const QString &text);
    void setImages(const QList<QByteArray> &dataUrls);
    void startImages(const QList<QByteArray> &dataUrls); ///< of another draft: what is being read is not for it
    [[nodiscard]] bool isReadingImages() const; ///< pasted or chosen, and not attached yet
    [[nodiscard]] const QList<QByteArray> &images() const;
    void setEstimate(const QString &estimate);
    void setSendable(bool sendable, const QString &whyNot = {});
    /// What the chips say: the chain that is asked ("none"), and who gets the prompt; no chip for one pane.
    void setChain(const QString &chain);
    void setReceivers(const QString &receivers, bool several);
    void setToolCount(int tools);
    void focusText();

signals:
    void sendRequested();
    void textEdited(const QString &text);
    void imagesEdited(const QList<QByteArray> &dataUrls);
    void readingChanged();
    void refused(const QString &sentence); ///< an image that cannot be attached
    void toolsRequested();
    void chainMenuRequested(const QPoint &globalPosition);
    void receiverMenuRequested(const QPoint &globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QHBoxLayout *makeControls();
    void connectImages();
    void chooseFiles();
    void addFile(const QString &path);
    void addImage(const QByteArray &dataUrl);
    void grow();

    PromptEdit *m_edit;
    AttachmentRow *m_images;
    ImageImport *m_import;
    QToolButton *m_attach;
    QToolButton *m_tools;
    Chip *m_chain;
    Chip *m_receivers;
    Label *m_estimate;
    QPushButton *m_send;
    bool m_hasTools = false;
};

} // namespace sb::ui
