// signalbox-screenshots [--only NAMES] [--size WxH] [--look NAMES] OUT: a picture of every panel, the same each time.
#include "core/practice/practice.h"
#include "tests/screenshots/photographer.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFontDatabase>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::pictures;

namespace {

constexpr double BodyPoints = 9.75;
constexpr int StandsAfter = 70; // tokens

QList<Look> allLooks()
{
    return {{.name = u"light"_s, .theme = profile::ThemeChoice::Light},
            {.name = u"dark"_s, .theme = profile::ThemeChoice::Dark},
            {.name = u"light-de"_s, .theme = profile::ThemeChoice::Light, .language = u"de"_s}};
}

QList<QSize> sizesFrom(const QStringList &texts)
{
    QList<QSize> sizes;
    for (const QString &text : texts) {
        const QStringList sides = text.split(u'x');
        sizes.append({sides.value(0).toInt(), sides.value(1).toInt()});
    }
    return sizes;
}

Photographer::Order orderFrom(const QCommandLineParser &parser)
{
    Photographer::Order order{.folder = parser.positionalArguments().value(0)};
    order.only = parser.values(u"only"_s);
    order.sizes =
        sizesFrom(parser.isSet(u"size"_s) ? parser.values(u"size"_s) : QStringList{u"1280x720"_s, u"1920x1080"_s});
    for (const Look &look : allLooks()) {
        if (!parser.isSet(u"look"_s) || parser.values(u"look"_s).contains(look.name))
            order.looks.append(look);
    }
    return order;
}

/// The fonts of the design's pictures, so that they can be compared; anything else is told.
bool useFonts()
{
    if (!QFontDatabase::families().contains("Inter"_L1))
        return false;
    QFont font(u"Inter"_s);
    font.setPointSizeF(BodyPoints);
    QApplication::setFont(font);
    QApplication::setCursorFlashTime(0); // a blinking caret is in one picture and not in the next
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("DBUS_SESSION_BUS_ADDRESS",
            "unix:path=/nonexistent"); // the keychain of whoever takes pictures is left alone
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({u"only"_s, u"A scene; may be repeated."_s, u"NAME"_s});
    parser.addOption({u"size"_s, u"A size; may be repeated."_s, u"WxH"_s});
    parser.addOption({u"look"_s, u"light, dark or light-de; may be repeated."_s, u"NAME"_s});
    parser.addPositionalArgument(u"OUT"_s, u"The folder for the pictures."_s);
    parser.process(application);
    Photographer::Order order = orderFrom(parser);
    const QTemporaryDir work;
    order.work = work.path();
    if (order.folder.isEmpty() || !QDir().mkpath(order.folder))
        parser.showHelp(2);
    if (!useFonts())
        std::fprintf(stderr, "signalbox-screenshots: the font Inter is missing: the pictures are not comparable\n");

    SystemClock clock;
    practice::PracticeServer standing(
        {{.id = u"local"_s, .knobs = {.firstToken = {}, .tokensPerSecond = 0, .stallAfterTokens = StandsAfter}}},
        clock);
    if (const auto listening = standing.start(); !listening) {
        std::fprintf(stderr, "signalbox-screenshots: %s\n", qPrintable(listening.error().message));
        return 1;
    }
    Photographer photographer(application, order, standing.baseUrls().value(u"local"_s));
    QObject::connect(&photographer, &Photographer::finished, &application, &QApplication::quit);
    QMetaObject::invokeMethod(&photographer, &Photographer::start, Qt::QueuedConnection);
    QApplication::exec();
    std::printf("%d pictures in %s\n", photographer.taken(), qPrintable(order.folder));
    return photographer.complaints().isEmpty() && photographer.taken() > 0 ? 0 : 1;
}
