#include "core/routing/acceptance/refusal.h"

#include "core/routing/acceptance/bounded_pattern.h"
#include "core/routing/acceptance/text_measure.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

constexpr qint64 MostCharactersOfRefusal = 600;
constexpr qsizetype OpeningCharacters = 300;
constexpr int MostRefusalSteps = 100'000;

/// A refusal of one language: apologies and the like, any number of them, then who cannot, then, in the same sentence,
/// what is not done. What is often said in an answer, too ("I can't give"), has to be about the request itself. Regular
/// expressions; lower case.
struct Opening
{
    const char *language;
    QStringView apologies, cannot, deeds;
};
constexpr std::array Openings{
    Opening{
        "en",
        u"(?:i'm|i am) (?:so |very |really )?sorry|sorry|i apologi[sz]e|(?:my )?apologies|unfortunately|regrettably|"
        u"as an ai(?: language)?(?: model| assistant)?|but|however",
        u"i (?:can't|cannot|can not|won't|will not|could not|couldn't|am unable to|am not able to|must decline)|"
        u"i'm (?:unable to|not able to|not allowed to|not permitted to)",
        u"\\b(?:assist|comply|fulfill?|engage|participate|help (?:with|you|to|in)|must decline|"
        u"(?:do|provide|create|generate|write|discuss|answer|share|give|offer|produce|continue|process|complete|"
        u"support)"
        u"(?: \\w+){0,3}? (?:this|that|such|these|those|instructions|guidance on|advice on how|content|your "
        u"request))\\b"},
    Opening{
        "de", u"(?:es )?tut mir (?:sehr )?leid|entschuldigung|leider|als ki(?:-\\w+)?|als sprachmodell|aber",
        u"(?:da(?:bei|mit|zu)|hierbei|das|bei \\w+ \\w+) kann ich|ich (?:kann|darf|werde|möchte|bin nicht in der lage)",
        u"(?:nicht|keine?)\\b[^.!?\\n]{0,60}?(?:helfen|behilflich|unterstützen|nachkommen|erfüllen|bereitstellen|"
        u"bereitzustellen|mitwirken)|nicht in der lage"},
    Opening{"fr",
            u"(?:je suis |nous sommes )?(?:vraiment )?désolée?|je m'excuse|malheureusement|en tant qu'[^,]{0,30}|mais",
            u"je ne (?:peux|pourrai)(?: malheureusement)? pas|je ne suis pas (?:en mesure|capable)|il m'est impossible",
            u"\\b(?:aider|assister|répondre à (?:cette|votre)|fournir (?:ce|d'|de t)|satisfaire|accéder à "
            u"(?:cette|votre))"},
    Opening{"es",
            u"lo siento(?: mucho)?|lamentablemente|desafortunadamente|disculpa|perdón|como "
            u"(?:modelo|asistente|ia)[^,]{0,30}|pero",
            u"no (?:puedo|podré|me es posible|estoy en condiciones)",
            u"\\b(?:ayudar|asistir|proporcionar (?:es|ayuda|instruc)|cumplir|responder a (?:esta|esa|tu|su)\\b)"},
    Opening{"it", u"mi (?:di)?spiace|scus[ai]|purtroppo|come (?:modello|assistente)[^,]{0,30}|ma",
            u"non (?:posso|sono in grado|mi è possibile)",
            u"\\b(?:aiutar|assister|fornire (?:quest|istruz|assist)|soddisfare|rispondere a (?:questa|tale)\\b)"},
    Opening{
        "pt",
        u"(?:eu )?sinto muito|desculpe|lamento|infelizmente|peço desculpas?|como (?:um "
        u")?(?:modelo|assistente)[^,]{0,30}|mas",
        u"(?:eu )?não (?:posso|consigo|poderei|me é possível|estou apto)",
        u"\\b(?:ajud|auxiliar|fornecer (?:ess|est|instru)|atender (?:a )?(?:ess|est|seu|sua)|responder a (?:ess|est))"},
    Opening{"nl", u"(?:het )?spijt me|sorry|helaas|als ai[^,]{0,20}|maar",
            u"(?:daar|hier)(?:bij|mee)? kan ik|ik (?:kan|ben niet in staat)",
            u"niet\\b[^.!?\\n]{0,40}?(?:helpen|assisteren|voldoen|ondersteunen)|niet in staat"},
    Opening{"pl", u"przykro mi|przepraszam|niestety|ale|jako model[^,]{0,20}",
            u"nie (?:mogę|jestem w stanie|będę mógł)",
            u"\\b(?:pomóc|spełnić|udzielić|dostarczyć t|odpowiedzieć na to)"},
    Opening{"sv", u"jag är ledsen|jag beklagar|tyvärr|förlåt|men|som ai[^,]{0,20}",
            u"(?:det|detta|med det) kan jag|jag (?:kan|får)",
            u"inte\\b[^.!?\\n]{0,40}?(?:hjälpa|bistå|assistera|uppfylla|tillhandahålla)"},
    Opening{"tr", u"üzgünüm|maalesef|özür dilerim|ancak|ama|ne yazık ki", u"",
            u"yardımcı olama(?:m|yacağım)|yardım edemem|yanıt veremem|yerine getiremem|sağlayamam"},
    Opening{"ru", u"извините|простите|к сожалению|мне (?:очень )?жаль|но|как (?:языковая )?модель[^,]{0,20}",
            u"я не (?:могу|в состоянии|имею возможности)|не могу",
            u"помочь|выполнить (?:эт|ваш|данн)|предоставить (?:эт|так)|ответить на этот|обсуждать"},
    Opening{"uk", u"вибачте|перепрошую|на жаль|мені (?:дуже )?шкода|але", u"я не (?:можу|в змозі)|не можу",
            u"допомогти|виконати (?:це|ваш)|надати (?:ц|так)|відповісти на це"},
    Opening{"ar", u"عذر[اًا]+|(?:أنا )?آسف|أعتذر|للأسف|و?لكن", u"(?:لكنني |ولكنني )?لا (?:أستطيع|يمكنني)|لست قادر",
            u"مساعد|تقديم|تلبية|الإجابة على هذا"},
    Opening{"he", u"(?:אני )?מצטערת?|לצערי|אבל|אך", u"(?:אני )?לא (?:יכולה?|אוכל)|אינ(?:נ)?י יכולה?",
            u"לעזור|לסייע|לספק|לענות על (?:כך|זה)"},
    Opening{"hi", u"क्षमा करें|माफ़ कीजिए|माफ़ करें|मुझे खेद है|लेकिन", u"मैं", u"(?:मदद|सहायता|प्रदान|पूरा) नहीं कर सक"},
    Opening{"zh", u"(?:很|非常)?(?:抱歉|对不起|對不起|遗憾|遺憾)|但是?", u"我?(?:无法|無法|不能|没有办法)",
            u"提供|帮助|幫助|协助|協助|满足|滿足|回答[这這]|完成[这這]|生成"},
    Opening{"ja", u"(?:大変|誠に)?申し訳(?:ありません|ございません)|すみません|残念ながら|恐れ入りますが|が", u"",
            u"(?:お手伝い|お答え|提供|対応|お応え|回答)(?:すること)?[はが]?(?:でき(?:ません|かねます)|いたしかねます|"
            u"しかねます)"},
    Opening{"ko", u"(?:정말 )?죄송(?:합니다|하지만|해요)만?|미안(?:합니다|하지만|해요)|유감스럽게도|하지만", u"",
            u"(?:도와드릴|도움을 드릴|제공할|제공해 드릴|답변(?:해 )?드릴|답변할|응할) 수[가는]? 없"},
};

