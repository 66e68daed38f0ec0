#include "app/language.h"

#include <QLibraryInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace sb::app {

Language::Language(QCoreApplication &application, Loader loader)
    : m_application(application)
    , m_loader(std::move(loader))
    , m_system(QLocale::system())
{
}

Language::~Language()
{
    remove();
}

QLocale Language::localeOf(const QString &code) const
{
    return code.isEmpty() ? m_system : QLocale(code);
}

void Language::apply(const QString &code)
{
    if (isApplied(code))
        return;
    const QLocale locale = localeOf(code);
    m_locale = locale;
    QLocale::setDefault(locale);
    remove();
    m_translators = m_loader(locale);
    for (const auto &translator : m_translators)
        m_application.installTranslator(translator.get());
}

void Language::remove()
{
    for (const auto &translator : m_translators)
        m_application.removeTranslator(translator.get());
    m_translators.clear();
}

std::vector<std::unique_ptr<QTranslator>> Language::loadShipped(const QLocale &locale)
{
    std::vector<std::unique_ptr<QTranslator>> translators;
    auto qts = std::make_unique<QTranslator>();
    if (qts->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        translators.push_back(std::move(qts));
    auto ours = std::make_unique<QTranslator>();
    if (ours->load(locale, u"signalbox"_s, u"_"_s, u":/i18n"_s) || ours->load(u":/i18n/signalbox_en"_s))
        translators.push_back(std::move(ours));
    return translators;
}

} // namespace sb::app
