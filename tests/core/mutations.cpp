// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mutations.h"

#include <functional>

namespace relink::test {

using namespace Qt::StringLiterals;

namespace {

using Change = std::function<QString(const QString &)>;

//! Opening and closing in turn, as a word processor sets them.
QString curly(const QString &text)
{
    QString result;
    bool opening = true;
    for (const QChar c : text) {
        if (c == u'"') {
            result += opening ? u'“' : u'”';
            opening = !opening;
        } else {
            result += c == u'\'' ? QChar(u'’') : c;
        }
    }
    return result;
}

//! The first one opening, all others closing, as the Xeroom article prints them.
QString curlyClosing(QString text)
{
    if (const qsizetype first = text.indexOf(u'"'); first >= 0)
        text[first] = u'“';
    return text.replace(u'"', u'”').replace(u'\'', u'’');
}

QString escaped(QString text)
{
    text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    text.replace(u'\n', u"\\n"_s).replace(u'\t', u"\\t"_s);
    return u"{\"level\":\"error\",\"msg\":\""_s + text + u"\"}"_s;
}

QString inAscii(QString text, QChar first, QChar last, int shift)
{
    for (QChar &c : text) {
        if (c >= first && c <= last)
            c = QChar(c.unicode() + shift);
    }
    return text;
}

//! Lines of 40 characters, broken at single spaces.
QString wrapped(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n')) {
        QString current;
        bool begun = false;
        for (const QString &word : line.split(u' ')) {
            if (begun && current.size() + 1 + word.size() <= 40) {
                current += u' ' + word;
            } else {
                if (begun)
                    lines += current;
                current = word;
                begun = true;
            }
        }
        lines += current;
    }
    return lines.join(u'\n');
}

QString eachLineAfter(const QString &text, const QString &prefix)
{
    return prefix + QString(text).replace(u'\n', u'\n' + prefix);
}

QString otherSpelling(QString text)
{
    return text.contains(u"uthoris"_s) ? text.replace(u"uthoris"_s, u"uthoriz"_s)
                                       : text.replace(u"uthoriz"_s, u"uthoris"_s);
}

QString asHtml(QString text)
{
    text.replace(u'&', u"&amp;"_s).replace(u'<', u"&lt;"_s).replace(u'>', u"&gt;"_s);
    text.replace(u'"', u"&quot;"_s).replace(u'\'', u"&#39;"_s).replace(u'\n', u"<br>"_s);
    return u"<p>"_s + text + u"</p>"_s;
}

QString inAddress(const QString &text)
{
    QByteArray encoded = text.toUtf8().toPercentEncoding(" ");
    return u"detail="_s + QString::fromLatin1(encoded.replace(' ', '+'));
}

QString spacesDoubled(QString text)
{
    return text.replace(u' ', u"  "_s);
}

QString withoutBreaks(QString text)
{
    const QChar space(QChar::Nbsp);
    return space + text.replace(u' ', space) + u' ' + space;
}

Change trace(const char *wrapper)
{
    return [wrapper](const QString &text) {
        return QString::fromUtf8(wrapper).replace(u"{msg}"_s, text);
    };
}

constexpr auto phpTrace
    = "PHP Fatal error:  Uncaught RuntimeException: {msg} in /var/www/sync/src/Client.php:58\n"
      "Stack trace:\n"
      "#0 /var/www/sync/src/Job.php(17): Sync\\Client->send()\n"
      "#1 {main}\n"
      "  thrown in /var/www/sync/src/Client.php on line 58";
constexpr auto javaTrace = "java.lang.RuntimeException: Job failed\n"
                           "\tat com.example.sync.Job.run(Job.java:17)\n"
                           "\tat java.base/java.lang.Thread.run(Thread.java:840)\n"
                           "Caused by: java.lang.IllegalStateException: {msg}\n"
                           "\tat com.example.sync.Client.send(Client.java:58)\n"
                           "\t... 2 more";
constexpr auto dotnetTrace
    = "Unhandled exception. System.InvalidOperationException: {msg}\n"
      "   at Example.Sync.Client.SendAsync(String path) in C:\\src\\Sync\\Client.cs:line 58\n"
      "   at Example.Sync.Job.RunAsync() in C:\\src\\Sync\\Job.cs:line 17\n"
      "--- End of stack trace from previous location ---";
constexpr auto pythonTrace = "Traceback (most recent call last):\n"
                             "  File \"/srv/sync/job.py\", line 17, in run\n"
                             "    client.send(order)\n"
                             "  File \"/srv/sync/client.py\", line 58, in send\n"
                             "    raise RuntimeError(answer)\n"
                             "RuntimeError: {msg}";
constexpr auto nodeTrace
    = "Error: {msg}\n"
      "    at Client.send (/srv/sync/client.js:58:11)\n"
      "    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)\n"
      "    at async Job.run (/srv/sync/job.js:17:5)";
constexpr auto rubyTrace = "/srv/sync/client.rb:58:in `send': {msg} (RuntimeError)\n"
                           "\tfrom /srv/sync/job.rb:17:in `run'\n"
                           "\tfrom bin/sync:5:in `<main>'";

//! Where a cut text ends: after the first of these words.
const QMap<QString, QString> &cutAfter()
{
    static const QMap<QString, QString> words {
        {u"XRM-01-4"_s, u"\"AuthenticationUnsuccessful\""_s},
        {u"SGE-02-1"_s, u"invalid_grant"_s},
        {u"MIN-70-2"_s, u"deprecated API Authentication method"_s},
        {u"MIN-50"_s, u"hard expired"_s},
        {u"X-15-2"_s, u"insufficient_scope"_s},
        {u"amazon_sp_api:3"_s, u"refresh_token"_s},
        {u"google:1"_s, u"Token has been expired or revoked"_s},
        {u"hubspot:1"_s, u"refresh token is invalid, expired or revoked"_s},
        {u"ebay:1-1"_s, u"Auth token is hard expired"_s},
        {u"ebay:4"_s, u"the provided authorization refresh token is invalid"_s},
        {u"shopify:1"_s, u"Invalid API key or access token"_s},
        {u"woocommerce:1-2"_s, u"woocommerce_rest_authentication_error"_s},
        {u"easypost:1"_s, u"APIKEY.INACTIVE"_s},
        {u"fedex:1"_s, u"The given client credentials were not valid"_s},
    };
    return words;
}

struct Kind
{
    const char *name;
    Change change; //!< none for a cut
    const char *lines;
};

const QList<Kind> &kinds()
{
    static const QList<Kind> all {
        {"curly", curly,
         "XRM-01-3 SGE-02-1 woocommerce:1-2 shopify:2 hubspot:1 square:1 zoho_books:1 "
         "easypost:1"},
        {"curly_closing", curlyClosing, "XRM-36-1 xero:3 xero:1 freeagent:1 stripe:1 mailchimp:1"},
        {"single", [](QString t) { return t.replace(u'"', u'\''); },
         "XRM-01-3 SGE-02-2 SGE-33-2 MIN-70-3 X-15-1 freeagent:1 zoho_books:2 square:6 "
         "google:1 bigcommerce:2 fedex:1 ebay:4"},
        {"escaped", escaped,
         "XRM-01-3 XRM-36-1 SGE-02-1 MIN-70-3 X-07-3 freshbooks:1 shopify:1 shopify:3 "
         "amazon_sp_api:3 hubspot:2 square:3 stripe:1 tiktok_shop:2 ebay:1-2"},
        {"braces_lost", [](QString t) { return t.remove(u'{').remove(u'}'); },
         "XRM-01-4 XRM-36-1 SGE-02-1 MIN-70-3 X-07-2 freshbooks:1 freeagent:1 ebay:4 "
         "amazon_sp_api:3 hubspot:1 shippo:1 woocommerce:1-3"},
        {"cut",
         {},
         "XRM-01-4 SGE-02-1 MIN-70-2 MIN-50 X-15-2 amazon_sp_api:3 google:1 hubspot:1 "
         "ebay:1-1 ebay:4 shopify:1 woocommerce:1-2 easypost:1 fedex:1"},
        {"upper", [](const QString &t) { return inAscii(t, u'a', u'z', -32); },
         "MIN-T1-1 MIN-T3-1 MIN-T5 MIN-70-1 SGE-22-1 SGE-22-2 XRM-01-3 AMK-06-1 AMG-30 "
         "exact_online:1 google:1 stripe:4"},
        {"lower", [](const QString &t) { return inAscii(t, u'A', u'Z', 32); },
         "MIN-T2 MIN-T4-2 SGE-22-3 SGE-02-1 XRM-36-3 AMK-07-1 X-08-2 square:5 "
         "quickbooks_online:2 wave:1"},
        {"wrap", wrapped,
         "SGE-10 SGE-33-1 SGE-41-2 AMG-12 AMG-31 XRM-31 XRM-34 MIN-40-1 MIN-70-2 AMK-09-2 "
         "shopify:1 ebay:1-1 amazon_sp_api:3 stripe:3"},
        {"quoted",
         [](const QString &t) -> QString {
             return u"On 1 March 2026 at 09:15, Support wrote:\n"_s + eachLineAfter(t, u"> "_s);
         },
         "SGE-02-1 AMK-08-2 AMG-20 XRM-01-1 XRM-34 MIN-50 MIN-T2 X-15-3 X-06-1 xero:3 "
         "zoho_books:1 easypost:2"},
        {"log",
         [](const QString &t) {
             return eachLineAfter(t, u"2026-03-01T09:15:22.417Z ERROR [sync-worker-2] "_s);
         },
         "SGE-22-2 SGE-33-2 AMK-06-2 AMG-30 XRM-36-1 MIN-T3-1 MIN-70-3 X-07-3 "
         "exact_online:2 adobe_commerce:6 microsoft_business_central:1-1 ebay:3"},
        {"spelling", otherSpelling,
         "MIN-T1-1 MIN-T3-1 MIN-50 SGE-01-1 SGE-41-2 X-05-1 X-05-6 X-11 sage_accounting:3 "
         "AMG-02"},
        {"html", asHtml,
         "XRM-01-3 SGE-02-1 SGE-40-1 MIN-70-3 AMK-08-1 X-08-2 shopify:2 google:1 "
         "hubspot:2 square:6 ebay:1-2 mailchimp:2-2"},
        {"url", inAddress,
         "SGE-22-2 SGE-33-1 MIN-70-1 MIN-T3-2 XRM-36-1 adobe_commerce:2 ebay:5 google:1 "
         "quickbooks_online:2 amazon_sp_api:2"},
        {"trace_php", trace(phpTrace),
         "XRM-01-3 MIN-70-1 shopify:1 exact_online:1 adobe_commerce:1"},
        {"trace_java", trace(javaTrace),
         "SGE-33-1 X-08-2 amazon_sp_api:1 netsuite:1 adobe_commerce:6"},
        {"trace_dotnet", trace(dotnetTrace),
         "XRM-36-1 SGE-22-2 quickbooks_online:1 myob_business:1 "
         "microsoft_business_central:1-1"},
        {"trace_python", trace(pythonTrace), "X-07-2 freshbooks:1 ebay:4 google:1 easypost:1"},
        {"trace_node", trace(nodeTrace), "xero:5-1 X-15-1 square:2 hubspot:1 stripe:4"},
        {"trace_ruby", trace(rubyTrace), "MIN-T3-1 mailchimp:2-1 shopify:2 freeagent:1 stripe:3"},
        {"spaces", spacesDoubled, "MIN-T2 MIN-T3-1 SGE-22-1 AMK-09-1 exact_online:1 stripe:4"},
        {"nbsp", withoutBreaks, "MIN-T4-1 MIN-70-1 SGE-22-2 AMK-06-1 ebay:3 google:1"},
    };
    return all;
}

} // namespace

QList<Mutation> mutationsOf(const QMap<QString, QString> &texts)
{
    QList<Mutation> mutations;
    for (const Kind &kind : kinds()) {
        for (const QString &id : QString::fromLatin1(kind.lines).split(u' ')) {
            const QString text = texts.value(id);
            const QString words = cutAfter().value(id);
            mutations += {u"M%1"_s.arg(mutations.size() + 1, 3, 10, QLatin1Char('0')),
                          QLatin1StringView(kind.name), id,
                          kind.change ? kind.change(text)
                                      : text.left(text.indexOf(words) + words.size())};
        }
    }
    return mutations;
}

} // namespace relink::test
