#pragma once

#include <QWidget>

class QComboBox;
class QTextBrowser;

namespace sb::ui {

class Label;

/// Two panes' answers in one text: what both say, what only one of them says.
class DiffView final : public QWidget
{
    Q_OBJECT
public:
    struct Side
    {
        QString name = {}; ///< "1  openai/gpt-mini"
        QString text = {};
        friend bool operator==(const Side &, const Side &) = default;
    };
    explicit DiffView(QWidget *parent = nullptr);
    void present(const QList<Side> &sides);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill(QComboBox *box, int fallback);
    void render();

    QList<Side> m_sides;
    QComboBox *m_before;
    QComboBox *m_after;
    Label *m_sentence;
    QTextBrowser *m_text;
};

} // namespace sb::ui
