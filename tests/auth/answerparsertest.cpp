// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/answerparser.h"
#include "support/testmain.h"

using namespace relink;

using State = AnswerParser::State;
Q_DECLARE_METATYPE(AnswerParser::State)

class AnswerParserTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answers_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<State>("state"); // after the peer closed
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const char *bytes, State state, int status = 0,
                            const char *body = "") {
            QTest::newRow(name) << QByteArray(bytes) << state << status << QByteArray(body);
        };
        row("length", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc", State::Whole, 200, "abc");
        row("no reason", "HTTP/1.1 200 \r\nContent-Length: 0\r\n\r\n", State::Whole, 200);
        row("no space", "HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n", State::Whole, 200);
        row("more than announced", "HTTP/1.1 400 Bad\r\ncontent-length:2\r\n\r\nabc", State::Whole,
            400, "ab");
        row("until the end", "HTTP/1.0 200 OK\r\n\r\nabc", State::Whole, 200, "abc");
        row("bare line feeds", "HTTP/1.1 200 OK\nContent-Length: 1\n\na", State::Whole, 200, "a");
        row("interim answers",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nLink: x\r\n\r\n"
            "HTTP/1.1 201 Made\r\nContent-Length: 1\r\n\r\na",
            State::Whole, 201, "a");
        row("chunks",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n"
            "3\r\nabc\r\nA;x=\"y\"\r\n0123456789\r\n0\r\nX-Trailer: 1\r\n\r\n",
            State::Whole, 200, "abc0123456789");
        row("chunks win over a length",
            "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n"
            "2\r\nab\r\n0\r\n\r\n",
            State::Whole, 200, "ab");
        row("same length twice",
            "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\na", State::Whole, 200,
            "a");
        row("204", "HTTP/1.1 204 None\r\nContent-Length: 5\r\n\r\n", State::Whole, 204);

        row("nothing", "", State::Reading);
        row("half a status line", "HTTP/1.1 20", State::Reading);
        row("no end of the head", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n", State::Reading);
        row("short body", "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nabc", State::Reading, 200,
            "abc");
        row("short chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc",
            State::Reading, 200, "abc");
        row("no last chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
            State::Reading, 200, "abc");
        row("no end of the trailer",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n",
            State::Reading, 200, "abc");

        row("not HTTP", "SSH-2.0-OpenSSH\r\n", State::Malformed);
        row("HTTP/2 preface", "HTTP/2 200\r\n\r\n", State::Malformed);
        row("no status", "HTTP/1.1 OK\r\n\r\n", State::Malformed);
        row("status of letters", "HTTP/1.1 2x0 OK\r\n\r\n", State::Malformed);
        row("switching protocols", "HTTP/1.1 101 Up\r\n\r\n", State::Malformed, 101);
        row("header without a colon", "HTTP/1.1 200 OK\r\nnonsense\r\n\r\n", State::Malformed, 200);
        row("negative length", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", State::Malformed,
            200);
        row("signed length", "HTTP/1.1 200 OK\r\nContent-Length: +1\r\n\r\na", State::Malformed,
            200);
        row("two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
            State::Malformed, 200);
        row("other transfer coding", "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
            State::Malformed, 200);
        row("chunk size of letters", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
            State::Malformed, 200);
        row("negative chunk size", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n",
            State::Malformed, 200);
        row("data behind a chunk",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n", State::Malformed,
            200);

        row("length over the limit", "HTTP/1.1 200 OK\r\nContent-Length: 65\r\n\r\n",
            State::BodyTooLarge, 200);
        row("length beyond numbers",
            "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999999\r\n\r\n",
            State::BodyTooLarge, 200);
        row("chunk beyond numbers",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n",
            State::BodyTooLarge, 200);
        QTest::newRow("body over the limit")
            << QByteArray("HTTP/1.0 200 OK\r\n\r\n" + QByteArray(65, 'x')) << State::BodyTooLarge
            << 200 << QByteArray();
        QTest::newRow("body at the limit")
            << QByteArray("HTTP/1.0 200 OK\r\n\r\n" + QByteArray(64, 'x')) << State::Whole << 200
            << QByteArray(64, 'x');
        QTest::newRow("chunks over the limit")
            << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                          + QByteArray("1\r\nx\r\n").repeated(65))
            << State::BodyTooLarge << 200 << QByteArray();
        QTest::newRow("head over the limit")
            << QByteArray("HTTP/1.1 200 OK\r\nX: " + QByteArray(300, 'x')) << State::HeadTooLarge
            << 0 << QByteArray();
        QTest::newRow("interim answers without end")
            << QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(20) << State::HeadTooLarge << 0
            << QByteArray();
        QTest::newRow("trailer over the limit")
            << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n"
                          + QByteArray("X: 1234567890\r\n").repeated(30))
            << State::HeadTooLarge << 200 << QByteArray();
        QTest::newRow("chunk line without end") << QByteArray(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;" + QByteArray(5000, 'x'))
                                                << State::HeadTooLarge << 200 << QByteArray();
    }
    void answers()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const State, state);
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        // However the bytes are cut into segments, the verdict is the same.
        for (const qsizetype step : {qsizetype(100000), qsizetype(1), qsizetype(7)}) {
            AnswerParser parser(256, 64, false);
            for (qsizetype at = 0; at < bytes.size(); at += step)
                parser.feed(bytes.mid(at, step));
            QVERIFY(parser.close() == state);
            QCOMPARE(parser.answer().status, status);
            QCOMPARE(parser.answer().body, body);
        }
    }

    void headHasNoBody()
    {
        AnswerParser parser(256, 64, true);
        QVERIFY(parser.feed("HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n") == State::Whole);
    }

    void headersAreKeptAsTheyCame()
    {
        AnswerParser parser(1000, 64, false);
        parser.feed("HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"a:b\"\r\n"
                    "WWW-Authenticate:  Bearer error=\"invalid_token\",\r\n  scope=\"x\" \r\n"
                    "Empty:\r\nContent-Length: 0\r\n\r\n");
        QVERIFY(parser.state() == State::Whole);
        QCOMPARE(parser.answer().headerLines("www-authenticate"),
                 QList<QByteArray>(
                     {"Basic realm=\"a:b\"", "Bearer error=\"invalid_token\", scope=\"x\""}));
        QCOMPARE(parser.answer().header("Empty"), QByteArray(""));
        QVERIFY(parser.answer().header("Missing").isNull());
    }
};

RELINK_TEST(AnswerParserTest)
#include "answerparsertest.moc"
