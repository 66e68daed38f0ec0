#include "ui/common/explanation_view.h"

#include "tests/testing/testing.h"
#include "ui/common/popup.h"
#include "ui/common/tokens.h"

#include <QApplication>
#include <QPointer>
#include <QPushButton>
#include <QTest>
#include <QTextBlock>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::ui;
using usage::Explained;

class TstExplanationView final : public QObject
{
    Q_OBJECT
private slots:
    void sentencesStandUnderHeadsInTheirOrder()
    {
        ExplanationView view;
        view.present({{Explained::Asked, u"One."_s},
                      {Explained::Class, u"Two."_s},
                      {Explained::Rule, u"Three."_s},
                      {Explained::Attempt, u"Four."_s},
                      {Explained::Check, u"Five."_s},
                      {Explained::End, u"Six."_s}});
        QCOMPARE(view.toPlainText(),
                 u"Request\nOne.\nClass and rules\nTwo.\nThree.\nWhat happened\nFour.\nFive.\nResult\nSix."_s);
        QVERIFY(!view.accessibleName().isEmpty());
        view.present({});
        QVERIFY(view.toPlainText().isEmpty());
    }

    void itsColorsFollowTheTheme()
    {
        ExplanationView view;
        view.setPalette(paletteOf(lightTokens()));
        view.present({{Explained::Asked, u"One."_s}});
        const auto colorOfHead = [&view] {
            return view.document()->firstBlock().begin().fragment().charFormat().foreground().color();
        };
        QCOMPARE(colorOfHead(), lightTokens().text);
        view.setPalette(paletteOf(darkTokens()));
        QCOMPARE(colorOfHead(), darkTokens().text);
        QCOMPARE(view.toPlainText(), u"Request\nOne."_s);
    }

    void whatPopsUpAtTheRightEdgeStaysInItsWindowAndGoesWithEscape()
    {
        QWidget window;
        window.resize(700, 300);
        QPushButton anchor(u"why"_s, &window);
        anchor.setGeometry(640, 10, 50, 30);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const QPointer popup = new Popup(320, &window);
        popup->openBelow(anchor);
        QCOMPARE(QApplication::activePopupWidget(), popup.data());
        const QPoint edge = anchor.mapToGlobal(QPoint(anchor.width(), anchor.height()));
        QCOMPARE(popup->geometry().right() + 1, edge.x());
        QVERIFY(popup->geometry().top() >= edge.y());
        QTest::keyClick(popup, Qt::Key_Escape);
        QTRY_VERIFY(!popup);
    }
};

static const bool tstExplanationView = sb::testing::add<TstExplanationView>();

#include "tst_explanation_view.moc"
