#pragma once

#include <QList>
#include <QStringList>
#include <QWidget>

class QCheckBox;
class QPushButton;
class QVBoxLayout;

namespace sb::ui {

class Label;

/// One value of a facet.
struct FacetValue
{
    QString id = {};
    QString name = {};
    int count = 0; ///< models that it would show
    bool isChosen = false;
};

/// A head and checks below it, each with the number of models at the right. Long lists show their chosen and largest
/// values first, the rest when asked for.
class FacetList final : public QWidget
{
    Q_OBJECT
public:
    /// @param shown how many before "all"; 0: all
    FacetList(const QString &title, int shown, QWidget *parent = nullptr);
    void present(const QList<FacetValue> &values); ///< in the order in which they are to be shown

signals:
    void toggled(const QString &id, bool chosen); ///< by the user

private:
    struct Row
    {
        QWidget *widget = nullptr;
        QCheckBox *check = nullptr;
        Label *count = nullptr;
        QString id = {};
    };
    Row makeRow();
    void presentRow(Row &row, const FacetValue &value);
    void presentMore();

    QString m_title;
    int m_shown;
    bool m_all = false;
    QList<FacetValue> m_values;
    QList<Row> m_rows;
    QVBoxLayout *m_layout;
    QPushButton *m_more;
};

} // namespace sb::ui
