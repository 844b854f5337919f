// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/errorforms.h"

#include <QUrl>

namespace relink::test {

using namespace Qt::StringLiterals;

namespace {

QString json(const ToldFailure &failure)
{
    return u"{\"error\":\"%1\",\"error_description\":\"%2\"}"_s.arg(failure.code, failure.words);
}

QString escaped(QString text)
{
    return text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
}

QString curly(QString text)
{
    bool opens = true;
    for (QChar &c : text) {
        if (c != u'"')
            continue;
        c = opens ? QChar(0x201c) : QChar(0x201d);
        opens = !opens;
    }
    return text;
}

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, " ")).replace(u' ', u'+');
}

QString quotedMail(const QString &text)
{
    QString quoted = u"Hi,\nour shop shows this since this morning:\n"_s;
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines)
        quoted += u"> > "_s + line + u'\n';
    return quoted + u"\nCan you help?\nKind regards\nSam\n"_s;
}

QString mixedCase(QString text)
{
    for (qsizetype i = 0; i < text.size(); i += 2)
        text[i] = text.at(i).toUpper();
    return text;
}

QString reason(int status)
{
    return status == 401 ? u"Unauthorized"_s : status == 403 ? u"Forbidden"_s : u"Bad Request"_s;
}

QList<ErrorForm> stackTraces(const ToldFailure &failure)
{
    const QString message = failure.code + u": "_s + failure.words;
    return {
        {u"PHP stack trace"_s,
         u"PHP Fatal error:  Uncaught League\\OAuth2\\Client\\Exception: %1 in "
         "/var/www/vendor/league/src/Provider.php:123\nStack trace:\n#0 "
         "/var/www/app/Sync.php(45): League\\Provider->getResource()\n#1 {main}\n  thrown in "
         "/var/www/vendor/league/src/Provider.php on line 123"_s.arg(message)},
        {u"Java stack trace"_s,
         u"java.lang.RuntimeException: sync failed\n\tat com.example.Sync.run(Sync.java:42)\n"
         "Caused by: com.example.http.ApiException: %1\n\tat "
         "com.example.http.Client.send(Client.java:118)\n\t... 12 more"_s.arg(message)},
        {u".NET stack trace"_s,
         u"System.AggregateException: One or more errors occurred. ---> "
         "Example.Http.ApiException: %1\r\n   at Example.Http.Client.Send() in "
         "C:\\src\\Client.cs:line 88\r\n   --- End of inner exception stack trace ---"_s.arg(
             message)},
        {u"Python traceback"_s,
         u"Traceback (most recent call last):\n  File \"sync.py\", line 12, in <module>\n    "
         "client.orders()\n  File \"/usr/lib/python3/client.py\", line 88, in orders\n    raise "
         "ApiError(body)\nclient.ApiError: %1"_s.arg(message)},
        {u"Node stack trace"_s,
         u"Error: %1\n    at Client.request (/srv/app/node_modules/client/index.js:44:11)\n    at "
         "processTicksAndRejections (node:internal/process/task_queues:95:5)"_s.arg(message)},
        {u"Ruby backtrace"_s,
         u"/usr/lib/ruby/gems/client.rb:52:in `request': %1 (Client::Error)\n\tfrom "
         "/srv/sync.rb:10:in `<main>'"_s.arg(message)},
    };
}

} // namespace