using RefusalPatterns = std::vector<BoundedPattern>;

const RefusalPatterns &refusalPatterns()
{
    static const RefusalPatterns all = [] {
        RefusalPatterns made;
        for (const Opening &opening : Openings) {
            // Where the verb comes last, nothing but the apology says who speaks.
            const QString times = opening.cannot.isEmpty() ? u"+"_s : u"*"_s;
            const auto pattern = BoundedPattern::compile(
                u"(*UCP)(?i)^(?:%1|[\\s,.;:!—–，。、！،-])%2(?:%3)[^.!?。\\n]{0,60}?(?:%4)"_s.arg(
                    opening.apologies, times, opening.cannot, opening.deeds),
                MostRefusalSteps);
            Q_ASSERT(pattern);
            made.push_back(*pattern);
        }
        return made;
    }();
    return all;
}

/// The first sentences in one line, without the signs of emphasis, with plain apostrophes.
QString opening(const QString &text)
{
    QString start = text.trimmed().left(OpeningCharacters).simplified();
    start.replace(u'\u2019', u'\'');
    return start.remove(u'*').remove(u'_').remove(u'#').remove(u'"').trimmed();
}

} // namespace

bool isShortAnswer(const QString &text)
{
    return countCharacters(text) <= MostCharactersOfRefusal;
}

bool isRefusal(const QString &text)
{
    if (!isShortAnswer(text))
        return false;
    const QString start = opening(text);
    return std::ranges::any_of(refusalPatterns(), [&start](const BoundedPattern &pattern) {
        return pattern.search(start) == BoundedPattern::Outcome::Matches;
    });
}

} // namespace sb::routing
