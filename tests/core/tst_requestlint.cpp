// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/requestlint.h"

#include "support/diagnosecorpus.h"
#include "support/testmain.h"

#include <QElapsedTimer>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

QStringList flawsIn(const RequestLint &lint)
{
    QStringList ids;
    for (const RequestFinding &finding : lint.findings)
        ids += u"%1:%2"_s.arg(finding.line).arg(toString(finding.flaw));
    return ids;
}

} // namespace

//! Which requests are unsafe, and how they should be sent (MIN-70 to MIN-73).
class RequestLintTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatIsUnsafe_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("flaws");
        const auto row = [](const char *name, const char *text, const char *flaws) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(flaws);
        };
        row("address with a login",
            "https://api.mintsoft.co.uk/api/Auth?UserName=u&Password=s3cr3t",
            "1:credentials_in_query 1:get_authentication");
        row("key in the query", "https://api.shop.example/v1/orders?page=2&api_key=s3cr3t",
            "1:key_in_query");
        row("user in the address", "https://shop:s3cr3t@api.shop.example/v1/orders",
            "1:credentials_in_address");
        row("plain http", "http://api.shop.example/v1/orders", "1:no_tls");
        row("this computer", "http://127.0.0.1:8080/v1/orders", "");
        row("localhost", "http://localhost:8080/v1/orders", "");
        row("authorisation page",
            "https://login.shop.example/authorize?response_type=code&client_id=a&state=b&scope=c",
            "");
        row("page token", "https://api.shop.example/v1/orders?pageToken=abc&limit=50", "");

        row("curl",
            "curl -X POST https://api.shop.example/token --data @request.txt -H @headers.txt", "");
        row("curl with user", "curl -u shop:s3cr3t https://api.shop.example/orders",
            "1:secret_in_arguments");
        row("curl joined options", "curl -sSLushop:s3cr3t http://api.shop.example/orders",
            "1:no_tls 1:basic_without_tls 1:secret_in_arguments");
        row("curl without scheme", "curl api.shop.example/orders", "1:no_tls");
        row("curl data", "curl https://api.shop.example/token -d 'client_secret=s3cr3t&a=b'",
            "1:secret_in_arguments");
        row("curl json",
            "curl --json '{\"password\":\"s3cr3t\"}' https://api.shop.example/api/thing",
            "1:secret_in_arguments");
        row("curl header", "curl https://api.shop.example/orders -H 'Authorization: Bearer s3cr3t'",
            "1:secret_in_arguments");
        row("curl get with data", "curl -G https://api.shop.example/auth -d password=s3cr3t",
            "1:credentials_in_query 1:get_authentication 1:secret_in_arguments");
        row("curl over lines",
            "#!/bin/sh\ncurl 'https://api.shop.example/login?user=u&pass=s3cr3t' \\\n  -H 'Accept: "
            "*/*'\n",
            "2:credentials_in_query 2:get_authentication");
        row("curl from a file", "curl --config request.conf https://api.shop.example/token", "");
        row("curl in a string",
            "os.system(\"curl -u shop:s3cr3t https://api.shop.example/orders\")",
            "1:secret_in_arguments");
        row("curl in prose", "Please use curl to send it.", "");

        row("curl get, encoded",
            "curl --get --data-urlencode \"pw=s3cr3t\" https://api.shop.example/orders",
            "1:credentials_in_query 1:get_authentication 1:secret_in_arguments");
        row("curl GET with a body",
            "curl -X GET -d \"password=s3cr3t\" https://api.shop.example/login",
            "1:get_authentication 1:secret_in_arguments");
        row("wget", "wget --user=bob --password=s3cr3t https://api.shop.example/orders",
            "1:secret_in_arguments");
        row("wget, apart",
            "wget -q -O - --http-user bob --http-password s3cr3t http://api.shop.example/orders",
            "1:no_tls 1:basic_without_tls 1:secret_in_arguments");
        row("wget body", "wget --post-data='password=s3cr3t' https://api.shop.example/login",
            "1:secret_in_arguments");
        row("wget query", "$ wget 'https://api.shop.example/orders?api_key=s3cr3t' -O orders.json",
            "1:key_in_query");
        row("wget asks", "wget --user=bob --ask-password https://api.shop.example/orders", "");
        row("wget in prose", "wget ended with error 4\nwget: unable to resolve host", "");
        row("HTTPie query", "http GET https://api.shop.example/orders apikey==s3cr3t page==2",
            "1:key_in_query");
        row("HTTPie without method", "$ https api.shop.example/orders 'apikey==s3cr3t'",
            "1:key_in_query");
        row("HTTPie plain", "http api.shop.example/orders apikey==s3cr3t",
            "1:key_in_query 1:no_tls");
        row("HTTPie body", "http POST https://api.shop.example/login password=s3cr3t",
            "1:secret_in_arguments");
        row("HTTPie header", "http https://api.shop.example/orders X-API-Key:s3cr3t",
            "1:secret_in_arguments");
        row("HTTPie user", "http -a bob:s3cr3t https://api.shop.example/orders",
            "1:secret_in_arguments");
        row("http in prose", "http 401 from api.shop.example\nhttp error at api.shop.example: no",
            "");

        row("curl without address", "curl --get --data-urlencode \"pw=s3cr3t\"",
            "1:credentials_in_query 1:get_authentication 1:secret_in_arguments");
        row("wget without address", "wget --user=bob --password=s3cr3t", "1:secret_in_arguments");
        row("host alone", "api.shop.example?api_key=s3cr3t", "1:key_in_query");
        row("page alone", "login.php?user=u&password=s3cr3t",
            "1:credentials_in_query 1:get_authentication");
        row("name encoded", "https://api.shop.example/a?api%5Fkey=s3cr3t", "1:key_in_query");
        row("path parameter", "https://api.shop.example/a;api_key=s3cr3t", "1:key_in_query");
        row("harmless path parameter", "https://api.shop.example/a;v=2/orders", "");
        row("fragment", "https://api.shop.example/a#access_token=s3cr3t&state=1",
            "1:credentials_in_query");
        row("harmless fragment", "https://api.shop.example/help#token=", "");
        row("without scheme", "api.shop.example/a?api_key=s3cr3t", "1:key_in_query");
        row("path alone", "/api/orders?api_key=s3cr3t", "1:key_in_query");
        row("server log",
            "10.0.0.7 - - [11/Mar/2026] \"GET /api/Auth?UserName=u&Password=s3cr3t HTTP/1.1\" "
            "200\n10.0.0.7 - - [11/Mar/2026] \"GET /api/orders?page=2 HTTP/1.1\" 200",
            "1:credentials_in_query 1:get_authentication");
        row("application log", "09:10 INFO calling api.shop.example/v1/orders?api_key=s3cr3t (2 s)",
            "1:key_in_query");

        row("raw GET",
            "GET /api/Auth?UserName=u&Password=s3cr3t HTTP/1.1\nHost: api.shop.example\n",
            "1:credentials_in_query 1:get_authentication");
        row("raw GET at the sign-in", "GET /api/login HTTP/1.1\nHost: api.shop.example\n",
            "1:get_authentication");
        row("raw POST",
            "POST /token HTTP/1.1\nHost: api.shop.example\n\ngrant_type=password&password=s3cr3t",
            "");
        row("curl -v", "> GET /orders?apikey=s3cr3t HTTP/1.1\n> Host: api.shop.example\n>\n",
            "1:key_in_query");
        row("Basic over http",
            "GET http://api.shop.example/orders HTTP/1.1\nAuthorization: Basic s3cr3t\n",
            "1:no_tls 1:basic_without_tls");

        row("Python",
            "import requests\nurl = 'https://api.shop.example/Auth?UserName=' + user + "
            "'&Password=' + pw\nprint(requests.get(url).text)",
            "2:credentials_in_query 2:get_authentication");
        row("Python table",
            "requests.get('https://api.shop.example/orders', params={'apiKey': key, 'page': 2})",
            "1:key_in_query");
        row("Python body",
            "requests.post('https://api.shop.example/token',\n  data={'client_secret': secret})",
            "");
        row("Python f-string",
            "r = requests.get(f\"https://api.shop.example/orders?api_key={settings['key']}\")",
            "1:key_in_query");
        row("PHP",
            "<?php\n$url = \"https://api.shop.example/Auth?UserName=\" . $user .\n  \"&Password=\" "
            ". "
            "$pw;\necho file_get_contents($url);",
            "2:credentials_in_query 2:get_authentication");
        row("C#",
            "var r = await client.GetAsync($\"https://api.shop.example/orders?APIKey={key}\");",
            "1:key_in_query");
        row("JavaScript",
            "const r = await fetch(`https://api.shop.example/orders?access_token=${token}`);",
            "1:credentials_in_query");
        row("JavaScript POST",
            "await fetch('https://api.shop.example/login', { method: 'POST', body: form });", "");
        row("Java",
            "UriComponentsBuilder.fromHttpUrl(\"https://api.shop.example/orders\")\n"
            "    .queryParam(\"apiKey\", key);",
            "1:key_in_query");
        row("PowerShell",
            "Invoke-RestMethod -Uri \"https://api.shop.example/auth?username=u&password=$pw\"",
            "1:credentials_in_query 1:get_authentication");
        row("Python, encoded",
            "q = urllib.parse.urlencode({'username': u, 'password': p})\n"
            "urlopen('https://api.shop.example/auth?' + q)",
            "2:credentials_in_query 2:get_authentication");
        row("Python, encoded body",
            "q = urllib.parse.urlencode({'username': u, 'password': p}).encode()\n"
            "urlopen('https://api.shop.example/login', data=q)",
            "");
        row("PHP, a body",
            "$context = stream_context_create(['http' => ['method' => 'POST']]);\n"
            "file_get_contents('https://api.shop.example/login', false, $context);",
            "");
        row("Ruby",
            "url = URI('https://api.shop.example/orders')\n"
            "url.query = URI.encode_www_form({ api_key: key })\nNet::HTTP.get(url)",
            "1:key_in_query");
        row("Visual Basic",
            "url = \"https://api.shop.example/auth?UserName=\" & user & \"&Password=\" & pw\n"
            "http.Open \"GET\", url, False",
            "1:credentials_in_query 1:get_authentication");
        row("jQuery",
            "$.ajax({url: \"https://api.shop.example/a\", data: {apikey: \"s3cr3t\"}, type: "
            "\"GET\"})",
            "1:key_in_query");
        row("jQuery, usual method",
            "jQuery.ajax({\n  data: {apikey: key},\n  url: 'https://api.shop.example/a'\n});",
            "3:key_in_query");
        row("jQuery body",
            "$.ajax({url: \"https://api.shop.example/a\", data: {apikey: \"s3cr3t\"}, type: "
            "\"POST\"})",
            "");
        row("jQuery get", "$.getJSON('https://api.shop.example/a', {apikey: 's3cr3t'}, show);",
            "1:key_in_query");
        row("jQuery, address of the same shop", "$.get('/api/orders', {api_key: 's3cr3t'})",
            "1:key_in_query");
        row("Laravel", "Http::get(\"https://api.shop.example/a\", [\"api_key\" => \"s3cr3t\"])",
            "1:key_in_query");
        row("Laravel, chained",
            "Http::timeout(3)->get('https://api.shop.example/a', ['api_key' => $key]);",
            "1:key_in_query");
        row("Laravel body",
            "Http::post(\"https://api.shop.example/a\", [\"api_key\" => \"s3cr3t\"])", "");
        row("axios headers",
            "axios.get('https://api.shop.example/a', {headers: {'X-Api-Key': key}})", "");
        row("added later", "url = \"https://api.shop.example/a\"\nurl += \"?api_key=s3cr3t\"",
            "1:key_in_query");
        row("added to what stands elsewhere", "url += \"?api_key=s3cr3t\"", "1:key_in_query");
        row("socket", "ws://api.shop.example/feed?token=s3cr3t", "1:credentials_in_query 1:no_tls");
        row("PHP dump of a POST",
            "array(2) { [\"url\"]=> string(30) \"https://api.shop.example/token\" [\"data\"]=> "
            "string(26) \"grant=a&client_secret=s3cr3t\" }",
            "");
        row("namespace", "<a xmlns=\"http://www.w3.org/1999/xhtml\">", "");
        row("namespace, escaped", "&lt;Answer xmlns=&quot;http://schema.shop.example/v3&quot;&gt;",
            "");
        row("namespace in a string", "\"<a xmlns=\\\"http://schema.shop.example/v3\\\">\"", "");
        row("redirect address", "redirect_uri=\"http://shop.example/callback\"", "");

        row("printed sample",
            "url = 'https://api.intacct.con/identity/v2/oautha/token'\n'refresh_token': "
            "'your_refresh_token here'\nresponse = requests.post(url)",
            "1:misprint 2:misprint");
    }
    void findsWhatIsUnsafe()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, flaws);
        const RequestLint lint = lintRequest(text, allPacks());
        QCOMPARE(flawsIn(lint).join(u' '), flaws);
        QVERIFY(lint.suggested.isEmpty() == flaws.isEmpty());
        QVERIFY2(!lint.suggested.contains(u"s3cr3t"_s), qPrintable(lint.suggested));
        QVERIFY2(!lint.suggested.contains(u"http://"_s), qPrintable(lint.suggested));
        if (flaws.contains("get_authentication"_L1))
            QVERIFY2(lint.suggested.contains(u"POST"_s), qPrintable(lint.suggested));
        for (const RequestFinding &finding : lint.findings)
            QVERIFY2(!finding.what.contains(u"s3cr3t"_s), qPrintable(finding.what));
    }

    void theProvidersOwnFormIsShown()
    {
        const RequestLint login = lintRequest(
            u"https://api.mintsoft.co.uk/api/Auth?UserName=shop&Password=s3cr3t"_s, allPacks());
        QVERIFY2(login.suggested.startsWith("POST /api/Auth HTTP/1.1\nHost: api.mintsoft.co.uk"_L1),
                 qPrintable(login.suggested));
        QVERIFY(login.suggested.contains(u"<Password>"_s));

        const RequestLint key = lintRequest(
            u"GET /api/Order/List?APIKey=s3cr3t&PageNo=2 HTTP/1.1\nHost: api.mintsoft.co.uk"_s,
            allPacks());
        QVERIFY(key.suggested.contains(u"GET /api/Order/List?PageNo=2 HTTP/1.1"_s));
        QVERIFY(key.suggested.contains(u"\nms-apikey: <APIKey>"_s));
        QVERIFY(key.suggested.contains(u"POST /api/Auth"_s));
    }

    void anUnknownHostGetsTheUsualForm()
    {
        const RequestLint lint
            = lintRequest(u"https://api.shop.example/orders?since=2026-03-01&api_key=s3cr3t"_s, {});
        QCOMPARE(lint.suggested,
                 u"GET /orders?since=2026-03-01 HTTP/1.1\nHost: api.shop.example\nX-API-Key: "
                 "<api_key>"_s);
    }

    //! Of a curl command: what --config reads, so that nothing stands on the command line.
    void curlGetsAFile()
    {
        const RequestLint lint
            = lintRequest(u"curl -u shop:s3cr3t -d 'client_secret=s3cr3t&grant_type=password' "
                          "http://api.shop.example/token"_s,
                          {});
        QCOMPARE(lint.suggested,
                 u"url = \"https://api.shop.example/token\"\nrequest = \"POST\"\n"
                 "header = \"Authorization: Basic <user:password in Base64>\"\n"
                 "header = \"Content-Type: application/x-www-form-urlencoded\"\n"
                 "data = \"client_secret=<client_secret>&grant_type=password\""_s);
    }

    //! What was sent with a request goes with its safe form too.
    void theSafeFormKeepsTheCredential_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("suggested");
        const auto row = [](const char *text, const char *suggested) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(suggested);
        };
        row("curl -X GET -d 'password=s3cr3t' https://a.example/login",
            "url = \"https://a.example/login\"\nrequest = \"POST\"\n"
            "header = \"Content-Type: application/x-www-form-urlencoded\"\n"
            "data = \"password=<password>\"");
        row("curl --oauth2-bearer s3cr3t https://a.example/orders",
            "url = \"https://a.example/orders\"\nrequest = \"GET\"\n"
            "header = \"Authorization: Bearer <access_token>\"");
        row("curl -b 'session=s3cr3t; theme=dark' https://a.example/orders",
            "url = \"https://a.example/orders\"\nrequest = \"GET\"\n"
            "header = \"Cookie: session=<session>; theme=<theme>\"");
        row("curl -H 'Authorization: Bearer s3cr3t' https://a.example/orders",
            "url = \"https://a.example/orders\"\nrequest = \"GET\"\n"
            "header = \"Authorization: Bearer <access_token>\"");
        row("curl -H 'Authorization: Klaviyo-API-Key s3cr3t' https://a.example/orders",
            "url = \"https://a.example/orders\"\nrequest = \"GET\"\n"
            "header = \"Authorization: <credentials>\"");
        row("curl -H 'X-Api-Key: s3cr3t' https://a.example/orders",
            "url = \"https://a.example/orders\"\nrequest = \"GET\"\n"
            "header = \"X-Api-Key: <X-Api-Key>\"");
        row("wget --user=bob --password=s3cr3t https://a.example/orders",
            "url = \"https://a.example/orders\"\nrequest = \"GET\"\n"
            "header = \"Authorization: Basic <user:password in Base64>\"");
        row("http POST https://a.example/login name=bob password=s3cr3t",
            "url = \"https://a.example/login\"\nrequest = \"POST\"\n"
            "header = \"Content-Type: application/json\"\n"
            "data = \"{\\\"name\\\": \\\"bob\\\", \\\"password\\\": \\\"<password>\\\"}\"");
        row("/api/orders?api_key=s3cr3t&page=2",
            "GET /api/orders?page=2 HTTP/1.1\nHost: <host>\nX-API-Key: <api_key>");
        row("login.php?password=s3cr3t",
            "POST /login.php HTTP/1.1\nHost: <host>\n"
            "Content-Type: application/x-www-form-urlencoded\n\npassword=<password>");
        row("curl to -u me:s3cr3t",
            "url = \"https://<host>/\"\nrequest = \"GET\"\n"
            "header = \"Authorization: Basic <user:password in Base64>\"");
        row("https://a.example/orders;api_key=s3cr3t#token=s3cr3t",
            "GET /orders HTTP/1.1\nHost: a.example\nX-API-Key: <api_key>\n"
            "Authorization: Bearer <token>");
    }
    void theSafeFormKeepsTheCredential()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, suggested);
        QCOMPARE(lintRequest(text, {}).suggested, suggested);
    }

    //! SGE-13 to SGE-15: the printed sample as it was meant.
    void theMisprintedSampleIsRepaired()
    {
        const RequestLint lint
            = lintRequest(u"url = 'https://api.intacct.con/identity/v2/oautha/token'\nresponse - "
                          "requests.post(url, data=auth_params)"_s,
                          allPacks());
        QVERIFY(lint.suggested.contains(u"Host: api.intacct.com"_s));
        QVERIFY(lint.suggested.contains(u"grant_type=refresh_token"_s));
        QVERIFY(!lint.suggested.contains(u".con\n"_s));
        QVERIFY(!lint.suggested.contains(u"oautha"_s));
    }

    //! Wherever a secret stands, also where none belongs.
    void noSecretIsRepeated_data()
    {
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *text) {
            QTest::newRow(name) << QString::fromUtf8(text);
        };
        row("path", "GET /hooks/s3cr3t0s3cr3t0s3cr3t/login?key=a HTTP/1.1\nHost: a.example\n");
        row("host header",
            "GET /login?password=a HTTP/1.1\nHost: a.example Authorization: Bearer s3cr3t\n");
        row("query without a name", "https://a.example/login?s3cr3t0s3cr3t0s3cr3t&key=a");
        row("a value called otherwise", "https://a.example/login?q=s3cr3t0s3cr3t0s3cr3t&key=a");
        row("curl with a quote left open", "curl \"https://a.example/ -u me:s3cr3t\n?key=s3cr3t");
        row("body that is no form", "curl http://a.example/x -d '<p>s3cr3t</p>'");
    }
    void noSecretIsRepeated()
    {
        QFETCH(const QString, text);
        const RequestLint lint = lintRequest(text, allPacks());
        QVERIFY2(!lint.suggested.contains(u"s3cr3t"_s), qPrintable(lint.suggested));
        for (const RequestFinding &finding : lint.findings)
            QVERIFY2(!finding.what.contains(u"s3cr3t"_s), qPrintable(finding.what));
    }

    void aTextWithoutRequestSaysSo()
    {
        const RequestLint lint = lintRequest(u"Orders stopped coming in last night."_s, {});
        QVERIFY(!lint.hasRequest);
        QVERIFY(lint.findings.isEmpty() && lint.suggested.isEmpty());
    }

    void aLogThatOftenSaysCurlHidesNoCommand()
    {
        const QString said = u"worker 7: curl ended with error 28\n"_s.repeated(2000);
        const RequestLint lint
            = lintRequest(said % u"curl -u shop:s3cr3t https://api.shop.example/\n"_s, {});
        QVERIFY(!lint.findings.isEmpty());
        QVERIFY(lint.findings.first().flaw == RequestFlaw::SecretInArguments);
        QCOMPARE(lint.findings.first().line, 2001);
    }

    //! No text takes longer than its length: neither long lines nor quotes that are never closed.
    void fourMegabytesAreRead_data()
    {
        QTest::addColumn<QString>("part");
        for (const char *part :
             {"x = call('https://api.shop.example/orders?page=2', {\"a\": [1, 2]})\n",
              "https://a.example/?x=1 ", "\"/a?b=c", "curl \"", "curl x ", "params = {\n",
              "GET /a?b=c\n", "urlencode({\"a\":1})\nhttp://a.example/?",
              "\"https://a.example/?a=\" + \n", "wget ", "http a.example a==", "=/", "/a.a?",
              "/a?token=b ", "a.example/;", "Http::get(\"", "$.ajax({data: {",
              "\"?token=", "https://a.example/;a;#"})
            QTest::newRow(part) << QString::fromUtf8(part);
    }
    void fourMegabytesAreRead()
    {
        QFETCH(const QString, part);
        const QString text = part.repeated(4 * 1024 * 1024 / part.size());
        QElapsedTimer timer;
        timer.start();
        lintRequest(text, allPacks());
        QVERIFY2(timer.elapsed() < 20000, QByteArray::number(timer.elapsed()));
    }
};

RELINK_TEST(RequestLintTest)
#include "tst_requestlint.moc"
