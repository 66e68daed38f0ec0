#include "tests/screenshots/photographer.h"

#include "tests/screenshots/picture_profile.h"

#include <QDir>
#include <QTranslator>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace sb::pictures {

namespace {

profile::Settings settingsOf(const Look &look)
{
    profile::Settings settings{.language = look.language, .theme = look.theme, .timeZone = QLatin1String(ZoneId)};
    settings.reducedMotion = true;
    settings.providers = {u"openai"_s, u"anthropic"_s, u"openrouter"_s, u"local"_s};
    settings.limits.daily = budget::Limit{.amount = NanoDollars{40'000'000'000}};
    return settings;
}

/// English has its plurals from a file, too.
std::vector<std::unique_ptr<QTranslator>> fromBuild(const QLocale &locale)
{
    std::vector<std::unique_ptr<QTranslator>> translators;
    auto translator = std::make_unique<QTranslator>();
    if (translator->load(u"signalbox_"_s + locale.name().section(u'_', 0, 0), QStringLiteral(SIGNALBOX_TRANSLATIONS)))
        translators.push_back(std::move(translator));
    return translators;
}

} // namespace

Photographer::Photographer(QApplication &application, const Order &order, const QUrl &standing)
    : m_application(application)
    , m_language(application, fromBuild)
    , m_order(order)
    , m_standing(standing)
    , m_clock(Now)
{
    for (const Look &look : order.looks) {
        for (const bool fresh : {true, false}) {
            Visit visit{.look = look, .fresh = fresh};
            for (const Scene &scene : scenes()) {
                if (scene.fresh == fresh && (order.only.isEmpty() || order.only.contains(scene.name)))
                    visit.scenes.append(scene);
            }
            if (!visit.scenes.isEmpty())
                m_visits.append(visit);
        }
    }
    connect(&m_camera, &Camera::taken, this, &Photographer::keep);
}

void Photographer::start()
{
    nextVisit();
}

void Photographer::nextVisit()
{
    m_window.reset();
    m_clock = ManualClock(Now);
    m_scene = m_size = 0;
    if (++m_visit == m_visits.size()) {
        emit finished();
        return;
    }
    openWindow(m_visits.at(m_visit));
    QTimer::singleShot(0, this, &Photographer::nextPicture); // the window opens what was open last
}

void Photographer::openWindow(const Visit &visit)
{
    m_language.apply(visit.look.language);
    if (fromBuild(QLocale()).empty())
        complain(u"no translation for \"%1\""_s.arg(visit.look.language));

    const QString root = m_order.work + u'/' + visit.look.name + (visit.fresh ? u"-fresh"_s : u"-used"_s);
    QDir(root).removeRecursively();
    const profile::Settings settings = settingsOf(visit.look);
    const auto paths = visit.fresh ? makeFreshProfile(root, settings) : makeUsedProfile(root, settings, m_standing);
    if (!paths) {
        complain(paths.error().message + u' ' + paths.error().detail);
        return;
    }
    m_window = std::make_unique<app::WindowApp>(m_application, m_language, *paths, settings, m_clock);
    m_window->show();
}

void Photographer::nextPicture()
{
    if (!m_window || m_scene == m_visits.at(m_visit).scenes.size()) {
        QTimer::singleShot(0, this, &Photographer::nextVisit);
        return;
    }
    const Scene &scene = m_visits.at(m_visit).scenes.at(m_scene);
    ui::MainWindow &window = m_window->window();
    window.resize(m_order.sizes.at(m_size));
    if (m_size == 0)
        begin(scene);
    m_camera.aim(window, [this, &scene] { return isThere(scene); });
}

void Photographer::begin(const Scene &scene)
{
    scene.prepare(m_window->window());
    m_clock.advance(scene.before);
    m_wentOn = false;
}

bool Photographer::isThere(const Scene &scene)
{
    if (scene.isThere && !scene.isThere(m_window->window()))
        return false;
    if (!std::exchange(m_wentOn, true))
        m_clock.advance(scene.since);
    return true;
}

void Photographer::keep(const QImage &picture, bool still)
{
    const Visit &visit = m_visits.at(m_visit);
    const Scene &scene = visit.scenes.at(m_scene);
    const QSize size = m_order.sizes.at(m_size);
    QString name = u"%1-%2-%3x%4.png"_s.arg(scene.name, visit.look.name).arg(size.width()).arg(size.height());
    if (!still) {
        complain(name + u": it never came to rest, or something is missing"_s);
        name = u"failed-"_s + name; // it may show anything
    }
    if (picture.save(m_order.folder + u'/' + name))
        ++m_taken;
    else
        complain(name + u": cannot be written"_s);
    if (++m_size == m_order.sizes.size()) {
        m_size = 0;
        ++m_scene;
        if (scene.leave)
            scene.leave(m_window->window());
    }
    nextPicture();
}

void Photographer::complain(const QString &sentence)
{
    m_complaints.append(sentence);
    std::fprintf(stderr, "signalbox-screenshots: %s\n", qPrintable(sentence));
}

} // namespace sb::pictures
