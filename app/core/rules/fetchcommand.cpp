// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/fetchcommand.h"

#include "core/rules/secretkey.h"
#include "core/rules/sentkind.h"
#include "core/rules/shownaddress.h"
#include "core/rules/writtenaddress.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

void show(SeenRequest &request, const QString &what)
{
    if (!request.visible.contains(what))
        request.visible += what;
}

bool isSecret(const QString &name)
{
    const SentKind kind = sentKind(name);
    return (kind != SentKind::Plain && kind != SentKind::UserName) || isSecretKey(name);
}

void address(SeenRequest &request, const QString &word, const QString &scheme)
{
    if (request.host.isEmpty())
        readAddress(word.contains("://"_L1) ? word : QString(scheme % u"://"_s % word), request);
}

void header(SeenRequest &request, const QString &name, const QString &value)
{
    request.headers.append({name, value});
    if (name.compare("authorization"_L1, Qt::CaseInsensitive) == 0
        && value.startsWith("basic"_L1, Qt::CaseInsensitive))
        request.basic = true;
}

class Wget
{
public:
    SeenRequest request;

    static bool takesValue(const QString &name)
    {
        static const QRegularExpression valued(
            u"^(?:(?:http-|ftp-|proxy-)?(?:user|password)|header|post-(?:data|file)"
            "|body-(?:data|file)|method|referer|user-agent|output-\\w+|append-output"
            "|directory-prefix|input-file|tries|(?:\\w+-)?timeout|wait|limit-rate|level"
            "|(?:load|save)-cookies|certificate|private-key|ca-\\w+|base|execute)$"_s);
        return valued.match(name).hasMatch();
    }

    void take(const QString &name, const QString &value)
    {
        if (name == "password"_L1 || name == "http-password"_L1 || name == "proxy-password"_L1) {
            request.basic = request.basic || name != "proxy-password"_L1;
            show(request, u"--"_s % name);
        } else if (name == "user"_L1 || name == "http-user"_L1) {
            request.basic = true;
        } else if (name == "header"_L1) {
            const QString called = value.section(u':', 0, 0).trimmed();
            header(request, called, value.section(u':', 1).trimmed());
            if (isSecretKey(called))
                show(request, u"--header"_s);
        } else if (name == "method"_L1) {
            request.method = value.toUpper();
        } else if (name == "post-data"_L1 || name == "body-data"_L1) {
            request.body = value;
            const QList<SentValue> fields = writtenPairs(value);
            if (std::any_of(fields.begin(), fields.end(),
                            [](const SentValue &field) { return isSecret(field.name); }))
                show(request, u"--"_s % name);
        }
        if (name.startsWith("post-"_L1))
            request.method = u"POST"_s;
    }
};

class Httpie
{
public:
    SeenRequest request;

    void option(const QString &name, const QString &value)
    {
        if (name == "-f"_L1 || name == "--form"_L1)
            m_form = true;
        if (name == "-A"_L1 || name == "--auth-type"_L1)
            m_bearer = value == "bearer"_L1;
        if (name == "-a"_L1 || name == "--auth"_L1) {
            m_auth = value;
            m_told = true;
        }
    }

    void word(const QString &word, const QString &scheme)
    {
        static const QRegularExpression method(u"^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$"_s);
        if (!request.host.isEmpty()) {
            item(word);
        } else if (request.method.isEmpty() && method.match(word).hasMatch()) {
            request.method = word;
            m_told = true;
        } else {
            m_told = m_told || word.contains("://"_L1);
            address(request, word.startsWith(u':') ? u"localhost"_s + word : word, scheme);
        }
    }

    SeenRequest finished()
    {
        if (!m_told)
            return {};
        if (!m_auth.isEmpty()) {
            if (m_bearer)
                header(request, u"Authorization"_s, u"Bearer "_s % m_auth);
            else
                request.basic = true;
            if (m_bearer || m_auth.contains(u':'))
                show(request, u"--auth"_s);
        }
        if (request.method.isEmpty())
            request.method = m_fields.isEmpty() ? u"GET"_s : u"POST"_s;
        if (m_form) {
            QStringList pairs;
            for (const SentValue &field : std::as_const(m_fields))
                pairs += field.name % u'=' % field.value;
            request.body = pairs.join(u'&');
        } else if (!m_fields.isEmpty()) {
            QJsonObject object;
            for (const SentValue &field : std::as_const(m_fields))
                object.insert(field.name, field.value);
            request.body = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
        }
        return request;
    }

private:
    //! name==value is a parameter, name:value a header, name=value a field of the body; with @ it
    //! stands in a file.
    void item(const QString &word)
    {
        static const QRegularExpression parts(u"^([A-Za-z0-9_.\\[\\]-]+)(==|:=|=|:|@)(@?)(.*)$"_s,
                                              QRegularExpression::DotMatchesEverythingOption);
        const QRegularExpressionMatch match = parts.match(word);
        if (!match.hasMatch())
            return;
        m_told = true;
        const QString name = match.captured(1);
        const QString kind = match.captured(2);
        const bool apart = kind == "@"_L1 || !match.captured(3).isEmpty();
        const QString value = match.captured(4);
        if (kind == "=="_L1) {
            request.query.append({name, value});
            return;
        }
        if (kind == ":"_L1)
            header(request, name, value);
        else
            m_fields.append({name, value});
        if (!apart && !value.isEmpty() && isSecret(name))
            show(request, shownName(name) % kind % u'…');
    }

    QList<SentValue> m_fields;
    QString m_auth;
    bool m_form = false;
    bool m_bearer = false;
    bool m_told = false; //!< by something that prose does not have
};

} // namespace

SeenRequest readWget(const QStringList &words)
{
    Wget wget;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words.at(i);
        const QString name = word.mid(2).section(u'=', 0, 0);
        if (word.startsWith("--"_L1) && word.contains(u'='))
            wget.take(name, word.section(u'=', 1));
        else if (word.startsWith("--"_L1))
            wget.take(name, Wget::takesValue(name) ? words.value(++i) : QString());
        else if (word.startsWith(u'-') && word.size() == 2)
            i += QStringView(u"OoaeitTwQPUlARDBXI").contains(word.at(1)) ? 1 : 0;
        else if (!word.startsWith(u'-'))
            address(wget.request, word, u"http"_s);
    }
    wget.request.form = SeenRequest::Form::Command;
    if (wget.request.method.isEmpty())
        wget.request.method = u"GET"_s;
    return wget.request;
}

SeenRequest readHttpie(const QStringList &words, const QString &scheme)
{
    static const QRegularExpression valued(
        u"^(?:-[aAops]|--(?:auth|auth-type|output|print|pretty|style|session|session-read-only"
        "|proxy|timeout|verify|cert|cert-key))$"_s);
    Httpie httpie;
    httpie.request.form = SeenRequest::Form::Command;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words.at(i);
        if (!word.startsWith(u'-'))
            httpie.word(word, scheme);
        else if (word.startsWith("--"_L1) && word.contains(u'='))
            httpie.option(word.section(u'=', 0, 0), word.section(u'=', 1));
        else
            httpie.option(word, valued.match(word).hasMatch() ? words.value(++i) : QString());
    }
    return httpie.finished();
}

} // namespace relink
