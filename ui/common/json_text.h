#pragma once

#include <QPlainTextEdit>

namespace sb::ui {

/// JSON as text, with what is wrong beside its line: the line has a soft red ground, and where there is room behind it,
/// the message.
class JsonText final : public QPlainTextEdit
{
    Q_OBJECT
public:
    struct Mark
    {
        int line = 0; ///< from 0 on
        QString message = {};
        friend bool operator==(const Mark &, const Mark &) = default;
    };
    explicit JsonText(QWidget *parent = nullptr);
    void setMarks(const QList<Mark> &marks);
    [[nodiscard]] const QList<Mark> &marks() const { return m_marks; }
    /// The line of what a message is about: its own path, or where the text stops being JSON.
    [[nodiscard]] int lineOf(const QString &message) const;
    [[nodiscard]] int lineAt(const QString &path) const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QRectF rectOf(int line) const; ///< in the viewport; null where it is out of sight
    [[nodiscard]] int lineOfCharacter(qsizetype at) const;
    QList<Mark> m_marks;
};

} // namespace sb::ui
