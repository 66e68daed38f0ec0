#pragma once

#include <QAbstractButton>
#include <QWidget>

#include <optional>

namespace sb::ui {

/// The head of a Fold: title, chevron, and what is set inside while it is folded. Space or Enter toggles, Left folds,
/// Right unfolds.
class FoldHead final : public QAbstractButton
{
    Q_OBJECT
public:
    FoldHead(const QString &title, QWidget *parent);
    /// @param summary what is set; empty: all is as usual. @param wrong that something is not right
    void setSummary(const QString &summary, bool wrong);
    [[nodiscard]] const QString &summary() const { return m_summary; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void checkStateSet() override;
    void nextCheckState() override;

private:
    void describe();
    [[nodiscard]] bool hasSecondLine() const { return !isChecked() && !m_summary.isEmpty(); }
    QString m_title;
    QString m_summary;
    bool m_wrong = false;
};

/// A part of a form that can be folded away. It is folded at first where all in it is as usual; who folds or unfolds it
/// decides for good.
class Fold final : public QWidget
{
    Q_OBJECT
public:
    explicit Fold(const QString &title, QWidget *parent = nullptr);
    [[nodiscard]] QWidget *body() const { return m_body; } ///< to lay out
    [[nodiscard]] FoldHead *head() const { return m_head; }
    [[nodiscard]] bool isOpen() const { return m_head->isChecked(); }
    void setOpen(bool open); ///< as the user does
    /// @param summary of what is set, for while it is folded; empty: all is as usual
    /// @param problem what is wrong in it; shown instead
    void present(const QString &summary, const QString &problem = {});

private:
    void apply(bool open);
    FoldHead *m_head;
    QWidget *m_body;
    std::optional<bool> m_chosen;
};

} // namespace sb::ui