QList<ErrorForm> formsOf(const ToldFailure &failure)
{
    const QString whole = json(failure);
    const QString head = u"HTTP/1.1 %1 %2"_s.arg(failure.status).arg(reason(failure.status));
    const QString parameters
        = u"error=%1&error_description=%2"_s.arg(failure.code, encoded(failure.words));
    QList<ErrorForm> forms {
        {u"JSON"_s, whole},
        {u"JSON over lines"_s,
         u"{\n  \"error\": \"%1\",\n  \"error_description\": \"%2\"\n}"_s.arg(failure.code,
                                                                              failure.words)},
        {u"JSON cut at its end"_s, whole.chopped(2)},
        {u"JSON cut at both ends"_s, whole.sliced(3).chopped(2)},
        {u"JSON escaped in a string"_s, u"{\"status\":500,\"body\":\"%1\"}"_s.arg(escaped(whole))},
        {u"JSON escaped twice"_s, u"\"%1\""_s.arg(escaped(u"\"%1\""_s.arg(escaped(whole))))},
        {u"curly quotes"_s, curly(whole)},
        {u"without braces"_s,
         u"error: %1\nerror_description: %2"_s.arg(failure.code, failure.words)},
        {u"Python dictionary"_s,
         u"{'error': '%1', 'error_description': '%2'}"_s.arg(failure.code, failure.words)},
        {u"Ruby hash"_s,
         u"{\"error\"=>\"%1\", \"error_description\"=>\"%2\"}"_s.arg(failure.code, failure.words)},
        {u"PHP array"_s,
         u"Array\n(\n    [error] => %1\n    [error_description] => %2\n)"_s.arg(failure.code,
                                                                                failure.words)},
        {u"XML"_s,
         u"<?xml version=\"1.0\"?><Error><Code>%1</Code><Message>%2</Message></Error>"_s.arg(
             failure.code, failure.words)},
        {u"XML escaped"_s,
         u"<soap:Fault><detail>&lt;Code&gt;%1&lt;/Code&gt;&lt;Message&gt;%2&lt;/Message&gt;"
         "</detail></soap:Fault>"_s.arg(failure.code, failure.words)},
        {u"HTML page"_s,
         u"<!DOCTYPE html><html><head><title>Error</title><style>body{color:red}</style></head>"
         "<body><h1>%1</h1><p>%2</p></body></html>"_s.arg(failure.code, failure.words)},
        {u"HTTP head"_s,
         head
             + u"\r\nContent-Type: application/json\r\nDate: Sun, 01 Mar 2026 09:00:00 GMT"
               "\r\n\r\n"_s
             + whole},
        {u"HTTP/2 head"_s,
         u"HTTP/2 %1 \ncontent-type: application/json\n\n"_s.arg(failure.status) + whole},
        {u"curl -v"_s,
         u"* Host api.example.com:443 was resolved.\n* IPv4: 203.0.113.5\n*   Trying "
         "203.0.113.5:443...\n* Connected to api.example.com (203.0.113.5) port 443\n* ALPN: curl "
         "offers h2,http/1.1\n* TLSv1.3 (OUT), TLS handshake, Client hello (1):\n*  CAfile: "
         "/etc/ssl/certs/ca-certificates.crt\n* TLSv1.3 (IN), TLS handshake, Server hello (2):\n"
         "* SSL connection using TLSv1.3 / TLS_AES_256_GCM_SHA384\n* Server certificate:\n"
         "*  subject: CN=api.example.com\n*  expire date: Jun  1 00:00:00 2026 GMT\n"
         "*  subjectAltName: host \"api.example.com\" matched cert's \"api.example.com\"\n"
         "*  SSL certificate verify ok.\n> GET /v1/orders HTTP/1.1\n> Host: api.example.com\n"
         "> User-Agent: curl/7.88.1\n> Accept: */*\n>\n* TLSv1.3 (IN), TLS handshake, Newsession "
         "Ticket (4):\n< "_s
             + head
             + u"\n< Content-Type: application/json\n<\n* Connection #0 to host api.example.com "
               "left intact\n"_s
             + whole},
        {u"WWW-Authenticate"_s,
         head
             + u"\nWWW-Authenticate: Bearer realm=\"api\", error=\"%1\", error_description=\"%2\""_s
                   .arg(failure.code, failure.words)},
        {u"redirect"_s, u"https://shop.example/callback?%1&state=af0ifjsldkj"_s.arg(parameters)},
        {u"redirect, fragment"_s, u"https://shop.example/callback#"_s + parameters},
        {u"form body"_s, parameters},
        {u"log line"_s,
         u"[2026-03-01 09:15:22] production.ERROR: sync failed %1 {\"exception\":\"[object]\"}"_s
             .arg(whole)},
        {u"syslog line"_s,
         u"Mar  1 09:15:22 shop sync[4711]: E %1: %2"_s.arg(failure.code, failure.words)},
        {u"e-mail"_s, quotedMail(head + u'\n' + whole)},
        {u"shouted"_s, whole.toUpper()},
        {u"small"_s, whole.toLower()},
        {u"mixed case"_s, mixedCase(whole)},
        {u"words alone"_s, failure.words},
    };
    return forms + stackTraces(failure);
}

} // namespace relink::test
