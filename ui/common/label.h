#pragma once

#include "ui/common/tokens.h"
#include "ui/common/type.h"

#include <QLabel>

namespace sb::ui {

/// A text in one of the roles, whose color follows the theme (a palette set on a QLabel would not).
class Label final : public QLabel
{
    Q_OBJECT
public:
    enum class Tone
    {
        Text,
        Text2,
        Text3,
        Accent,
        Ok,
        Warn,
        Danger
    };
    explicit Label(const QString &text, TextRole role = TextRole::Body, Tone tone = Tone::Text,
                   int weight = QFont::Normal, QWidget *parent = nullptr);
    void setTone(Tone tone);
    [[nodiscard]] static QColor colorOf(Tone tone, const Tokens &tokens); ///< for painting code that has tones, too
    /// Cuts the text with an ellipsis where it does not fit; the whole text is the tool tip.
    void setElided(bool elided);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void applyTone();
    TextRole m_role;
    int m_weight;
    Tone m_tone;
    bool m_elided = false;
};

} // namespace sb::ui
