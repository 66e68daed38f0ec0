#pragma once

#include "core/routing/classifier/word_groups.h"

#include <string_view>

// The words of the classifier: data. Lower case; a comma and a blank between two; a star stands for any ending.
// To add a language or a word: write it into its group. Order and repetition do not matter.
namespace sb::routing {

struct WordList
{
    WordGroup group = WordGroup::Each;
    std::u16string_view words = {};
};

// clang-format off
inline constexpr std::array WordLists{
    WordList{WordGroup::Each,
        u"each, each of, for each, every, per line, per row, per item, per record, per entry, one per line, all of them, "
        u"all of these, them all, line by line, row by row, same order, in order, keep the numbers, keep the ids, "
        u"keep the order, same length, whole list, table out, table in, these lines, these rows, the following lines, "
        u"the lines, the rows, the records, the items, the list, next ones, as before, all 20, jede*, je zeile, pro zeile, "
        u"pro eintrag, pro satz, bitte je, zeilenweise, alle sätze, allen sätzen, alle einträge, jeweils, die ganze liste, "
        u"folgenden zeilen, reihenfolge beibehalten, chaque, chacun*, par ligne, une par ligne, toute la liste, tous les, "
        u"toutes les, dans l'ordre, cada, por línea, una por línea, toda la lista, todos los, todas las, por fila, por linha, "
        u"toda a lista, todos os, todas as, cada um, cada uma, ciascun*, ogni, per riga, uno per riga, tutta la lista, tutti i, "
        u"tutte le, ognun*, elke, elk van, ieder*, per regel, de hele lijst, allemaal, każd*, wszystkie, wszystkich, w każdym, "
        u"po jednym, całą listę, her biri, her biri için, her satır*, her cümle*, hepsini, tümünü, satır başına, кажд*, "
        u"для каждой, для каждого, все строки, весь список, построчно, по одному, во всех, 每, 每条, 每行, 每个, 逐条, 逐行, 逐一, 全部, 按编号, "
        u"按顺序, 以下各, 分别, 各, それぞれ, すべて, 全て, 一行ずつ, 各行, 一件ずつ, ごとに, 順番に"},
    WordList{WordGroup::Batch,
        u"batch, batch_id, batch id, custom_id, custom id, job, job_id, job id, shard, chunk, part, item, row, record, entry, "
        u"ticket no, task, line no, sample, page of, export, queue, datensatz, stapel*, stück, zeile, posten, teil, auftrag, "
        u"eintrag, vorgang, ligne, enregistrement, élément, tâche, fiche, lote, registro, elemento, tarea, linha, lotto, riga, "
        u"partij, regel, rij, partia, wiersz, rekord, pozycja, zadanie, toplu, satır, kayıt, görev, партия, пакет, строка, "
        u"запись, элемент, задание, задача, позиция, 批, 批次, 批量, 任务, 条目, 第, 行号, バッチ, 件目, レコード, 行目, ジョブ, タスク"},
    WordList{WordGroup::Label,
        u"label*, classif*, categor*, tags, tagged, sentiment, intent, intents, neutral, rating, severity, priority, urgent, "
        u"spam, topic of, which category, which department, flag, assign, mark as, mood, tone, toxic*, polarity, "
        u"same or different, relevant or, bug or, or neutral, accept or, detect*, which language, what language, moderat*, "
        u"triage, klassifizier*, kategori*, einordn*, ordne, ordnen, zuordn*, stimmung, positiv, negativ, bewerte jede, "
        u"etikett*, welche art, beschwerde oder, frage oder, dringend, rubrik*, classe, classer, classez, classifie*, catégor*, "
        u"étiquet*, positif, négatif, urgent ou, clasific*, categoría*, etiquet*, queja, urgente, classific*, categoria*, "
        u"elogio, reclamação, etichett*, reclamo, classificeer, categorie*, label, klacht, sklasyfikuj, oznacz, pozytywn*, "
        u"negatywn*, skarga, sınıflandır*, etiket*, olumlu, olumsuz, şikayet, acil, классиф*, категори*, определи, определите, "
        u"укажи тип, тональност*, отнеси, жалоба, срочно, 分类, 标签, 判断, 情感, 类别, 归类, 正面, 负面, 好评, 差评, 打标签, 属于哪, 投诉, 分類, ラベル, カテゴリ, "
        u"肯定, 否定的, 判定, ポジティブ, ネガティブ, 感情, 苦情, 种类, 種類, صنف, تصنيف, 분류, klassificera, kategorisera, a tag, one-word tag, tag each, "
        u"tag these, tag the, rate each, rate the, rate this, rate these, score each, a score, score from, star rating, "
        u"stars 1, 1-5, grade each, grade the, grade every, positive or, positive /, positive/negative, pos, neg, positivo, "
        u"negativo, positiva, negativa, позитив*, негатив*, положительный или, положительный отзыв, tonalité"},
    WordList{WordGroup::YesNo,
        u"yes or no, yes/no, y/n, no or yes, true or false, true/false, answer yes, is this correct, correct?, "
        u"valid or invalid, ja oder nein, ja/nein, richtig oder falsch, wahr oder falsch, stimmt das, oui ou non, oui/non, "
        u"vrai ou faux, sí o no, si o no, sí/no, si/no, verdadero o falso, sim ou não, sim/não, verdadeiro ou falso, sì o no, "
        u"sì/no, vero o falso, ja of nee, ja/nee, waar of niet, tak czy nie, tak/nie, prawda czy fałsz, evet mi hayır mı, "
        u"evet/hayır, doğru mu yanlış mı, evet ya da hayır, да или нет, да/нет, верно или нет, правда или ложь, 是否, 是或否, 是不是, "
        u"对不对, 对还是错, 是还是不是, 对吗, はいかいいえ, はい・いいえ, はい/いいえ, 正しいか, 正しいですか, 合っていますか, نعم أم لا, 예/아니오, ja eller nej, ja/nej"},
    WordList{WordGroup::OnlyAnswer,
        u"one word, single word, a word, only the, just the, output only, return only, only return, reply only, answer only, "
        u"reply with, answer with, respond with, nothing else, no explanation, no explanations, exactly one of, one of, "
        u"choose from, choose one, pick one, pick from, only one, no other text, without explanation, just one, just give, "
        u"only output, number only, name only, in one word, the code only, intent only, ein wort, einem wort, nur, nur die, "
        u"nur das, nur der, eines von, ohne erklärung, antworte mit, nichts sonst, genau eines, un mot, un seul mot, en un mot, "
        u"seulement, uniquement, sans explication, réponds par, juste le, juste la, rien d'autre, una palabra, solo, sólo, "
        u"solamente, únicamente, responde con, sin explic*, uma palavra, só, só o, apenas, somente, sem explic*, responda com, "
        u"una parola, solo il, solo la, soltanto, senza spieg*, rispondi con, één woord, alleen, slechts, enkel, zonder uitleg, "
        u"jedno słowo, jednym słowem, tylko, bez wyjaśn*, tek kelime*, sadece, yalnızca, açıklama yok, одно слово, "
        u"одним словом, только, без объяснений, без пояснений, 只, 仅, 只要, 只回答, 只输出, 只需, 一个词, 一个字, 不要解释, 一語, だけ, のみ, 一言, 単語で, "
        u"説明不要, ett ord, bara, 한 단어, 만 출력, كلمة واحدة, فقط"},
    WordList{WordGroup::Rewrite,
        u"translate, translation, translated, correct, corrected, proofread*, fix the grammar, fix grammar, fix the spelling, "
        u"grammar, spelling, typo, typos, rephrase, reword, rewrite, paraphras*, shorten, shorter, simplify, make it formal, "
        u"more formal, more polite, politer, lowercase, uppercase, capitaliz*, title case, past tense, present tense, "
        u"future tense, plural, convert, turn this, turn into, change this to, replace every, replace all, punctuation, "
        u"bullet points, active voice, passive voice, in english, in german, in french, in spanish, in italian, to english, "
        u"to german, to french, to spanish, to italian, to polish, to dutch, to japanese, to chinese, to portuguese, "
        u"to russian, to turkish, to swedish, into english, into german, into french, into spanish, into italian, "
        u"into japanese, into polish, into dutch, normaliz*, reformat, sort alphabetically, alphabetical*, dedupe, deduplicat*, "
        u"anonymi*, redact, third person, first person, abbreviat*, übersetz*, korrigier*, rechtschreib*, grammatik, "
        u"umformulier*, formuliere, kürze, kürzer, kürzen, höflicher, höflichkeitsform, mehrzahl, einzahl, ins englische, "
        u"auf englisch, ins deutsche, auf deutsch, ins französische, vergangenheit, ersetze, kleinschreib*, großschreib*, "
        u"großbuchstaben, sortiere, schreibe um, schreib um, alphabetisch, tradui*, traduction, corrige, corrigez, corriger, "
        u"reformul*, orthograph*, raccourci*, plus court, au pluriel, en anglais, en français, en allemand, tutoie*, vouvoie*, "
        u"remplace, au passé, au futur, mets au, conjugu*, traduc*, traduz*, traduce, corrij*, corrección, reescrib*, "
        u"ortograf*, acorta, más corto, al inglés, en inglés, al español, pasa al, pasa a, quita, en plural, reemplaza, ordena, "
        u"tradução, corrija, correção, reescrev*, para inglês, para o inglês, em inglês, para português, encurt*, mais curto, "
        u"no plural, passe para, substitua, traduci*, tradur*, corregg*, riscriv*, in inglese, in italiano, accorcia, "
        u"più breve, al plurale, al passato, sostituisci, metti al, riformula, vertaal*, vertalen, verbeter*, herschrijf*, "
        u"naar het engels, in het engels, naar het nederlands, korter, in het meervoud, vervang, herformuleer, przetłumacz*, "
        u"popraw, przepisz, na angielski, po angielsku, na polski, skróć, zamień, w liczbie mnogiej, przeredaguj, çevir*, "
        u"düzelt*, ingilizceye, türkçeye, ingilizce'ye, kısalt*, çoğul*, geçmiş zaman*, yeniden yaz, перевед*, перевод, "
        u"исправ*, перепиш*, перефраз*, на английский, по-английски, на русский, сократ*, замени, во множественном, в прошедш*, "
        u"翻译, 翻成, 译成, 译为, 改写, 改成, 改为, 纠正, 润色, 改错, 错别字, 缩短, 简短, 英文, 替换, 转换, 换成, 英語に, 日本語に, 英訳, 和訳, 訳して, 翻訳, 直して, 書き換え, 敬体, 敬語, "
        u"言い換え, 添削, 校正, 短く, 置き換え, 変換, översätt*, rätta, korrigera, ترجم, ترجمة, صحح, 번역, 바꿔, 고쳐"},
    WordList{WordGroup::Extract,
        u"extract*, pull out, pull all, find the name*, list the, list all, name the, names of, the names, people named, "
        u"phone number*, e-mail address*, email address*, order number, invoice number, amounts, all dates, entities, keyword*, "
        u"key words, mentioned, what is the date, which date, when is the, surname, city named, collect all, find all, "
        u"identify, count the words, how many words, extrahier*, nenne die, zieh, ziehe, finde alle, liste alle, welche namen, "
        u"telefonnummer*, bestellnummer, rechnungsnummer, stichwort*, welches datum, hol die, extrai*, extraire, "
        u"donne-moi la date, liste les, relève, repère, quels sont les, numéro de, mots-clés, la date et, extrae*, saca el, "
        u"saca la, saca los, lista los, lista las, número de, palabras clave, qué fecha, extraia, liste os, liste as, "
        u"palavras-chave, estrai*, elenca, trova i, trova le, numero di, parole chiave, haal, noem de, trefwoorden, "
        u"welke datum, wyciągnij, wypisz, podaj, numer, çıkar, listele, numarası*, anahtar kelime*, извлек*, выпиши*, "
        u"перечисли*, найди, номер, какие даты, ключев*, 提取, 抽取, 找出, 列出, 姓名, 电话, 日期和, 关键词, 摘出, 抜き出, 抽出, 取り出, 挙げて, 日付, 名前を, "
        u"電話番号, キーワード, extrahera, استخرج, 추출, dates mentioned, all dates and"},
    WordList{WordGroup::Summarize,
        u"summar*, tl;dr, tldr, condense, sum up, key points, main points, bullet*, brief me, briefing, takeaway*, gist, "
        u"in two sentences, in one sentence, in three sentences, in 3 sentences, abstract, outline, timeline, boil down, "
        u"in a nutshell, overview of, digest, recap, zusammenfass*, fasse, fass, kernpunkte, kernaussag*, stichpunkt*, "
        u"kurzfassung, überblick, in zwei sätzen, in einem satz, résum*, synthès*, synthétis*, points clés, en une phrase, "
        u"en deux phrases, fiche, resum*, sintet*, síntesis, puntos clave, en una frase, en dos frases, síntese, "
        u"pontos principais, em uma frase, riassum*, riassunto, sintesi, sintetizz*, scheda, punti principali, in una frase, "
        u"samenvat*, vat samen, vat dit, hoofdpunten, in één zin, podsumuj, podsumowanie, streść, streszcz*, w jednym zdaniu, "
        u"özetle*, özet, özeti, tek cümle*, кратко, изложи, перескаж*, резюм*, суммир*, подытож*, в пяти пунктах, "
        u"в одном предложении, тезис*, 总结, 概括, 摘要, 要点, 归纳, 概述, 梳理, 要約, まとめ, 概要, 三行で, sammanfatta, 요약, لخص, ملخص"},
    WordList{WordGroup::DocumentRef,
        u"document, documents, text above, the above, above, below, passage, passages, report, article, contract, lease, "
        u"agreement, clause*, section*, chapter, transcript, interview, thread, attached, according to, it say, does it say, "
        u"the author, the text, this text, cite, quotes, page, manual, speaker, narrator, policy, statute*, terms, the plot, "
        u"the story say, she say, he say, they say, excerpt, memo, proposal, brochure, the deal, what is said, "
        u"this conversation, dokument, dem text, der text, den text, text, bericht, vertrag, klausel*, paragraf*, abschnitt*, "
        u"protokoll, laut, steht, artikel, zitier*, textstelle*, anleitung, gutachten, texte, rapport, contrat, passage*, "
        u"procès-verbal, selon, cités, citées, ci-dessus, compte rendu, texto, documento, informe, acta, contrato, cláusula*, "
        u"según, pasaje*, acuerdos, el relato, relatório, ata, segundo o, trecho*, testo, relazione, verbale, contratto, "
        u"secondo il, brano, clausol*, tekst, verslag, volgens, notulen, handleiding, raport, umowa, umowy, według, protokół, "
        u"fragment*, metin, metne, metinde, belge, belgede, rapor, sözleşme*, göre, tutanak*, текст*, документ*, отчёт*, "
        u"отчет*, договор*, согласно, протокол*, комисси*, по тексту, в тексте, 文章, 文档, 报告, 纪要, 合同, 条款, 根据, 文中, 上文, 以上, 材料, 原文, "
        u"文書, 報告, 議事録, 契約, 条項, によると, 本文, 上の, 資料, 記事, the minutes, meeting minutes, minutes of"},
    WordList{WordGroup::Aggregate,
        u"total, sum of, average, mean of, median, highest, lowest, largest, smallest, which month, which row, which day, "
        u"which line, how many rows, how many lines, how many of, overall, trend, outlier*, maximum, minimum, best month, "
        u"worst month, count of, value in, the biggest, insgesamt, summe, durchschnitt*, höchste*, niedrigste*, welcher monat, "
        u"welche zeile, gesamt, au total, somme, moyenne, le plus élevé, quel mois, suma, promedio, media de, mayor valor, "
        u"qué mes, soma, média, qual mês, somma, quale mese, totaal, gemiddeld*, hoogste, laagste, welke maand, średni*, "
        u"najwyższ*, najniższ*, toplam, ortalama, en yüksek, en düşük, hangi ay, сумма, всего, итого, средн*, наибольш*, "
        u"наименьш*, максимальн*, какой месяц, 总共, 总和, 平均, 最高, 最低, 合计, 最大, 哪个月, 合計, 最小, どの月"},
    WordList{WordGroup::Proof,
        u"prove, proof that, a proof, proofs, show that, derive, derivation, disprove, refute, counterexample*, theorem, lemma, "
        u"induction, irrational, if and only if, rigorous*, axiom*, converges, divisible, integers, perfect square, "
        u"by contradiction, beweis*, herleit*, widerleg*, gegenbeispiel*, vollständige induktion, teilbar, ganze zahlen, "
        u"démontr*, montrer que, montre que, montrez que, prouve*, prouver, réfute*, contre-exemple, divise, demuestra*, "
        u"demuestre, demostr*, prueba que, refuta, contraejemplo, enteros, demonstre, prove que, mostre que, provar que, "
        u"contraexemplo, divisível, inteiros, dimostra*, dimostr*, prova che, mostra che, controesempio, divisibile, interi, "
        u"bewijs*, toon aan, tegenvoorbeeld, deelbaar, udowodnij, udowodnić, dowód, wykaż, kontrprzykład, podzieln*, kanıtla*, "
        u"ispat*, bölünür*, bölünebil*, докажи*, доказать, доказательств*, опроверг*, контрпример*, выведи*, делится, "
        u"натуральн*, 证明, 求证, 推导, 反例, 证伪, 整除, 整数, 自然数, 証明, 示せ, 示してください, 導出, 導け, 割り切れ, 자연수, 증명, bevisa, برهن, أثبت, zeige,*, "
        u"zeigen sie,*, zeige dass, pokaż,*, pokaż że, olduğunu göster*, покажите,*"},
    WordList{WordGroup::Calculate,
        u"calculate, compute, how many, how much, how long, how far, how fast, how often, probability, chance, expected value, "
        u"odds, percent, ratio, average speed, equation, solve, maximize, minimize, integral, derivative, area, volume, "
        u"ways to choose, ways are, how old, break even, payback, original price, final price, left over, remaining, per hour, "
        u"per day, per month, in total, altogether, estimate, berechn*, wie viel*, wieviel*, wie lange, wie groß, wie weit, "
        u"wie schnell, wahrscheinlichkeit, gleichung, löse, prozent, zins*, anteil*, wie oft, was kostet, wie alt, übrig, "
        u"calcul*, combien, probabilité, équation, résou*, quelle est la probab*, il reste, intérêt*, durée, cuánt*, cuant*, "
        u"probabilidad, ecuación, resuelv*, interés, queda*, quanto, quantos, quantas, probabilidade, equação, resolv*, juros, "
        u"calcol*, quanti, quante, probabilità, equazione, risolv*, bereken*, hoeveel, kans, vergelijking, hoe lang, rente, "
        u"oblicz*, ilu, prawdopodobieństw*, równani*, hesapla*, kaç, ne kadar, olasılı*, denklem*, faiz, вычисл*, рассчита*, "
        u"посчита*, сколько, вероятност*, уравнени*, реши, решите, процент*, 计算, 多少, 几个, 几种, 概率, 方程, 求出, 多久, 多长, 几天, 几小时, 利率, "
        u"計算, 何通り, いくつ, 確率, 方程式, 求め, 何人, 何分, 何時間, 何日, いくら, 利息, beräkna, hur många, hur mycket, احسب, كم, 계산, 몇, 확률, "
        u"interest rate, compound interest, at interest, ile jest, ile było, ile zostało, ile czasu, ile osób, ile razy, "
        u"ile kosztuje, ile to, ile wynosi, ile trzeba, ile dni, ile godzin"},
    WordList{WordGroup::Logic,
        u"exactly one, exactly two, exactly three, at least, at most, neither, not both, always lie*, lied, lying, liar*, "
        u"truth-teller*, tells the truth, knight*, knave*, puzzle, riddle, older than, taller than, shorter than, younger than, "
        u"richer than, left of, right of, opposite, suppose, given that, consistent, none of, either, only if, unless, "
        u"constraint*, must, cannot, who could, who did, in what order, which of them, deduce, switches, boxes, doors, hats, "
        u"prisoners, dice, coins, weigh*, genau ein*, genau zwei, mindestens, höchstens, weder, entweder, lügt, lügen, lügner, "
        u"wahrheit, rätsel, älter als, größer als, angenommen, gegenüber, wer von, darf nicht, unmöglich, exactement, au moins, "
        u"au plus, ment, menteur*, vérité, énigme, supposons, plus âgé, plus grand, à côté, exactamente, al menos, como máximo, "
        u"miente, mentiroso*, acertijo, supon*, mayor que, exatamente, pelo menos, no máximo, mentem, verdade, enigma, suponha, "
        u"mais velho, esattamente, almeno, al massimo, mentitor*, bugiard*, verità, indovinello, supponi*, più vecchio, "
        u"precies, minstens, hoogstens, leugenaar*, liegt, raadsel, stel dat, ouder dan, dokładnie, co najmniej, co najwyżej, "
        u"kłamie, kłamca, zagadka, załóż, starszy, tam olarak, en az, en fazla, yalan*, bilmece, varsay*, ровно, не менее, "
        u"хотя бы, не более, лжёт, лжец*, врёт, правду, загадк*, предположим, нельзя, старше, любых, любого, 至少, 至多, 恰好, 说谎, "
        u"真话, 假话, 谜题, 假设, 必须, 必有, 任意, 少なくとも, ちょうど, 嘘つき, 嘘, 正直者, もし, 必ず, パズル, 不可能, على الأقل, 적어도, lies and, is lying, "
        u"sit next to, sits next to"},
    WordList{WordGroup::Decide,
        u"should i, should we, should they, should he, should she, is better, which is better, which one, better off, worth it, "
        u"cheaper, cheapest, compare, trade-off*, tradeoff*, decide, decision, plan, schedule, allocate, optimal*, optimize, "
        u"best order, order do i, prioriti*, budget, strategy, choose between, pros and cons, which option, break-even, "
        u"feasible, enough, more than one way, earliest, who takes, deadline*, can we, can they, afford, lease or, rent or, "
        u"buy or, or not, most profitable, spare, soll ich, sollen wir, sollte, lohnt, günstiger, billiger, vergleiche, "
        u"entscheid*, reihenfolge, abwäg*, aufteil*, wer übernimmt, reicht, spätestens, frühestens, was ist besser, dois-je, "
        u"vaut-il, vaut mieux, comparer, compare*, décid*, planifi*, répartir, rentable, moins cher, suffit, debería, debo, "
        u"conviene, comparar, decid*, planific*, óptim*, más barato, alcanza, repart*, devo, vale a pena, compensa, planej*, "
        u"ótim*, mais barato, dovrei, mi conviene, confront*, pianific*, ottimal*, più economico, basta, moet ik, loont, "
        u"vergelijk, beslis*, goedkoper, genoeg, czy powin*, opłaca*, porównaj, zdecyd*, zaplanuj, optymaln*, tańsz*, "
        u"wystarczy, hangisi, karşılaştır*, planla*, en uygun, değer mi, daha ucuz, yeter mi, стоит ли, выгодн*, сравни, "
        u"решить, спланируй*, оптимальн*, хватит, дешевле, минимальн*, 哪个更, 选哪, 哪种方案, 比较, 划算, 规划, 安排, 方案, 最优, 决定, 利润, 更赚, 敏感, "
        u"够不够, 最少, どちら, 比較, べき, 最適, 計画, 決め, 割り当て, 得か, 足りる"},
    WordList{WordGroup::Critique,
        u"argument, argues, flaw*, fallac*, premise*, assumption*, what is wrong, what's wrong, contradict*, inconsisten*, "
        u"culprit, root cause, diagnos*, why did, hypothes*, critically, evaluate, assess, weigh, causation, correlation, "
        u"confound*, conclusion, follow from, follows, plausible, reason it through, reason through, step by step, "
        u"think it through, walk me through, show your work, show your reasoning, show the steps, infer, how sure, "
        u"likely cause, most likely, rule out, believe, evidence, justify, where does this fail, precisely, explain why, "
        u"against each other, fit together, significant, noise, argumentation, fehlschluss, voraussetzung*, prämisse*, "
        u"annahme*, widerspruch, widerspricht, ursache*, woran liegt, stichhaltig, schritt für schritt, begründe*, kritisch, "
        u"rechenweg, prémisse*, faille, sophisme, hypothèse*, contradiction, cause, étape par étape, critique, raisonnement, "
        u"justifie*, argumento, premisa*, falacia, supuesto*, contradicción, causa, paso a paso, razona, justifica, premissa*, "
        u"falácia, contradição, passo a passo, argomento, premess*, fallacia, contraddizione, passo per passo, ragiona*, "
        u"drogreden, aanname*, tegenspraak, oorzaak, stap voor stap, beredeneer, przesłank*, założeni*, sprzeczno*, przyczyn*, "
        u"krok po kroku, uzasadnij, argüman, varsayım*, çelişki, sebebi, adım adım, gerekçe*, аргумент*, посылк*, противореч*, "
        u"причин*, шаг за шагом, обоснуй*, предпосылк*, рассужд*, 论证, 前提, 谬误, 矛盾, 原因, 逐步, 推理, 漏洞, 哪里错, 論証, 誤り, 推論, 順を追, 根拠, 理由"},
    WordList{WordGroup::Program,
        u"code, coding, script, scripts, function to, write a function, this function, implement, implementing, implements, "
        u"refactor*, debug, debugger, debugging, compile, compiles, compiler, compiling, algorithm, api, endpoint, regex*, "
        u"regexp, query, queries, unit test*, snippet, one-liner, one liner, command line, command-line, cli, dockerfile, "
        u"makefile, exception, exceptions, stack trace, stacktrace, null pointer, nullpointer*, segfault, segmentation fault, "
        u"memory leak, async, await, loops, for loop, while loop, array, arrays, hash map, hashmap, dict, recursion, recursive, "
        u"pointer, pointers, syntax error, parser, parse, database, schema, deploy, deployment, rebase, repo, repository, "
        u"pull request, linter, frontend, backend, cron, middleware, mutex, semaphore, deadlock, time complexity, stdin, "
        u"stdout, environment variable*, env var*, terminal, shell, localhost, webhook, runtime, inheritance, constructor, "
        u"lambda, closure, callback*, decorator, iterator, boolean, struct, enum, docker-compose, returns null, undefined is, "
        u"stack overflow, race condition, foreign key, primary key, subquery, linked list, binary search, binary tree, big o, "
        u"http request, bug in, fix this bug, pseudocode, programming, programmatically, config file, dependency injection, "
        u"type error, typeerror, unit file, source code, codebase, spreadsheet formula, formula for excel, cell a1, column b, "
        u"the loop, this loop, skript, programmier*, programm, befehl, abfrage, schleife, fehlermeldung, kompilier*, "
        u"regulärer ausdruck, regulären ausdruck, datenbank, quelltext, kommandozeile, zeiger, methode, programmer, "
        u"une commande, requête, boucle, compil*, expression régulière, base de données, processus, código, script de, comando, "
        u"consulta sql, bucle, expresión regular, base de datos, programar, laço, banco de dados, expressão regular, codice, "
        u"programma in, ciclo for, espressione regolare, programmeer*, commando, lus, foutmelding, reguliere expressie, kod, "
        u"kodu, skrypt, programie, polecenie, zapytanie sql, pętl*, bazy danych, bazę danych, wyrażenie regularne, "
        u"błąd kompilacji, kodum, betik, komut*, sorgu*, döngü*, veritabanı*, sınıfı, код, кода, скрипт*, программу, команд*, "
        u"sql-запрос, запрос к, цикл*, компил*, регулярк*, регулярное выражение, баз* данных, базы данных, массив*, исключени*, "
        u"代码, 脚本, 程序, 命令, 查询语句, 正则, 报错, 编译, 接口, 数据库, 循环, 数组, 变量, 线程, 多线程, 死锁, 内存泄漏, 递归, コード, スクリプト, プログラム, コマンド, クエリ, 正規表現, "
        u"エラー, コンパイル, データベース, 配列, 実装, 例外, 変数, 코드, 스크립트, 오류, دالة, برنامج, كود, kodar"},
    WordList{WordGroup::Computing,
        u"function, functions, method, library, module, import, imports, bug, tests, command, config, configuration, thread, "
        u"threads, loop, variable*, syntax, migration, pipeline, branch, merge, commit, commits, framework, component, hook, "
        u"formula, spreadsheet, macro, crash, crashes, interface, template, generator, integer, string, strings, float, column, "
        u"columns, index, join, server, container, cache, file, files, directory, folder, sorting, undefined, package, "
        u"dependency, dependencies, typed, leak, build, port, log, logs, page loads, browser, endpoint, output, input, "
        u"password, ip, subdomain, cluster, json, xml, csv, yaml, toml, markdown, http, https, node, nodes, plugin, login, "
        u"spalte, spalten, tabelle, datei, dateien, ordner, stürzt, fichier*, dossier, archivo*, fichero*, carpeta, tabla, "
        u"arquivo*, pasta, tabela, cartella, tabella, bestand*, tabel, plik*, tabel*, dosya*, sınıf, tablo, файл*, таблиц*, "
        u"папк*, сервер*, 文件, 容器, 表格, 服务器, 实现, 字段, 目录, ファイル, クラス, テーブル, サーバー, フォルダ, 파일, ملف, funktion, fonction, función, "
        u"função, funzione, functie, funkcj*, fonksiyon*, функци*, 函数, 関数, 함수, generics"},
    WordList{WordGroup::Tech,
        u"python, java, javascript, typescript, golang, kotlin, swiftui, ruby, rails, php, perl, haskell, erlang, clojure, "
        u"matlab, fortran, cobol, c++, c#, .net, dotnet, sql, mysql, postgres*, sqlite*, mongodb, mongo, redis, kafka, "
        u"elasticsearch, html, css, sass, tailwind, angular, svelte, node, nodejs, node.js, npm, pnpm, yarn, webpack, vite, "
        u"django, flask, fastapi, spring boot, laravel, eloquent, express.js, next.js, nextjs, pandas, numpy, pytorch, "
        u"tensorflow, matplotlib, jupyter, git, github, gitlab, docker, kubernetes, k8s, kubectl, terraform, ansible, jenkins, "
        u"nginx, apache, linux, ubuntu, debian, bash, zsh, powershell, awk, grep, vim, neovim, emacs, vs code, vscode, systemd, "
        u"crontab, ssh, rsync, curl, latex, longtable, tikz, excel, vba, google sheets, sheets, graphql, grpc, rest api, oauth, "
        u"jwt, qt, qml, cmake, gradle, maven, conda, gcc, clang, gdb, valgrind, junit, pytest, selenium, playwright, aws, s3, "
        u"ec2, azure, gcp, firebase, android, xcode, godot, arduino, raspberry pi, wordpress, prolog, lisp, mermaid, plantuml, "
        u"ffmpeg, imagemagick, tcp, udp, dns, cors, websocket*, useeffect, usestate, async/await, dataframe, auf linux, stl, "
        u"openssl, tls, makefile, dockerfile, homebrew, apt-get, sudo, chmod, tmux, sqlalchemy, hibernate, orm, opengl, cuda, "
        u"wasm, webassembly, solidity, verilog, vhdl, assembly, assembler, x86, arm64, .gitignore, traceback, ci/cd, "
        u"github actions, prometheus, grafana, reactjs, react.js, in react, react component*, react app, react hook*, "
        u"react native, in rust, rustc, rust compil*, rust enum, rust struct, borrow checker, in swift, in lua, lua script, "
        u"in julia, in scala, in elixir, cargo.toml, cargo build, pip install, helm chart, vue.js, in vue, vue 3, jest test*, "
        u"with sed, sed -i, in c, en c, em c, w c, in r, en r, in go, en go, in golang, unsigned, malloc, printf, println, "
        u"console.log, nullptr, intellij, pycharm, visual studio, jetpack compose, flutter, dart, ruby on rails, asp.net, "
        u"blazor, unity3d, unreal engine, opencv, scikit-learn, sklearn, keras, langchain, pyspark, airflow, dbt, snowflake, "
        u"bigquery, power bi, dax, apps script, gitlab ci, circleci, nixos, pacman, apt install, iptables, nftables, wireguard, "
        u"zfs, btrfs, utf-8, base64, ascii, uuid, sha256, cronjob, cron job, mariadb, rabbitmq, celery, puppeteer, three.js, "
        u"d3.js, jquery, bootstrap, gtk, tkinter, pyqt, pydantic, asyncio, goroutine*, npm run, tsconfig, eslint, rollup, "
        u"thymeleaf, lombok, delphi, pascal, visual basic, abap, sap abap, micropython, esp32, qiskit, sympy, regex101"},
    WordList{WordGroup::Social,
        u"hi, hello, hey, heya, thanks, thank you, thx, good morning, good evening, good night, goodnight, goodbye, bye, "
        u"cheers, nice, great, lol, haha, wow, how are you, what's up, see you, have a good, have a nice, you're welcome, "
        u"sorry, no worries, perfect, awesome, cool, hallo, moin, servus, danke, guten morgen, guten abend, gute nacht, "
        u"tschüss, super, na du, wie geht, bonjour, salut, merci, bonsoir, bonne nuit, coucou, ça va, hola, buenas, gracias, "
        u"buenos días, buenas noches, qué tal, olá, oi, obrigad*, bom dia, boa noite, tudo bem, valeu, ciao, grazie, "
        u"buongiorno, buonasera, come stai, hoi, dank je, dankjewel, bedankt, goedemorgen, cześć, hej, dzięki, dziękuję, "
        u"dzień dobry, dobranoc, merhaba, selam, teşekkür*, sağ ol, günaydın, привет, спасибо, здравствуй*, доброе утро, "
        u"спокойной ночи, как дела, 你好, 谢谢, 早上好, 晚安, 再见, 在吗, 哈哈, こんにちは, ありがとう, おはよう, おやすみ, こんばんは, お疲れ, tack, مرحبا, شكرا, 안녕, "
        u"고마워, 감사"},
    WordList{WordGroup::Creative,
        u"poem, poems, story, stories, song, lyrics, joke, jokes, haiku, limerick, novel, fable, myth, rap, toast, riddles, "
        u"scene, dialogue, slogan*, titles, title for, names for, name for, rhyme*, fairy tale, screenplay, essay, blog post, "
        u"monologue, sonnet, funny, shanty, parody, fiction, villain, hero, plot twist, magic, dragon, bedtime, make up, "
        u"invent a, roast, pun, puns, metaphor, gedicht, geschichte, witz, witze, märchen, fabel, reim*, rede, slogan, lustig*, "
        u"erfinde, dichte, poème, histoire, chanson, blague, conte, drôle, rime*, invente, discours, poema, cuento, historia, "
        u"canción, chiste, brindis, fábula, gracios*, inventa, conto, história, canção, piada, engraçad*, poesia, storia, "
        u"racconto, canzone, barzelletta, favola, filastrocca, divertente, verhaal, liedje, sprookje, grappig*, verzin, "
        u"wiersz*, opowiadanie, piosenk*, żart, bajk*, rymowank*, wymyśl, şiir*, hikaye*, hikâye*, şarkı*, fıkra, masal*, "
        u"uydur, стих*, рассказ, сказк*, песн*, шутк*, шуточн*, анекдот, придума*, сочини, 诗, 故事, 歌词, 笑话, 小说, 童话, 段子, 编一个, 取名, "
        u"起名, 詩, 物語, 歌詞, 俳句, 怪談, 小説, ジョーク, ダジャレ, 名前を考え, 話を書, dikt, saga, berättelse, 시를, 이야기, قصيدة, قصة, main character, "
        u"caption for, captions for, instagram caption*, a tale, tales, ein lied, liedtext, kurzroman"},
    WordList{WordGroup::Advice,
        u"recommend*, suggest, suggestion*, ideas, idea for, tips, advice, gift*, present for, what should i, where should i, "
        u"best way, good way, how can i, things to do, to do in, what to do, favorite, favourite, ways to, help me, any good, "
        u"anything nice, brainstorm, inspiration, routine, what would you, do you think, opinion, is it ok, is it safe, "
        u"let her, let him, what can i, can you help, good book, movie, movies, restaurant*, holiday, weekend, recipe*, dinner, "
        u"wear, cook, bake, empfehl*, empfiehl*, idee, ideen, tipp*, geschenk*, was kann man, wie kann ich, wie bekomme ich, "
        u"was hilft, meinung, lohnt sich, vorschl*, was soll ich, was ziehe, rezept, urlaub, recommand*, idée*, conseil*, "
        u"cadeau*, que faire, comment faire, penses-tu, propose*, recette, recomiend*, idea, consej*, regalo*, qué hacer, "
        u"sugier*, opinas, receta, cenar, recomend*, ideia*, dica*, conselho*, presente, o que fazer, suger*, receita, "
        u"consigli*, regalo, cosa fare, si può fare, suggeri*, ricetta, aanrad*, ideeën, cadeau, advies, wat kan ik, "
        u"wat zal ik, recept, poleć, pomysł*, porad*, prezent*, co robić, doradź, przepis, öner*, fikir, tavsiye*, hediye*, "
        u"ne yapabilirim, ne yapsam, tarif, посовет*, идеи, идея, подар*, порекоменд*, как лучше, что делать, рецепт, 推荐, 建议, "
        u"礼物, 主意, 怎么办, 好不好, 什么好, 比较好, 去哪, 菜谱, おすすめ, アイデア, 提案, プレゼント, どうしたら, アドバイス, どうすれば, レシピ, tips på, förslag, نصيحة, اقتراح, "
        u"추천"},
    WordList{WordGroup::Feel,
        u"i feel, feeling, feelings, lonely, sad, tired, can't sleep, stressed, worried, anxious, angry, scared, happy, "
        u"depressed, bored, boring, my mom, my mother, my dad, my father, my boyfriend, my girlfriend, my friend*, my husband, "
        u"my wife, my daughter, my son, my boss, my cat, my dog, my sister, my brother, my neighbor*, my neighbour*, my kid*, "
        u"my ex, my colleague*, fed up, upset, guilty, dumb, cry, crying, proud, i hate, i love, i miss, i wish, hard day, "
        u"awkward, quit, ich fühle, traurig, müde, einsam, gestresst, meine mutter, mein freund, meine freundin, mein chef, "
        u"angst, je me sens, triste, fatigué*, stressé*, mon copain, ma copine, ma mère, mon chef, me siento, cansad*, "
        u"mi novi*, mi madre, mi jefe, me sinto, minha mãe, namorad*, meu chefe, mi sento, stanc*, mia madre, il mio capo, "
        u"mio marito, ik voel, verdrietig, moe, eenzaam, mijn moeder, czuję, smutn*, zmęczon*, samotn*, moja mama, mój szef, "
        u"hissediyorum, üzgün, yorgun, yalnız, annem, sevgilim, patronum, грустно, устал*, одинок*, чувству*, моя мама, "
        u"мой парень, моя девушка, начальник, скучно, 难过, 好累, 孤独, 心情, 男朋友, 女朋友, 妈妈, 失眠, 压力, 老板, 寂しい, 疲れ, 悲しい, 彼氏, 彼女, 眠れ, 不安, "
        u"気持ち, 上司"},
    WordList{WordGroup::Explain,
        u"what is, what are, what does, what do, what's, whats, who is, who was, who invented, when did, when was, where is, "
        u"where does, why do, why is, why are, why does, how does, how is, how are, explain, tell me about, difference between, "
        u"meaning of, mean, means, history of, define, describe, like i'm five, eli5, never understood, is it true, "
        u"what happens, how did, do people, can dogs, can cats, in simple words, was ist, was sind, was bedeutet, wer ist, "
        u"wer war, warum, wieso, weshalb, wie funktioniert, erklär*, erzähl*, unterschied, geschichte der, woher, qu'est-ce, "
        u"c'est quoi, pourquoi, explique*, comment fonctionne, différence entre, qui est, raconte*, d'où vient, qué es, "
        u"por qué, explica*, cómo funciona, diferencia entre, quién, significa, o que é, por que, explique, como funciona, "
        u"diferença entre, quem, cos'è, che cosa, perché, spiega*, come funziona, differenza tra, chi è, wat is, waarom, "
        u"leg uit, hoe werkt, verschil tussen, wie is, wat betekent, co to, dlaczego, wyjaśnij, jak działa, różnica, kim jest, "
        u"co znaczy, skąd, nedir, neden, niçin, açıkla*, nasıl, farkı, kimdir, anlat*, что такое, почему, зачем, объясни*, "
        u"как работает, разница, кто такой, расскажи*, означает, откуда, 什么是, 是什么, 为什么, 解释, 怎么, 区别, 是谁, 介绍, 讲讲, 什么意思, とは, なぜ, "
        u"説明, どうして, 違い, 教えて, 誰, 意味, vad är, varför, förklara, ما هو, لماذا, 무엇, 왜, 설명"},
    WordList{WordGroup::Compose,
        u"write a mail, write a letter, write a message, write a note, write a post, write a speech, write an email, write me, "
        u"write something, letter to, email to, mail to, message to, invitation, cover letter, birthday, congratulat*, wedding, "
        u"condolence*, announcement, reply to, card for, on a card, speech, draft, out of office, schreib, schreibe, "
        u"schreiben sie, verfass*, entwirf, brief an, einladung, glückwunsch*, geburtstag*, hochzeit*, bewerbung*, absage, "
        u"écris, rédige*, lettre, anniversaire, félicit*, mot pour, escribe, escríbeme, redacta, carta, correo, invitación, "
        u"cumpleaños, felicit*, escreva, escreve, redija, convite, aniversário, mensagem, scrivi, scrivimi, lettera, invito, "
        u"compleanno, auguri, biglietto, schrijf, brief aan, uitnodiging, verjaardag*, napisz, list do, zaproszenie, urodzin*, "
        u"życzenia, yaz, yazar mısın, mektup, davet*, doğum günü, напиши*, письмо, поздравл*, приглашени*, день рождения, тост, "
        u"写一, 写封, 写个, 写篇, 一封信, 祝福, 邀请, 生日, 書いて, 手紙, 招待, お祝い, 誕生日, メッセージ, skriv, brev, اكتب, 써줘"},
    WordList{WordGroup::Career,
        u"career, learn, learning, interviews, salary, resume, cv, profession, burnout, burned out, junior, senior, bootcamp, "
        u"worth learning, get into, imposter, impostor, colleague*, coworker*, coding since, in your opinion, invented, "
        u"history, founder*, karriere, beruf, lernen, gehalt, bewerbung, vorstellungsgespräch, kollege*, quereinsteiger, "
        u"carrière, métier, apprendre, salaire, entretien, collègue*, carrera, trabajo, aprender, sueldo, entrevista, carreira, "
        u"emprego, salário, carriera, lavoro, imparare, stipendio, colloquio, baan, leren, salaris, sollicitatie, kariera, "
        u"praca, uczyć, zarobki, rozmowa kwalifikacyjna, kariyer, öğrenmek, maaş, mülakat, карьер*, професси*, учить, зарплат*, "
        u"собеседовани*, 职业, 工作, 学习, 工资, 面试, 转行, キャリア, 仕事, 勉強, 給料, 面接, 転職, a job, my job, dream job, job offer, job interview, "
        u"new job, this job, technical interview"},
    WordList{WordGroup::Leave,
        u"different thing, something else, another thing, other question, another question, new topic, different question, "
        u"different topic, unrelated, by the way, btw, anyway, moving on, completely different, totally different, off topic, "
        u"forget it, never mind, nevermind, not about this, other topic, enough of that, on another note, andere frage, "
        u"was anderes, etwas anderes, anderes thema, ganz anderes, themawechsel, übrigens, nebenbei, vergiss es, autre chose, "
        u"autre question, autre sujet, changeons, au fait, rien à voir, otra cosa, otra pregunta, otro tema, cambiando de tema, "
        u"por cierto, outra coisa, outra pergunta, outro assunto, mudando de assunto, a propósito, altra cosa, altro argomento, "
        u"un'altra domanda, tutt'altro, cambiando argomento, a proposito, iets anders, andere vraag, ander onderwerp, trouwens, "
        u"coś innego, inne pytanie, inny temat, zmieniając temat, przy okazji, başka bir, başka soru, konu dışı, bu arada, "
        u"другой вопрос, другая тема, о другом, кстати, сменим тему, не по теме, 另外, 换个话题, 别的事, 顺便, 对了, 题外话, 別の話, 話は変わ, ところで, "
        u"話変わ, 全然違う"},
    WordList{WordGroup::Persona,
        u"act as, pretend, role-play, roleplay, you are my, imagine you, let's play, be my, play the, talk like, speak like, "
        u"spiel den, spiel die, tu so, stell dir vor, sei mein, fais comme si, joue le rôle, imagine que, actúa como, "
        u"imagina que, haz de, aja como, finja, fai finta, immagina, doe alsof, stel je voor, udawaj, wyobraź, gibi davran, "
        u"rol yap, представь, притворись, сыграй, 扮演, 假装, 想象你, なりきって, ふりをして"},
    WordList{WordGroup::Arithmetic,
        u"divided by, times, multiplied, plus, minus, square root, % of, percent of, % off, in inches, in cm, in km, in miles, "
        u"in feet, in meters, in pounds, in kg, in ounces, in grams, in celsius, in fahrenheit, in euros, in dollars, in hours, "
        u"in minutes, in seconds, to km, to miles, to celsius, to fahrenheit, to inches, to cm, to kg, fahrenheit, "
        u"geteilt durch, prozent von, % von, wurzel aus, in zoll, in metern, in stunden, in minuten, in fuß, in kilometer*, "
        u"divisé par, multiplié, fois, % de, racine, en pouces, en minutes, en kilomètres, en mètres, dividido, por ciento de, "
        u"raíz, en pulgadas, en minutos, en metros, vezes, por cento de, em polegadas, em minutos, diviso, volte, % di, "
        u"in pollici, in minuti, gedeeld door, keer, % van, in duim, podzielić, podzielone, razy, % z, w calach, bölü, çarpı, "
        u"yüzde, inç, dakika eder, разделить, умножить, % от, корень, в дюймах, в минутах, 除以, 乘以, 百分之, 等于多少, 换算, 割る, かける, 何ミリ, "
        u"換算, 何センチ, 平方根"},
};
// clang-format on

} // namespace sb::routing
