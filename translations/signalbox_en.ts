<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>sb::Money</name>
    <message numerus="yes">
        <source>“%1” has more than %n decimals.</source>
        <translation>
            <numerusform>“%1” has more than %n decimals.</numerusform>
            <numerusform>“%1” has more than %n decimals.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::engine</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 did not send the file within %n s.</source>
        <translation>
            <numerusform>%1 did not send the file within %n s.</numerusform>
            <numerusform>%1 did not send the file within %n s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::engine::ProviderCheck</name>
    <message numerus="yes">
        <source>%1 answers and lists %n model(s). No key is needed.</source>
        <translation>
            <numerusform>%1 answers and lists %n model. No key is needed.</numerusform>
            <numerusform>%1 answers and lists %n models. No key is needed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lists %n model(s), but to everybody: that does not prove the key.</source>
        <translation>
            <numerusform>%1 lists %n model, but to everybody: that does not prove the key.</numerusform>
            <numerusform>%1 lists %n models, but to everybody: that does not prove the key.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 accepted the key and lists %n model(s).</source>
        <translation>
            <numerusform>%1 accepted the key and lists %n model.</numerusform>
            <numerusform>%1 accepted the key and lists %n models.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::lab</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out, %n request(s): %1</source>
        <translation>
            <numerusform>Left out, %n request: %1</numerusform>
            <numerusform>Left out, %n requests: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::profile::Conversation</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::profile::Prices</name>
    <message numerus="yes">
        <source>%n line(s) of it cannot be read</source>
        <translation>
            <numerusform>%n line of it cannot be read</numerusform>
            <numerusform>%n lines of it cannot be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::AddProvider</name>
    <message numerus="yes">
        <source>At %1, with a key. %n priced model(s).</source>
        <translation>
            <numerusform>At %1, with a key. %n priced model.</numerusform>
            <numerusform>At %1, with a key. %n priced models.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::CatalogTable</name>
    <message numerus="yes">
        <source>Your own %n attempt(s) at %1 in the last 30 days.</source>
        <translation>
            <numerusform>Your own %n attempt at %1 in the last 30 days.</numerusform>
            <numerusform>Your own %n attempts at %1 in the last 30 days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::ChartPanel</name>
    <message numerus="yes">
        <source>%n request(s) unpriced</source>
        <translation>
            <numerusform>%n request unpriced</numerusform>
            <numerusform>%n requests unpriced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::ClassEditor</name>
    <message numerus="yes">
        <source>%n example(s)</source>
        <translation>
            <numerusform>%n example</numerusform>
            <numerusform>%n examples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other rule(s)</source>
        <translation>
            <numerusform>%n other rule</numerusform>
            <numerusform>%n other rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::ComparisonPage</name>
    <message numerus="yes">
        <source>%n model(s), each at its cheapest endpoint. Enter opens one, Delete takes it out.</source>
        <translation>
            <numerusform>%n model, at its cheapest endpoint. Enter opens one, Delete takes it out.</numerusform>
            <numerusform>%n models, each at its cheapest endpoint. Enter opens one, Delete takes it out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::DecisionTable</name>
    <message numerus="yes">
        <source>failed, %n try(s)</source>
        <extracomment>How often an endpoint was asked in vain.</extracomment>
        <translation>
            <numerusform>failed, %n try</numerusform>
            <numerusform>failed, %n tries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved on because %1 failed with %2, %n try(s). %3 answered; nothing had been shown before.</source>
        <translation>
            <numerusform>Moved on because %1 failed with %2, %n try. %3 answered; nothing had been shown before.</numerusform>
            <numerusform>Moved on because %1 failed with %2, %n tries. %3 answered; nothing had been shown before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::FacetList</name>
    <message numerus="yes">
        <source>%1: %2, %n model(s)</source>
        <extracomment>A check of a facet: its name and how many models it would show.</extracomment>
        <translation>
            <numerusform>%1: %2, %n model</numerusform>
            <numerusform>%1: %2, %n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::FirstRun</name>
    <message numerus="yes">
        <source>Found at %1 with %n model(s): %2.</source>
        <translation>
            <numerusform>Found at %1 with %n model: %2.</numerusform>
            <numerusform>Found at %1 with %n models: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::LineView</name>
    <message numerus="yes">
        <source>at most %n token(s)</source>
        <translation>
            <numerusform>at most %n token</numerusform>
            <numerusform>at most %n tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::LocalOffers</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Found at %1 with %n model(s): %2.</source>
        <translation>
            <numerusform>Found at %1 with %n model: %2.</numerusform>
            <numerusform>Found at %1 with %n models: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::MainWindow</name>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <extracomment>A sentence, then how many others wait behind it.</extracomment>
        <translation>
            <numerusform>%1 (and %n more)</numerusform>
            <numerusform>%1 (and %n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::MarkdownView</name>
    <message numerus="yes">
        <source>Reasoning, %n character(s)</source>
        <extracomment>The number of characters of the model's reasoning; the arrow folds it in and out.</extracomment>
        <translation>
            <numerusform>Reasoning, %n character</numerusform>
            <numerusform>Reasoning, %n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::ModelDetail</name>
    <message numerus="yes">
        <source>%n endpoint(s)</source>
        <translation>
            <numerusform>%n endpoint</numerusform>
            <numerusform>%n endpoints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::ModelList</name>
    <message numerus="yes">
        <source>%n filter(s) set</source>
        <translation>
            <numerusform>%n filter set</numerusform>
            <numerusform>%n filters set</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So do %n other(s).</source>
        <translation>
            <numerusform>So does %n other.</numerusform>
            <numerusform>So do %n others.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::ModelTexts</name>
    <message numerus="yes">
        <source>As of %1, %n day(s) ago, from %2</source>
        <translation>
            <numerusform>As of %1, %n day ago, from %2</numerusform>
            <numerusform>As of %1, %n days ago, from %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 could have served none of your %n answered request(s) of the last 30 days: they need more room, or what it cannot do.</source>
        <translation>
            <numerusform>%1 could not have served your %n answered request of the last 30 days: it needs more room, or what the model cannot do.</numerusform>
            <numerusform>%1 could have served none of your %n answered requests of the last 30 days: they need more room, or what it cannot do.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n request(s) only the size is on record, not whether they need tools or images.</source>
        <translation>
            <numerusform>Of %n request only the size is on record, not whether they need tools or images.</numerusform>
            <numerusform>Of %n requests only the size is on record, not whether they need tools or images.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint(s)</source>
        <translation>
            <numerusform>%n endpoint</numerusform>
            <numerusform>%n endpoints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>kept %n day(s)</source>
        <translation>
            <numerusform>kept %n day</numerusform>
            <numerusform>kept %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::OfferTable</name>
    <message numerus="yes">
        <source>%n attempt(s) of yours in the last 30 days</source>
        <translation>
            <numerusform>%n attempt of yours in the last 30 days</numerusform>
            <numerusform>%n attempts of yours in the last 30 days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::PromptBox</name>
    <message numerus="yes">
        <source>A message takes at most %n image(s).</source>
        <translation>
            <numerusform>A message takes at most %n image.</numerusform>
            <numerusform>A message takes at most %n images.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tool(s)</source>
        <translation>
            <numerusform>%n tool</numerusform>
            <numerusform>%n tools</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::ProviderDetail</name>
    <message numerus="yes">
        <source>%n model(s), prices for a million tokens</source>
        <translation>
            <numerusform>%n model, prices for a million tokens</numerusform>
            <numerusform>%n models, prices for a million tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n more from its list, unpriced</source>
        <translation>
            <numerusform>Add %n more from its list, unpriced</numerusform>
            <numerusform>Add %n more from its list, unpriced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::ProviderFacts</name>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>keeps prompts %n day(s)</source>
        <translation>
            <numerusform>keeps prompts %n day</numerusform>
            <numerusform>keeps prompts %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::ProvidersPage</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <extracomment>After a sentence: how many other things need a hand.</extracomment>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::PublishDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::RecordView</name>
    <message numerus="yes">
        <source>%n rule(s) before it did not apply: “Explained” says why.</source>
        <translation>
            <numerusform>%n rule before it did not apply: “Explained” says why.</numerusform>
            <numerusform>%n rules before it did not apply: “Explained” says why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::RefreshPage</name>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n to look at</numerusform>
            <numerusform>%n to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::RefreshWords</name>
    <message numerus="yes">
        <source>%n price(s) changed</source>
        <translation>
            <numerusform>%n price changed</numerusform>
            <numerusform>%n prices changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint(s) are new</source>
        <translation>
            <numerusform>%n endpoint is new</numerusform>
            <numerusform>%n endpoints are new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n beneath your own price</source>
        <translation>
            <numerusform>%n beneath your own price</numerusform>
            <numerusform>%n beneath your own price</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::Replay</name>
    <message numerus="yes">
        <source>%1 of %n vote(s) on record</source>
        <translation>
            <numerusform>%1 of %n vote on record</numerusform>
            <numerusform>%1 of %n votes on record</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>elsewhere; %n take(s) another chain</source>
        <translation>
            <numerusform>elsewhere; %n takes another chain</numerusform>
            <numerusform>elsewhere; %n take another chain</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::RequestsPage</name>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::RouteStrip</name>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n more</numerusform>
            <numerusform>+%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::RuleWords</name>
    <message numerus="yes">
        <source>%n wish(es)</source>
        <translation>
            <numerusform>%n wish</numerusform>
            <numerusform>%n wishes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) by quality</source>
        <translation>
            <numerusform>%n model by quality</numerusform>
            <numerusform>%n models by quality</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::SpendChart</name>
    <message numerus="yes">
        <source>%n bar(s)</source>
        <translation>
            <numerusform>%n bar</numerusform>
            <numerusform>%n bars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::StepWords</name>
    <message numerus="yes">
        <source>%n endpoint(s)</source>
        <translation>
            <numerusform>%n endpoint</numerusform>
            <numerusform>%n endpoints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s)</source>
        <translation>
            <numerusform>%n check</numerusform>
            <numerusform>%n checks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n retry(s)</source>
        <translation>
            <numerusform>%n retry</numerusform>
            <numerusform>%n retries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 or %n other(s)</source>
        <extracomment>A step that asks several models; %1 is the first one.</extracomment>
        <translation>
            <numerusform>%1 or %n other</numerusform>
            <numerusform>%1 or %n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further model(s)</source>
        <translation>
            <numerusform>%n further model</numerusform>
            <numerusform>%n further models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>fits %1 of %2, %n can be used</source>
        <extracomment>"fits 37 endpoints of 12 models, 9 can be used"</extracomment>
        <translation>
            <numerusform>fits %1 of %2, %n can be used</numerusform>
            <numerusform>fits %1 of %2, %n can be used</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::TargetList</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ui::TurnBand</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::usage::Explanation</name>
    <message numerus="yes">
        <source>%n more candidate(s).</source>
        <translation>
            <numerusform>%n more candidate.</numerusform>
            <numerusform>%n more candidates.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more were left out.</source>
        <translation>
            <numerusform>%n more was left out.</numerusform>
            <numerusform>%n more were left out.</numerusform>
        </translation>
    </message>
</context>
</TS>