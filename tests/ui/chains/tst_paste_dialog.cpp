#include "ui/chains/paste_dialog.h"

#include "tests/testing/testing.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::ui;

class TstPasteDialog final : public QObject
{
    Q_OBJECT
private slots:
    void whatIsNoRequestIsNotTakenAndSaidWithItsPlace_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("said");
        QTest::newRow("no JSON") << u"{\n\"messages\": nothing }"_s << u"Line 2"_s;
        QTest::newRow("a wrong role") << u"{\"messages\":[{\"role\":\"king\",\"content\":\"hi\"}]}"_s
                                      << u"messages[0].role"_s;
        QTest::newRow("a number for a text")
            << u"{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":3}]}]}"_s
            << u"messages[0].content[0].text"_s;
    }
    void whatIsNoRequestIsNotTakenAndSaidWithItsPlace()
    {
        QFETCH(QString, text);
        QFETCH(QString, said);
        PasteDialog dialog({});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.setText(text);
        const QString problem = dialog.findChild<QLabel *>(u"pasteProblem"_s)->text();
        QVERIFY2(problem.contains(said), qPrintable(problem));
        QVERIFY(!dialog.findChild<QPushButton *>(u"usePasted"_s)->isEnabled());
    }

    void aRequestIsTaken()
    {
        PasteDialog dialog({});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QSignalSpy taken(&dialog, &PasteDialog::taken);
        dialog.setText(u"{\"model\":\"x/y\",\"messages\":[{\"role\":\"user\",\"content\":\"Is the line clear?\"}]}"_s);
        QCOMPARE(dialog.findChild<QLabel *>(u"pasteProblem"_s)->text(), QString());
        dialog.findChild<QPushButton *>(u"usePasted"_s)->click();
        QCOMPARE(taken.size(), 1);
        QCOMPARE(taken[0][0].value<chat::Request>().messages.size(), 1);
    }

    void nothingTypedIsNoMistake()
    {
        PasteDialog dialog({});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.setText({});
        QCOMPARE(dialog.findChild<QLabel *>(u"pasteProblem"_s)->text(), QString());
        QVERIFY(!dialog.findChild<QPushButton *>(u"usePasted"_s)->isEnabled());
    }
};

static const bool tstPasteDialog = sb::testing::add<TstPasteDialog>();

#include "tst_paste_dialog.moc"
