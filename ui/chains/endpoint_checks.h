#pragma once

#include <QStringList>
#include <QWidget>

class QCheckBox;
class QVBoxLayout;

namespace sb::ui {

/// Which endpoints of its model a step may ask, as a list of checks: none chosen means all of them. Those that were
/// chosen come first, in their order, which is the order of the step.
class EndpointChecks final : public QWidget
{
    Q_OBJECT
public:
    explicit EndpointChecks(QWidget *parent = nullptr);
    /// @param chosen ids; those that the model does not offer any more are shown, too
    void present(const QStringList &offered, const QStringList &chosen);
    void setAllText(const QString &text); ///< of the check that means all of them

signals:
    void chosen(const QStringList &endpoints);

private:
    void makeChecks(const QStringList &ids);
    [[nodiscard]] QStringList inOrder(const QStringList &chosen) const; ///< in that of the list
    void take();

    QVBoxLayout *m_column;
    QCheckBox *m_all;
    QList<std::pair<QString, QCheckBox *>> m_checks;
};

} // namespace sb::ui
