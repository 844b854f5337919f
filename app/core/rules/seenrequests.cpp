// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/seenrequests.h"

#include "core/rules/curlcommand.h"
#include "core/rules/fetchcommand.h"
#include "core/rules/scriptrequests.h"
#include "core/rules/writtenaddress.h"

#include <QRegularExpression>

#include <algorithm>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype mostRequests = 200;
constexpr qsizetype mostProse = 128 * 1024; //!< read for commands where their name is a mere word
constexpr qsizetype longestQuoted = 16 * 1024;

//! Reads what has a form of its own first; what is left over is looked at as a script.
class Reader
{
public:
    explicit Reader(const QString &text)
        : m_text(text)
    {}

    QList<SeenRequest> run()
    {
        readCommands();
        readHttp();
        m_requests += scriptRequests(m_text);
        std::stable_sort(
            m_requests.begin(), m_requests.end(),
            [](const SeenRequest &a, const SeenRequest &b) { return a.line < b.line; });
        return m_requests.first(std::min(m_requests.size(), mostRequests));
    }

private:
    int lineAt(qsizetype position) const
    {
        return 1 + int(QStringView(m_text).first(position).count(u'\n'));
    }

    //! Taken out, line breaks kept, so that positions and lines stay as they are.
    void blank(qsizetype start, qsizetype end)
    {
        for (qsizetype i = start; i < std::min(end, m_text.size()); ++i) {
            if (m_text.at(i) != u'\n')
                m_text[i] = u' ';
        }
    }

    void readCommands()
    {
        static const QRegularExpression program(
            uR"(\b(curl|wget)(?:\.exe)?[ \t]+(?=\S))"
            uR"(|(?:^[ \t]*(?:[$%#>] ?)?|[;&|(] ?|["'`])(https?|xhs?)[ \t]+(?=\S))"_s,
            QRegularExpression::MultilineOption);
        qsizetype from = 0;
        qsizetype prose = 0;
        // One search: each anew would look through the whole text for half characters.
        auto found = program.globalMatch(m_text);
        while (prose < mostProse && m_requests.size() < mostRequests && found.hasNext()) {
            const QRegularExpressionMatch match = found.next();
            const int group = match.hasCaptured(1) ? 1 : 2;
            const qsizetype start = match.capturedStart(group);
            if (start < from)
                continue;
            const QChar before = start > 0 ? m_text.at(start - 1) : QChar();
            qsizetype end = 0;
            QStringList words;
            if (before == u'"' || before == u'\'' || before == u'`') {
                // A command that a script holds in a string.
                const QStringView rest
                    = QStringView(m_text).mid(match.capturedEnd()).left(longestQuoted);
                const qsizetype close = rest.indexOf(before);
                const QString command = rest.left(close < 0 ? rest.size() : close).toString();
                words = commandWords(command, 0, &end);
                end += match.capturedEnd();
            } else {
                words = commandWords(m_text, match.capturedEnd(), &end);
            }
            SeenRequest request = readWords(match.captured(group), words);
            if (!looksLikeHost(request)) {
                if (request.visible.isEmpty()) {
                    prose += end - start;
                    continue;
                }
                // The address was left out; what it shows is bad enough.
                request.host.clear();
                request.scheme.clear();
                request.path.clear();
            }
            request.line = lineAt(start);
            m_requests += request;
            blank(start, end);
            from = end;
        }
    }

    static SeenRequest readWords(const QString &name, const QStringList &words)
    {
        if (name == "curl"_L1)
            return readCurl(words);
        if (name == "wget"_L1)
            return readWget(words);
        return readHttpie(words, name.endsWith(u's') ? u"https"_s : u"http"_s);
    }

    //! Prose may say "use curl to …".
    static bool looksLikeHost(const SeenRequest &request)
    {
        return request.host.contains(u'.') || request.host.startsWith("localhost"_L1)
            || request.host.contains(u'$') || request.host.contains(u'{');
    }

    void readHttp()
    {
        static const QRegularExpression requestLine(
            uR"(^[ \t]*(?:> ?)?(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[ \t]+((?:https?://|/)\S*)(?:[ \t]+HTTP/[0-9.]+)?[ \t]*\r?$)"_s,
            QRegularExpression::MultilineOption);
        qsizetype from = 0;
        while (m_requests.size() < mostRequests) {
            const QRegularExpressionMatch match = requestLine.match(m_text, from);
            if (!match.hasMatch())
                return;
            SeenRequest request;
            request.form = SeenRequest::Form::Http;
            request.line = lineAt(match.capturedStart(1));
            request.method = match.captured(1);
            readAddress(match.captured(2), request);
            const qsizetype next = requestLine.match(m_text, match.capturedEnd()).capturedStart();
            const qsizetype end
                = readMessage(match.capturedEnd() + 1, next < 0 ? m_text.size() : next, request);
            m_requests += request;
            blank(match.capturedStart(), end);
            from = end;
        }
    }

    //! Headers up to an empty line, then the body up to an answer or the next request.
    qsizetype readMessage(qsizetype at, qsizetype limit, SeenRequest &request) const
    {
        static const QRegularExpression header(u"^[ \\t]*(?:> ?)?([A-Za-z0-9-]+):[ \\t]*(.*)$"_s);
        static const QRegularExpression answer(u"^[ \\t]*(?:< ?)?HTTP/[0-9.]+ \\d"_s);
        bool inBody = false;
        while (at < limit) {
            qsizetype end = m_text.indexOf(u'\n', at);
            end = end < 0 || end > limit ? limit : end;
            const QString line = m_text.mid(at, end - at);
            if (answer.match(line).hasMatch())
                break;
            const QRegularExpressionMatch match = header.match(line);
            if (inBody) {
                request.body += line;
            } else if (match.hasMatch()) {
                takeHeader(match.captured(1), match.captured(2).trimmed(), request);
            } else {
                const QString content = line.trimmed();
                if (!content.isEmpty() && content != ">"_L1)
                    break;
                inBody = true;
            }
            at = end + 1;
        }
        request.body = request.body.trimmed();
        return std::min(at, limit);
    }

    static void takeHeader(const QString &name, const QString &value, SeenRequest &request)
    {
        if (name.compare("host"_L1, Qt::CaseInsensitive) == 0 && request.host.isEmpty())
            request.host = value.section(u' ', 0, 0).toLower();
        if (name.compare("authorization"_L1, Qt::CaseInsensitive) == 0
            && value.startsWith("basic"_L1, Qt::CaseInsensitive))
            request.basic = true;
        request.headers.append({name, value});
    }

    QString m_text;
    QList<SeenRequest> m_requests;
};

} // namespace

QList<SeenRequest> seenRequests(const QString &text)
{
    return Reader(text).run();
}

} // namespace relink
