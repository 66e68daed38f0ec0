#include "tests/testing/testing.h"
#include "ui/common/save_file.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb::ui;

/// What is proposed as a file's name, and what becomes of it.
class TstSaveFile final : public QObject
{
    Q_OBJECT
private slots:
    void aTitleIsTheNameOfAFile_data();
    void aTitleIsTheNameOfAFile();
    void aLongTitleIsCutBetweenCharacters();
    void whatIsProposedIsWhatIsSaved();
    void nothingIsSavedWhenItWasCancelled();
};

void TstSaveFile::aTitleIsTheNameOfAFile_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *what, const QString &title, const QString &name) {
        QTest::newRow(what) << title << name;
    };
    row("words", u"Rain in Oslo"_s, u"Rain in Oslo.md"_s);
    row("a dot would be taken for a suffix", u"Our provider answers 529. What sho…"_s,
        u"Our provider answers 529- What sho.md"_s);
    row("a path", u"../../etc/passwd"_s, u"etc-passwd.md"_s);
    row("characters of other systems", u"a<b>c:\"d\"|e?*"_s, u"a-b-c-d-e.md"_s);
    row("a line break", u"one\ntwo"_s, u"one-two.md"_s);
    row("letters of all scripts", u"Wie wird das Wetter, 東京 🚂"_s, u"Wie wird das Wetter, 東京 🚂.md"_s);
    row("what a shell would read as an option", u" -v?"_s, u"v.md"_s);
    row("nothing", {}, u"conversation.md"_s);
    row("nothing that may stand", u" ./… "_s, u"conversation.md"_s);
}

void TstSaveFile::aTitleIsTheNameOfAFile()
{
    QFETCH(QString, title);
    QTEST(fileNameFor(title, u"md"_s, u"conversation"_s), "name");
}

void TstSaveFile::aLongTitleIsCutBetweenCharacters()
{
    const QString name = fileNameFor(u"x"_s + u"🚂"_s.repeated(60), u"json"_s, u"conversation"_s);
    QCOMPARE(name, u"x"_s + u"🚂"_s.repeated(39) + u".json"_s);
}

void TstSaveFile::whatIsProposedIsWhatIsSaved()
{
    QTemporaryDir folder;
    QWidget parent;
    QString saved;
    askWhereToSave(&parent, {.title = u"Export"_s, .fileName = u"Rain.md"_s, .filter = u"Markdown (*.md)"_s},
                   [&saved](const QString &path) { saved = path; });
    auto *dialog = parent.findChild<QFileDialog *>();
    QVERIFY(dialog);
    QCOMPARE(QFileInfo(dialog->selectedFiles().value(0)).fileName(), u"Rain.md"_s);
    QVERIFY(dialog->directory() != QDir::current()); // nobody keeps exports where a program was started
    dialog->setDirectory(folder.path());
    dialog->selectFile(u"Rain.md"_s);
    QMetaObject::invokeMethod(dialog, "accept");
    QTRY_COMPARE(saved, folder.filePath(u"Rain.md"_s));
}

void TstSaveFile::nothingIsSavedWhenItWasCancelled()
{
    QWidget parent;
    bool called = false;
    askWhereToSave(&parent, {.fileName = u"a.md"_s}, [&called](const QString &) { called = true; });
    QPointer<QFileDialog> dialog = parent.findChild<QFileDialog *>();
    QVERIFY(dialog);
    dialog->reject();
    QTRY_VERIFY(!dialog);
    QVERIFY(!called);
}

static const bool tstSaveFile = sb::testing::add<TstSaveFile>();

#include "tst_save_file.moc"
