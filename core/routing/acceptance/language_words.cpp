#include "core/routing/acceptance/language_words.h"

#include <array>

namespace sb::routing {

namespace {

constexpr std::array Languages{
    LanguageWords{
        "en", QChar::Script_Latin,
        u"the of and to in is that it was for on are as with they be at this have from or had by but what some we "
        u"can out other were all there when your how an which their if will would about them these so could been "
        u"than who its has you not he she his her do does into only may should because any each more such i"},
    LanguageWords{
        "de", QChar::Script_Latin,
        u"der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er "
        u"hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum haben nur oder aber vor zur bis "
        u"mehr durch man kann wenn ich wir ihr sein wurde können diese dieser dieses sowie unter gegen mich dir"},
    LanguageWords{
        "fr", QChar::Script_Latin,
        u"de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec mais "
        u"comme "
        u"ou si leur y être ont cette nous vous elle ils aux deux été même tout aussi peut c'est je tu son sa ses ces "
        u"sans fait entre vos votre notre on très donc où dont était lors quand il d l n qu c s j"},
    LanguageWords{
        "es", QChar::Script_Latin,
        u"de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin "
        u"sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque "
        u"qué sólo han yo hay vez puede todos así nos ni parte tiene él uno donde bien ese eso usted pueden estos"},
    LanguageWords{
        "it", QChar::Script_Latin,
        u"di e il la che in a per un è non sono una con si da come i le del dei della nel alla più anche ma al lo gli "
        u"ha delle o se ci su questo questa essere dal nella mi ho hai hanno era tra molto dalla sul degli perché "
        u"quando tutto stato cosa suo sua loro dove ai nei c'è quello quella così può ogni senza viene io l un dell"},
    LanguageWords{
        "pt", QChar::Script_Latin,
        u"de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu "
        u"sua "
        u"ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter "
        u"seus quem nas me esse eles estão você tinha foram essa num nem suas meu às minha são pode isto"},
    LanguageWords{
        "nl", QChar::Script_Latin,
        u"de en van het een in is dat op te zijn met voor niet aan er om ook als dan maar bij of uit nog worden door "
        u"naar "
        u"heeft hebben wordt over ze we je ik hij deze dit die tot kan wel meer geen was werd zoals moet onder tegen "
        u"na zo omdat haar hun ons wat veel kunnen zal zich al nu waar tussen andere"},
    LanguageWords{
        "pl", QChar::Script_Latin,
        u"i w na z do się nie to jest że o jak za po co ale od tak czy przez dla są a już był być było tego tylko może "
        u"jego jej oraz ich ten ta te który która które przed jeszcze można gdy bardzo lub pod nad ze aby bez też "
        u"mnie my wszystko tym tej jako więc została przy między kiedy jeśli we będzie"},
    LanguageWords{
        "tr", QChar::Script_Latin,
        u"ve bir bu da de için ile çok olarak daha olan en gibi kadar sonra ne o var ama ya ki her değil mi mı ise "
        u"veya "
        u"ben sen biz siz onlar şey kendi bunu olduğu olduğunu tarafından göre iki yok şu nasıl neden hem ancak "
        u"önce arasında ilk büyük eğer çünkü ayrıca üzerinde oldu olur bunun onun"},
    LanguageWords{
        "sv", QChar::Script_Latin,
        u"och i att det som en på är av för med till den har de inte om ett han men var jag från vi så kan när man "
        u"under "
        u"också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla andra mycket än här då "
        u"sig blir hur vad mellan bara utan varje detta dessa över upp"},
    LanguageWords{
        "da", QChar::Script_Latin,
        u"og i at det er en af til på som med for den de ikke der har et han men var jeg fra vi så kan når man under "
        u"også "
        u"efter eller nu sin ved mod skal skulle kommer ud får findes være havde alle andre meget end her da sig "
        u"bliver hvor hvad mellem kun uden hver dette disse over op blev mig hvis hvordan"},
    LanguageWords{
        "no", QChar::Script_Latin,
        u"og i at det er en av til på som med for den de ikke der har et han men var jeg fra vi så kan når man under "
        u"også "
        u"etter eller nå sin ved mot skal skulle kommer ut får finnes være hadde alle andre mye enn her da seg "
        u"blir hvor hva mellom bare uten hver dette disse over opp ble meg hvis hvordan å"},
    LanguageWords{
        "fi", QChar::Script_Latin,
        u"ja on ei se että hän oli ovat mutta kun niin myös sen kuin joka tai jos olla ole hänen mitä nyt vain vielä "
        u"kanssa ne tämä tämän siitä jonka sitä minä te me sinä jo voi mukaan ennen jälkeen sekä eli noin koko "
        u"kaikki hyvin esimerkiksi voidaan olivat ovat jotka"},
    LanguageWords{
        "cs", QChar::Script_Latin,
        u"a se v na je že to s z do o i ve jako by za ale pro jsou po který tak co jeho by od jsem které také aby nebo "
        u"už "
        u"při podle byl byla bylo až jen která jej jejich když může tento ze před není více být ještě pak své "
        u"mezi kde proto této však bude u k jak"},
    LanguageWords{
        "ro", QChar::Script_Latin,
        u"și de în a la cu pe din că o un nu este se care pentru sa mai au fost prin ce dar sunt după fi al ale ei lui "
        u"această acest sau ca am fie unei unui când acesta între era el ea foarte poate până fără dacă ori avea "
        u"toate numai despre asupra astfel"},
    LanguageWords{
        "hu", QChar::Script_Latin,
        u"a az és hogy nem is egy ez ezt meg csak már de van volt ha vagy azt mint el még ki ami aki lehet kell nagyon "
        u"minden majd mert után így úgy itt ott ezek azok között által illetve valamint pedig amely amit lesz ő mi "
        u"sem szerint több olyan ezért"},
    LanguageWords{
        "ca", QChar::Script_Latin,
        u"de la i el que en a les els per un una del amb no es al se més és com dels va o seva aquest aquesta són ha "
        u"però "
        u"seu també entre fins des on molt quan sobre ser va pel perquè tot ja han així hi això sense cada qual era "
        u"nostre pot tenen si ens l d"},
    LanguageWords{
        "hr", QChar::Script_Latin,
        u"i u je se na da su za od s a o kao iz ne do koji što koja koje sa ili nije ali po bio bila bilo kako samo "
        u"više "
        u"može također prema zbog nakon dok ako te biti sve kada ima između treba već njegov svoj ovaj ova ovo "
        u"tako bez nego kod pri jer mogu bi"},
    LanguageWords{
        "id", QChar::Script_Latin,
        u"yang dan di dengan untuk ini itu dari pada dalam tidak adalah akan ke juga atau sebagai oleh dapat ada bisa "
        u"saya anda mereka kami kita telah sudah lebih seperti karena jika secara bahwa hanya sangat harus namun "
        u"setelah tersebut antara banyak saat para lain satu menjadi"},
    LanguageWords{
        "vi", QChar::Script_Latin,
        u"và là của có không được trong một cho với các những này người đã để khi từ cũng như ở đó về ra nhiều đến "
        u"phải "
        u"bạn tôi sẽ thể nếu thì mà vào hơn trên sau lại đang theo rằng hoặc bởi vì do chúng họ rất còn nhưng"},
    LanguageWords{"ru", QChar::Script_Cyrillic,
                  u"и в не на я что с он а как это по но они к у из за то все так его от же мы бы для ты вы или был "
                  u"была было были "
                  u"о если когда только её их уже чтобы при может есть которые который где более до также этого быть "
                  u"во со между этом после очень можно после через нет",
                  u"ыэё"},
    LanguageWords{"uk", QChar::Script_Cyrillic,
                  u"і в не на я що з він а як це по але вони до у із за то все так його від та ми б для ти ви або був "
                  u"була було були "
                  u"про якщо коли тільки її їх вже щоб при може є які який де більше також цього бути й між після дуже "
                  u"можна через немає зі цей ця",
                  u"їєіґ"},
    LanguageWords{
        "bg", QChar::Script_Cyrillic,
        u"и в не на да се за от че са е по с като това а до но с която който които както или има би само със във след "
        u"при ще може още той тя те му много между ако беше бъде един една според през когато си няма към така"},
    LanguageWords{
        "sr", QChar::Script_Cyrillic,
        u"и у је се на да су за од с а о као из не до који што која које са или није али по био била било како само "
        u"више "
        u"може такође према због након док ако те бити све када има између треба већ његов свој овај ова ово јер"},
    LanguageWords{
        "ar", QChar::Script_Arabic,
        u"في من على إلى أن هذا هذه التي الذي عن مع ما لا كان أو كما بين كل قد هو هي ذلك بعد قبل عند لم لن إن حيث وقد "
        u"ولا وهو وهي كانت يكون تكون أي غير خلال حتى إذا أكثر هناك يمكن يتم بعض منذ ثم لكن لأن فإن عليه فيها"},
    LanguageWords{
        "fa", QChar::Script_Arabic,
        u"و در به از که این است را با برای آن یک خود تا کرد بر هم نیز گفت می شود شده های ها باید بود اما یا دارد "
        u"کند اند ما شما من او آنها اگر هر چه پس بین روی همین پیش مورد بیشتر دیگر هستند توان"},
    LanguageWords{
        "ur", QChar::Script_Arabic,
        u"کے میں کی ہے اور سے کا کو اس نے پر یہ کہ نہیں ہیں ایک جو تھا بھی ہو گیا کر ان تھے تو وہ لیے ساتھ کیا اپنے "
        u"تھی ہوئے گئے جب بعد دیا کرنے والے ہم آپ اگر یا"},
    LanguageWords{"hi", QChar::Script_Devanagari,
                  u"के है में की का से को और पर यह ने एक हैं नहीं कि भी हो इस लिए कर जो तो था साथ वह या अपने थे थी ही गया किया "
                  u"कुछ जब बाद होता करने हम आप मैं उस इसके अगर जैसे सकते रहा रहे रही होती करते"},
    LanguageWords{"mr", QChar::Script_Devanagari,
                  u"आणि आहे या व हे एक तो ते ही नाही आहेत मध्ये होते होता त्या करून साठी पण की म्हणून असे जे काही किंवा त्याच्या "
                  u"झाले केली केले असा तर मी आपण"},
    LanguageWords{"ne", QChar::Script_Devanagari,
                  u"छ र को मा यो गर्न भएको पनि लागि छन् हो तर गरेको एक भने यस हुन्छ तथा सबै थियो गर्ने वा म तपाईं हामी"},
};

} // namespace

std::span<const LanguageWords> languageWords()
{
    return Languages;
}

} // namespace sb::routing
