#include "core/routing/classifier/features.h"

#include "core/routing/classifier/instruction.h"
#include "core/routing/classifier/surface.h"
#include "core/routing/classifier/word_groups.h"

#include <algorithm>
#include <cmath>

namespace sb::routing {

namespace {

constexpr qsizetype MostSystemEdge = 500; ///< characters that are searched for words
constexpr qsizetype MostEarlierEdge = 300;
constexpr qsizetype LongestTask = 600; ///< characters of a system message that is only a task
constexpr qsizetype MostToldSample = 3'000;
constexpr std::size_t MostErrorLines = 80;

static_assert(std::size_t(Feature::SaysArithmetic) + 1 == WordGroupCount, "the word groups come first");

/// Several of a kind say more than one, but each says less: 1, 1.4, 1.7, 2.
double several(double count)
{
    return std::min(std::sqrt(std::max(count, 0.0)), 2.0);
}

/// 0 up to `from`, 1 from `to`, straight between.
double ramp(double value, double from, double to)
{
    return std::clamp((value - from) / (to - from), 0.0, 1.0);
}

Place placeOf(const Excerpt &piece, qsizetype position, qsizetype length)
{
    return {piece.message, piece.offset + position, length};
}

Place placeOf(const Line &line)
{
    return placeOf(line.piece, 0, line.piece.text.size());
}

void markLines(FeatureVector &features, Feature feature, const Shape &shape, LineKind kind)
{
    for (const Line &line : shape.lines) {
        if (line.kind == kind)
            features.addPlace(feature, placeOf(line));
    }
}

/// Words, numbers and signs of the question itself.
struct QuestionCounts
{
    double numbers = 0;
    double mathSigns = 0;
    double amounts = 0;
    double questionMarks = 0;
    double codeWords = 0;
};

void readWords(FeatureVector &features, const std::vector<Excerpt> &pieces)
{
    for (const Excerpt &piece : pieces) {
        for (const WordHit &hit : wordsIn(piece.text)) {
            const auto feature = Feature(hit.group);
            features[feature] += 1;
            features.addPlace(feature, placeOf(piece, hit.position, hit.length));
        }
    }
    for (std::size_t i = 0; i < WordGroupCount; ++i)
        features.values[i] = several(features.values[i]);
}

void readBatch(FeatureVector &features, const Excerpt &piece, const std::vector<NumberHit> &numbers)
{
    const std::vector<WordHit> words = wordsIn(piece.text.first(std::min(piece.text.size(), qsizetype(120))));
    const auto word = std::ranges::find(words, WordGroup::Batch, &WordHit::group);
    const bool isNamed = word != words.end();
    const qsizetype end = pieceOfBatch(piece.text, numbers);
    double value = end < 0 ? 0 : isNamed ? 1 : end < 14 ? 0.6 : 0;
    if (isNamed) {
        const QStringView name = piece.text.sliced(word->position, word->length);
        if (name.contains(u'_') || name.endsWith(u"id", Qt::CaseInsensitive))
            value = 1;
        // "Row 8812", "#402": a number that only a long list has.
        for (const NumberHit &number : numbers) {
            const qsizetype gap = number.position - word->position - word->length;
            if (number.value >= 100 && gap >= 0 && gap <= 3)
                value = std::max(value, 0.8);
        }
    }
    if (value > features[Feature::BatchPiece])
        features[Feature::BatchPiece] = value;
    if (value > 0)
        features.addPlace(Feature::BatchPiece, placeOf(piece, 0, std::min(piece.text.size(), qsizetype(40))));
}

QuestionCounts readSurface(FeatureVector &features, const std::vector<Excerpt> &pieces)
{
    QuestionCounts counts;
    for (const Excerpt &piece : pieces) {
        const std::vector<NumberHit> numbers = numbersIn(piece.text);
        counts.numbers += double(numbers.size());
        counts.mathSigns += double(mathSignsIn(piece.text));
        counts.amounts += double(amountsIn(piece.text, numbers));
        counts.questionMarks += double(piece.text.count(u'?') + piece.text.count(u'？') + piece.text.count(u'؟'));
        for (const auto &[position, length] : codeWordsIn(piece.text)) {
            ++counts.codeWords;
            features.addPlace(Feature::CodeInProse, placeOf(piece, position, length));
        }
        for (const NumberHit &number : numbers)
            features.addPlace(Feature::Numbers, placeOf(piece, number.position, number.length));
        readBatch(features, piece, numbers);
    }
    return counts;
}

/// The share of words by which people tell of themselves, in percent.
double toldShare(const Shape &shape)
{
    static constexpr std::array<QStringView, 34> Words{
        u"i",     u"i'm", u"i've", u"i'd", u"my", u"me",   u"myself", u"ich", u"mein", u"meine", u"meiner", u"mir",
        u"mich",  u"je",  u"j'ai", u"mon", u"ma", u"mes",  u"moi",    u"yo",  u"mi",   u"mis",   u"eu",     u"meu",
        u"minha", u"io",  u"mio",  u"mia", u"ik", u"mijn", u"я",      u"мне", u"мой",  u"меня"};
    qsizetype read = 0;
    double words = 0;
    double told = 0;
    for (const Line &line : shape.lines) {
        if (line.kind != LineKind::Prose || read > MostToldSample)
            continue;
        read += line.piece.text.size();
        for (const QStringView word :
             line.piece.text.first(std::min(line.piece.text.size(), MostToldSample)).tokenize(u' ')) {
            ++words;
            told += std::ranges::any_of(Words,
                                        [word](QStringView own) { return word.compare(own, Qt::CaseInsensitive) == 0; })
                ? 1
                : 0;
        }
    }
    return words > 0 ? 100 * told / words : 0;
}

void readMaterial(FeatureVector &features, const Shape &shape, const Instruction &instruction)
{
    features[Feature::CodeLines] = several(shape.codeLines / 2);
    markLines(features, Feature::CodeLines, shape, LineKind::Code);
    features[Feature::LogLines] = std::min(shape.logLines / 5, 2.0);
    markLines(features, Feature::LogLines, shape, LineKind::Log);
    const std::size_t count = std::min(shape.lines.size(), MostErrorLines);
    for (std::size_t i = 0; i < count; ++i) {
        // The end first: the last lines say what went wrong.
        const Line &line = shape.lines[shape.lines.size() - 1 - i];
        if (!isErrorText(line.piece.text))
            continue;
        features[Feature::ErrorText] = 1;
        features.addPlace(Feature::ErrorText, placeOf(line));
    }
    features[Feature::LongText] = ramp(shape.prose, 2'400, 3'000);
    features[Feature::MiddleText] = ramp(shape.prose - instruction.size, 300, 700) * (1 - features[Feature::LongText]);
    features[Feature::DocumentMarks] = several(shape.documentMarks / 2);
    for (const Line &line : shape.lines) {
        if (line.kind == LineKind::Prose && features[Feature::LongText] > 0 && line.piece.text.size() > 60)
            features.addPlace(Feature::LongText, placeOf(line));
    }
    if (shape.prose > 600)
        features[Feature::TellsOfOneself] = ramp(toldShare(shape), 2, 6);
}

void readRecords(FeatureVector &features, const Shape &shape)
{
    const double many = ramp(shape.records, 10, 20);
    if (many <= features[Feature::ManyRecords] && many > 0)
        return;
    features[Feature::ManyRecords] = std::max(features[Feature::ManyRecords], many);
    features[Feature::FewRecords] = std::max(features[Feature::FewRecords], many > 0.5 ? 0 : ramp(shape.records, 1, 4));
    for (const Line &line : shape.lines) {
        if (line.isRecord && many > 0)
            features.addPlace(Feature::ManyRecords, placeOf(line));
    }
}

void readEarlier(FeatureVector &features, const Turn &turn, double &prose, qsizetype askedAt)
{
    const bool isSystem = turn.role == chat::Role::System || turn.role == chat::Role::Developer;
    FeatureVector words;
    readWords(words, edgesOf(turn, isSystem ? MostSystemEdge : MostEarlierEdge, isSystem ? MostSystemEdge : 0));
    const double task = words[Feature::AsksLabel] + words[Feature::AsksOnlyAnswer] + words[Feature::AsksYesNo]
        + words[Feature::AsksRewrite]
        // A long list of instructions for an assistant has "what time" and "which date" among its questions.
        + (turn.size < LongestTask ? words[Feature::AsksExtract] : 0);
    const Shape shape = shapeOf(turn);
    if (isSystem) {
        features[Feature::SystemTask] = std::max(features[Feature::SystemTask], several(task));
        features[Feature::SystemCode] =
            std::max(features[Feature::SystemCode], several(words[Feature::SaysProgram] + words[Feature::NamesTech]));
        features[Feature::SystemDocument] =
            std::max(features[Feature::SystemDocument], several(words[Feature::NamesDocument]));
        // Instructions for the assistant are no document, however long.
        if (words[Feature::NamesDocument] > 0)
            prose += shape.prose;
        return;
    }
    if (turn.role == chat::Role::User) {
        if (turn.message < askedAt)
            features[Feature::EarlierTask] = std::max(features[Feature::EarlierTask], several(task));
        readRecords(features, shape);
    }
    if (turn.role != chat::Role::Assistant)
        prose += shape.prose;
    if (shape.codeLines > 0 || words[Feature::SaysProgram] + words[Feature::NamesTech] > 1.5)
        features[Feature::EarlierCode] = 1;
}

bool hasCodingTools(const chat::Request &request)
{
    static constexpr std::array<QStringView, 9> Parts{u"file", u"bash", u"shell", u"exec", u"run",
                                                      u"git",  u"code", u"sql",   u"grep"};
    return std::ranges::any_of(request.tools.first(std::min(request.tools.size(), qsizetype(64))),
                               [](const chat::Tool &tool) {
                                   return std::ranges::any_of(Parts, [&tool](QStringView part) {
                                       return tool.name.contains(part, Qt::CaseInsensitive);
                                   });
                               });
}

void readSettings(FeatureVector &features, const chat::Request &request)
{
    features[Feature::HasTools] = request.tools.isEmpty() ? 0 : 1;
    if (hasCodingTools(request))
        features[Feature::SystemCode] = std::max(features[Feature::SystemCode], 1.0);
    using Kind = chat::ResponseFormat::Kind;
    const Kind kind = request.responseFormat ? request.responseFormat->kind : Kind::Text;
    features[Feature::WantsJson] = kind == Kind::JsonObject || kind == Kind::JsonSchema ? 1 : 0;
    features[Feature::ShortAnswerLimit] = request.maxTokens && *request.maxTokens <= 32 ? 1 : 0;
}

void readQuestion(FeatureVector &features, const Shape &shape, const Instruction &instruction)
{
    readWords(features, instruction.pieces);
    const QuestionCounts counts = readSurface(features, instruction.pieces);
    const bool hasMaterial = features[Feature::LongText] > 0.5 || shape.records >= 5;
    features[Feature::CodeInProse] = several(counts.codeWords);
    features[Feature::Numbers] = hasMaterial ? 0 : ramp(counts.numbers, 0, 6) * 2;
    features[Feature::MathSigns] = several(counts.mathSigns);
    features[Feature::Amounts] = hasMaterial ? 0 : several(counts.amounts / 2);
    features[Feature::QuestionMarks] = several(counts.questionMarks);

    double quoted = 0;
    for (const Excerpt &quotation : instruction.quotations) {
        quoted += double(weightedSize(quotation.text));
        features.addPlace(Feature::Quotation, placeOf(quotation, 0, quotation.text.size()));
    }
    features[Feature::Quotation] = ramp(quoted, 0, 30);
    if (!instruction.pieces.empty() && shape.characters < 600) {
        const Excerpt &piece = instruction.pieces.front();
        const qsizetype colon = std::max(piece.text.indexOf(u": "), piece.text.indexOf(u'：'));
        if (colon > 0 && piece.text.size() - colon > 12) {
            features[Feature::AfterColon] = 1;
            features.addPlace(Feature::AfterColon, placeOf(piece, colon, piece.text.size() - colon));
        }
    }
    const bool isShort = instruction.size <= 70 && shape.characters <= 90;
    if (isShort && counts.numbers >= 1 && counts.numbers <= 2
        && (features[Feature::SaysArithmetic] > 0 || counts.amounts > 0))
        features[Feature::OneOperation] = 1;
    features[Feature::ShortQuestion] = shape.characters > 0 ? 1 - ramp(shape.characters, 30, 90) : 0;
    features[Feature::MiddleQuestion] =
        hasMaterial ? 0 : ramp(instruction.size, 80, 200) * (1 - ramp(instruction.size, 1'200, 2'000));
}

} // namespace

void FeatureVector::addPlace(Feature feature, const Place &place)
{
    QList<Place> &all = places[std::size_t(feature)];
    if (all.size() < MostPlaces)
        all.append(place);
}

FeatureVector featuresOf(const chat::Request &request)
{
    return featuresOf(request, readingOf(request));
}

FeatureVector featuresOf(const chat::Request &request, const Reading &reading)
{
    FeatureVector features;
    const Turn *asking = reading.last();
    if (!asking || asking->size == 0)
        features[Feature::AsksNothing] = 1;
    double listedText = 0;
    if (asking) {
        const Shape shape = shapeOf(*asking);
        const Instruction instruction = instructionOf(shape);
        readMaterial(features, shape, instruction);
        readRecords(features, shape);
        readQuestion(features, shape, instruction);
        listedText = shape.prose + shape.recordText;
    }
    double earlierProse = 0;
    for (const Turn &turn : reading.turns) {
        if (&turn == asking)
            continue;
        readEarlier(features, turn, earlierProse, asking ? asking->message : 0);
        const bool isTalk = turn.role == chat::Role::User || turn.role == chat::Role::Assistant;
        features[Feature::EarlierTurns] += isTalk ? 0.5 : 0;
    }
    features[Feature::EarlierTurns] = several(features[Feature::EarlierTurns]);
    features[Feature::EarlierLongText] = ramp(earlierProse, 2'400, 3'000);
    readSettings(features, request);
    const double task = features[Feature::SaysEach] + features[Feature::AsksLabel] + features[Feature::AsksRewrite]
        + features[Feature::AsksExtract] + features[Feature::SystemTask] + features[Feature::EarlierTask];
    const double code = features[Feature::CodeLines] + features[Feature::CodeInProse] + features[Feature::NamesTech];
    const double bare = features[Feature::AsksOnlyAnswer] + features[Feature::AsksYesNo];
    features[Feature::LabelOfCode] = std::min(code, 1.0) * std::min(bare, 1.0);
    features[Feature::Specification] =
        features[Feature::LongText] * ramp(features[Feature::SaysProgram] + 1.5 * features[Feature::NamesTech], 1.5, 2);
    features[Feature::RecordsOneAnswer] = std::max(features[Feature::ManyRecords], features[Feature::FewRecords])
        * std::min(features[Feature::AsksAggregate], 1.0);
    // A program that is to treat the records is wanted once.
    features[Feature::RecordsWithTask] =
        features[Feature::ManyRecords] * std::min(task, 1.0) * (1 - std::min(features[Feature::NamesTech], 1.0) / 2);
    // A list as long as a document, of which something else is asked than a result for each, is read like one.
    const double listed = ramp(listedText, 2'400, 3'000) * (1 - features[Feature::RecordsWithTask]);
    features[Feature::LongText] = std::max(features[Feature::LongText], listed * 0.8);
    return features;
}

} // namespace sb::routing
